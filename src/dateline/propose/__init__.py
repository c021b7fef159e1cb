"""Parse + resolution → proposals by a language model; each is grounded in the text or rejected and counted."""

from dateline.propose.client import Transport
from dateline.propose.endpoint import Endpoint, parse_endpoint
from dateline.propose.proposer import propose

__all__ = ["Endpoint", "Transport", "parse_endpoint", "propose"]

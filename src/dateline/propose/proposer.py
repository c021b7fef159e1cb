"""Ask the model about one report, and ground what it says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.proposal import Proposed
from dateline.model.record import Resolution
from dateline.model.text import Parse
from dateline.propose.client import AnswerError, Transport
from dateline.propose.grounding import ground
from dateline.propose.question import question


def propose(parse: Parse, resolution: Resolution, *, transport: Transport, acts: Sequence[str]) -> Proposed:
    """The grounded proposals for one report; an endpoint in trouble is said in `trouble` and never raises."""
    if not parse.sentences:
        return Proposed()
    try:
        answer = transport.ask(question(parse, transport.endpoint, acts))
    except AnswerError as error:
        return Proposed(trouble=str(error))
    return ground(answer, parse, resolution, acts=acts, extractor=transport.endpoint.name)

"""Parse + resolution → attributions and claims."""

from dateline.claim.claims import claim
from dateline.claim.voices import attribute

__all__ = ["attribute", "claim"]

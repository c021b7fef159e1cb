"""Who answers for which words: quotations, attributions, chains."""

from dateline.claim.voices.attribute import attribute

__all__ = ["attribute"]

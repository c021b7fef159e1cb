"""Who answers for which words: quotations, attributions, chains."""

from dateline.claim.voices.attribute import attribute
from dateline.claim.voices.chain import Chain, Heard, chain_for, chains_for, holder_of

__all__ = ["Chain", "Heard", "attribute", "chain_for", "chains_for", "holder_of"]

"""What a clause in which no rule finds an act is about, as a reader sees it that has learned from many clauses.

It comes last: nothing else that is said of a claim depends on it, and none of its acts becomes an event.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.claim.clause import Clause
from dateline.claim.codeable import KINDS
from dateline.claim.features import features
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Claim

UNNAMED = "characterise_as"
"""The predicate of claims in which the rules find no act."""
QUIET = words("access assess hold intend locate other say talk")
"""Acts that the reader may name: each is told in too many ways for a list of words."""
SURE = 0.25
"""How likely an act must be, of all that there are."""
FEWEST = 4
"""Words below which a clause is too short to be read."""


def read_act(material: Material, clause: Clause, claim: Claim) -> Claim:
    """The claim, with the act that its words speak for where the rules name none and the words are plain enough."""
    if claim.predicate != UNNAMED or clause.form == "adjective" or len(clause.tokens) < FEWEST:
        return claim
    act, chance = material.act_words.likeliest(features(material, clause)) or ("", 0.0)
    if not plain(act, chance):
        return claim
    senses = [sense for row in material.acts.senses.values() for sense in row if sense.act == act]
    if not senses:
        return claim
    kind = next((sense for sense in senses if sense.predicate == act), senses[0]).kind
    why = "not an act of conflict" if kind in KINDS else f"{kind}, not an event"
    extractor = "+".join((claim.extractor, "words"))
    return replace(claim, act=act, predicate=act, kind=kind, why=why, extractor=extractor)


def plain(act: str, chance: float) -> bool:
    """Whether the likeliest act is one to be named, and likely enough."""
    return act in QUIET and chance >= SURE

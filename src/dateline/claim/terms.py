"""Clauses that bound a count: "191 had died *since the fighting began in May*"; they belong to it, and tell an old story."""

from __future__ import annotations

from dateline.claim.material import Material
from dateline.claim.numbers import puts_figure
from dateline.claim.words import words
from dateline.model.text import Token

BEGINNING = words("begin start erupt break resume flare")
"""What a war or a battle does on the day from which its dead are counted."""
COUNTED = words("kill die wound injure hurt displace uproot lose perish bring")
"""Verbs by which a toll is told: "bringing its toll to 40"."""


def counted_since(material: Material, verb: Token) -> bool:
    """Whether a clause says from when on those are counted of whom the verb above it tells."""
    if verb.dep != "advcl" or verb.lemma not in BEGINNING:
        return False
    if not any(kid.lower == "since" for kid in material.parse.kids(verb, "mark", "advmod")):
        return False
    over = material.parse.head(verb)
    toll = over.lemma in COUNTED or puts_figure(material, over)
    return toll and any(token.pos == "NUM" and token.head != verb.index for token in _beside(material, over, verb))


def _beside(material: Material, over: Token, verb: Token) -> list[Token]:
    """The words below a verb but for those of one of its clauses."""
    return [token for token in material.parse.subtree(over) if not verb.left <= token.index <= verb.right]

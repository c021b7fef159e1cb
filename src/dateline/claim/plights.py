"""What a "be" with a fixed phrase says of somebody's plight: ablaze, on the move, behind our lines."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind

STAYING = ("be", "remain", "lie", "stay", "stand", "'s")
ALIGHT = words("ablaze alight aflame")
"""Adjectives of what burns."""
PHRASES = {
    ("on", "fire"): "burning", ("in", "flame"): "burning", ("on", "move"): "moving", ("behind", "line"): "held",
    ("inside", "line"): "held", ("within", "line"): "held",
}  # fmt: skip
PLIGHTS: tuple[tuple[str, str, str, str, ClaimKind], ...] = (
    ("burning", "place", "burn", "burn", "state"),
    ("burning", "vehicle", "burn", "burn", "state"),
    ("burning", "depot", "burn", "burn", "state"),
    ("moving", "civilian", "displace", "flee", "displacement"),
    ("moving", "force", "advance", "advance", "event"),
    ("held", "place", "hold", "hold", "state"),
)
"""Which plight of which kind of subject is which act."""


def by_plight(material: Material, clause: Clause) -> Named | None:
    """The act of such a phrase, where its subject is one that can be in that plight."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in STAYING:
        return None
    subject, told = classes(material, material.token(clause.subject)), frozenset(_told(material, core))
    for plight, whose, act, predicate, kind in PLIGHTS:
        if plight in told and whose in subject:
            return Named(act=act, predicate=predicate, kind=kind, trigger=core.index)
    return None


def _told(material: Material, core: Token) -> Iterator[str]:
    if any(kid.lower in ALIGHT for kid in material.parse.kids(core, "acomp", "advmod", "oprd")):
        yield "burning"
    for prep, noun in prepositions(material, core):
        if noun is not None and (prep.lower, noun.lemma) in PHRASES:
            yield PHRASES[prep.lower, noun.lemma]

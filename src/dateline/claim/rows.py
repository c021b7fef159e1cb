"""Things told in a row, of which the parser takes the second for an apposition: "12 rifles, a mortar and three radios"."""

from __future__ import annotations

from dateline.claim.material import Material
from dateline.model.text import Token

NAMED = ("actor", "person", "place")
INDEFINITE = ("a", "an", "some", "several", "many", "another")


def goes_on(material: Material, item: Token) -> bool:
    """Whether an apposition goes on with a row of new things; it ends in an "and", and none of them is named."""
    before = material.parse.head(item)
    return item.dep == "appos" and _new(material, before) and _new(material, item) and _ends_in_and(material, item)


def _new(material: Material, noun: Token) -> bool:
    """Whether a noun is told for the first time: counted, with "a", as somebody's or as several without an article."""
    mention = material.mention_at.get(noun.index)
    if noun.pos != "NOUN" or (mention is not None and mention.kind in NAMED and mention.form == "name"):
        return False
    kids = material.parse.kids(noun, "det", "nummod", "poss", "amod")
    articles = {kid.lower for kid in kids if kid.dep == "det"}
    told = any(kid.dep in ("nummod", "poss") or kid.lower in INDEFINITE for kid in kids)
    return told or (noun.tag == "NNS" and not articles)


def _ends_in_and(material: Material, item: Token) -> bool:
    kids = material.parse.kids(item, "conj", "appos", "cc")
    return any(kid.dep == "cc" or _ends_in_and(material, kid) for kid in kids)

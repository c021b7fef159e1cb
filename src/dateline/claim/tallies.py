"""Deeds that are counted in a row, as sitreps do: "six ambushes, two raids and a kidnapping"."""

from __future__ import annotations

from itertools import takewhile

from dateline.claim.material import Material
from dateline.claim.senses import noun_sense
from dateline.model.text import Token

DEEDS = ("attack", "ambush", "air_strike", "shelling", "clash", "abduct", "loot", "burn", "kill")
JOINED = ("conj", "appos")
APART = ("appos", "ROOT", "dep", "npadvmod")


def tallied(material: Material, noun: Token) -> bool:
    """Whether a noun is one of at least two counted deeds in a row."""
    if noun.sentence < 0 or not _is_counted_deed(material, noun):
        return False
    if not _stands_apart(material, noun):
        return False
    sentence = material.parse.sentences[noun.sentence]
    before = reversed(material.parse.tokens[sentence.first : noun.index])
    behind = material.parse.tokens[noun.index + 1 : sentence.last + 1]
    row = (*takewhile(_is_no_verb, before), *takewhile(_is_no_verb, behind))
    return any(_is_counted_deed(material, other) for other in row)


def _is_no_verb(token: Token) -> bool:
    return token.pos not in ("VERB", "AUX")


def _stands_apart(material: Material, noun: Token) -> bool:
    """Whether no verb governs the row: "two raids and three ambushes killed nine" is told by its verb."""
    first = noun
    while first.dep == "conj" and first.head != first.index:
        first = material.parse.head(first)
    return first.dep in APART


def own_words(material: Material, noun: Token) -> tuple[int, ...]:
    """A counted deed with its number and what tells more of it, without the deeds behind it."""
    last = max((kid.right for kid in material.parse.kids(noun, "prep")), default=noun.index)
    behind = material.parse.tokens[noun.index + 1 : last + 1]
    others = (other.left for other in behind if _is_counted_deed(material, other))
    inside = list(range(noun.left, min(last + 1, next(others, last + 1))))
    while material.parse.tokens[inside[-1]].pos in ("PUNCT", "CCONJ"):
        inside.pop()
    return tuple(inside)


def _is_counted_deed(material: Material, noun: Token) -> bool:
    if noun.pos != "NOUN" or not material.parse.kids(noun, "nummod"):
        return False
    sense = noun_sense(material, noun)
    return sense is not None and sense.act in DEEDS and sense.predicate != "die"

"""Matches in words of war: "the visitors stormed ahead", "were massacred 5-0"."""

from __future__ import annotations

import re

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token

ENOUGH = 2
"""Words of sport in one sentence that make it one of sport, one of them such as no raid has."""
ENOUGH_NEAR = 3
"""The same in the sentences around it, where words count that a match shares with other things."""
SCORE = re.compile(
    r"(?<![\d–-])\d{1,2}[–-]\d{1,2}(?=\s*(?:$|[.,;:)]|(?:on|last|at|to|in|away|after|before|and|but|win|lead|defeat|victory|draw|thrashing|with|through|thanks)\b))"
)
"""A result behind its verb ("beat them 3-0 at home"); "killed 3-5 people" counts something."""
SCORING = words(
    "beat win lose draw defeat thrash crush destroy hammer edge overcome rout hold down attack massacre demolish"
    " slaughter annihilate humiliate sink bury trounce maul smash hit blow"
)
BEATING = words("beat thrash outplay")


def sport(material: Material, clause: Clause, named: Named) -> str | None:
    """Goals, clubs and titles in a sentence or around it, and nobody in arms; troops play matches, and cheer at them."""
    number = material.parse.tokens[clause.head].sentence
    if any(_armed_hands(material, index) for index in range(max(0, number - 1), number + 1)):
        return None
    return "sport" if _tells_of_sport(material, number) or _amid_a_match(material, number) else None


def _tells_of_sport(material: Material, number: int) -> bool:
    """Whether a sentence is one of sport, or goes on with the match of the one before."""
    while not _is_sport(material, number):
        if not number or not _has(material, number, "sure_sport"):
            return False
        number -= 1
    return True


def _is_sport(material: Material, number: int) -> bool:
    sure = _has(material, number, "sure_sport")
    if len(_of(material, number, "sport")) >= ENOUGH and sure:
        return True
    lemmas = {token.lemma for token in _tokens(material, number)}
    if lemmas & BEATING and sure:
        return True
    if material.armed[number] or not lemmas & SCORING:
        return False
    return SCORE.search(material.parse.sentences[number].span.quote) is not None


def _amid_a_match(material: Material, number: int) -> bool:
    """Whether the paragraph around a sentence tells of a match: several of its words, and no armed party."""
    near = [index for index in (number - 1, number, number + 1) if _same_paragraph(material, number, index)]
    if any(material.armed[index] or _armed_hands(material, index) for index in near):
        return False
    found = set().union(*(_of(material, index, "sport") | _of(material, index, "match") for index in near))
    return len(found) >= ENOUGH_NEAR and any(_has(material, index, "sure_sport") for index in near)


def _armed_hands(material: Material, number: int) -> bool:
    return bool(material.found(number, "armed hands", lambda token: _is_armed_hand(material, token)))


def _is_armed_hand(material: Material, token: Token) -> bool:
    return token.pos == "NOUN" and "armed_hand" in _class(material, token)


def _of(material: Material, number: int, name: str) -> set[str]:
    """The lemmas of a class in a sentence."""
    found = material.found(number, f"lemma of {name}", lambda token: name in _class(material, token))
    return {material.parse.tokens[index].lemma for index in found}


def _has(material: Material, number: int, name: str) -> bool:
    return bool(_of(material, number, name))


def _class(material: Material, token: Token) -> frozenset[str]:
    return material.acts.class_of(token.lemma)


def _same_paragraph(material: Material, one: int, two: int) -> bool:
    """Whether two neighbouring sentences stand in one paragraph; a sentence stands in one with itself."""
    if not 0 <= two < len(material.parse.sentences):
        return False
    first, last = sorted((one, two))
    sentences = material.parse.sentences
    return "\n\n" not in material.parse.report.text[sentences[first].span.end : sentences[last].span.start]


def _tokens(material: Material, number: int) -> tuple[Token, ...]:
    sentence = material.parse.sentences[number]
    return material.parse.tokens[sentence.first : sentence.last + 1]

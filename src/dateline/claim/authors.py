"""Who did it where a toll points back to a deed: "The attack killed four", "two died in the raid"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.doers import STRIKES, deed, occasions
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Claim
from dateline.model.text import Token

REACH = 3
"""Sentences over which "the attack" is the one told last."""
ANY = words("attack assault raid incident strike violence onslaught")
"""Nouns that may point back to a deed of any kind."""
DEFINITE = words("the this that same these those")


def with_authors(material: Material, rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The rows in text order; a toll of "the attack" gets the agents of the attack that was told last.

    They have `anaphora` for their basis. Nobody's word is put into another's mouth: the deed must be told by the voice that
    tells the toll, or by the narrator as a fact.
    """
    told: Claim | None = None
    at = 0
    for clause, claim in rows:
        sentence = material.parse.tokens[clause.core].sentence
        if told is not None and 0 <= sentence - at <= REACH and _points_back(material, clause, claim, told):
            bases = MappingProxyType({**claim.bases, "agent": "anaphora"})
            claim = replace(claim, roles=MappingProxyType({**claim.roles, "agent": told.roles["agent"]}), bases=bases)
        if claim.codeable and claim.act in STRIKES and claim.kind != "casualty":
            named = bool(claim.roles.get("agent"))
            told, at = (claim, sentence) if named else (told if _again(material, clause) else None, at)
        yield clause, claim


def _points_back(material: Material, clause: Clause, claim: Claim, told: Claim) -> bool:
    if claim.kind != "casualty" or not claim.codeable or "agent" in claim.roles:
        return False
    if told.chain != claim.chain and told.modality != "asserted":
        return False
    core = material.parse.tokens[clause.core]
    nouns = [material.token(clause.subject), *occasions(material, core)]
    return any(_same_deed(material, noun, told) for noun in nouns) and _apart(material, claim, told)


def _same_deed(material: Material, noun: Token | None, told: Claim) -> bool:
    """Whether a bare definite noun names a deed of that kind, and neither its doer nor another day."""
    if noun is None or not any(kid.lower in DEFINITE for kid in material.parse.kids(noun, "det")):
        return False
    if any(kid.dep not in ("det", "amod") for kid in material.parse.kids(noun)):
        return False
    sense = deed(material, noun)
    return noun.lemma in ANY or (sense is not None and sense.act == told.act)


def _apart(material: Material, claim: Claim, told: Claim) -> bool:
    """Whether none of the victims is on the side of those who struck."""
    struck, hurt = (_sides(material, ids) for ids in (told.roles["agent"], claim.roles.get("patient", ())))
    return not struck & hurt


def _sides(material: Material, mentions: Iterable[str]) -> set[str]:
    actors = (material.resolution.actor(mention) for mention in mentions)
    return {actor.side or actor.id for actor in actors if actor is not None}


def _again(material: Material, clause: Clause) -> bool:
    """Whether a deed without a doer is the one told before: "the attack took place at night"."""
    tokens = (material.parse.tokens[index] for index in clause.tokens)
    return any(token.lemma in ANY and material.parse.kids(token, "det") for token in tokens)

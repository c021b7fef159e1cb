"""Claims that point back to another claim: denials, "that was wrong", blame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.factuality import factuality
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Claim
from dateline.model.text import Token

FALSE = words("false wrong untrue incorrect inaccurate baseless unfounded fabricated fake mistaken erroneous")
DENYING = words("deny refute dismiss reject dispute rebut repudiate")
BLAMING = words("blame accuse attribute")
CHARGES = words("attack clash air_strike shelling ambush kill wound abduct loot burn losses")
REACH = 8
"""How many claims back an echo may point."""

Row = tuple[Clause, Claim]


def with_echoes(material: Material, rows: Sequence[Row]) -> tuple[Claim, ...]:
    """The claims, where each echo has taken act and roles of the claim that it points to."""
    found: list[Claim] = []
    for clause, claim in rows:
        head = material.parse.tokens[clause.head]
        if _says_false(material, head):
            found = _falsified(found, claim)
        elif claim.act == "say" and head.lemma in DENYING and claim.polarity == "positive":
            found.append(_denial(found, claim))
        elif head.lemma in BLAMING and not _spelled_out(material, head) and claim.polarity == "positive":
            found.append(_blame(found, claim))
        else:
            found.append(claim)
    return tuple(found)


def _falsified(found: list[Claim], claim: Claim) -> list[Claim]:
    """A word called false is denied; said of one's own word it takes it back."""
    other = _pointed_to(found, claim, same_voice=True)
    if other is not None and other.believer == claim.believer and other.sentence != claim.sentence:
        taken_back = replace(
            other,
            modality="retracted",
            codeable=False,
            why=f"retracted in {claim.sentence}",
            factuality=MappingProxyType(factuality(other.voices, "retracted", other.polarity)),
        )
        return [taken_back if one is other else one for one in found]
    return [*found, _denial(found, claim)]


def _denial(found: list[Claim], claim: Claim) -> Claim:
    other = _pointed_to(found, claim, same_voice=False)
    denied = replace(
        claim,
        modality="denied",
        polarity="negative",
        codeable=False,
        why="denial",
        factuality=MappingProxyType(factuality(claim.voices, "denied", "negative")),
    )
    if other is None:
        return denied
    return replace(
        denied,
        act=other.act,
        predicate=other.predicate,
        kind=other.kind,
        roles=other.roles,
        time=other.time,
        place=other.place,
        denies=other.id,
        temporal_status=other.temporal_status,
        interest="self_serving" if claim.interest == "neutral" and len(claim.voices) > 1 else claim.interest,
        why=f"denial of {other.id}",
    )


def _blame(found: list[Claim], claim: Claim) -> Claim:
    """Blame for an event tells the event again, with an agent."""
    other = next((one for one in reversed(found[-REACH:]) if one.act in CHARGES and one.polarity == "positive"), None)
    if other is None:
        return claim
    roles = {**other.roles, "agent": claim.roles.get("patient", ())}
    return replace(
        claim,
        act=other.act,
        predicate=other.predicate,
        kind=other.kind,
        roles=MappingProxyType({role: mentions for role, mentions in roles.items() if mentions}),
        modality="claimed",
        temporal_status=other.temporal_status,
        time=other.time,
        place=other.place,
        codeable=other.codeable,
        why=other.why,
    )


def _pointed_to(found: list[Claim], claim: Claim, *, same_voice: bool) -> Claim | None:
    """The nearest earlier claim of an act or a position, by another voice unless the own one may be meant."""
    for other in reversed(found[-REACH:]):
        wanted = other.act in CONFLICT_ACTS or other.act in ("hold", "deploy")
        if wanted and other.modality not in ("planned", "hypothetical") and (same_voice or other.chain != claim.chain):
            return other
    return None


def _says_false(material: Material, head: Token) -> bool:
    if head.lemma != "be":
        return False
    subject = {kid.lower for kid in material.parse.kids(head, "nsubj")}
    said = {kid.lower for kid in material.parse.kids(head, "acomp", "attr", "oprd")}
    return bool(subject & {"that", "this", "which", "it"}) and bool(said & FALSE)


def _spelled_out(material: Material, head: Token) -> bool:
    """Whether the charge itself follows ("accused them of shelling …")."""
    return any(material.parse.kids(prep, "pcomp") for prep in material.parse.kids(head, "prep"))

"""All claims of a report, and the words that look like an event and are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from dateline.claim.attributes import attribute_clauses
from dateline.claim.classify import classify
from dateline.claim.clause import Clause
from dateline.claim.codeable import Judged, why_not
from dateline.claim.factuality import factuality
from dateline.claim.geography import geography_clauses
from dateline.claim.heads import Heads
from dateline.claim.interest import interest
from dateline.claim.kinds import kind_of
from dateline.claim.material import Material
from dateline.claim.modality import Put, modality
from dateline.claim.nominals import nominal_clauses, nominal_heads
from dateline.claim.polarity import polarity
from dateline.claim.roles import nearest, roles_of
from dateline.claim.spans import spans_of
from dateline.claim.status import Dated, status
from dateline.claim.verbal import verbal_clauses, verbal_heads
from dateline.claim.voices.chain import Chain, chains_for
from dateline.model.record import Attribution, Claim, NotEvent, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference

Finder = Callable[[Material, Heads], Iterable[Clause]]
RULES: tuple[Finder, ...] = (verbal_clauses, nominal_clauses, attribute_clauses, geography_clauses)


def claim(
    parse: Parse,
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    *,
    reference: Reference,
    rules: tuple[Finder, ...] = RULES,
) -> tuple[tuple[Claim, ...], tuple[NotEvent, ...]]:
    """The claims in text order (ids `c1`, `c2`, …) and the non-events."""
    material = Material(parse=parse, resolution=resolution, attributions=attributions, acts=reference.acts)
    verbal, joined = verbal_heads(material)
    heads = Heads(verbal=verbal, nominal=nominal_heads(material), joined=joined)
    clauses = sorted({c.tokens: c for rule in rules for c in rule(material, heads)}.values(), key=lambda c: c.tokens)
    clauses = [clause for clause in clauses if worth_telling(material, clause)]
    rows = [(clause, chain) for clause in clauses for chain in _chains(material, clause)]
    claims = tuple(_claim(material, clause, chain, number) for number, (clause, chain) in enumerate(rows, start=1))
    return claims, ()


def worth_telling(material: Material, clause: Clause) -> bool:
    """A lone word is no claim, nor is the passing on of another source."""
    if len(clause.tokens) < 2:
        return False
    told = material.cue_at.get(clause.head)
    return told is None or told.stance != "cite"


def _chains(material: Material, clause: Clause) -> tuple[Chain, ...]:
    head = material.parse.tokens[clause.head]
    span = material.parse.report.span(head.start, head.end)
    resolution = material.resolution
    return chains_for(span, material.attributions, resolution.publisher, resolution)


def _claim(material: Material, clause: Clause, chain: Chain, number: int) -> Claim:
    named = classify(material, clause)
    spans = spans_of(material, clause.tokens)
    voices = chain.voices
    sign = polarity(material, clause)
    mode = modality(material, Put(clause=clause, polarity=sign, attribution=chain.attribution))
    time = nearest(material, clause, "time")
    value = material.resolution.time(time.id) if time else None
    when = status(
        material, Dated(clause=clause, named=named, modality=mode, when=value.range if value is not None else None)
    )
    kind = kind_of(named, mode)
    why = why_not(material, Judged(clause=clause, named=named, kind=kind, modality=mode, polarity=sign, status=when))
    roles = roles_of(material, clause, named)
    place = nearest(material, clause, "place")
    return Claim(
        id=f"c{number}",
        sentence=material.parse.sentences[material.parse.tokens[clause.head].sentence].id,
        spans=spans,
        predicate=named.predicate,
        act=named.act,
        kind=kind,
        voices=voices,
        modality=mode,
        polarity=sign,
        temporal_status=when,
        factuality=MappingProxyType(factuality(voices, mode, sign)),
        codeable=why is None,
        why=why,
        interest=interest(material, named, voices, roles, polarity=sign),
        roles=MappingProxyType(roles),
        time=time.id if time else None,
        place=place.id if place else None,
    )

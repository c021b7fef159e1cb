"""Units into events: what is surely the same is joined, surest first; nothing is joined through a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.derive.across.compare import compare
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.judgements import Decisions
from dateline.derive.across.units import Key, Unit, keys_of
from dateline.model.across import Comparison
from dateline.model.record import Reason

Pairs = Mapping[tuple[str, str], Comparison]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Units of one event by id, the comparisons that joined them, and those that left something open."""

    units: tuple[Unit, ...]
    joined: tuple[Comparison, ...]
    unsure: tuple[Comparison, ...]


def clusters_of(dossier: Dossier, units: Iterable[Unit], *, decided: Decisions) -> tuple[Cluster, ...]:
    """Every unit in exactly one cluster, by the smallest unit id; the order of the units does not matter."""
    known = {unit.id: unit for unit in units}
    pairs = {
        (one, other): compare(dossier, known[one], known[other], decided=decided)
        for one, other in sorted(candidates(known.values(), decided=decided))
    }
    homes = {name: frozenset({name}) for name in known}
    joined: list[Comparison] = []
    blocked: list[Comparison] = []
    for edge in sorted((p for p in pairs.values() if p.answer == "same"), key=_surest):
        one, other = homes[edge.one], homes[edge.other]
        against = _against(dossier, (one, other), pairs, known=known, decided=decided)
        if one is other or against is None or edge.judged:
            joined.append(edge)
            merged = one | other
            homes.update(dict.fromkeys(merged, merged))
        else:
            blocked.append(_doubted(edge, against))
    unsure = [pair for pair in pairs.values() if pair.answer == "unsure"] + blocked
    return tuple(
        _cluster(known, members, joined, unsure)
        for members in sorted(set(homes.values()), key=lambda names: min(names))
    )


def candidates(units: Iterable[Unit], *, decided: Decisions) -> Iterator[tuple[str, str]]:
    """Pairs of units that share a block (place or party, and day), and those that people have decided on."""
    blocks: dict[Key, list[Unit]] = {}
    by_claim: dict[str, str] = {}
    known = list(units)
    for unit in known:
        by_claim.update((claim.id, unit.id) for claim in unit.claims)
        for key in keys_of(unit):
            blocks.setdefault(key, []).append(unit)
    found = {
        _ordered(unit.id, other.id)
        for unit in known
        for key in keys_of(unit, asks=True)
        for other in blocks.get(key, ())
        if other.report != unit.report
    }
    judged = ((by_claim.get(a), by_claim.get(b)) for a, b in decided.pairs)
    found |= {_ordered(a, b) for a, b in judged if a is not None and b is not None and a != b}
    return iter(found)


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _surest(edge: Comparison) -> tuple[bool, float, str, str]:
    return (edge.judged is None, -edge.score, edge.one, edge.other)


def _against(
    dossier: Dossier,
    homes: tuple[frozenset[str], frozenset[str]],
    pairs: Pairs,
    *,
    known: Mapping[str, Unit],
    decided: Decisions,
) -> Comparison | None:
    """A pair across two clusters that says "different", the smallest; None where nothing speaks against joining."""
    across = sorted(_ordered(one, other) for one in homes[0] for other in homes[1] if one != other)
    for one, other in across:
        found = pairs.get((one, other)) or compare(dossier, known[one], known[other], decided=decided)
        if found.answer == "different":
            return found
    return None


def _doubted(edge: Comparison, against: Comparison) -> Comparison:
    why = f"joining would also join {against.one} and {against.other}, which are different"
    return replace(edge, answer="unsure", reasons=(*edge.reasons, Reason(name="transitivity", weight=0.0, why=why)))


def _cluster(
    known: Mapping[str, Unit], members: frozenset[str], joined: Iterable[Comparison], unsure: Iterable[Comparison]
) -> Cluster:
    return Cluster(
        units=tuple(known[name] for name in sorted(members)),
        joined=tuple(edge for edge in joined if edge.one in members),
        unsure=tuple(
            sorted(
                (edge for edge in unsure if (edge.one in members) != (edge.other in members)),
                key=lambda edge: (-edge.score, edge.one, edge.other),
            )
        ),
    )

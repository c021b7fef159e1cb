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

TRANSITIVITY = "transitivity"
"""The reason that keeps apart what was the same but for a third: the last one of such a comparison."""

Pairs = Mapping[tuple[str, str], Comparison]
Home = frozenset[str]
"""A cluster as the ids of its units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Units of one event by id, the comparisons that joined them, and those that left something open."""

    units: tuple[Unit, ...]
    joined: tuple[Comparison, ...]
    unsure: tuple[Comparison, ...]


def clusters_of(
    dossier: Dossier, units: Iterable[Unit], *, decided: Decisions, outside: Iterable[Comparison] = ()
) -> tuple[Cluster, ...]:
    """Every unit in exactly one cluster, by the smallest unit id; the order of the units does not matter.

    `outside` are unsure comparisons with units that are not among these.
    """
    known = {unit.id: unit for unit in units}
    pairs = {
        (one, other): compare(dossier, known[one], known[other], decided=decided)
        for one, other in sorted(candidates(known.values(), decided=decided))
    }
    homes, joined, blocked = _joined(dossier, known, pairs, decided=decided)
    unsure = [*(pair for pair in pairs.values() if pair.answer == "unsure"), *blocked, *outside]
    inside = _grouped((homes[edge.one], edge) for edge in joined)
    around = _grouped(
        (home, edge)
        for edge in unsure
        if homes.get(edge.one) != homes.get(edge.other)
        for home in (homes.get(edge.one), homes.get(edge.other))
        if home is not None
    )
    return tuple(
        Cluster(
            units=tuple(known[name] for name in sorted(members)),
            joined=tuple(inside.get(members, ())),
            unsure=tuple(sorted(around.get(members, ()), key=lambda edge: (-edge.score, edge.one, edge.other))),
        )
        for members in sorted(set(homes.values()), key=lambda names: min(names))
    )


def _joined(
    dossier: Dossier, known: Mapping[str, Unit], pairs: Pairs, *, decided: Decisions
) -> tuple[dict[str, Home], list[Comparison], list[Comparison]]:
    """Every unit's cluster, the comparisons that were followed, and those that a contradiction forbade to follow."""
    homes = {name: frozenset({name}) for name in known}
    joined: list[Comparison] = []
    blocked: list[Comparison] = []
    for edge in sorted((pair for pair in pairs.values() if pair.answer == "same"), key=_surest):
        one, other = homes[edge.one], homes[edge.other]
        if one is not other and not edge.judged:
            against = _against(dossier, (one, other), pairs, known=known, decided=decided)
            if against is not None:
                blocked.append(_doubted(edge, against))
                continue
        joined.append(edge)
        merged = one | other
        homes.update(dict.fromkeys(merged, merged))
    return homes, joined, blocked


def _grouped(edges: Iterable[tuple[Home, Comparison]]) -> dict[Home, list[Comparison]]:
    found: dict[Home, list[Comparison]] = {}
    for home, edge in edges:
        found.setdefault(home, []).append(edge)
    return found


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
    homes: tuple[Home, Home],
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
    return replace(edge, answer="unsure", reasons=(*edge.reasons, Reason(name=TRANSITIVITY, weight=0.0, why=why)))

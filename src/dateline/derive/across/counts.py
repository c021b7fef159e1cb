"""What is counted in an event: series per side and measure, with who said so and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.origins import origin_of
from dateline.derive.across.stated import stated
from dateline.derive.parts import included, taken_from
from dateline.model.across import CountPoint, CountSeries, PointState
from dateline.model.ledger import Count, LedgerClaim

MEASURES: Mapping[str, str] = MappingProxyType(
    {"kill": "killed", "wound": "wounded", "abduct": "abducted", "arrest": "arrested", "displace": "displaced"}
)
"""What the people counted in a claim of each act are."""
NAMED: Mapping[str, str] = MappingProxyType(
    {"dead": "killed", "deaths": "killed", "bodies": "killed", "injured": "wounded", "kidnapped": "abducted"}
)
NOT_COUNTS = frozenset(
    {"distance", "duration", "age", "share", "share_controlled", "population_share", "money", "time", "unread"}
)
HEADS = frozenset({"people", "households", "unspecified", ""})
"""Units of head counts, where neither the measure nor the act tells what is counted: "three hills" are none."""
PERSONS = frozenset({"people", "households", ""})
"""Units of persons: an act that befalls them says what is counted. Households are a count of their own."""
BEFALLEN = frozenset(
    {
        *MEASURES.values(),
        *NAMED,
        "casualties",
        "losses",
        "missing",
        "surrendered",
        "neutralised",
        "destroyed",
        "shot_down",
    }
)
"""Measures that say what befell those counted, whatever they are called."""

Key = tuple[str, str | None]


def count_series(dossier: Dossier, claims: Iterable[LedgerClaim], *, closed: frozenset[str]) -> tuple[CountSeries, ...]:
    """The series of an event's claims, by measure and side; series that hold only vague words have no figure.

    Low and high span what live origins say. A later figure of one origin supersedes its earlier one; "including three
    children" is a part, and so is "four of the dead" where the same report counts the dead; a copy repeats its
    original; none of these moves the range.
    """
    told = sorted(claims, key=lambda c: c.id)
    wholes = _wholes(told)
    found: dict[Key, list[CountPoint]] = {}
    for claim in told:
        for key, point in _points(dossier, claim, closed=closed, wholes=wholes):
            found.setdefault(key, []).append(point)
    return tuple(_series(key, points) for key, points in sorted(found.items(), key=lambda item: _sortable(item[0])))


def _sortable(key: Key) -> tuple[str, str]:
    return key[0], key[1] or ""


def measure_of(claim: LedgerClaim, count: Count) -> str | None:
    """What is counted: by its own name, else by the act that befalls the people; None for what is no head count."""
    told = count.unit in HEADS or count.measure in BEFALLEN or claim.act in MEASURES or claim.act == "losses"
    if count.measure in NOT_COUNTS or count.unit in ("percent", "share", "km") or not told:
        return None
    if claim.act in MEASURES and (count.measure in ("people", "", "fighters") or count.unit in PERSONS):
        named = NAMED.get(count.measure, count.measure)
        measure = named if named in MEASURES.values() else MEASURES[claim.act]
        return f"{measure}_households" if count.unit == "households" else measure
    return NAMED.get(count.measure, count.measure)


def _points(
    dossier: Dossier, claim: LedgerClaim, *, closed: frozenset[str], wholes: Mapping[tuple[str, str], float]
) -> Iterator[tuple[Key, CountPoint]]:
    for count in claim.counts:
        measure = measure_of(claim, count)
        if measure is None:
            continue
        whole = wholes.get((claim.report, measure))
        low, high = stated(count)
        point = CountPoint(
            claim=claim.id,
            believer=claim.believer,
            origin=origin_of(dossier, claim),
            as_of=dossier.word_day(claim),
            low=low,
            high=high,
            words=count.words,
            state=_state(dossier, claim, closed=closed, part=_is_part(claim, count, whole)),
        )
        yield (measure, None if _of_others(dossier, claim, count) else _side(dossier, claim)), point


def _state(dossier: Dossier, claim: LedgerClaim, *, closed: frozenset[str], part: bool) -> PointState:
    if claim.id in closed:
        return "closed"
    if dossier.source_report(claim) != claim.report:
        return "copy"
    return "part" if part else "live"


def _wholes(claims: Iterable[LedgerClaim]) -> Mapping[tuple[str, str], float]:
    """The largest figure of each report and measure that is taken from no other."""
    found: dict[tuple[str, str], float] = {}
    for claim in claims:
        for count in claim.counts:
            measure, (before, after) = measure_of(claim, count), _around(claim, count)
            if measure is not None and count.low is not None and not (included(before) or taken_from(after)):
                key = (claim.report, measure)
                found[key] = max(count.low, found.get(key, count.low))
    return MappingProxyType(found)


def _is_part(claim: LedgerClaim, count: Count, whole: float | None) -> bool:
    """Whether a figure is a part of a larger one: the words before it say so, or those after it and there is one."""
    before, after = _around(claim, count)
    if included(before):
        return True
    return taken_from(after) and whole is not None and (count.low is None or count.low <= whole)


def _around(claim: LedgerClaim, count: Count) -> tuple[str, str]:
    before, _, after = claim.quote.partition(count.words)
    return (before, after) if count.words in claim.quote else ("", "")


def _of_others(dossier: Dossier, claim: LedgerClaim, count: Count) -> bool:
    """Whether one of several figures counts others than the claim's victims: "three soldiers and 20 militants"."""
    noun = count.words.split()[-1].casefold() if count.words.split() else ""
    victims = [dossier.actor(a).name.casefold() for role in ("patient", "target") for a in claim.roles.get(role, ())]
    beside = [other for other in claim.counts if other.measure == count.measure]
    return len(beside) > 1 and noun.isalpha() and bool(victims) and not any(noun in name.split() for name in victims)


def _side(dossier: Dossier, claim: LedgerClaim) -> str | None:
    """The party of those counted; civilians and unnamed people are one side each."""
    counted = [actor for role in ("patient", "target") for actor in claim.roles.get(role, ())]
    if not counted:
        return None
    actor = dossier.actor(counted[0])
    if actor.kind in ("civilian", "person", "official") or counted[0].startswith("civ:"):
        return "civilians"
    return dossier.party(actor.id).split("@")[0]


def _series(key: Key, points: Sequence[CountPoint]) -> CountSeries:
    marked = _superseded(sorted(points, key=_when))
    live = [p for p in marked if p.state == "live" and p.bounded]
    lows = [p.low for p in live if p.low is not None]
    highs = [p.high for p in live]
    return CountSeries(
        measure=key[0],
        side=key[1],
        low=min(lows, default=None),
        best=_best(live),
        high=None if None in highs else max((h for h in highs if h is not None), default=None),
        points=marked,
    )


def _when(point: CountPoint) -> tuple[date, str, float, str]:
    return (point.as_of or date.min, point.claim, point.low if point.low is not None else -1.0, point.words)


def _superseded(points: Sequence[CountPoint]) -> tuple[CountPoint, ...]:
    """An origin's figures of earlier days give way to those of its last day."""
    last: dict[str, date] = {}
    for point in points:
        if point.state == "live" and point.bounded and point.as_of is not None:
            last[point.origin] = max(point.as_of, last.get(point.origin, point.as_of))
    return tuple(
        replace(p, state="superseded")
        if p.state == "live" and p.as_of is not None and p.as_of < last.get(p.origin, p.as_of)
        else p
        for p in points
    )


def _best(live: Sequence[CountPoint]) -> float | None:
    """The exact figure that most origins give; among equals that of the latest word, if it is one."""
    votes: dict[float, set[str]] = {}
    for point in live:
        if point.low is not None and point.low == point.high:
            votes.setdefault(point.low, set()).add(point.origin)
    most = max((len(who) for who in votes.values()), default=0)
    return _winner([value for value, who in votes.items() if len(who) == most], lambda value: _latest(live, value))


def _winner(values: Iterable[float], weight: Callable[[float], float]) -> float | None:
    ranked = sorted(values, key=weight, reverse=True)
    if not ranked or (len(ranked) > 1 and weight(ranked[0]) == weight(ranked[1])):
        return None
    return ranked[0]


def _latest(live: Sequence[CountPoint], value: float) -> float:
    return float(max((p.as_of.toordinal() for p in live if p.low == value and p.as_of), default=0))

"""Counts that may be compared: who counts what of whom, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, time_of
from dateline.model.sides import same_side
from dateline.model.span import Span
from dateline.model.time import TimeRange
from dateline.model.world import Actor, Quantity

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "killed": "killed", "dead": "killed", "deaths": "killed", "bodies": "killed", "wounded": "wounded",
        "injured": "wounded", "hurt": "wounded", "abducted": "abducted", "kidnapped": "abducted", "arrested": "arrested",
        "detained": "arrested", "captured": "arrested", "displaced": "displaced", "shot_down": "shot down",
        "downed": "shot down",
    }
)  # fmt: skip
ACT_MEASURES: Mapping[str, str] = MappingProxyType(
    {"kill": "killed", "wound": "wounded", "abduct": "abducted", "arrest": "arrested", "displace": "displaced"}
)
GENERIC = frozenset(
    {"people", "persons", "person", "dead", "bodies", "body", "deaths", "casualties", "victims", "killed"}
)
NOT_COUNTS = frozenset({"distance", "duration", "age", "share", "share_controlled", "money", "time"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number of one claim: at least `low`, at most `high` (None: no upper bound)."""

    claim: Claim
    measure: str
    low: float
    high: float | None
    span: Span
    noun: str | None
    patients: tuple[Actor, ...]
    time: TimeRange | None

    @property
    def figure(self) -> float:
        """The number as a reader would name it."""
        return self.low if self.high is None or self.high != self.low else self.high


def counts(case: Case) -> Iterator[Count]:
    """The comparable counts of current claims; "nobody died" counts zero, vague words count nothing."""
    for claim in case.claims:
        if claim.temporal_status in ("current", "ongoing") and claim.modality not in (
            "retracted",
            "planned",
            "possible",
        ):
            yield from _of(case, claim)


def _of(case: Case, claim: Claim) -> Iterator[Count]:
    found = False
    for mention in claim.roles.get("quantity", ()):
        quantity = case.resolution.quantity(mention)
        measure = _measure(claim, quantity) if quantity else None
        if quantity is None or measure is None:
            continue
        found = True
        bounds = _bounds(quantity)
        if bounds is not None:
            zero = claim.polarity == "negative"
            yield _count(
                case,
                claim,
                measure,
                span=case.resolution.mention(mention).span,
                bounds=(0.0, 0.0) if zero else bounds,
                noun=quantity.noun,
            )
    denied = claim.kind == "casualty" and claim.polarity == "negative"
    if denied and not found and claim.act in ACT_MEASURES:
        yield _count(case, claim, ACT_MEASURES[claim.act], span=claim.spans[0], bounds=(0.0, 0.0), noun=None)


def _measure(claim: Claim, quantity: Quantity) -> str | None:
    """What is counted: the quantity's own measure where it names one, else the act of the claim."""
    named = MEASURES.get(quantity.measure)
    if named is not None or quantity.measure in NOT_COUNTS:
        return named
    if quantity.unit not in ("people", "") and quantity.measure not in ("people", ""):
        return None
    return ACT_MEASURES.get(claim.act)


def _bounds(quantity: Quantity) -> tuple[float, float | None] | None:
    """The range of a quantity; round or approximate numbers keep a tenth of play on both sides."""
    if quantity.vague:
        return None
    low = quantity.exact if quantity.low is None else quantity.low
    high = quantity.exact if quantity.high is None else quantity.high
    if low is None:
        return None
    if quantity.approximate and quantity.exact is not None:
        return quantity.exact * 0.9, quantity.exact * 1.1
    return low, high


def _count(
    case: Case, claim: Claim, measure: str, *, span: Span, bounds: tuple[float, float | None], noun: str | None
) -> Count:
    return Count(
        claim=claim,
        measure=measure,
        low=bounds[0],
        high=bounds[1],
        span=span,
        noun=noun.lower() if noun else None,
        patients=actors_in(case, claim, "patient", "target"),
        time=time_of(case, claim),
    )


def disjoint(one: Count, other: Count) -> bool:
    """Whether no number satisfies both."""
    return (one.high is not None and one.high < other.low) or (other.high is not None and other.high < one.low)


def comparable(case: Case, one: Count, other: Count) -> bool:
    """Whether both count the same: measure, those counted, place and time; what is not told may agree."""
    return (
        one.measure == other.measure
        and _same_counted(one, other)
        and _same_place(case, one.claim, other.claim)
        and (one.time is None or other.time is None or one.time.overlaps(other.time))
    )


def _same_counted(one: Count, other: Count) -> bool:
    if one.noun and other.noun and one.noun != other.noun and not {one.noun, other.noun} & GENERIC:
        return False
    if not one.patients or not other.patients:
        return True
    return any(same_side(a, b) for a in one.patients for b in other.patients)


def _same_place(case: Case, one: Claim, other: Claim) -> bool:
    first, second = case.resolution.place(one.place), case.resolution.place(other.place)
    if first is None or second is None:
        return True
    nested = lies_in(case, first.id, second.id) or lies_in(case, second.id, first.id)
    return nested or (first.lat is None or second.lat is None)

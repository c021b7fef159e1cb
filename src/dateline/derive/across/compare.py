"""Whether two units tell of one event: small named features with their weights, and three answers."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.judgements import Decision, Decisions
from dateline.derive.across.recycling import shared_words
from dateline.derive.across.units import Unit, length
from dateline.derive.families import joinable, led_apart
from dateline.model.across import Answer, Comparison
from dateline.model.exclusion import TAKING
from dateline.model.ledger import Count
from dateline.model.record import Reason

SAME = 6.0
UNSURE = 4.0
NEAR_KM = 5.0
"""Kilometres: two names for points as near as this may be one place."""
FAR_KM = 30.0
DAY = 86_400.0

Feature = Reason | None
"""A feature's word on a pair; None where it has nothing to say."""

VETO = -100.0


def compare(dossier: Dossier, one: Unit, other: Unit, *, decided: Decisions) -> Comparison:
    """The comparison of two units, the same whichever comes first."""
    first, second = (one, other) if one.id < other.id else (other, one)
    judged = _judged(first, second, decided)
    if judged is not None:
        return _by_judgement(first, second, judged)
    reasons = reasons_of(dossier, first, second)
    score = total(reasons)
    answer: Answer = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    return Comparison(one=first.id, other=second.id, answer=answer, score=score, reasons=reasons)


def reasons_of(dossier: Dossier, one: Unit, other: Unit) -> tuple[Reason, ...]:
    """What every feature says of two units, in the order of the features."""
    found = (feature(dossier, one, other) for feature in FEATURES)
    return tuple(reason for reason in found if reason is not None)


def total(reasons: Iterable[Reason]) -> float:
    """The sum of the weights."""
    return round(sum(reason.weight for reason in reasons), 3)


def _judged(one: Unit, other: Unit, decided: Decisions) -> Decision | None:
    """What people decided of any two claims of the units; a split outweighs a merge."""
    if not decided.pairs:
        return None
    found = [d for a in one.claims for b in other.claims if (d := decided.of(a.id, b.id)) is not None]
    return min(found, key=lambda d: (d.link != "split", d.judgement), default=None)


def _by_judgement(one: Unit, other: Unit, decision: Decision) -> Comparison:
    same = decision.link == "merge"
    return Comparison(
        one=one.id,
        other=other.id,
        answer="same" if same else "different",
        score=-VETO if same else VETO,
        reasons=(Reason(name="judgement", weight=-VETO if same else VETO, why=f"decided by {decision.judgement}"),),
        judged=decision.judgement,
    )


def act(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """The kind of act: the same, one that tells of the same thing (an attack, its dead), or another."""
    if led_apart(one.families, other.families):
        return Reason(name="act", weight=VETO, why="what leads them is of different kinds")
    if {claim.act for claim in one.claims} & {claim.act for claim in other.claims}:
        return Reason(name="act", weight=1.0, why="the same act")
    if one.families & other.families:
        return Reason(name="act", weight=0.7, why="acts of one family")
    if any(joinable(a, b) for a in one.families for b in other.families):
        return Reason(name="act", weight=0.3, why="acts that may tell of one event")
    return Reason(name="act", weight=VETO, why="acts of different kinds")


def place(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """Where: one place, one inside the other, two points within what is not known of them, or apart."""
    if one.place is None or other.place is None:
        return None
    if one.place.place == other.place.place:
        weight = 0.5 if one.broad else 3.0
        return Reason(name="place", weight=weight, why="the same area" if one.broad else "the same place")
    a, b = one.place.place, other.place.place
    if dossier.lies_in(a, b) or dossier.lies_in(b, a):
        broad = one.broad or other.broad
        return Reason(name="place", weight=0.5 if broad else 2.0, why="one place lies in the other")
    if one.site is not None and one.site == other.site:
        return Reason(name="place", weight=2.0, why="places of one name in the same place")
    if one.broad or other.broad:
        return Reason(name="place", weight=-1.0, why="an area that is not known to hold the place")
    return _by_distance(dossier, one, other)


def _by_distance(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    apart = dossier.apart_km(one.place, other.place) if one.place and other.place else None
    if apart is None:
        return Reason(name="place", weight=-1.0, why="two names, and one of them is on no map")
    km, play = apart
    if km <= max(NEAR_KM, play):
        return Reason(name="place", weight=1.5, why=f"{km:.0f} km apart, within what the words leave open")
    if km <= FAR_KM:
        return Reason(name="place", weight=-1.0, why=f"{km:.0f} km apart")
    return Reason(name="place", weight=VETO, why=f"{km:.0f} km apart")


def day(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """When: the same day, overlapping stretches, neighbouring days, or apart."""
    if one.window is None or other.window is None:
        return Reason(name="day", weight=-1.0, why="a day is not known")
    if one.window.overlaps(other.window):
        return _overlapping(one, other)
    gap = _gap_days(one, other)
    if gap <= 1 and one.dated and other.dated:
        return Reason(name="day", weight=-0.5, why="told of neighbouring days")
    return Reason(name="day", weight=VETO, why="told of different days")


def _overlapping(one: Unit, other: Unit) -> Feature:
    longest = max(length(w) for w in (one.window, other.window) if w is not None)
    if not (one.dated and other.dated):
        return Reason(name="day", weight=1.0, why="the day of one is bounded by its publication only")
    if longest <= DAY:
        return Reason(name="day", weight=2.0, why="the same day")
    if longest <= 3 * DAY:
        return Reason(name="day", weight=1.5, why="overlapping days")
    return Reason(name="day", weight=0.5, why="overlapping stretches of days")


def _gap_days(one: Unit, other: Unit) -> float:
    """Whole days between two windows that do not overlap."""
    ends = [(a.window.latest, b.window.earliest) for a, b in ((one, other), (other, one)) if a.window and b.window]
    gaps = [(start - end).total_seconds() / DAY for end, start in ends if end is not None and start is not None]
    return max(gaps, default=0.0)


def parties(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """Who takes part: somebody in both, or on both sides nobody of the other's; who is unnamed may be anybody."""
    if not one.parties or not other.parties:
        return None
    shared = {a for a in one.parties if any(dossier.same_side(a, b) or dossier.so_called(a, b) for b in other.parties)}
    if any(not dossier.unnamed(a) for a in shared):
        return Reason(name="parties", weight=1.2, why="a party takes part in both")
    if shared:
        return Reason(name="parties", weight=0.4, why="both tell of the same unnamed people")
    if any(dossier.opposed(a, b) for a in one.parties for b in other.parties):
        return Reason(name="parties", weight=-1.0, why="no party takes part in both")
    return None


def agents(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """Rival accounts may blame different parties for one event: that alone parts nothing, it makes it less sure."""
    if not one.agents or not other.agents:
        return None
    if all(dossier.opposed(a, b) for a in one.agents for b in other.agents):
        return Reason(name="agents", weight=-0.6, why="different parties are said to have done it")
    return None


def takeover(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """Who has taken a place does not take it again before it is lost: it is rarer than raids on one town."""
    places = {unit.place.place for unit in (one, other) if unit.place is not None and not unit.broad}
    taken = all(any(claim.act in TAKING for claim in unit.claims) for unit in (one, other))
    apart = any(dossier.opposed(a, b) for a in one.agents for b in other.agents)
    if not taken or apart or one.place is None or other.place is None or len(places) != 1:
        return None
    return Reason(name="takeover", weight=0.6, why="one place is taken, by nobody of the other's enemies")


def numbers(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """What is counted: the same figure of the same measure, or figures that exclude each other."""
    pairs = [(a, b) for a in one.counts for b in other.counts if a.measure == b.measure and _told(a) and _told(b)]
    if not pairs:
        return None
    if any((a.low, a.high) == (b.low, b.high) for a, b in pairs):
        return Reason(name="numbers", weight=1.2, why="the same figure")
    if any(_apart(a, b) for a, b in pairs):
        return Reason(name="numbers", weight=-0.3, why="figures differ, as rival or later ones do")
    return Reason(name="numbers", weight=0.4, why="figures agree")


def _told(count: Count) -> bool:
    return count.low is not None


def _apart(one: Count, other: Count) -> bool:
    return (one.high is not None and other.low is not None and one.high < other.low) or (
        other.high is not None and one.low is not None and other.high < one.low
    )


def wording(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """Words that both use: means, victims, targets."""
    texts = tuple(" ".join(claim.quote for claim in unit.claims) for unit in (one, other))
    share = shared_words(texts)
    if share < 0.1:
        return None
    return Reason(
        name="wording", weight=round(min(1.5, 3 * share), 3), why=f"{share:.0%} of the telling words are shared"
    )


def whole_report(dossier: Dossier, one: Unit, other: Unit) -> Feature:
    """One report tells of one event once: what its own derivation kept apart stays apart, unless all else agrees."""
    if one.report != other.report:
        return None
    return Reason(name="report", weight=VETO, why="one report tells of them as two")


FEATURES = (act, place, day, parties, agents, takeover, numbers, wording, whole_report)

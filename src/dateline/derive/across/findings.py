"""Contradictions and dependence between reports, as documented findings: both sides, and what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from dateline.derive.across.control import control_of
from dateline.derive.across.corrections import closures
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.events import events_of
from dateline.derive.across.origins import origin_of
from dateline.model.across import AcrossEvent, AcrossFinding, BelieverState, ControlRow, CountPoint
from dateline.model.ledger import Holdings, LedgerClaim
from dateline.model.totals import about
from dateline.model.vocabulary import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A documented code, its type and how much it weighs."""

    code: str
    type: str
    severity: Severity


CONTROL = Kind(code="C101", type="control_conflict", severity="error")
PART = Kind(code="C101", type="control_conflict", severity="warning")
COUNT = Kind(code="N101", type="count_conflict", severity="error")
UPDATE = Kind(code="N104", type="value_update", severity="info")
DENIAL = Kind(code="A111", type="denial", severity="warning")
RETRACTION = Kind(code="A112", type="retraction", severity="error")
RECYCLED = Kind(code="A115", type="recycled_text", severity="warning")
ONE_ORIGIN = Kind(code="A102", type="source_dependence", severity="warning")
AGENTS = Kind(code="C110", type="agent_conflict", severity="warning")
DAYS = Kind(code="C111", type="day_conflict", severity="warning")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Everything derived that findings are about; `told` and `held` are events and control rows derived already."""

    dossier: Dossier
    told: tuple[AcrossEvent, ...] | None = None
    held: tuple[ControlRow, ...] | None = None

    @cached_property
    def events(self) -> tuple[AcrossEvent, ...]:
        """The events over all reports."""
        return events_of(self.dossier) if self.told is None else self.told

    @cached_property
    def control(self) -> tuple[ControlRow, ...]:
        """The control rows as far as all is known."""
        return control_of(self.dossier) if self.held is None else self.held

    def claims(self, names: Iterable[str]) -> list[LedgerClaim]:
        """The claims with these ids."""
        return [self.dossier.claims[name] for name in names if name in self.dossier.claims]

    def one_report(self, one: CountPoint, other: CountPoint) -> bool:
        """Whether both figures stand in one report: its own checks tell of that."""
        return self.dossier.claims[one.claim].report == self.dossier.claims[other.claim].report


def findings_across(holdings: Holdings) -> tuple[AcrossFinding, ...]:
    """Every contradiction between reports, copies and shared origins, by finding id; each id once."""
    return findings_of(Picture(dossier=Dossier(holdings=holdings)))


def findings_of(picture: Picture) -> tuple[AcrossFinding, ...]:
    """The findings of a picture; see `findings_across`."""
    found = {finding.id: finding for check in CHECKS for finding in check(picture)}
    return tuple(found[name] for name in sorted(found))


def holds_conflict(picture: Picture) -> Iterator[AcrossFinding]:
    """Two live states of one place by voices of different reports that exclude each other."""
    for row in picture.control:
        states = {state.control: state for state in row.states}
        for one, other in ((states[a], states[b]) for a, b in row.conflicts if a in states and b in states):
            if one.report != other.report:
                kind = CONTROL if one.place == other.place else PART
                why = f"{one.believer}: {_dated(one)}; {other.believer}: {_dated(other)}"
                yield _finding(picture, kind, (*one.claims, *other.claims), why=why, place=row.place)


def counts_conflict(picture: Picture) -> Iterator[AcrossFinding]:
    """Live figures of different origins for one side of one event that no number satisfies."""
    for event in picture.events:
        for series in event.counts:
            live = [p for p in series.points if p.state == "live" and p.bounded]
            for one, other in combinations(live, 2):
                if one.origin != other.origin and _disjoint(one, other) and not picture.one_report(one, other):
                    whom = f"{series.side or 'people'} {series.measure}"
                    why = f"{whom}: {one.believer} says “{one.words}”, {other.believer} “{other.words}”"
                    yield _finding(picture, COUNT, (one.claim, other.claim), why=why, event=event.id)


def counts_updated(picture: Picture) -> Iterator[AcrossFinding]:
    """An origin's later figure takes the place of its earlier one."""
    for event in picture.events:
        for series in event.counts:
            for old in (point for point in series.points if point.state == "superseded"):
                new = [p for p in series.points if p.state == "live" and p.origin == old.origin]
                if new and (new[-1].low, new[-1].high) != (old.low, old.high):
                    why = f"{old.believer}: “{old.words}” ({old.as_of}), later “{new[-1].words}” ({new[-1].as_of})"
                    yield _finding(picture, UPDATE, (old.claim, new[-1].claim), why=why, event=event.id)


def who_did_it(picture: Picture) -> Iterator[AcrossFinding]:
    """Different parties are said to have done the same thing, by voices of different reports."""
    for event in picture.events:
        acting = [c for c in picture.claims(event.claims) if c.roles.get("agent") and c.id not in event.closed]
        for one, other in combinations(acting, 2):
            if one.report != other.report and one.act == other.act and _other_agents(picture.dossier, one, other):
                names = (" and ".join(c.roles["agent"]) for c in (one, other))
                why = f"according to {one.believer}, it was {next(names)}; according to {other.believer}, {next(names)}"
                yield _finding(picture, AGENTS, (one.id, other.id), why=why, event=event.id)


def which_day(picture: Picture) -> Iterator[AcrossFinding]:
    """One event told of days that do not overlap."""
    for event in picture.events:
        dated = [c for c in picture.claims(event.claims) if c.days is not None and c.id not in event.closed]
        for one, other in combinations(dated, 2):
            apart = one.days is not None and other.days is not None and not one.days.overlaps(other.days)
            if apart and one.report != other.report and one.days and other.days:
                why = f"{one.believer}: {one.days.iso()}; {other.believer}: {other.days.iso()}"
                yield _finding(picture, DAYS, (one.id, other.id), why=why, event=event.id)


def denied(picture: Picture) -> Iterator[AcrossFinding]:
    """A voice of another report denies an event."""
    for event in picture.events:
        for denial in picture.claims(event.denied_by):
            if denial.report not in event.reports or len(event.reports) > 1:
                others = [voice for voice in event.claimed_by if voice != denial.believer] or event.claimed_by
                says = "says" if len(others) == 1 else "say"
                why = f"{denial.believer} denies what {' and '.join(others)} {says}"
                yield _finding(picture, DENIAL, (denial.id, *event.claims), why=why, event=event.id)


def corrected(picture: Picture) -> Iterator[AcrossFinding]:
    """A publisher's correction withdraws a claim of an earlier report."""
    for closure in closures(picture.dossier):
        names = tuple(name for name in (closure.claim, closure.by_claim, *closure.replaced_by) if name)
        yield _finding(picture, RETRACTION, names, why=closure.why)


def copied(picture: Picture) -> Iterator[AcrossFinding]:
    """A report repeats the words of an earlier one."""
    for found in picture.dossier.recycling:
        why = f"{found.share:.0%} of the words of {found.report} stand in {found.original}; they are counted once"
        reports = (found.report, found.original)
        yield AcrossFinding(
            id=_id(RECYCLED, reports),
            code=RECYCLED.code,
            type=RECYCLED.type,
            severity=RECYCLED.severity,
            claims=(),
            reports=reports,
            explanation=why,
        )


def one_origin(picture: Picture) -> Iterator[AcrossFinding]:
    """An event that several publishers tell of rests on one origin."""
    for event in picture.events:
        publishers = {picture.dossier.reports[r].publisher for r in event.reports if r in picture.dossier.reports}
        if len(publishers) > 1 and len(event.origins) == 1:
            why = f"{len(publishers)} publishers, one origin: {event.origins[0]}"
            yield _finding(picture, ONE_ORIGIN, event.claims, why=why, event=event.id)


CHECKS: Sequence[Callable[[Picture], Iterable[AcrossFinding]]] = (
    holds_conflict,
    counts_conflict,
    counts_updated,
    who_did_it,
    which_day,
    denied,
    corrected,
    copied,
    one_origin,
)


PLAY = 0.1
"""How far off a number may be that a voice calls approximate; a convention, as in the record."""


def _other_agents(dossier: Dossier, one: LedgerClaim, other: LedgerClaim) -> bool:
    if origin_of(dossier, one) == origin_of(dossier, other):
        return False
    return all(dossier.opposed(a, b) for a in one.roles["agent"] for b in other.roles["agent"])


def _disjoint(one: CountPoint, other: CountPoint) -> bool:
    """Whether no number satisfies both; a number that is only named as about right has a tenth of play."""
    pairs = ((one, other), (other, one))
    return any(
        a.high is not None and b.low is not None and a.high * (1 + _play(a)) < b.low * (1 - _play(b)) for a, b in pairs
    )


def _play(point: CountPoint) -> float:
    return PLAY if about(point.words) else 0.0


def _dated(state: BelieverState) -> str:
    return f"{state.words} (word of {state.word})" if state.word else state.words


def _finding(
    picture: Picture, kind: Kind, claims: Sequence[str], *, why: str, place: str | None = None, event: str | None = None
) -> AcrossFinding:
    names = tuple(dict.fromkeys(claims))
    return AcrossFinding(
        id=_id(kind, (*names, place) if place else names),
        code=kind.code,
        type=kind.type,
        severity=kind.severity,
        claims=names,
        reports=tuple(sorted({claim.report for claim in picture.claims(names)})),
        explanation=why,
        place=place,
        event=event,
    )


def _id(kind: Kind, names: Sequence[str]) -> str:
    return "f" + hashlib.sha256("\n".join((kind.code, *sorted(names))).encode()).hexdigest()[:16]

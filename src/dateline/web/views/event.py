"""One event: who tells of it and in which words, what joined their words, and what stands beside it unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from dateline.export.shared import ExportClaim, ExportEvent
from dateline.export.visible import one_line
from dateline.export.vocabulary import place_kind, plain
from dateline.model.across import AcrossEvent, Comparison
from dateline.web.views.counts import Series, series
from dateline.web.views.event_rows import EventRow, event_row
from dateline.web.views.matrix import Matrix, matrix
from dateline.web.views.told import Told, told

MOST_CLAIMS = 300
"""Claims whose words one screen shows; the JSON of the event has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims were taken for one event, or nearly: every feature with its weight."""

    one: Told
    other: Told
    answer: str
    score: str
    judged: bool
    reasons: tuple[tuple[str, str, str], ...]
    event: EventRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What an outside codebook would make of the event, and the rule that decided."""

    codebook: str
    values: tuple[tuple[str, str], ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Everything that the screen of an event shows; `one_report`: some report tells of it more than once."""

    row: EventRow
    matrix: Matrix
    tell: tuple[Told, ...]
    deny: tuple[Told, ...]
    counts: tuple[Series, ...]
    joined: tuple[Link, ...]
    unsure: tuple[Link, ...]
    codings: tuple[Coding, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    uncertainty: str
    recorded: str
    more: int
    one_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is needed beside the event: its derivation, who denies it, every claim and name that may be shown.

    `event_of` finds the event that a claim belongs to.
    """

    across: AcrossEvent | None
    denials: tuple[ExportClaim, ...]
    claims: Mapping[str, ExportClaim]
    name: Callable[[str], str]
    event_of: Callable[[str], ExportEvent | None]


def event_view(event: ExportEvent, around: Around) -> EventView:
    """The event with its claims, those that deny it, and its neighbours."""
    claims = (*around.denials, *event.claims)
    words = tuple(told(claim) for claim in islice(claims, MOST_CLAIMS))
    across = around.across
    return EventView(
        row=event_row(event, around.denials),
        matrix=matrix(claims),
        tell=tuple(one for one in words if not one.against),
        deny=tuple(one for one in words if one.against),
        counts=series(across.counts if across else (), around.claims, name=around.name),
        joined=tuple(_links(across.joined if across else (), around, event)),
        unsure=tuple(_links(across.unsure if across else (), around, event)),
        codings=tuple(_codings(event)),
        sides=tuple(_sides(event)),
        uncertainty=_uncertainty(event),
        more=len(claims) - len(words),
        one_report=len({claim.report.id for claim in event.claims}) < len(event.claims),
        recorded=event.recorded.strftime("%Y-%m-%d %H:%M UTC"),
    )


def _links(found: Iterable[Comparison], around: Around, event: ExportEvent) -> Iterator[Link]:
    own = {claim.id for claim in event.claims}
    for one in sorted(found, key=lambda c: (-c.score, c.one, c.other)):
        first, second = (one.one, one.other) if one.one in own else (one.other, one.one)
        here, there = around.claims.get(first), around.claims.get(second)
        if here is not None and there is not None:
            other = None if there.id in own else around.event_of(there.id)
            yield Link(
                one=told(here),
                other=told(there),
                answer=one.answer,
                score=f"{one.score:.1f}",
                judged=one.judged is not None,
                reasons=tuple((plain(r.name), f"{r.weight:+.1f}", one_line(r.why)) for r in one.reasons),
                event=event_row(other) if other else None,
            )


def _codings(event: ExportEvent) -> Iterator[Coding]:
    for book, values in event.projections.items():
        shown = ((plain(key), _value(value)) for key, value in values.items() if key not in ("rule", "missing"))
        yield Coding(
            codebook=book.upper(),
            values=tuple((key, value) for key, value in shown if value),
            rule=one_line(str(values.get("rule") or "")),
        )


def _value(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_value, value)))
    return one_line(f"{value:g}" if isinstance(value, float) else str(value))


def _sides(event: ExportEvent) -> Iterator[tuple[str, tuple[str, ...]]]:
    for heading, actors in (("Said to have acted", event.actor1), ("Said to have been acted on", event.actor2)):
        names = tuple(dict.fromkeys(one_line(actor.name) for actor in actors))
        if names:
            yield heading, names


def _uncertainty(event: ExportEvent) -> str:
    place = event.place
    if place is None:
        return "no place is stated"
    if place.lat is None:
        return "on no map that Dateline has"
    if place.coarsened:
        return "shown as its first-level division, to protect who is there"
    if place.uncertainty_m:
        km = place.uncertainty_m / 1000
        return f"within {km:g} km" if km >= 1 else f"within {place.uncertainty_m:g} m"
    return place_kind(place.kind) if place.kind else ""

"""Events as lines of a list: the voices first, then what they tell, and who speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.export.shared import ExportClaim, ExportEvent, Figures
from dateline.export.visible import one_line
from dateline.export.wording import when
from dateline.web.views.told import joined, place_words, voices_of
from dateline.web.views.words import many, precision

MOST_VOICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event of a list. `lead` and `voice` begin its sentence: "According to" whom, else "Denied by" whom alone.

    `denied_by` is empty where the sentence says it already; `day` is the first day, empty where none is known.
    """

    id: str
    label: str
    lead: str
    voice: str
    denied_by: str
    status: str
    disputed: bool
    when: str
    precision: str
    day: str
    place: str
    place_id: str
    facts: tuple[str, ...]


def event_row(event: ExportEvent, denials: Iterable[ExportClaim] = ()) -> EventRow:
    """The event as a line; `denials` are claims outside the event that speak against it."""
    tell, deny = voices_of((*event.claims, *denials))
    day = event.days.first_day if event.days else None
    return EventRow(
        id=event.id,
        label=one_line(event.label),
        lead="According to" if tell or not deny else "Denied by",
        voice=joined(tell or deny, most=MOST_VOICES) or "a voice that is not shown",
        denied_by=joined(deny, most=MOST_VOICES) if tell else "",
        status="disputed" if event.disputed else event.status,
        disputed=event.disputed,
        when=when(event.days),
        precision=precision(event.days),
        day=day.isoformat() if day else "",
        place=place_words(event.place),
        place_id=event.place.id if event.place else "",
        facts=tuple(_facts(event)),
    )


def _facts(event: ExportEvent) -> Iterator[str]:
    deaths = deaths_words(event.fatalities)
    if deaths:
        yield deaths
    yield many(event.origins, "origin")
    yield many(len({claim.report.id for claim in event.claims}), "report")


def deaths_words(figures: Figures) -> str:
    """Deaths as voices give them; empty where nobody gives a number."""
    if figures.low is None:
        return ""
    if figures.low == figures.high:
        return f"deaths said: {figures.low:g}"
    return f"deaths said: {figures.low:g} {'or more' if figures.high is None else f'to {figures.high:g}'}"

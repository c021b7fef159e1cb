"""Events as lines of a list: the voices first, then what they tell, and who speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.export.figures import figures
from dateline.export.formats.facets import denies
from dateline.export.shared import ExportClaim, ExportEvent
from dateline.export.visible import one_line
from dateline.export.wording import when
from dateline.model.act_nouns import act_noun
from dateline.web.views.place_words import place_name, place_words
from dateline.web.views.told import Told, joined, told, voices_of
from dateline.web.views.words import many, precision

MOST_VOICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event of a list. `lead` and `voice` begin its sentence: "According to" whom, else "Denied by" whom alone.

    `parties` are who is said to have acted and to whom it was done; `quoted` is the first claim whose words may be shown.
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
    parties: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    quoted: Told | None


def event_row(event: ExportEvent, denials: Iterable[ExportClaim] = ()) -> EventRow:
    """The event as a line; `denials` are claims outside the event that speak against it."""
    tell, deny = voices_of((*event.telling, *denials))
    day = event.days.first_day if event.days else None
    return EventRow(
        id=event.id,
        label=event_label(event),
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
        parties=tuple(_parties(event)),
        facts=tuple(_facts(event)),
        quoted=_quoted(event),
    )


def event_label(event: ExportEvent) -> str:
    """What is told, in a few words; a place that is shown no closer is somewhere in its division, not the division."""
    if event.place is None or not event.place.coarsened:
        return one_line(event.label)
    return f"{act_noun(event.act)} {place_name(event.place)}"


def _parties(event: ExportEvent) -> Iterator[tuple[str, str]]:
    for role, actors in (("who", event.actor1), ("to whom", event.actor2)):
        names = joined(dict.fromkeys(one_line(actor.name) for actor in actors), most=MOST_VOICES)
        if names:
            yield role, names


def _quoted(event: ExportEvent) -> Told | None:
    """Of the words that affirm it the first that are the event's own act; others where none are."""
    shown = [claim for claim in event.claims if claim.quote and not denies(claim)]
    own = next((claim for claim in shown if claim.act == event.act), next(iter(shown), None))
    return told(own) if own is not None else None


def _facts(event: ExportEvent) -> Iterator[str]:
    yield from figures(event)
    yield many(event.origins, "independent origin")
    yield many(len({claim.report.id for claim in event.claims}), "report")

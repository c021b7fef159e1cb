"""What passed the safety filter, in order, and whether a row fits a question.

Questions are put to what is shown, never to what is kept: a box drawn around a coarsened place finds nothing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.export.formats.facets import denies, point
from dateline.export.shared import ExportActor, ExportClaim, ExportEvent, ExportPlace, Shared
from dateline.model.time import TimeRange
from dateline.web.asked import Box, Selection

Key = tuple[str, ...]
LAST = "9999-99-99"


def event_key(event: ExportEvent) -> Key:
    """By day, those without one last."""
    return (_first(event.days), event.id)


def claim_key(claim: ExportClaim) -> Key:
    """In the order in which they came in."""
    return (claim.recorded.isoformat(), claim.report.id, claim.id)


def _first(days: TimeRange | None) -> str:
    first = days.first_day or days.last_day if days else None
    return first.isoformat() if first else LAST


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything of a ledger as it may be shown, by id and in order."""

    shared: Shared

    @cached_property
    def events(self) -> tuple[ExportEvent, ...]:
        """The events by day."""
        return tuple(sorted(self.shared.events, key=event_key))

    @cached_property
    def claims(self) -> tuple[ExportClaim, ...]:
        """The claims in the order in which they came in."""
        return tuple(sorted(self.shared.claims, key=claim_key))

    @cached_property
    def event(self) -> Mapping[str, ExportEvent]:
        """The events by id."""
        return {event.id: event for event in self.shared.events}

    @cached_property
    def claim(self) -> Mapping[str, ExportClaim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.shared.claims}


def fits_event(event: ExportEvent, asked: Selection) -> bool:
    """Whether an event is among those asked for."""
    return (
        asked.act in (None, event.act)
        and asked.status in (None, event.status)
        and (asked.box is None or _inside(event.place, asked.box))
        and _during(event.days, asked.days)
        and (asked.place is None or _there(event.place, asked.place))
        and _told(event.claims, asked)
        and (asked.q is None or _says(_words_of_event(event), asked.q))
    )


def _told(claims: Iterable[ExportClaim], asked: Selection) -> bool:
    """Whether one claim is told so, by one of these voices, by this publisher."""
    if asked.modality is None and not asked.speaker and asked.source is None:
        return True
    return any(_is_told(claim, asked) and not (asked.speaker and denies(claim)) for claim in claims)


def _is_told(claim: ExportClaim, asked: Selection) -> bool:
    return (
        asked.modality in (None, claim.modality)
        and (not asked.speaker or any(_is_called(claim.believer, name) for name in asked.speaker))
        and (asked.source is None or _is_source(claim, asked.source))
    )


def _is_source(claim: ExportClaim, name: str) -> bool:
    return folded(claim.report.publisher) == folded(name) or (bool(claim.voices) and _is_called(claim.voices[0], name))


def fits_claim(claim: ExportClaim, asked: Selection) -> bool:
    """Whether a claim is among those asked for."""
    return (
        asked.act in (None, claim.act)
        and (asked.box is None or _inside(claim.place, asked.box))
        and _during(claim.days, asked.days)
        and (asked.place is None or _there(claim.place, asked.place))
        and _is_told(claim, asked)
        and (asked.q is None or _says(_words_of_claim(claim), asked.q))
    )


def _inside(place: ExportPlace | None, box: Box) -> bool:
    where = point(place)
    if where is None:
        return False
    west, south, east, north = box
    lon, lat = where
    within = west <= lon <= east if west <= east else lon >= west or lon <= east
    return within and south <= lat <= north


def _during(days: TimeRange | None, wanted: TimeRange | None) -> bool:
    return wanted is None or (days is not None and days.overlaps(wanted))


def _there(place: ExportPlace | None, name: str) -> bool:
    return place is not None and (place.id == name or folded(place.name) == folded(name))


def _is_called(actor: ExportActor, name: str) -> bool:
    return actor.id == name or folded(actor.name) == folded(name)


def folded(name: str) -> str:
    """A name without regard to case, spaces and its article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _says(words: Iterable[str], q: str) -> bool:
    text = "\n".join(words).casefold()
    return all(word in text for word in q.casefold().split())


def _words_of_event(event: ExportEvent) -> Iterable[str]:
    yield event.label
    if event.place:
        yield event.place.name
    for claim in event.claims:
        yield from _words_of_claim(claim)


def _words_of_claim(claim: ExportClaim) -> Iterable[str]:
    yield claim.quote
    yield from (actor.name for actor in claim.voices)
    yield from (name for names in claim.roles.values() for name in names)
    if claim.place:
        yield claim.place.name

"""What passes the safety filter, in order, and whether a row fits a question.

Questions are put to what is shown, never to what is kept: a box drawn around a coarsened place finds nothing there. Rows
are light: what they are asked for is ready, their words are filtered when a page shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.desk.sharing import Shelf
from dateline.export.masks import PERSON, PLACE, PROTECTED_PLACE
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, Shared
from dateline.web.asked import Selection
from dateline.web.made import Made, MadeById
from dateline.web.rows import ClaimRow, EventRow, Grid, Maker, Row, folded, is_called

_MASKS = f"{PERSON} {PLACE} {PROTECTED_PLACE}".casefold()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything of a ledger as it may be shown, by id and in order."""

    shelf: Shelf
    _words: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def event_rows(self) -> tuple[EventRow, ...]:
        """The events by day, those without one last."""
        maker = Maker(self.shelf)
        return tuple(sorted(map(maker.event, self.shelf.sieve.gathered.events), key=lambda row: row.key))

    @cached_property
    def claim_rows(self) -> tuple[ClaimRow, ...]:
        """The claims in the order in which they came in."""
        maker = Maker(self.shelf)
        return tuple(sorted(map(maker.claim, self.shelf.sieve.gathered.claims), key=lambda row: row.key))

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[ClaimRow]]:
        """The claims by their report."""
        found: dict[str, list[ClaimRow]] = {}
        for row in self.claim_rows:
            found.setdefault(row.kept.report.id, []).append(row)
        return found

    @cached_property
    def event(self) -> Mapping[str, ExportEvent]:
        """The events by id."""
        rows = {row.id: row.kept for row in self.event_rows}
        return MadeById(rows, lambda key: self.shelf.part((rows[key],)).events[0])

    @cached_property
    def claim(self) -> Mapping[str, ExportClaim]:
        """The claims by id."""
        rows = {claim.id: claim for claim in self.shelf.sieve.gathered.claims}
        return MadeById(rows, lambda key: self.shelf.sieve.claim(rows[key]))

    @cached_property
    def hold(self) -> Mapping[str, ExportHold]:
        """The holds by id."""
        rows = {hold.id: hold for hold in self.shelf.sieve.gathered.holds}
        return MadeById(rows, lambda key: self.shelf.sieve.hold(rows[key]))

    @property
    def events(self) -> Sequence[ExportEvent]:
        """The events by day."""
        return Made([row.id for row in self.event_rows], self.event)

    @property
    def claims(self) -> Sequence[ExportClaim]:
        """The claims in the order in which they came in."""
        return Made([row.id for row in self.claim_rows], self.claim)

    @property
    def holds(self) -> Sequence[ExportHold]:
        """The holds."""
        return Made(list(self.hold), self.hold)

    @cached_property
    def shared(self) -> Shared:
        """All of it, ready for an exporter."""
        return Shared(
            events=tuple(self.events), claims=tuple(self.claims), holds=tuple(self.holds), terms=self.shelf.sieve.terms
        )

    def events_that_fit(self, asked: Selection) -> list[EventRow]:
        """The events asked for, by day."""
        rows = self.event_rows if asked.box is None else self._event_grid.within(asked.box)
        return [row for row in rows if _fits_event(row, asked) and self._says(row, asked.q)]

    def claims_that_fit(self, asked: Selection) -> list[ClaimRow]:
        """The claims asked for, as they came in."""
        rows = self.claim_rows if asked.box is None else self._claim_grid.within(asked.box)
        return [row for row in rows if _fits_claim(row, asked) and self._says(row, asked.q)]

    @cached_property
    def _event_grid(self) -> Grid[EventRow]:
        return Grid(self.event_rows)

    @cached_property
    def _claim_grid(self) -> Grid[ClaimRow]:
        return Grid(self.claim_rows)

    def _says(self, row: EventRow | ClaimRow, q: str | None) -> bool:
        """Whether all words stand in what is shown; what does not even stand in what is kept need not be filtered first."""
        if q is None:
            return True
        words = q.casefold().split()
        kept = not row.guarded and not any("[" in word or "]" in word or word in _MASKS for word in words)
        if kept and not all(word in self._kept_words(row) for word in words):
            return False
        shown = _words(self.event[row.id] if isinstance(row, EventRow) else self.claim[row.id])
        return all(word in shown for word in words)

    def _kept_words(self, row: EventRow | ClaimRow) -> str:
        if row.id not in self._words:
            self._words[row.id] = _words(row.kept)
        return self._words[row.id]


def _words(told: ExportEvent | ExportClaim) -> str:
    words = _words_of_event(told) if isinstance(told, ExportEvent) else _words_of_claim(told)
    return "\n".join(words).casefold()


def _words_of_event(event: ExportEvent) -> Iterator[str]:
    yield event.label
    if event.place:
        yield event.place.name
    for claim in event.claims:
        yield from _words_of_claim(claim)


def _words_of_claim(claim: ExportClaim) -> Iterator[str]:
    yield claim.quote
    yield from (actor.name for actor in claim.voices)
    yield from (name for names in claim.roles.values() for name in names)
    if claim.place:
        yield claim.place.name


def _fits_event(row: EventRow, asked: Selection) -> bool:
    return asked.status in (None, row.status) and _fits(row, asked, denying=False)


def _fits_claim(row: ClaimRow, asked: Selection) -> bool:
    return _fits(row, asked, denying=True)


def _fits(row: Row, asked: Selection, *, denying: bool) -> bool:
    """All but the box and the words; an event is by the voices that affirm it, a claim by its own."""
    days = asked.days
    return (
        asked.act in (None, row.act)
        and (days is None or (row.days is not None and row.days.overlaps(days)))
        and (asked.place is None or (row.place is not None and is_called(row.place, asked.place)))
        and _is_told(row, asked, denying=denying)
    )


def _is_told(row: Row, asked: Selection, *, denying: bool) -> bool:
    if asked.modality is None and not asked.speaker and asked.source is None:
        return True
    speakers = {call for name in asked.speaker for call in (name, folded(name))}
    sources = {asked.source, folded(asked.source)} if asked.source else set()
    return any(
        asked.modality in (None, told.modality)
        and (not speakers or (bool(speakers & told.called) and (denying or not told.denies)))
        and (not sources or bool(sources & told.sources))
        for told in row.told
    )

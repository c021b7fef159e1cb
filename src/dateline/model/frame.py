"""The frame of a report: the parts of the text that are no content."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a report says who files it, from where and when; every part may be missing.

    `slugs` are the agency lines ("XPA – Gao (Mali) – "; a corrected version brings a second one), `agency`,
    `place`, `country` and `date` their parts, `headline` a title line that stands before the text, `headers` lines
    of a release's head, `byline` the sign-off codes at the end ("ab/cd/XPA") with `signed` the agency among
    them, `marker` the word of an editorial kind ("CORRECTION"), `kind` the document type that the frame shows.
    `labels` stand before lines of a list and say where, when or on what they are ("5 March, Sittwe:", "Access:"), `label_places`
    what may be a place in them: behind a day, or alone.
    """

    slugs: tuple[Span, ...] = ()
    agency: Span | None = None
    place: Span | None = None
    country: Span | None = None
    date: Span | None = None
    headline: Span | None = None
    headers: tuple[Span, ...] = ()
    byline: Span | None = None
    signed: Span | None = None
    marker: Span | None = None
    labels: tuple[Span, ...] = ()
    label_places: tuple[Span, ...] = ()
    kind: str = "wire_dispatch"

    @property
    def outside(self) -> tuple[Span, ...]:
        """The stretches that are no content, in text order."""
        byline = (self.byline,) if self.byline else ()
        return tuple(sorted((*self.slugs, *self.headers, *self.labels, *byline)))

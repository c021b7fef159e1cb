"""The frame of a report: the parts of the text that are no content."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a report says who files it, from where and when; every part may be missing.

    `slug` is the whole agency line ("APA – Bamako (Mali) – "), `agency`, `place`, `country` and `date` its
    parts, `headline` a title line that stands before it, `byline` the sign-off codes at the end
    ("MD/ac/lb/as/APA") with `signed` the agency among them, `marker` the word of an editorial kind
    ("CORRECTION"), `kind` the document type that the frame shows.
    """

    slug: Span | None = None
    agency: Span | None = None
    place: Span | None = None
    country: Span | None = None
    date: Span | None = None
    headline: Span | None = None
    byline: Span | None = None
    signed: Span | None = None
    marker: Span | None = None
    kind: str = "wire_dispatch"

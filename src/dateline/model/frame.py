"""The frame of a report: the parts of the text that are no content, and what they say of the content."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.signs import Sign
from dateline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A line of a head ("Published: 12 March 2024"): what it is about, the whole line, and its value.

    `name` is publisher, published, place, country, headline, author or other; "Date:" and its like are `published`.
    """

    name: str
    line: Span
    value: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number that a column or a field counts: the act it counts, the words of the heading, and the number."""

    act: str
    heading: Span
    number: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that something beside them dates, places or attributes: a row of a table, a record, a passed-on post.

    `contents` are read as prose; `setting` says when and where, the nearest place first; `source` whose word it is,
    under the words of `cue` ("Source", "RT"); `agent` who did it, by a column of its own.
    A `section` is all that stands below a heading, in whole sentences.
    """

    contents: tuple[Span, ...]
    setting: tuple[Span, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    agent: Span | None = None
    tallies: tuple[Tally, ...] = ()
    section: bool = False

    def covers(self, offset: int) -> bool:
        """Whether a code point lies in what this passage tells."""
        numbers = (tally.number for tally in self.tallies)
        return any(span.start <= offset < span.end for span in (*self.contents, *numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a report says who files it, from where and when; every part may be missing.

    `slugs` are the agency lines ("XPA – Gao (Mali) – "; a corrected version brings a second one), `place`, `country` and
    `date` their parts, `headline` a title line that stands before the text, `headers` lines of a release's head, `byline`
    the sign-off codes at the end ("ab/cd/XPA"), `marker` the word of an editorial kind ("CORRECTION"), `kind` the document
    type that the frame shows. `signs` are all that tells who publishes the report, in the head, around the text and in it.
    `labels` stand before lines of a list and say where, when or on what they are ("5 March, Sittwe:", "Access:"), `label_places`
    what may be a place in them and in the setting of passages: behind a day, or alone. `fields` are the lines of a head,
    `passages` what is read under a setting of its own, `furniture` the stretches that are nobody's words about the
    world (credits, page feet, enumerators, hashtags, the walls of a table), `captions` the words under archive
    pictures, `page_words` tags, titles of other stories and notices of the page around a story, and `unread` the
    blocks whose layout is not understood: none of these is read.
    """

    slugs: tuple[Span, ...] = ()
    place: Span | None = None
    country: Span | None = None
    date: Span | None = None
    headline: Span | None = None
    headers: tuple[Span, ...] = ()
    byline: Span | None = None
    marker: Span | None = None
    signs: tuple[Sign, ...] = ()
    labels: tuple[Span, ...] = ()
    label_places: tuple[Span, ...] = ()
    fields: tuple[Field, ...] = ()
    passages: tuple[Passage, ...] = ()
    furniture: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    page_words: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()
    kind: str = "wire_dispatch"

    @property
    def outside(self) -> tuple[Span, ...]:
        """The stretches that are no content, in text order."""
        byline = (self.byline,) if self.byline else ()
        parts = (
            *self.slugs,
            *self.headers,
            *self.labels,
            *self.furniture,
            *self.captions,
            *self.page_words,
            *self.unread,
        )
        return tuple(sorted((*parts, *byline)))

    @property
    def agency(self) -> Span | None:
        """The publisher that the head names by a sign that needs nothing besides: the surest of them, then the first."""
        sign = min((sign for sign in self.signs if sign.heads), key=lambda sign: sign.rank, default=None)
        return sign.name if sign else None

    @property
    def signed(self) -> Span | None:
        """The agency among the sign-off codes at the end."""
        return next((sign.name for sign in self.signs if sign.kind == "code"), None)

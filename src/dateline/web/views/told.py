"""Claims that may be shown, as sentences: whose word comes first, then the words, then what was made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.export.formats.facets import denies
from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.vocabulary import act_word, manner_word
from dateline.export.wording import when
from dateline.model.time import TimeRange
from dateline.web.views.coding import shared_sentence
from dateline.web.views.place_words import place_words
from dateline.web.views.voices import said_by, voice_name
from dateline.web.views.words import precision, web_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim to show. `quote` is empty where the words are withheld; `url` is empty where no link may be followed.

    `sentence` says what is coded, to stand after the voice. `start` is where the words begin in the report, in code points; -1 where that is withheld.
    """

    id: str
    voice: str
    quote: str
    language: str
    act: str
    sentence: str
    manner: str
    against: bool
    when: str
    precision: str
    place: str
    report: str
    publisher: str
    published: str
    title: str
    url: str
    recorded: str
    event: str
    start: int


def told(claim: ExportClaim) -> Told:
    """The claim as it is shown."""
    return Told(
        id=claim.id,
        voice=said_by(claim.voices),
        quote=one_line(claim.quote),
        language=claim.report.language,
        act=act_word(claim.act),
        sentence=shared_sentence(claim),
        manner=manner(claim),
        against=denies(claim),
        when=when(claim.days),
        precision=precision(claim.days),
        place=place_words(claim.place),
        report=claim.report.id,
        publisher=one_line(claim.report.publisher),
        published=published(claim.report.published),
        title=one_line(claim.report.title or ""),
        url=web_link(claim.report.url),
        recorded=claim.recorded.strftime("%Y-%m-%d %H:%M UTC"),
        event=claim.event or "",
        start=claim.passages[0].start if claim.passages else -1,
    )


def manner(claim: ExportClaim) -> str:
    """How it is said, and that the words say the opposite where they do."""
    negative = ": not so" if claim.polarity == "negative" and claim.modality != "denied" else ""
    return manner_word(claim.modality) + negative


def published(days: TimeRange | None) -> str:
    """When a report was published; one without a date says so."""
    return "not dated" if days is None or (days.first_day or days.last_day) is None else when(days)


def voices_of(claims: Iterable[ExportClaim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who tells of it and who speaks against it, each once, in order; a voice of its own on either side."""
    all_claims = tuple(claims)
    tell = tuple(dict.fromkeys(voice_name(c.believer) for c in all_claims if c.voices and not denies(c)))
    deny = tuple(dict.fromkeys(voice_name(c.believer) for c in all_claims if c.voices and denies(c)))
    return tell, deny


def joined(names: Iterable[str], *, most: int = 0) -> str:
    """Names as a sentence has them: "A, B and C"; beyond `most` their number."""
    known = tuple(names)
    if most and len(known) > most:
        known = (*known[: most - 1], f"{len(known) - most + 1} more")
    return " and ".join((", ".join(known[:-1]), known[-1])) if len(known) > 1 else "".join(known)

"""One self-contained web page per record: no scripts, nothing fetched, every foreign word escaped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.export.lanes import Mark, Segment, segments
from dateline.export.rows import ClaimRow, FindingRow, RecordView
from dateline.export.underline import underline
from dateline.export.view import view
from dateline.export.visible import direction_controls, visible
from dateline.model.record import Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, its underlines as CSS, the claims and findings that begin here, all marks that hold here."""

    text: str
    style: str
    begins: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the page: the voices beside it with the ids of their claims, the words, the findings beside it."""

    pieces: tuple[Piece, ...]
    depth: int
    voices: tuple[tuple[str, tuple[str, ...]], ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A record as the template shows it."""

    view: RecordView
    language: str
    lines: tuple[Line, ...]


def page(records: Iterable[Record], *, version: str) -> str:
    """The HTML page of one or several records."""
    shown = tuple(_shown(record) for record in records)
    return _environment().get_template("record.html.j2").render(records=shown, version=version)


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def _shown(record: Record) -> PageRecord:
    return PageRecord(view=view(record), language=record.report.language, lines=tuple(_lines(record)))


def _lines(record: Record) -> Iterator[Line]:
    """The whole text, cut where sentences begin, so that what stands beside a line is about that line."""
    shown, text = view(record), record.report.text
    claims = {row.id: row for row in shown.claims}
    findings = {row.id: row for row in shown.findings}
    starts = sorted({0, *(sentence.span.start for sentence in record.case.parse.sentences)})
    marks = _by_line(starts, ((m.start, m.end, m) for m in _marks(record)))
    voices = _by_line(starts, ((c.spans[0].start, c.spans[0].start + 1, claims[c.id]) for c in record.claims))
    notes = _by_line(
        starts, ((f.spans[0].start, f.spans[0].start + 1, findings[f.id]) for f in record.findings if f.spans)
    )
    for index, (start, end) in enumerate(pairwise([*starts, len(text)])):
        cut = segments(start, end, marks[index])
        yield Line(
            pieces=tuple(_piece(text, segment) for segment in cut),
            depth=len(cut[0].lanes),
            voices=_voices(voices[index]),
            findings=tuple(notes[index]),
        )


def _voices(rows: Iterable[ClaimRow]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ids: dict[str, list[str]] = {}
    for row in rows:
        ids.setdefault(row.voice, []).append(row.id)
    return tuple((voice, tuple(claims)) for voice, claims in ids.items())


def _by_line(starts: Sequence[int], items: Iterable[tuple[int, int, T]]) -> list[list[T]]:
    """The things (start, end, thing) of every line; one that runs over several lines belongs to all of them."""
    lines: list[list[T]] = [[] for _ in starts]
    for start, end, thing in items:
        for index in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
            lines[index].append(thing)
    return lines


def _marks(record: Record) -> Iterator[Mark]:
    for mention in record.case.resolution.mentions:
        yield Mark(start=mention.span.start, end=mention.span.end, kind=f"m-{mention.kind}", label=mention.id)
    for claim in record.claims:
        kind = "claim" if claim.codeable else "claim uncoded"
        yield from (Mark(start=s.start, end=s.end, kind=kind, label=claim.id, tier=1) for s in claim.spans)
    for finding in record.findings:
        kind = f"f-{finding.severity}"
        yield from (Mark(start=s.start, end=s.end, kind=kind, label=finding.code, tier=2) for s in finding.spans)


def _piece(text: str, segment: Segment) -> Piece:
    words = text[segment.start : segment.end]
    marks = [mark for mark in segment.lanes if mark]
    signs = [mark.label for mark in segment.begins if mark.tier]
    return Piece(
        text=visible(words),
        style=underline([mark.kind if mark else "" for mark in segment.lanes], len(segment.lanes)),
        begins=" ".join((*signs, *direction_controls(words))),
        names=" · ".join(mark.label if mark.tier else mark.kind.removeprefix("m-") for mark in marks),
    )

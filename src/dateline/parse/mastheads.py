"""Who puts out a report whose head follows no wire order, its day, and what of its head is no content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.datelines import FULL_YEAR
from dateline.parse.head_names import (
    CONTEXT,
    Head,
    Where,
    headed_names,
    possible_names,
    sure_names,
    tells,
    titled_names,
)
from dateline.parse.head_pieces import WHEN, Piece, head_lines
from dateline.parse.signing import signed
from dateline.reference.outlet_words import ACRONYM, OFFICE


def with_masthead(report: Report, frame: Frame) -> Frame:
    """The frame with who puts out the report, its day, and what of its head is no content, where it had nobody yet."""
    named = frame.agency
    if named is not None and not OFFICE.fullmatch(named.quote):
        return frame
    head = Head(text=report.text, lines=tuple(head_lines(report.text)))
    if named is None:
        frame = _signed_by_head(report, frame, head)
    return _of_party(report, frame, head.lines)


def _signed_by_head(report: Report, frame: Frame, head: Head) -> Frame:
    """The frame with all signs of the head; where one is sure, what stands with it in the head is no content."""
    before = len(frame.signs)
    for kind, name in sure_names(head):
        frame = signed(frame, kind, report.span(*name))
    if frame.agency is None:
        named = (("titled", titled_names(head)), ("headed", headed_names(head)))
        names = (*((kind, name) for kind, found in named for name in found), *possible_names(head))
        for kind, name in (one for one in names if one[1][0] < _body(report, frame)):
            frame = signed(frame, kind, report.span(*name))
        return _dated(report, frame, head)
    return _walled(report, frame, head) if len(frame.signs) > before else frame


def _body(report: Report, frame: Frame) -> int:
    """Where the line of a dateline ends; names below are none of the head: "SARO, 3 MAY 90 -- [TEXT] COLONEL X … OF THE …"."""
    slug = frame.slugs[-1] if frame.slugs else None
    placed = slug is not None and frame.place is not None and slug.start <= frame.place.start < slug.end
    closed = slug is not None and slug.quote.rstrip()[-1:] in ("-", "–", "—", "]")
    end = report.text.find("\n", slug.end) if slug is not None and placed and closed else -1
    return end if end >= 0 else len(report.text)


def _walled(report: Report, frame: Frame, head: Head) -> Frame:
    """The frame with the day of its head, and the lines that tell only whose it is, and of what kind and day."""
    agency = frame.agency
    issuer = (agency.start, agency.end) if agency else (0, 0)
    days = (_day(report, piece) for line in head.lines for piece in line if piece.kind == "day")
    walls = (wall for line in head.lines if (wall := _wall(report, line, issuer)) is not None)
    headers = (*frame.headers, *(wall for wall in walls if not any(wall.overlaps(other) for other in frame.outside)))
    return replace(
        frame,
        date=frame.date or next((day for day in days if day is not None), None),
        headers=tuple(sorted(headers)),
        kind="press_release" if head.is_release and frame.kind == "wire_dispatch" else frame.kind,
    )


def _dated(report: Report, frame: Frame, head: Head) -> Frame:
    """The frame with the day of a line under the title that holds names, titles and days alone: "The Lantern, 3 May 2024, Saro bureau"."""
    for line in head.lines[1:]:
        days = ((piece, _day(report, piece)) for piece in line if piece.kind == "day")
        day = next((day for piece, day in days if day is not None and day.start == piece.start), None)
        if day is None or len(line) < 2 or any(piece.kind not in (*CONTEXT, "name") for piece in line):
            continue
        wall = report.trimmed(line[0].start, line[-1].end)
        free = wall is not None and not any(wall.overlaps(other) for other in frame.outside)
        headers = tuple(sorted((*frame.headers, wall))) if wall is not None and free else frame.headers
        return replace(frame, date=frame.date or day, headers=headers)
    return frame


def _of_party(report: Report, frame: Frame, lines: Sequence[Sequence[Piece]]) -> Frame:
    """The frame with the party whose name fills the line over its press office: "Valley Front / Media Office – Statement 4"."""
    if frame.agency is None or not OFFICE.fullmatch(frame.agency.quote):
        return frame
    agency = frame.agency
    office = next((row for row, line in enumerate(lines) if line and line[0].start <= agency.start < line[-1].end), 0)
    for line in dict.fromkeys((*lines[max(0, office - 1) : office], *lines[:1])):
        party = _party(report, line)
        if party is not None:
            whole = report.trimmed(line[0].start, line[-1].end)
            outside = whole is None or any(whole.overlaps(one) for one in frame.outside)
            headers = frame.headers if outside or whole is None else tuple(sorted((*frame.headers, whole)))
            return signed(replace(frame, headers=headers), "party", party)
    return frame


def _party(report: Report, line: Sequence[Piece]) -> Span | None:
    """The party whose name opens a line that holds nothing else but offices, days and what the document is."""
    first = line[0] if line else None
    if first is None or first.kind != "name" or first.name is None or tells(report.text[slice(*first.name)]):
        return None
    rest = line[1:]
    town = bool(rest) and " " not in report.text[slice(*first.name)].strip()
    if not all(_of_office(report.text, piece) for piece in rest) or (town and not _is_short(report.text, rest[0])):
        return None
    return None if OFFICE.fullmatch(report.text, *first.name) else report.span(*first.name)


def _of_office(text: str, piece: Piece) -> bool:
    """Whether a piece says only which office of a party writes, and what, on which day."""
    return (
        piece.kind in ("day", "document")
        or _is_short(text, piece)
        or bool(OFFICE.fullmatch(text, piece.start, piece.end))
    )


def _is_short(text: str, piece: Piece) -> bool:
    return ACRONYM.fullmatch(text, piece.start, piece.end) is not None


def _day(report: Report, piece: Piece) -> Span | None:
    """The day of a piece, where it has its year."""
    match = WHEN.match(report.text, piece.start, piece.end)
    if match is None or match["day"] is None or not FULL_YEAR.search(match["day"]):
        return None
    return report.span(*match.span("day"))


def _wall(report: Report, line: Sequence[Piece], issuer: Where) -> Span | None:
    """What of a line is no content: all of it, or the end or the beginning that names who puts the report out."""
    if not line:
        return None
    own = next((at for at, piece in enumerate(line) if piece.name == issuer), None)
    if own is None:
        return report.trimmed(line[0].start, line[-1].end) if all(p.kind in CONTEXT for p in line) else None
    first = next((at + 1 for at in range(own, -1, -1) if line[at].kind == "words"), 0)
    behind = next((at for at in range(own, len(line)) if line[at].kind == "words"), len(line))
    return report.trimmed(line[first].start, line[behind - 1].end)

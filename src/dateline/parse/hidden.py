"""Marks inside running text that are no words of it: quoting strokes, numbers of notes, broken words, page heads.

The parser reads a copy without them and finds whole sentences; offsets lead back, so that every span quotes the text as
it was given, marks and all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from dateline.model.span import Span
from dateline.model.text import Report

Stretch = tuple[int, int]
"""Code points [start, end) of the text as given."""

_QUOTING = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_BRACKETED_NOTE = re.compile(r"(?<=[\w.,;:!?”\"’)\]])(?:\[\d{1,3}(?:[,–-][ ]?\d{1,3})*\])+(?![(\w])")
_SUPERSCRIPT_NOTE = re.compile(r"(?<=[\w.,;:!?”\"’)])[¹²³⁰⁴-⁹]+(?:[,‚][¹²³⁰⁴-⁹]+)*(?![\w²³])")
_UNITS = re.compile(r"\b(?:k|c|m|d)?m$")
_GLUED_NOTE = re.compile(r"\d{1,3}(?:,[ ]?\d{1,3})*(?=[ \t]+[\"“A-ZÀ-Þ]|[ \t\r]*(?:\n|$))")
_GLUED_TO = re.compile(r"(?:[^\W\d_]{3}\.|[^\W\d_][.,;][”\"’]|[^\W\d_]\)\.)\Z")
"""The number of a note that lost its raised place ("left the town.4 The army …"), and the words that it stands at."""
_ABBREVIATED = re.compile(
    r"(?i)\b(?:nos?|nr|art|arts|vol|fig|para|paras|sec|app|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|res|doc|tel|ext|inf|bde|mech|bat|batt|div|reg|regt)\.$"
)
_BROKEN = re.compile(
    r"(?<=(?P<before>[^\W\d_]))(?P<hyphen>-[ \t]*\r?\n[ \t]*|\u00ad[ \t]*\r?\n[ \t]*)(?P<after>[^\W\d_]+)"
)
_OF_COMPOUNDS = re.compile(
    r"(?i)\b(?:self|non|anti|semi|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|north|south|east|west|newly|half|long|short"
    r"|hard|well|government|rebel|army|military|police|opposition|foreign|state|vice)$"
)
_ENDS_COMPOUND = re.compile(
    r"(?:led|backed|held|controlled|based|made|aligned|affiliated|linked|occupied|run|owned|born|sponsored|supported|funded|trained|old"
    r"|year|day|month|week|hour|strong|era|level|term|scale|range|speaking|language|dominated|majority|allied|installed|appointed"
    r"|armed|general|minister)\b"
)
"""Where a compound breaks it keeps its hyphen; whatever else breaks at a line end is one word."""
_PAGE_NUMBER = re.compile(
    r"[ \t\f]*(?:(?i:page|p\.)[ \t]*\d{1,4}(?:[ \t]*(?:of|/)[ \t]*\d{1,4})?|[-–—]?[ \t]*\d{1,4}[ \t]*[-–—]?"
    r"|\d{1,4}[ \t]*\|[ \t]*[^\n|]{2,100}|[^\n|]{2,100}\|[ \t]*(?:(?i:page|p\.)[ \t]*)?\d{1,4})[ \t\f\r]*"
)
_LONGEST_HEAD = 120
_MOST_FOOT = 4
_NARROWEST = 30
"""Characters of the shortest line that a sentence fills up to the foot of a page."""
_INVISIBLE = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f]+"
)
"""Unicode's format characters, save the one that joins the parts of an emoji."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A stretch of text without what is hidden; `at` leads every code point of it back, None where nothing was.

    A lost mark that was put back has the place of what it stands before: a comma that of the blank behind its word.
    """

    text: str
    start: int
    at: Sequence[int] | None = None

    def span_of(self, start: int, end: int) -> Stretch:
        """Where code points of the copy, at least one, stand in the text as given."""
        if self.at is None:
            return self.start + start, self.start + end
        return self.at[start], self.at[end - 1] + 1

    def marked(self, marks: Mapping[int, str]) -> Copy:
        """The copy with marks put in, each before the code point of the copy that it is given for."""
        text: list[str] = []
        at: list[int] = []
        for here, char in enumerate(self.text):
            begin, _ = self.span_of(here, here + 1)
            for mark in marks.get(here, ""):
                text.append(mark)
                at.append(begin)
            text.append(char)
            at.append(begin)
        return Copy(text="".join(text), start=self.start, at=at)

    def part(self, start: int, end: int) -> Copy:
        """A piece of the copy."""
        if self.at is None:
            return Copy(text=self.text[start:end], start=self.start + start)
        return Copy(text=self.text[start:end], start=self.at[start], at=self.at[start:end])


def find_hidden(text: str, *, strokes: bool = True) -> tuple[Stretch, ...]:
    """What the parser must not see, in text order, without overlaps; without `strokes` those of quoted mails are left out."""
    quoting = _quoting(text) if strokes else ()
    found = sorted((*_page_heads(text), *quoting, *_notes(text), *_breaks(text), *_invisible(text)))
    kept: list[Stretch] = []
    for start, end in found:
        at = max(start, kept[-1][1]) if kept else start
        if at < end:
            kept.append((at, end))
    return tuple(kept)


def blanked(text: str, hidden: Sequence[Stretch]) -> str:
    """The text, code point for code point as long, with blanks where something is hidden."""
    parts: list[str] = []
    at = 0
    for start, end in hidden:
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:])) if hidden else text


def copied(text: str, stretch: Stretch, hidden: Sequence[Stretch]) -> Copy:
    """A stretch without what is hidden in it; `hidden` is what overlaps it."""
    start, end = stretch
    if not hidden:
        return Copy(text=text[start:end], start=start)
    at: list[int] = []
    here = start
    for first, last in hidden:
        at.extend(range(here, max(here, first)))
        here = max(here, last)
    at.extend(range(here, end))
    return Copy(text="".join(text[i] for i in at), start=start, at=at)


def _quoting(text: str) -> Iterator[Stretch]:
    """The strokes before lines of a quoted mail, where two lines or more have them."""
    marks = list(_QUOTING.finditer(text)) if ">" in text else []
    if len(marks) > 1:
        yield from (mark.span() for mark in marks)


def _notes(text: str) -> Iterator[Stretch]:
    """Numbers of notes behind words; glued ones only where a text has two, none of them behind an abbreviation."""
    if "[" in text:
        yield from (note.span() for note in _BRACKETED_NOTE.finditer(text))
    raised = (
        note
        for note in _SUPERSCRIPT_NOTE.finditer(text)
        if not _UNITS.search(text[max(0, note.start() - 4) : note.start()])
    )
    yield from (note.span() for note in raised)
    glued = [note for note in _GLUED_NOTE.finditer(text) if _is_glued(text[max(0, note.start() - 12) : note.start()])]
    if len(glued) > 1:
        yield from (note.span() for note in glued)


def _is_glued(before: str) -> bool:
    """Whether a number stands right behind the end of a sentence, and behind no abbreviation ("No.4")."""
    return _GLUED_TO.search(before) is not None and not _ABBREVIATED.search(before)


def _breaks(text: str) -> Iterator[Stretch]:
    """The hyphen and the line end inside a broken word; of a compound only the line end."""
    for match in _BROKEN.finditer(text) if "-" in text or "\u00ad" in text else ():
        start, end = match.span("hyphen")
        word = re.search(r"[^\W\d_]+$", text[max(0, start - 30) : start])
        left = word.group() if word else ""
        if not match["after"][0].islower() or left.isupper():
            continue
        joint = text[start] == "-" and (_OF_COMPOUNDS.search(left) or _ENDS_COMPOUND.match(match["after"]))
        yield (start + 1 if joint else start), end


def _invisible(text: str) -> Iterator[Stretch]:
    """Characters without a width, and those that turn a line around: they would split a word in two."""
    yield from (match.span() for match in (() if text.isascii() else _INVISIBLE.finditer(text)))


def _page_heads(text: str) -> Iterator[Stretch]:
    """Page numbers and the lines that come again beside them, where they stand inside a sentence.

    Between sentences they are left to the furniture.
    """
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not m.group().isspace()]
    numbers = [n for n, (a, b) in enumerate(lines) if b - a <= _LONGEST_HEAD and _PAGE_NUMBER.fullmatch(text, a, b)]
    again = (
        Counter(_shape(text, line) for line in lines if line[1] - line[0] <= _LONGEST_HEAD) if numbers else Counter()
    )
    last = 0
    for number in numbers:
        if number <= last:
            continue
        first, last = _foot(text, lines, number)
        while first > 0 and _repeats(text, lines[first - 1], again):
            first -= 1
        while last + 1 < len(lines) and _repeats(text, lines[last + 1], again):
            last += 1
        if first > 0 and last + 1 < len(lines) and _inside(text, lines[first - 1], lines[last + 1]):
            yield lines[first - 1][1], lines[last + 1][0] - 1


def _foot(text: str, lines: Sequence[Stretch], number: int) -> Stretch:
    """The first and the last of the few lines that stand with a page number between two empty lines, none of which ends a sentence."""
    first = last = number
    while first > 0 and not _apart(text, lines, first):
        first -= 1
        if number - first == _MOST_FOOT:
            return number, number
    while last + 1 < len(lines) and not _apart(text, lines, last + 1):
        last += 1
        if last - first == _MOST_FOOT:
            return number, number
    closed = any(text[line[1] - 1] in ".!?" or line[1] - line[0] > _LONGEST_HEAD for line in lines[first : last + 1])
    alone = first > 0 and last + 1 < len(lines) and not closed
    return (first, last) if alone else (number, number)


def _apart(text: str, lines: Sequence[Stretch], line: int) -> bool:
    """Whether an empty line stands above a line."""
    return "\n" in text[lines[line - 1][1] + 1 : lines[line][0]]


def _shape(text: str, line: Stretch) -> str:
    return re.sub(r"\d+", "0", " ".join(text[line[0] : line[1]].split()))


def _repeats(text: str, line: Stretch, again: Counter[str]) -> bool:
    return line[1] - line[0] <= _LONGEST_HEAD and again[_shape(text, line)] > 1 and text[line[1] - 1] not in ".!?"


def _inside(text: str, before: Stretch, after: Stretch) -> bool:
    """Whether a sentence goes on over the page: a figure between short lines ("63,000 / people displaced / 27") is of a box."""
    ended = text[slice(*before)].rstrip()
    goes_on = text[slice(*after)].lstrip()
    return len(ended) >= _NARROWEST and (ended[-1].isalpha() or ended[-1] in ",-") and goes_on[:1].islower()


Framed = TypeVar("Framed")


def requoted(value: Framed, report: Report) -> Framed:
    """A frame, or a part of one, that was found in the blanked text: its spans quote the text as given."""
    if isinstance(value, Span):
        return cast(Framed, report.span(value.start, value.end))
    if isinstance(value, tuple):
        return cast(Framed, tuple(requoted(one, report) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: requoted(getattr(value, part.name), report) for part in fields(value)}
        return replace(value, **parts)
    return value

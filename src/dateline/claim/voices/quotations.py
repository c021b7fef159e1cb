"""Where the quotation marks of a text open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"''|``|\"{1,3}|[“”„«»‘’'″]|\n[^\S\n]*\n")
DOUBLE = frozenset({'"', '""', '"""', "''", "``", "“", "”", "„", "«", "»", "″"})
CLOSERS = frozenset({"”", "»", "’"})
OPENERS = frozenset({"“", "„", "«", "``", "‘"})
DECADE = re.compile(r"\d\ds")
LONGEST_SPEECH = 1500
"""Code points behind a paragraph break within which an open quotation may still close."""
LONGEST_SINGLE = 400
"""Code points within which a single mark must close; beyond that it was an apostrophe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks: [start, end) with the marks, [first, last) without; `complete` when both marks stand."""

    start: int
    end: int
    first: int
    last: int
    complete: bool
    double: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in text order, nested ones included.

    A quotation that a paragraph break cuts is complete when the next paragraph opens with a mark again (the
    convention of long quotations), else it is kept, incomplete, to the end of its paragraph.
    """
    found = [q for q in (*_doubles(text), *_singles(text)) if text[q.first : q.last].strip()]
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _doubles(text: str) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text):
        sign = mark.group()
        if sign.startswith("\n"):
            if opened and not _closes_later(text, mark.end()):
                yield _quotation(text, opened, mark.start(), mark.start(), reopened=_opens_next(text, mark.end()))
                opened = None
        elif sign in DOUBLE:
            if opened is None:
                opened = mark if _may_open(text, mark) else None
            elif sign in OPENERS and sign != "``" and not opened.group().startswith('"'):
                yield _quotation(text, opened, mark.start(), mark.start())
                opened = mark
            else:
                yield _quotation(text, opened, mark.start(), mark.end(), reopened=True)
                opened = None
    if opened:
        yield _quotation(text, opened, len(text), len(text))


def _quotation(text: str, opened: re.Match[str], last: int, end: int, *, reopened: bool = False) -> Quotation:
    trimmed = opened.end() + len(text[opened.end() : last].rstrip()) if end == last else last
    return Quotation(
        start=opened.start(),
        end=trimmed if end == last else end,
        first=opened.end(),
        last=trimmed,
        complete=reopened,
        double=opened.group() in DOUBLE,
    )


def _closes_later(text: str, position: int) -> bool:
    """Whether the next double mark behind a paragraph break closes: it stands behind a word and before none."""
    for mark in MARK.finditer(text, position, position + LONGEST_SPEECH):
        if mark.group() in DOUBLE:
            behind_word = not text[mark.start() - 1].isspace()
            return behind_word and mark.group() not in OPENERS and not text[mark.end() : mark.end() + 1].isalnum()
    return False


def _opens_next(text: str, position: int) -> bool:
    while position < len(text) and text[position].isspace():
        position += 1
    return text.startswith(tuple(DOUBLE), position)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """An inch sign, or a closing mark whose opening is missing, stands after a word and before none."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark.group() in OPENERS:
        return True
    if mark.group() in CLOSERS or not after:
        return False
    return not (before and not before.isspace() and before not in "([—–-" and (after.isspace() or not after.isalnum()))


def _singles(text: str) -> Iterator[Quotation]:
    position = 0
    for mark in re.finditer(r"[‘']", text):
        if mark.start() < position or not _single_opens(text, mark.start()):
            continue
        close = _single_close(text, mark.start())
        if close is not None:
            yield Quotation(
                start=mark.start(), end=close + 1, first=mark.end(), last=close, complete=True, double=False
            )
            position = close + 1


def _single_opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or not after.isalnum() or DECADE.match(text, at + 1):
        return False
    return not before or before.isspace() or before in '([“"—–'


def _single_close(text: str, at: int) -> int | None:
    """The closing mark: the first that is no plural's apostrophe, else the first."""
    closer = "’" if text[at] == "‘" else "'"
    candidates = list(_closing_candidates(text, at, closer))
    return next((position for position in candidates if text[position - 1] != "s"), min(candidates, default=None))


def _closing_candidates(text: str, at: int, closer: str) -> Iterator[int]:
    paragraph = text.find("\n\n", at, at + LONGEST_SINGLE)
    end = paragraph if paragraph >= 0 else min(len(text), at + LONGEST_SINGLE)
    for position in range(at + 2, end):
        if text[position] in "‘'" and _single_opens(text, position):
            return
        follows_word = not text[position - 1].isspace()
        if text[position] == closer and follows_word and not text[position + 1 : position + 2].isalnum():
            yield position

"""Names that a text introduces together with their acronym: "Rapid Support Forces (RSF)", "FARC [REVOLUTIONARY …]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reference.actor_words import Word, word_set, words

_BRACKET = re.compile(r"[(\[]\s*([A-Z][\w/’'&-]{1,11})\s*[)\]]")
_REVERSE = re.compile(r"\b([A-Z][A-Z0-9&-]{1,9})\s*[(\[]([^()\[\]]{6,120})[)\]]")
_SMALL = word_set("s of the for and in de la del los las el y e et des du di da do dos das al ul a to on against")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A long name at (start, end) and its acronym as written."""

    long: tuple[int, int]
    name: str
    acronym: str


def introduced_names(text: str) -> tuple[Introduced, ...]:
    """All long names that stand beside a bracketed acronym whose letters they spell."""
    found = [_before(text, match) for match in _BRACKET.finditer(text)]
    found += [_inside(text, match) for match in _REVERSE.finditer(text)]
    return tuple(name for name in found if name)


def _before(text: str, match: re.Match[str]) -> Introduced | None:
    acronym = match.group(1)
    if sum(c.isupper() for c in acronym) < 2:
        return None
    start = max(0, match.start() - 160)
    run = words(text[start : match.start()])
    gap = text[start + run[-1].end : match.start()] if run else "x"
    if gap.strip(" \r\n\t\"'”’-"):
        return None
    spelled = _spelled(run, acronym)
    return _made(text, (start + spelled[0], start + spelled[1]), acronym) if spelled else None


def _inside(text: str, match: re.Match[str]) -> Introduced | None:
    spelled = _spelled(words(match.group(2)), match.group(1))
    if not spelled:
        return None
    offset = match.start(2)
    return _made(text, (offset + spelled[0], offset + spelled[1]), match.group(1))


def _made(text: str, where: tuple[int, int], acronym: str) -> Introduced:
    return Introduced(long=where, name=" ".join(text[where[0] : where[1]].split()), acronym=acronym)


def _spelled(run: Sequence[Word], acronym: str) -> tuple[int, int] | None:
    """The shortest run of words at the end whose initials spell the acronym, small words counted or not."""
    letters = [c for c in acronym.lower() if c.isalnum()]
    for size in range(2, min(len(run), 14) + 1):
        part = run[-size:]
        if part[0].folded in _SMALL or not part[0].text[0].isupper():
            continue
        every = [w.folded[0] for w in part]
        big = [w.folded[0] for w in part if w.folded not in _SMALL]
        if every == letters or big == letters or (len(letters) >= 3 and big[: len(letters)] == letters):
            return part[0].start, part[-1].end
    if len(letters) >= 3:
        return _roughly(run, letters)
    return None


def _roughly(run: Sequence[Word], letters: Sequence[str]) -> tuple[int, int] | None:
    """A capitalised run at the end that begins with the first letter and holds most others in order."""
    first = len(run)
    while first > 0 and (run[first - 1].text[0].isupper() or run[first - 1].folded in _SMALL) and len(run) - first < 12:
        first -= 1
    for start in range(first, len(run) - 1):
        part = run[start:]
        if part[0].folded in _SMALL or part[0].folded[0] != letters[0]:
            continue
        initials = iter("".join(w.folded for w in part))
        if all(letter in initials for letter in letters):
            return part[0].start, part[-1].end
    return None

"""The stamp of a page: a line at its head with the day of issue beside a clock, a byline or a word like "Posted"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.reference import calendar as cal
from dateline.reference.actor_words import word_set
from dateline.reference.calendar_expression import Expression
from dateline.reference.calendar_grammar import find_expressions
from dateline.resolve.time_dates import numeric_days

HEAD = 600
"""So many code points from the beginning a stamp may stand."""
LONGEST = 110
"""A longer line is a paragraph: the head ends above it."""
NAMES = 3
"""So many names may stand beside a bare day ("Tolo, March 7, 2014"); beside a clock or "Posted" a byline as well."""
BYLINE = 8
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:h]\d{2}){1,2}(?!\d)(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d{2})?\s*[ap]\.?m\b\.?"
    r"|\b\d{1,2}\.\d{2}\s*(?=(?:gmt|bst|ist|est|hrs|hours)\b)|\b\d{4}\s*(?=(?:hrs?|hours)\b)",
    re.IGNORECASE,
)
_ISSUED = word_set("posted published publication issued added submitted created date dated released filed")
_CHANGED = word_set("updated modified edited revised update")
_ZONES = word_set(
    "gmt utc ist est edt cst cdt mst mdt pst pdt et ct pt bst cet cest eat wat cat ict pkt mmt msk sast eet eest trt z"
)
_BESIDE = word_set(
    "last first on at by from the of in and for admin staff reporter author editor news agencies local time hrs hours am pm"
    " mon tue tues wed thu thur thurs fri sat sun"
)
_PART = re.compile(r"[ \t|·•,;(/–—-]+(?=(?:last[ \t]+)?(?:updated|modified|edited|revised)\b)", re.IGNORECASE)
"""Where a line that says when a page came out goes on to say when it was changed."""
_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_DAYS = frozenset({"date", "numeric", "iso"})
_OPENING = 120
_GREETING = re.compile(r"\b(?:[Ii]t(?:['’]s| is)|[Tt]oday is)\b[^.\n]{0,40}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A day of issue; `changed`: when the page was changed last, `said`: a word or a clock tells that it is one."""

    day: date
    changed: bool
    said: bool


def stamped_day(text: str, *, day_first: bool | None) -> date | None:
    """The day on which the head of a page says that it came out, else was changed; None where bare days differ."""
    stamps = list(_stamps(text, day_first))
    said = [one for one in stamps if one.said] or stamps
    issued = [one.day for one in said if not one.changed] or [one.day for one in said]
    return issued[0] if issued and (len(set(issued)) == 1 or said[0].said) else None


def _stamps(text: str, day_first: bool | None) -> Iterator[Stamp]:
    for line in text[:HEAD].splitlines():
        if len(line) > LONGEST:
            return
        for part in _PART.split(line):
            found = _stamp(part, day_first) if any(c.isdigit() for c in part) else None
            if found is not None:
                yield found


def _stamp(line: str, day_first: bool | None) -> Stamp | None:
    """The day that a line stamps; None where it tells anything else, or more than one day."""
    clock = _CLOCK.search(line)
    silent = _CLOCK.sub(lambda match: "|" * len(match.group()), line)
    dated = [e for e in find_expressions(silent) if e.kind in _DAYS]
    day = _day_of(dated[0], line, day_first) if len(dated) == 1 else None
    if day is None:
        return None
    rest = silent[: dated[0].start] + " " + silent[dated[0].end :]
    words = _WORD.findall(rest)
    lowers = {word.lower() for word in words}
    said = clock is not None or bool(lowers & (_ISSUED | _CHANGED))
    names = [word for word in words if word.lower() not in _ISSUED | _CHANGED | _ZONES | _BESIDE]
    if any(name.islower() for name in names) or len(names) > (BYLINE if said else NAMES):
        return None
    return Stamp(day=day, changed=bool(lowers & _CHANGED) and not lowers & _ISSUED, said=said)


def _day_of(e: Expression, line: str, day_first: bool | None) -> date | None:
    """The day of a full date; digits in an order that nothing tells give none."""
    if e.kind == "date":
        number = cal.ordinal(e.get("day") or e.get("ordinal"))
        if number is None or len(e.get("year")) != 4:
            return None
        return cal.day_of(int(e.get("year")), cal.MONTHS[e.get("month").rstrip(".")], number)
    days = numeric_days(e)
    if len(days) > 1 and (named := _WEEKDAY.search(line)):
        days = tuple(day for day in days if day.strftime("%a").lower() == named[1].lower()) or days
    if len(days) > 1 and day_first is not None:
        days = days[:1] if day_first else days[1:]
    return days[0] if len(days) == 1 else None


def greeted(text: str, start: int) -> bool:
    """Whether a bulletin that is read aloud begins with the day that starts there: "Today is Friday, 4 May 2018"."""
    return start < _OPENING and _GREETING.search(text[:start]) is not None

"""Errors of the calendar, planted in sentences that were right: does the weekday check find them, and nothing else?

Sentences are the weekday–date pairs of real news (`bench/phrases`) and sentences made here from a seed. A sentence is
used when its own pair is right by the calendar and its year is written or given by the day of publication; every one is
read untouched and with one part shifted: the weekday by one to six days, or the month by one to five.
"""

from __future__ import annotations

import calendar
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.pipeline import Engine, run

SEED = 20231114
MADE = 200
DAYS = tuple(calendar.day_name)
MONTHS = tuple(calendar.month_name)[1:]
_PAIR = re.compile(
    r"(?P<weekday>[A-Za-z]+)\.?,?\s+(?:the\s+)?(?:(?P<month>[A-Za-z]+)\.?\s+(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})\s+(?P<month2>[A-Za-z]+)\.?)(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?"
)
_FRAMES = (
    "Shelling hit the market on {pair}, residents said.",
    "The troops entered the town on {pair}, according to the army.",
    "On {pair} gunmen attacked a convoy on the road to the capital.",
    "Two soldiers were killed on {pair} when a patrol came under fire.",
    "The rebels, who left the camp on {pair}, denied the charge.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sentence with the pair in it, the pair's own date, and the day of publication (None: not known)."""

    text: str
    pair: str
    day: date
    published: date | None


def made(count: int = MADE) -> Iterator[Sample]:
    """Sentences of our own, with and without a written year."""
    chance = random.Random(SEED)
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5400))
        written = number % 2 == 0
        forms = (
            f"{DAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}",
            f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}",
        )
        pair = chance.choice(forms) + (f", {day.year}" if written else "")
        text = chance.choice(_FRAMES).format(pair=pair)
        yield Sample(text=text, pair=pair, day=day, published=None if written else day + timedelta(days=1))


def real(file: Path) -> Iterator[Sample]:
    """The pairs of real news whose words are right by the calendar."""
    with file.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = _PAIR.search(row["pair"])
            published = _published(row.get("dct"))
            day = _day(found, published) if found else None
            if day is None or found is None or row["sentence"].count(row["pair"]) != 1:
                continue
            if DAYS[day.weekday()].lower().startswith(found["weekday"].lower()[:3]):
                known = None if found["year"] else published
                yield Sample(text=row["sentence"], pair=row["pair"], day=day, published=known)


def _published(words: str | None) -> date | None:
    if not words:
        return None
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})", words)
    if match is None:
        return None
    month, day, year, year2, month2, day2 = match.groups()
    return date(int(year or year2), int(month or month2), int(day or day2))


def _day(found: re.Match[str], published: date | None) -> date | None:
    month = _month(found["month"] or found["month2"])
    year = int(found["year"]) if found["year"] else published.year if published else None
    if month is None or year is None:
        return None
    try:
        return date(year, month, int(found["day"] or found["day2"]))
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower()[:3])), None)


def planted(sample: Sample, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(what was shifted, sentence) – the same sentence with one part of the pair made wrong."""
    found = _PAIR.search(sample.pair)
    if found is None:
        return
    weekday = DAYS[(sample.day.weekday() + chance.randint(1, 6)) % 7]
    yield "weekday", _put(sample, found.span("weekday"), weekday)
    name = "month" if found["month"] else "month2"
    for shift in chance.sample(range(1, 6), 5):
        month = (sample.day.month - 1 + shift) % 12 + 1
        if sample.day.day <= calendar.monthrange(sample.day.year, month)[1]:
            other = date(sample.day.year, month, sample.day.day)
            if other.weekday() != sample.day.weekday():
                yield "month", _put(sample, found.span(name), MONTHS[month - 1])
                return


def _put(sample: Sample, at: tuple[int, int], word: str) -> str:
    pair = sample.pair[: at[0]] + word + sample.pair[at[1] :]
    return sample.text.replace(sample.pair, pair)


def alarms(text: str, published: date | None, *, engine: Engine) -> list[str]:
    """The quoted words of every weekday finding."""
    report = Report.of(text, published=TimeRange.day(published) if published else None)
    return [f.spans[0].quote for f in run(report, engine=engine).findings if f.type == "weekday_date_mismatch"]


def measure(engine: Engine, *, file: Path | None = None) -> dict[str, Any]:
    """Recall per shifted part, and every false alarm with its words."""
    samples = {"made": list(made()), "real": list(real(file)) if file and file.exists() else []}
    chance = random.Random(SEED)
    figures: dict[str, Any] = {}
    for name, group in samples.items():
        false = [words for s in group for words in alarms(s.text, s.published, engine=engine)]
        found: dict[str, list[bool]] = {"weekday": [], "month": []}
        missed: list[str] = []
        for sample in group:
            for part, text in planted(sample, chance):
                hit = bool(alarms(text, sample.published, engine=engine))
                found[part].append(hit)
                if not hit:
                    missed.append(text[:160])
        figures[name] = {
            "sentences": len(group),
            "recall_weekday": _share(found["weekday"]),
            "recall_month": _share(found["month"]),
            "planted": sum(map(len, found.values())),
            "false_alarms": false,
            "missed": missed if name == "made" else len(missed),
        }
    return figures


def _share(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 3) if hits else 0.0

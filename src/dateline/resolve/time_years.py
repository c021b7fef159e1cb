"""The year of a day, month or season that is written without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.reference.calendar_expression import Expression
from dateline.resolve.time_scene import Moment, Scene, Site

_PIVOT = 30
_TURN_MONTHS = 10
NEVER_YET = 15.0
"""What a month of the future costs that is told as past, in months of the past: told in May, "in June" was last June."""

MonthDay = tuple[int, int | None]
"""A month with its day, None for the whole month."""


def full_year(short: int, now: Moment) -> int:
    """The year that two digits mean: the one next to the year that the text has reached, else 1930 to 2029."""
    if now.year is None:
        return 2000 + short if short < _PIVOT else 1900 + short
    century = now.year // 100 * 100
    return min((century + short, century - 100 + short, century + 100 + short), key=lambda y: abs(y - (now.year or y)))


def year_of(e: Expression, scene: Scene, now: Moment, site: Site, when: MonthDay) -> tuple[int | None, tuple[str, ...]]:
    """The year of a partial date, with the reason: written, told by "of that year", the anchor's, the text's."""
    month, day = when
    if e.get("year"):
        return int(e.get("year")), ()
    if e.get("year2"):
        return full_year(int(e.get("year2")), Moment()), ("two-digit year",)
    if told := e.get("relyear") or e.get("owner"):
        return _related_year(told, scene, now), (told,)
    rel = e.get("rel")
    if rel in _AFTER_TOLD and now.year is not None and not now.era and now.mention is not None and _is_past(now, scene):
        return _narrated_year(rel, now, month, day), (now.mention,)
    if scene.anchor is not None:
        open_end = e.preposition in ("until", "till", "through")
        site = replace(site, tense="future") if open_end else site
        site = replace(site, told=True) if e.preposition == "since" else site
        return _anchored_year(rel, scene.anchor, site, month, day), ("publication" if scene.stated else "text",)
    if now.year is not None:
        return _narrated_year(rel, now, month, day), (now.mention or "text",)
    near = scene.year_near(site.offset)
    return near, (("text",) if near else ())


_AFTER_TOLD = ("the next", "the following", "the previous", "the preceding")
"""What is counted from the time that the text has reached: "lost in 2019 and retaken the next spring"."""


def _is_past(now: Moment, scene: Scene) -> bool:
    """Whether the text has reached a year before that of its publication, so that it tells what came before."""
    return scene.anchor is not None and now.year is not None and now.year < scene.anchor.year


def _related_year(words: str, scene: Scene, now: Moment) -> int | None:
    base = now.year if words.startswith(("that", "the")) or scene.anchor is None else scene.anchor.year
    if base is None:
        return scene.anchor.year if scene.anchor else None
    back = "last" in words or "previous" in words
    return base - 1 if back else base + ("next" in words or "following" in words)


def _anchored_year(rel: str, anchor: date, site: Site, month: int, day: int | None) -> int:
    """The year that puts a month (and day) next to the anchor, on the side that tense and "last" or "next" say."""
    here, told = (anchor.month, anchor.day), (month, day or 1)
    if rel in ("last", "this past", "past", "previous"):
        return anchor.year if (month < anchor.month if day is None else told < here) else anchor.year - 1
    if rel in ("next", "the next", "this coming"):
        return anchor.year if told > here else anchor.year + 1
    if rel == "this":
        return anchor.year
    ahead = {"future": 1.0, "past": 3.0}.get(site.tense or "", 2.0)
    ahead = NEVER_YET if site.told and day is None and site.tense != "future" else ahead
    behind = 6.0 if site.tense == "future" else 1.0

    def cost(year: int) -> float:
        months = (year - anchor.year) * 12 + month - anchor.month + (((day or here[1]) - here[1]) / 31)
        return months * ahead if months > 0 else -months * behind

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=cost)


def _narrated_year(rel: str, now: Moment, month: int, day: int | None) -> int | None:
    if now.year is None:
        return None
    if rel in ("last", "previous", "the previous", "the preceding"):
        return now.year - (now.month is None or month >= now.month)
    if rel in ("next", "the next", "the following"):
        return now.year + (now.month is None or month <= now.month)
    return now.year + (now.month is not None and now.month - month > _TURN_MONTHS)

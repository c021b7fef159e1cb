"""Lengths and repetitions: durations, sets, offsets from a day, windows before or after it, vague references."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression
from dateline.resolve.time_dates import day_value, week_value
from dateline.resolve.time_scene import Moment, Scene, Sense, Site, unknown

_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}
_FEW_DAYS = 7
_HALVES = {"hour": "30M", "minute": "30S", "year": "6M"}
_PRESENT = (
    "now",
    "present",
    "current",
    "moment",
    "nowadays",
    "these days",
    "modern",
    "being",
    "this time",
    "this period",
)
_FUTURE = ("soon", "future", "shortly", "term", "due course")
_PAST = ("recent", "lately", "ago", "previously", "formerly", "past", "of late")
_SETS = {
    "hourly": "PT1H", "daily": "P1D", "everyday": "P1D", "every day": "P1D", "nightly": "P1D", "weekly": "P1W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def singular(unit: str) -> str:
    """The unit's singular."""
    if unit in ("century", "centuries"):
        return "century"
    return unit.removesuffix("s")


def period(amount: float | None, unit: str) -> str:
    """ISO 8601 duration as TIMEX3 writes it; X for an amount that is not told. Decades become years."""
    if amount is not None and amount % 1 == 0.5 and amount > 1 and unit in _HALVES:
        return f"{period(amount - 0.5, unit)}{_HALVES[unit]}"
    number = "X" if amount is None else f"{amount:g}"
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        return "PXY" if amount is None else f"P{amount * size:g}Y"
    if unit == "fortnight":
        return "PXW" if amount is None else f"P{amount * 2:g}W"
    if unit in ("hour", "minute", "second"):
        if unit == "hour" and amount == 0.5:
            return "PT30M"
        return f"PT{number}{unit[0].upper()}"
    return f"P{number}{ {'day': 'D', 'night': 'D', 'week': 'W', 'month': 'M', 'quarter': 'Q', 'year': 'Y'}[unit] }"


def _amount(e: Expression) -> float | None:
    words = e.get("num")
    if not words:
        return 1 if e.kind == "offset" and e.get("unit") in ("year", "month", "week", "day") else None
    if words.endswith(("1/2", "½")):
        return (cal.number(words.removesuffix("1/2").removesuffix("½")) or 0) + 0.5
    amount = cal.number(words)
    return amount + 0.5 if amount is not None and e.get("half") else amount


def read_duration(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A length of time; hours and minutes lie within the day that the text has reached, longer ones anywhere."""
    unit = singular(e.get("unit"))
    amount = _amount(e)
    if not e.get("num") and "long" in e.text.lower():
        amount = 1 if not e.get("unit").endswith("s") else None
    day = now.date or scene.anchor
    within = TimeRange.days(day, day, "duration") if day and _DAYS.get(unit, 9) == 0 else unknown("duration")
    span = _around(e, scene, now, site) or within
    value = TimeValue(range=span, kind="duration", timex_type="DURATION", timex_value=period(amount, unit))
    return Sense(value=value)


def _around(e: Expression, scene: Scene, now: Moment, site: Site) -> TimeRange | None:
    """The days that a length takes beside the anchor or the day reached: "twice in two days", "within 48 hours"."""
    unit, amount = singular(e.get("unit")), _amount(e)
    if e.get("fought") and now.date is not None and amount is not None and unit == "day":
        return TimeRange.days(now.date - timedelta(days=round(amount) - 1), now.date)
    if scene.anchor is None or unit not in ("hour", "day", "week"):
        return None
    if e.preposition == "within" and site.tense in ("future", None):
        reach = _reach(scene.anchor, amount or 1, unit, back=False)
        return TimeRange.days(scene.anchor, reach) if reach else None
    if e.preposition == "in" and site.tense == "past" and amount is not None and amount > 1 and unit == "day":
        return TimeRange.days(scene.anchor - timedelta(days=round(amount) - 1), scene.anchor)
    return None


def read_set(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """Something that repeats: daily, every two weeks."""
    if e.get("set"):
        code = _SETS["everyday" if e.get("set") == "everyday" else e.get("set")]
    else:
        amount = 2 if e.get("num") == "other" else _amount(e) or 1
        code = period(amount, singular(e.get("unit")))
    return Sense(value=TimeValue(range=unknown("vague"), kind="set", timex_type="SET", timex_value=code))


def read_offset(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """So long ago, earlier or later: from the anchor for "ago", else from the day that the text has reached."""
    unit, way = singular(e.get("unit")), e.get("way")
    amount = _amount(e)
    base = _base(way, scene, now, site)
    forward = way not in ("ago", "earlier", "previously", "before")
    if amount is None and now.date is not None and way != "ago" and _DAYS.get(unit, 9) == 0:
        return _offset_from_day(now.date, unit, 0, now.mention)
    if amount is None or (amount != int(amount) and unit != "year"):
        return _vague_offset(unit, way, scene, forward=forward)
    shift = int(amount) if forward else -int(amount)
    if way in ("ago", "earlier") and unit == "year" and amount == 1 and now.quarter and now.year and _close(now, site):
        code = f"{now.year - 1:04}-Q{now.quarter}"
        return Sense(value=TimeValue(range=unknown("interval"), kind="deictic", timex_value=code))
    if base is None:
        return _offset_from_moment(unit, shift, now, way)
    sense = _offset_from_day(base, unit, shift, "publication" if way == "ago" else now.mention)
    looks_back = shift < 0 and unit in ("year", "decade", "century")
    return replace(sense, moment=None) if sense and looks_back else sense


def _close(now: Moment, site: Site) -> bool:
    return now.sentence is not None and site.sentence is not None and site.sentence - now.sentence <= 2


def _base(way: str, scene: Scene, now: Moment, site: Site) -> date | None:
    if way in ("ago", "hence", "from now", "from today") or (scene.stated and now.sentence != site.sentence):
        return scene.anchor or (now.date if way != "ago" else None)
    return now.date or scene.anchor


def _offset_from_day(base: date, unit: str, shift: int, anchor: str | None) -> Sense | None:
    if unit in ("hour", "minute", "second"):
        value = replace(day_value(base, kind="deictic"), anchor=anchor)
        return Sense(value=value)
    if unit in ("day", "night", "week", "fortnight"):
        day = base + timedelta(days=shift * _DAYS[unit])
        value = day_value(day, kind="deictic") if unit in ("day", "night") else week_value(day, kind="deictic")
        return Sense(value=replace(value, anchor=anchor), moment=Moment(year=day.year, month=day.month, day=day.day))
    if unit in ("month", "quarter"):
        moved = cal.add_months(base, shift * (3 if unit == "quarter" else 1))
        if moved is None:
            return None
        span = TimeRange.month(moved.year, moved.month)
        value = TimeValue(range=span, kind="deictic", timex_value=f"{moved.year:04}-{moved.month:02}", anchor=anchor)
        return Sense(value=value, moment=Moment(year=moved.year, month=moved.month))
    return _year_offset(base.year, unit, shift, anchor)


def _year_offset(base: int, unit: str, shift: int, anchor: str | None) -> Sense | None:
    year = base + shift * {"decade": 10, "century": 100}.get(unit, 1)
    if not 1 <= year <= 9998:
        return None
    value = TimeValue(range=TimeRange.year(year), kind="deictic", timex_value=f"{year:04}", anchor=anchor)
    return Sense(value=value, moment=Moment(year=year))


def _offset_from_moment(unit: str, shift: int, now: Moment, way: str) -> Sense | None:
    if way == "ago" or now.year is None or now.era:
        code = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX-XX-XX")
        return Sense(value=TimeValue(range=unknown("vague"), kind="deictic", timex_value=code))
    if unit in ("month", "quarter") and now.month is not None:
        return _offset_from_day(date(now.year, now.month, 1), unit, shift, now.mention)
    if unit in ("year", "decade", "century"):
        return _year_offset(now.year, unit, shift, now.mention)
    month = f"{now.month:02}" if now.month else "XX"
    value = TimeValue(
        range=unknown("day"), kind="anaphoric", timex_value=f"{now.year:04}-{month}-XX", anchor=now.mention
    )
    return Sense(value=value)


def _vague_offset(unit: str, way: str, scene: Scene, *, forward: bool) -> Sense:
    code = "FUTURE_REF" if forward else "PAST_REF"
    span = unknown("vague")
    if scene.anchor is not None and way == "ago":
        first = scene.anchor - timedelta(days=_FEW_DAYS) if unit == "day" else None
        last = scene.anchor if _DAYS.get(unit, 9) == 0 else scene.anchor - timedelta(days=1)
        if _DAYS.get(unit, 9) == 0:
            first = scene.anchor
        span = TimeRange.days(first, last, "vague")
    value = TimeValue(range=span, kind="vague", timex_value=code, anchor="publication" if way == "ago" else None)
    return Sense(value=value)


def read_window(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """The days before or after the anchor: "the past three days", "the preceding two days", "recent weeks"."""
    unit, rel = singular(e.get("unit")), e.get("rel")
    amount = _amount(e)
    code = period(amount, unit)
    if rel == "recent" and not e.get("num"):
        code = "PAST_REF" if unit == "year" else code
        span = TimeRange.days(None, scene.anchor, "vague") if scene.anchor else unknown("vague")
        return Sense(
            value=TimeValue(range=span, kind="vague", timex_value=code, timex_type="DURATION", anchor="publication")
        )
    told = rel in ("preceding", "previous", "following") and now.date is not None
    base = now.date if told else scene.anchor
    span = (
        _window(base, rel, amount, unit, told=told)
        if base and rel not in ("first", "final", "opening", "intervening")
        else unknown("duration")
    )
    value = TimeValue(
        range=span, kind="interval" if span.earliest else "duration", timex_type="DURATION", timex_value=code,
        anchor=now.mention if told else "publication",
    )  # fmt: skip
    return Sense(value=value)


def _window(base: date, rel: str, amount: float | None, unit: str, *, told: bool) -> TimeRange:
    if amount is None:
        return TimeRange.days(None, base, "vague") if rel in ("past", "last", "latest") else unknown("duration")
    reach = _reach(base, amount, unit, back=rel not in ("next", "coming", "following"))
    if reach is None:
        return unknown("duration")
    if rel in ("next", "coming", "following"):
        return TimeRange.days(base, reach)
    return TimeRange.days(reach, base - timedelta(days=1) if told else base)


def _reach(base: date, amount: float, unit: str, *, back: bool) -> date | None:
    sign = -1 if back else 1
    if unit in ("hour", "minute", "second"):
        days = max(1, round(amount / 24)) if unit == "hour" else 0
        return base + timedelta(days=sign * days)
    if unit in _DAYS:
        return base + timedelta(days=sign * round(amount * _DAYS[unit]))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return cal.add_months(base, sign * round(amount * months))


def read_reference(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """Words that point at the present, past or future, or back at what the text has told."""
    word = e.get("ref")
    if any(cue in word for cue in _PRESENT):
        if scene.anchor and "now" in word:
            value = replace(day_value(scene.anchor, kind="deictic"), timex_value="PRESENT_REF", anchor="publication")
            return Sense(value=value)
        if "this" in word:
            return Sense(value=TimeValue(range=unknown("vague"), kind="anaphoric", timex_value="PRESENT_REF"))
        return Sense(value=TimeValue(range=unknown("vague"), kind="deictic", timex_value="PRESENT_REF"))
    if any(cue in word for cue in _FUTURE):
        code = None if site.tense == "past" and "future" not in word else "FUTURE_REF"
        return Sense(value=TimeValue(range=unknown("vague"), kind="vague", timex_value=code))
    if any(cue in word for cue in _PAST):
        code = None if word in ("previously", "formerly") else "PAST_REF"
        span = TimeRange.days(None, scene.anchor, "vague") if scene.anchor else unknown("vague")
        return Sense(value=TimeValue(range=span, kind="vague", timex_value=code))
    if "mean" in word:
        span = TimeRange.days(scene.anchor, None, "vague") if scene.anchor else unknown("vague")
        return Sense(value=TimeValue(range=span, kind="deictic", anchor="publication"))
    span = unknown("vague")
    if now.date is not None and word.startswith("by "):
        span = TimeRange.days(None, now.date, "vague")
    elif now.date is not None and word in ("then", "thereafter", "since then"):
        span = TimeRange.days(now.date, None, "vague")
    return Sense(value=TimeValue(range=span, kind="anaphoric", anchor=now.mention))

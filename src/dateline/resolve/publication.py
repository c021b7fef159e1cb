"""When a report was published: as stated, or bounded by what it tells; and the days that it tells about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.model.record import Evidence, Publication
from dateline.model.text import Parse
from dateline.model.time import TimeRange
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression
from dateline.resolve.release_numbers import RELEASE_NUMBER, numbered
from dateline.resolve.stamps import greeted, stamped_day
from dateline.resolve.time_dates import numeric_days
from dateline.resolve.time_reading import Found, compared, read_all
from dateline.resolve.time_scene import Scene, unknown

_CITATION = re.compile(r"\b\d+\s*\(((?:19|20)\d\d)\)")
_HEAD_BEFORE = re.compile(
    r"(?:^|\n|\(|\),|[A-Z]{3,},| [–—|-]|(?:^|\n)(?:[ ]?[^\W\d_][\w'’. -]{1,40},){1,3}|(?:^|\n)[^\n.]{1,60}\.)\s*$"
)
_TOWN = re.compile(r"[^\W\d_a-z][^\n:,.]{1,30},")
"""A town alone before the day: "Beirut, 12 October: …"."""
_TITLE_AFTER = re.compile(r"[^\na-z.]{0,25}(?:\n|$)")
"""What may follow a date in a title: capitals, numbers and brackets, no words of a sentence."""
_HEAD_AFTER = re.compile(r"\)|\s*(?:\(|--|–|—|\[|\n|$)")
_HEAD_CHARS, _HEAD_LINE, _WINDOW_DAYS, _GAP_DAYS = 400, 120, 7, 10
_STORY_GAP_DAYS = 31
"""The longest gap between the days of a story that no day of publication dates: an account of a battle or of a campaign."""
_NEWS_DAYS = 150
"""So many days after the last day that it tells with its year a report without a year may be."""
_NEWSDATES = frozenset({"date", "numeric", "iso", "month", "range"})
_PERIOD_DAYS = (2, 35)
"""How long the period of a report may be that its head names: of a week, of a month."""
_SAYING = frozenset({"say", "report", "announce", "tell", "warn", "write", "publish", "release", "statement", "letter"})
_STRETCHES = frozenset({"month", "date", "range"})
_DEICTIC = frozenset({"deictic", "weekday", "relunit", "partday"})
_DAYS = frozenset({"date", "numeric", "iso", "weekday", "deictic", "relunit", "dayafter", "partday", "timed", "range"})

Expressions = tuple[tuple[str, Expression], ...]


def explicit_years(parse: Parse, expressions: Expressions) -> tuple[tuple[int, int], ...]:
    """Offsets and years that the text itself writes: in dates, citations ("1701 (2006)") and release numbers."""
    text = parse.report.text
    found = [(m.start(1), int(m.group(1))) for pattern in (_CITATION, RELEASE_NUMBER) for m in pattern.finditer(text)]
    for _, e in expressions:
        for one in (e, e.day, *e.parts):
            if one is None or one.get("era") or any(c.start <= one.start < c.end for c in parse.frame.captions):
                continue
            if one.kind in ("date", "month", "range", "year", "iso") and one.get("year") and not compared(text, one):
                found.append((one.start, int(one.get("year"))))
            elif one.kind == "numeric" and (days := numeric_days(one)):
                found.append((one.start, days[0].year))
    return tuple(sorted(found))


def weekday_dates(expressions: Expressions) -> tuple[date, ...]:
    """The days that the text writes in full, weekday and year included, where the two agree."""
    found: list[date] = []
    for _, one in expressions:
        named = cal.WEEKDAYS.get(one.get("weekday").rstrip("."))
        number = cal.ordinal(one.get("day") or one.get("ordinal")) if one.kind == "date" else None
        if named is None or number is None or len(one.get("year")) != 4:
            continue
        day = cal.day_of(int(one.get("year")), cal.MONTHS[one.get("month").rstrip(".")], number)
        if day is not None and day.weekday() == named:
            found.append(day)
    return tuple(found)


def find_scene(parse: Parse, expressions: Expressions) -> Scene:
    """The anchor of the report: stated by the user, by the frame, or by a day that the text calls today."""
    published = parse.report.published
    scene = Scene(
        years=explicit_years(parse, expressions),
        days=weekday_dates(expressions),
        day_first=_day_first(parse, expressions),
    )
    if published is not None and published.first_day is not None:
        return replace(scene, anchor=published.first_day, stated=True)
    heads = _heads(parse, expressions, scene)
    stamp = stamped_day(parse.report.text, day_first=scene.day_first)
    if heads and not any(_has_year(e) for _, e in heads):
        day = _day_beside(parse, heads, scene, stamp) or _day_after_the_news(parse, heads, expressions, scene)
        if day is not None:
            return replace(scene, anchor=day, stated=True)
        scene = replace(scene, years=(), undated=True)
    elif day := next(_days_of(read_all(parse, heads, scene)), None):
        return replace(scene, anchor=day, stated=True)
    if stamp is not None:
        return replace(scene, anchor=stamp, stated=True)
    day = _today(parse, expressions, scene)
    return replace(scene, anchor=day) if day else scene


def _has_year(e: Expression) -> bool:
    """Whether a day is written with its year, or tells it by another word."""
    if e.kind == "numeric":
        return bool(numeric_days(e))
    within = e.day is not None and _has_year(e.day)
    return within or e.kind == "iso" or any(e.get(part) for part in ("year", "year2", "relyear", "owner"))


def _day_beside(parse: Parse, heads: Expressions, scene: Scene, stamp: date | None) -> date | None:
    """The day of a head without a year that lies beside the stamp of the page, else the stamp."""
    if stamp is None:
        return None
    day = next(_days_of(read_all(parse, heads, replace(scene, years=((0, stamp.year),)))), None)
    return day if day is not None and abs((stamp - day).days) <= _GAP_DAYS else stamp


def _day_after_the_news(parse: Parse, heads: Expressions, expressions: Expressions, scene: Scene) -> date | None:
    """The day of a head without a year: the next one so called after the last day that the text tells as past.

    A year alone ("formed in 2012") is history, and so is a day long before: the year of the head then stays unknown. The
    number of a press release tells its year.
    """
    releases = {int(m["year"]) for m in RELEASE_NUMBER.finditer(parse.report.text)}
    told = max(_days_told(parse, expressions, scene), default=None)
    for year in sorted(releases | ({told.year, told.year + 1} if told else set())):
        day = next(_days_of(read_all(parse, heads, replace(scene, years=((0, year),)))), None)
        if day and (year in releases or (told and 0 <= (day - told).days <= _NEWS_DAYS)):
            return day
    return None


def _days_told(parse: Parse, expressions: Expressions, scene: Scene) -> Iterator[date]:
    """The first days of what a text tells as past with its year: whole dates, and months since which something lasts."""
    dated = [(m, e) for m, e in expressions if e.kind in _NEWSDATES and _has_year(e) and not e.get("era")]
    for one in read_all(parse, dated, scene):
        value = one.sense.value
        lasts = one.expression.kind != "month" or value.bound == "since"
        past = one.tense != "future" and value.bound not in ("until", "before")
        if lasts and past and value.range.first_day is not None:
            yield value.range.first_day


def _heads(parse: Parse, expressions: Expressions, scene: Scene) -> Expressions:
    """The day of the frame, else a date that heads the text: alone on its line, in brackets, or between a town and an agency."""
    span, text = parse.frame.date, parse.report.text
    if span is not None:
        inside = tuple((m, e) for m, e in expressions if e.start < span.end and span.start < e.end)
        if inside and inside[0][1].kind != "range" and not _may_be_two_days(parse, scene, inside):
            return inside
    heads = [
        (m, e)
        for m, e in expressions
        if e.start < _HEAD_CHARS
        and (e.day or e).kind in ("date", "numeric", "iso")
        and e.preposition is None
        and not e.get("deictic")
        and _HEAD_BEFORE.search(text[: e.start])
        and (_HEAD_AFTER.match(text, e.end) or (text[e.end :][:1] == ":" and _TOWN.fullmatch(text[: e.start].strip())))
    ]
    return tuple(heads[:1] or _title_days(text, expressions) or _opening_days(parse, expressions))


def _opening_days(parse: Parse, expressions: Expressions) -> list[tuple[str, Expression]]:
    """The full date with which a first sentence without a verb ends: "Radio Savane, evening bulletin, 9 June 2019."."""
    first = parse.sentences[0] if parse.sentences else None
    if first is None or any(t.pos in ("VERB", "AUX") for t in parse.tokens[first.first : first.last + 1]):
        return []
    last = first.span.end - 1
    return [
        (m, e) for m, e in expressions if e.kind == "date" and len(e.get("year")) == 4 and e.end in (last, last + 1)
    ]


def _title_days(text: str, expressions: Expressions) -> list[tuple[str, Expression]]:
    """The full date with which the title of a bulletin ends, unless the text tells of a later year: then it is history."""
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    dated = [(m, e) for m, e in expressions if e.kind == "date" and len(e.get("year")) == 4]
    in_title = [
        (m, e)
        for m, e in dated
        if first <= e.start < end <= first + _HEAD_LINE
        and e.preposition in (None, "as of")
        and _TITLE_AFTER.match(text, e.end)
    ]
    if len(in_title) != 1 or text[first:end].rstrip().endswith((".", "?", "!")):
        return []
    later = any(int(e.get("year")) > int(in_title[0][1].get("year")) for _, e in dated)
    return [] if later else list(in_title)


def _day_first(parse: Parse, expressions: Expressions) -> bool | None:
    """The order of numeric dates, where a number above twelve or the weekdays told beside the dateline settle it."""
    numeric = [(e, days) for _, e in expressions if e.kind == "numeric" and e.get("a") and (days := numeric_days(e))]
    for e, days in numeric:
        if len(days) == 1 and e.get("a") != e.get("b") and e.get("sep") != ".":
            return days[0].day == int(e.get("a"))
    head = parse.frame.date
    weekdays = [cal.WEEKDAYS[e.get("weekday")] for _, e in expressions if e.kind == "weekday" and not e.get("rel")]
    for e, days in numeric:
        if head is not None and len(days) == 2 and e.start < head.end and head.start < e.end:
            told = [sum(day.weekday() == number for number in weekdays) for day in days]
            return None if told[0] == told[1] else told[0] > told[1]
    return None


def _may_be_two_days(parse: Parse, scene: Scene, head: Expressions) -> bool:
    """Whether a field at the head of a text gives digits that nobody reads with certainty ("03/04/24")."""
    headed = any(field.value.start <= e.start < field.value.end for field in parse.frame.fields for _, e in head)
    return headed and scene.day_first is None and any(e.kind == "numeric" and len(numeric_days(e)) > 1 for _, e in head)


def _days_of(found: Iterable[Found]) -> Iterator[date]:
    for one in found:
        first = one.sense.value.range.first_day
        if first is not None and first == one.sense.value.range.last_day:
            yield first


def _today(parse: Parse, expressions: Expressions, scene: Scene) -> date | None:
    """The day that the text calls today, else the last full day that a dispatch with deictic words tells of."""
    found = list(read_all(parse, expressions, scene))
    text, exact = parse.report.text, ("day", "hour", "minute")
    days = [(f, f.sense.value.range.first_day) for f in found if f.sense.value.range.precision in exact]
    named = [d for f, d in days if d and ("today" in f.expression.get("deictic") or greeted(text, f.expression.start))]
    if named:
        return max(named)
    deictic = any(e.kind in _DEICTIC and e.get("rel") in ("", "this", "last") for _, e in expressions)
    if not deictic or not parse.frame.slugs:
        return None
    told = [day for f, day in days if day and f.sense.value.weekday_ok is not False and not f.expression.bound]
    return max(told, default=None)


def period_told_of(parse: Parse, found: Iterable[Found]) -> TimeRange | None:
    """The period that a line in the head of a report names: "Weekly bulletin, 2–8 June 2025", "Reporting period: March 2025"."""
    text = parse.report.text
    for one in found:
        e, value = one.expression, one.sense.value.range
        if e.start >= _HEAD_CHARS or value.precision not in ("interval", "month"):
            continue
        line = text[text.rfind("\n", 0, e.start) + 1 : (text + "\n").index("\n", e.end)].strip()
        first, last = value.first_day, value.last_day
        if (
            first is None
            or last is None
            or line.endswith((".", ":", ","))
            or len(line) > _HEAD_LINE
            or "\n" not in text
        ):
            continue
        if e.preposition is None and _PERIOD_DAYS[0] <= (last - first).days + 1 <= _PERIOD_DAYS[1]:
            return TimeRange.days(first, last)
    return None


def day_window(found: tuple[Found, ...], scene: Scene, period: TimeRange | None = None) -> TimeRange | None:
    """The days that the news covers: the period that the head names, else those told singly, from the last back to
    the first gap.

    A day whose weekday contradicts it counts only where it lies among the others; months, years and long
    intervals are background, and so is what lies ahead.
    """
    if period is not None and period.first_day is not None and period.last_day is not None:
        issued = scene.anchor if scene.stated and scene.anchor is not None else period.last_day
        if 0 <= (issued - period.last_day).days <= _PERIOD_DAYS[1]:
            return TimeRange.days(period.first_day, issued)
    days = sorted(set(_told_days(found, scene)))
    if scene.anchor is not None and scene.stated and not _as_of(found, scene.anchor):
        days = [day for day in days if 0 <= (scene.anchor - day).days <= _WINDOW_DAYS] or [scene.anchor]
        return TimeRange.days(days[0], max(days[-1], scene.anchor))
    if not days:
        return None
    last = scene.anchor or days[-1]
    first, gap = last, _STORY_GAP_DAYS if scene.anchor is None else _GAP_DAYS
    for day in reversed([day for day in days if day <= last]):
        if (first - day).days > gap:
            break
        first = day
    return TimeRange.days(first, last)


def _as_of(found: Iterable[Found], day: date) -> bool:
    """Whether a report tells the state of things "as of" its day: then it covers more days than a story of that day."""
    return any(one.expression.preposition == "as of" and one.sense.value.range.first_day == day for one in found)


def looked_into(parse: Parse, found: Sequence[Found], scene: Scene) -> TimeRange | None:
    """The weeks that an investigation tells of: those that its lead names, where the text tells of no day of the last week.

    "Soldiers burned five villages in early May, the group said today", told on 12 June: what happened in May is its news.
    """
    if scene.anchor is None or not scene.stated:
        return None
    told = [one for one in found if not _dates_the_saying(parse, one.expression)]
    if any(0 <= (scene.anchor - day).days <= _WINDOW_DAYS for day in _told_days(told, scene)):
        return None
    lead = next((s.span for s in parse.sentences if s.span.quote.rstrip().endswith(".")), None)
    for one in told:
        if lead is None or not lead.start <= one.expression.start < lead.end:
            continue
        value = one.sense.value
        first = value.range.first_day if value.bound == "since" or one.expression.kind in _STRETCHES else None
        if first is not None and 0 <= (scene.anchor - first).days <= _NEWS_DAYS:
            return TimeRange.days(first, scene.anchor)
    return None


def _dates_the_saying(parse: Parse, e: Expression) -> bool:
    """Whether a time tells when somebody spoke or wrote, not when something happened: "said today", "the report of 9 May"."""
    frame = parse.frame.date
    if frame is not None and e.start < frame.end and frame.start < e.end:
        return True
    tokens = parse.tokens_in(e.start, e.end)
    return bool(tokens) and any(token.lemma in _SAYING for token in (tokens[0], *parse.ancestors(tokens[0]))[:3])


def _told_days(found: Iterable[Found], scene: Scene) -> Iterator[date]:
    for one in found:
        span, value = one.sense.value.range, one.sense.value
        first, last = span.first_day, span.last_day
        if one.mention is None or one.expression.kind not in _DAYS or first is None or last is None:
            continue
        if one.tense == "future" and (scene.anchor is None or first > scene.anchor):
            continue
        if (last - first).days <= 1 and value.bound not in ("after", "before"):
            yield first
            yield last


def find_publication(parse: Parse, found: tuple[Found, ...], scene: Scene) -> Publication:
    """The publication: the stated day, else not before the last day told as past, with the reasons."""
    if scene.anchor is not None and scene.stated:
        evidence = _stated_evidence(parse, found, scene.anchor)
        whole = parse.report.published or TimeRange.day(scene.anchor)
        return Publication(range=whole, stated=True, best=whole, evidence=evidence)
    latest, evidence = _latest_told(parse, found)
    if latest is None:
        return numbered(parse.report) or Publication(range=unknown("vague"), stated=False)
    end, deictics = _week_bound(parse, found, scene)
    best = None
    if scene.anchor is not None:
        best = TimeRange.days(scene.anchor, end or scene.anchor + timedelta(days=1))
    span = TimeRange.days(latest, end if end and end >= latest else None)
    return Publication(
        range=span, stated=False, best=best, evidence=(*evidence, *deictics, *_weekday_evidence(parse, found, scene))
    )


def _stated_evidence(parse: Parse, found: tuple[Found, ...], day: date) -> tuple[Evidence, ...]:
    if parse.report.published is not None:
        return (Evidence(kind="stated", span=None, why="given with the report"),)
    head = (one.expression for one in found if one.sense.value.range == TimeRange.day(day))
    first = next(head, None)
    span = parse.report.span(first.start, first.end) if first else None
    line = next((f.line.quote for f in parse.frame.fields if parse.frame.date and f.value.covers(parse.frame.date)), "")
    why = f"the line “{line}” at the head" if line else "dated header or dateline"
    return (Evidence(kind="stated", span=parse.frame.date or span, why=why),)


def _latest_told(parse: Parse, found: tuple[Found, ...]) -> tuple[date | None, tuple[Evidence, ...]]:
    told = [
        (day, one)
        for one in found
        if (day := one.sense.value.range.first_day)
        and one.sense.value.range.precision in ("day", "month", "night", "hour", "minute")
        and one.sense.value.weekday_ok is not False
        and one.sense.value.bound not in ("until", "before", "after")
        and one.tense != "future"
        and not any(field.line.start <= one.expression.start < field.line.end for field in parse.frame.fields)
    ]
    if not told:
        return None, ()
    day, one = max(told, key=lambda pair: pair[0])
    span = parse.report.span(one.expression.start, one.expression.end)
    why = f"the last time told as past begins on {day}"
    return day, (Evidence(kind="terminus_post_quem", span=span, why=why),)


def _week_bound(parse: Parse, found: tuple[Found, ...], scene: Scene) -> tuple[date | None, tuple[Evidence, ...]]:
    for one in found:
        e = one.expression
        if e.kind == "relunit" and e.get("rel") == "this" and e.get("unit") == "week" and scene.anchor is not None:
            last = one.sense.value.range.last_day
            span = parse.report.span(e.start, e.end)
            why = f"'{span.quote}' keeps publication in the week that ends on {last}"
            return last, (Evidence(kind="deictic", span=span, why=why),)
    return None, ()


def _weekday_evidence(parse: Parse, found: tuple[Found, ...], scene: Scene) -> Iterator[Evidence]:
    for one in found:
        value, day = one.sense.value, one.sense.value.range.first_day
        if value.weekday_ok and day and one.sense.why and one.expression.kind == "date":
            near = (cal.day_of(year, day.month, day.day) for year in range(day.year - 11, day.year + 6))
            fitting = [same.year for same in near if same is not None and same.weekday() == day.weekday()]
            years = ", ".join(map(str, fitting))
            span = parse.report.span(one.expression.start, one.expression.end)
            why = f"{day.day} {day.strftime('%B')} is a {(value.weekday or '').title()} in {years}; {day.year} agrees with the years written"
            yield Evidence(kind="weekday_check", span=span, why=why)
            return

"""Reads the time expressions of a text one after the other, so that each can lean on those before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from dateline.model.text import Parse, Token
from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference.calendar_expression import Expression
from dateline.resolve import time_dates as dates
from dateline.resolve import time_lengths as lengths
from dateline.resolve import time_relative as relative
from dateline.resolve import time_windows as windows
from dateline.resolve.time_scene import Moment, Scene, Sense, Site, Tense

Reader = Callable[[Expression, Scene, Moment, Site], Sense | None]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "date": dates.read_date,
        "monthday": dates.read_month_day,
        "month": dates.read_month,
        "monthhalf": windows.read_half_of_month,
        "year": dates.read_year,
        "shortyear": dates.read_year,
        "spelledyear": dates.read_year,
        "decade": dates.read_decade,
        "shortdecade": dates.read_decade,
        "century": dates.read_decade,
        "numeric": dates.read_numeric,
        "iso": dates.read_numeric,
        "week": dates.read_week,
        "season": dates.read_season,
        "half": dates.read_half,
        "quarter": dates.read_quarter,
        "quarterref": dates.read_quarter,
        "feast": dates.read_feast,
        "weekday": relative.read_weekday,
        "deictic": relative.read_deictic,
        "partday": relative.read_part_of_day,
        "clock": relative.read_clock,
        "relunit": relative.read_unit,
        "dayafter": relative.read_day_after,
        "nthday": relative.read_nth_day,
        "duration": lengths.read_duration,
        "set": lengths.read_set,
        "offset": lengths.read_offset,
        "year_ago": lengths.read_offset,
        "window": lengths.read_window,
        "ref": lengths.read_reference,
    }
)
_LEAP_YEARS = 3
_PLANS = ("expect", "plan", "schedule", "due", "set", "prepare", "intend", "hope", "want", "vow", "pledge", "promise")
_SCHEDULED = ("start", "begin", "open", "reopen", "resume", "expire", "end")
"""What is told of the days to come in the present tense: "schools reopen on Monday"."""
_FUTURE_AUX = ("will", "'ll", "’ll", "shall", "wo")
_MODALS = ("would", "could", "might", "may", "should", "must", "can")
_PERFECT = ("had", "has", "have", "'ve", "’ve", "having")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression with what it means, and the mention that it belongs to (None for a part of a range)."""

    expression: Expression
    sense: Sense
    mention: str | None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """The day of a message, and the code point up to which it goes: "yesterday" there is the day before."""

    day: date | None = None
    end: int = 0


def read_all(parse: Parse, expressions: Iterable[tuple[str, Expression]], scene: Scene) -> Iterator[Found]:
    """The meaning of every expression (with its mention's id) in text order; unreadable ones are left out."""
    now, stamp, heading = Moment(), Stamped(), Moment()
    for mention, expression in expressions:
        site = _site(parse, expression)
        if expression.kind == "clock" and _opens_line(parse.report.text, expression) and not expression.bound:
            # An entry of a log stands on the day of its heading, whatever the entry before it told of.
            now = heading if heading.date else now if scene.anchor is None else _moment(scene.anchor)
        here = replace(scene, anchor=stamp.day) if expression.start < stamp.end else scene
        for found in _readable(expression, mention, here, now, site):
            moment = found.sense.moment
            stamped = _stamp(parse.report.text, expression, moment)
            stamp = stamped or stamp
            aside = compared(parse.report.text, expression) or _looks_back(parse.report.text, expression, now, moment)
            if moment is not None and (stamped or _ends_title(parse.report.text, expression)):
                heading = moment
            if moment is not None and not aside and _moves(now, moment, site, scene):
                sentence = site.sentence
                now = replace(moment, mention=mention, sentence=sentence)
            yield replace(found, tense=site.tense)


def _moment(day: date) -> Moment:
    return Moment(year=day.year, month=day.month, day=day.day)


def _opens_line(text: str, e: Expression) -> bool:
    return not text[text.rfind("\n", 0, e.start) + 1 : e.start].strip(_BULLETS)


def _ends_title(text: str, e: Expression) -> bool:
    """Whether a time ends a line that it fills, or the title of a log: a short line before one that a clock opens."""
    end = text.find("\n", e.end)
    if _ASIDE.sub("", text[e.end : end if end >= 0 else len(text)]).strip(_BULLETS):
        return False
    short = e.start - text.rfind("\n", 0, e.start) <= LONGEST_TITLE and e.kind != "clock"
    return _opens_line(text, e) or (short and _ENTRY.match(text, e.end) is not None)


def compared(text: str, e: Expression) -> bool:
    """Whether a year alone is what the news is measured by: "as in 2013", "the worst since the siege of 1994"."""
    return e.kind == "year" and _COMPARED.search(text, max(0, e.start - 50), e.start) is not None


def _looks_back(text: str, e: Expression, now: Moment, moment: Moment | None) -> bool:
    """Whether a time is told by its distance back ("the previous autumn"): the story goes on where it was."""
    earlier = now.year is not None and moment is not None and moment.year is not None and moment.year < now.year
    return earlier and _BACK.search(text, e.start, e.end) is not None


_BULLETS = " \t[(<*-–—•])>:"
"""What may stand about a time that opens a line."""
_ENTRY = re.compile(r"[ \t:)\]]*\n\s*[\[(*•–—-]*[ \t]*\d{1,2}[:.h]\d\d")
_ASIDE = re.compile(r"\([^()\n]*\)")
LONGEST_TITLE = 40
"""Code points before the day in the title of a log."""
_BACK = re.compile(r"(?i)\b(?:previous|preceding|prior|before|earlier|last)\b")
_COMPARED = re.compile(
    r"(?i)\b(?:(?:as|like|unlike|than)(?:\s+back)?\s+(?:in|during)|since(?:\s+(?!then\b)[\w’'-]+){0,5}?(?:\s+(?:in|of))?)\s+$"
)


def _stamp(text: str, e: Expression, moment: Moment | None) -> Stamped | None:
    """The day and clock that open a line of a chat or log, for what stands behind them on it."""
    if e.kind != "timed" or not _opens_line(text, e) or moment is None or moment.date is None:
        return None
    end = text.find("\n", e.end)
    return Stamped(day=moment.date, end=end if end >= 0 else len(text))


def _readable(e: Expression, mention: str, scene: Scene, now: Moment, site: Site) -> tuple[Found, ...]:
    """The readings; none where a text counts beyond the years 1 to 9999 ("9000 years ago"), which dates cannot hold."""
    try:
        return tuple(_read(e, mention, scene, now, site))
    except (OverflowError, ValueError):
        return ()


def _moves(now: Moment, moment: Moment, site: Site, scene: Scene) -> bool:
    """Whether the story goes on from there: plans, and leaps that the next year written takes back, are asides."""
    if scene.anchor is not None or moment.year is None or moment.era or now.era:
        return True
    if site.tense == "future" or (scene.undated and moment.day is None):
        return False
    if now.year is None:
        first, last = scene.usual_years
        return first <= moment.year <= last
    if abs(moment.year - now.year) <= _LEAP_YEARS:
        return True
    following = next((year for at, year in scene.years if at > site.offset and year != moment.year), moment.year)
    return abs(following - moment.year) <= abs(following - now.year)


def _read(e: Expression, mention: str, scene: Scene, now: Moment, site: Site) -> Iterator[Found]:
    if e.kind in ("span", "range") or (e.kind == "yearrange" and e.parts):
        yield from _read_range(e, mention, scene, now, site)
        return
    if e.kind == "ending":
        yield from _read_ending(e, mention, scene, now, site)
        return
    if e.kind == "timed" and e.day is not None:
        days = list(_read(e.day, mention, scene, now, site))
        sense = relative.read_timed(e, days[0].sense if days else None)
    else:
        reader = READERS.get(e.kind)
        sense = reader(e, scene, now, site) if reader else None
    if sense is not None:
        bound = e.bound
        value = replace(sense.value, bound=bound) if bound else sense.value  # type: ignore[arg-type]
        yield Found(expression=e, sense=replace(sense, value=value), mention=mention)


def _read_range(e: Expression, mention: str, scene: Scene, now: Moment, site: Site) -> Iterator[Found]:
    left, right = e.parts
    ends = [found for part in (right, left) for found in _read(part, mention, scene, now, site)]
    if len(ends) < 2:
        return
    last, first = ends[0].sense, ends[-1].sense
    if _borrows_year(left, right):
        dated = replace(
            left, fields=MappingProxyType({**left.fields, "year": str(last.moment.year if last.moment else "")})
        )
        again = list(_read(dated, mention, scene, now, site))
        first = again[0].sense if again else first
    if left.kind == "clock" and right.kind == "timed":
        first = replace(first, value=replace(first.value, range=last.value.range))  # "from 5 am to 9 am on Tuesday"
    earliest, latest = first.value.range.earliest, last.value.range.latest
    if earliest is None or latest is None or earliest < latest:
        span = TimeRange(earliest=earliest, latest=latest, precision="interval")
        code = f"{first.value.timex_value}/{last.value.timex_value}"
        value = TimeValue(range=span, kind="interval", timex_type="DURATION", timex_value=code)
        yield Found(expression=e, sense=Sense(value=value, moment=last.moment, why=last.why), mention=mention)
    yield Found(expression=left, sense=replace(first, moment=None), mention=None)
    yield Found(expression=right, sense=last, mention=None)


def _read_ending(e: Expression, mention: str, scene: Scene, now: Moment, site: Site) -> Iterator[Found]:
    length, end = e.parts
    for found in _read(end, mention, scene, now, site):
        yield Found(expression=e, sense=windows.ending(length, found.sense), mention=mention)
        yield replace(found, mention=None)


def _borrows_year(left: Expression, right: Expression) -> bool:
    return left.kind in ("date", "month") and not left.get("year") and bool(right.get("year")) and not right.get("era")


def _site(parse: Parse, e: Expression) -> Site:
    tokens = parse.tokens_in(e.start, e.end)
    if not tokens:
        return Site(offset=e.start, sentence=None, tense=None)
    token = tokens[0]
    over = parse.head(parse.head(token))
    told = token.dep == "pobj" and over.pos == "VERB" and _tense(parse, over) == "past"
    return Site(offset=e.start, sentence=token.sentence, tense=tense_at(parse, token), told=told)


def tense_at(parse: Parse, token: Token) -> Tense | None:
    """The tense of the verb that governs a token; plans and intentions count as future."""
    verb = (
        token
        if token.pos in ("VERB", "AUX")
        else next((t for t in parse.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    )
    if verb is None:
        return None
    for _ in range(4):
        found = _tense(parse, verb)
        if found is not None or verb.head == verb.index:
            return found
        verb = parse.head(verb)
        if verb.pos not in ("VERB", "AUX"):
            return None
    return None


def _tense(parse: Parse, verb: Token) -> Tense | None:
    helpers = [kid.lower for kid in parse.kids(verb, "aux", "auxpass")]
    if any(word in _FUTURE_AUX for word in helpers):
        return "future"
    if verb.lemma in _PLANS and (verb.tag == "VBG" or (verb.tag == "VBN" and "had" not in helpers)):
        return "future"
    perfect = any(word in _PERFECT for word in helpers)
    if any(word in _MODALS for word in helpers) and not perfect:
        return "future"
    if verb.tag == "VBD" or perfect or any(word in ("was", "were", "did") for word in helpers):
        return "past"
    if "to" in helpers or verb.tag == "VB":
        head = parse.head(verb)
        return "future" if head.lemma in (*_PLANS, "be") and head.index != verb.index else None
    if verb.tag == "VBN":
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "future" if verb.lemma in _SCHEDULED else "present"
    return None

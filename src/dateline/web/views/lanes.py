"""The ledger of one place: a lane for each voice over valid time, drawn and as a table; nobody is picked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.export.shared import ExportHold
from dateline.export.visible import one_line
from dateline.export.vocabulary import act_word, manner_word, plain
from dateline.export.wording import held_words, when
from dateline.web.page import Lanes, Stand
from dateline.web.views.place_words import NO_CLOSER, place_name
from dateline.web.views.told import joined
from dateline.web.views.voices import voice_name
from dateline.web.views.words import precision

Look = Literal["solid", "hatch", "outline", "grey"]

WIDTH, LEFT, RIGHT = 960.0, 12.0, 12.0
HEAD, VOICE, ROW, BAR, FOOT = 8.0, 26.0, 36.0, 12.0, 30.0
HALF_FADED = 180
"""Days after which a word that nobody renewed is drawn half as strong."""
FAINTEST = 0.25
NO_WORD = "no_statement"
MOST_TOLD = 3
"""Of what is said of one place, in a line of a list, and of voices that say it."""
MOST_ROWS = 200
MOST_BARS = 60
"""What one screen shows of a place of which very much is said; the live words come first, the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one voice says of the place, as a row: `conflicts` says whose word it contradicts (empty: nobody's)."""

    voice: str
    says: str
    of: str
    when: str
    precision: str
    word: str
    age: str
    stands: str
    live: bool
    manner: str
    against_interest: bool
    conflicts: str
    report: str
    claims: tuple[str, ...]
    silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of valid time as it is drawn; it fades from `strong` at x to `faint` at x2. `number` is unique."""

    number: int
    x: float
    width: float
    y: float
    look: Look
    kind: str
    strong: float
    faint: float
    open_end: bool
    label: str
    label_x: float
    label_end: bool
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One voice's lane; `blank` where nothing it says has a day."""

    voice: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The lanes as a figure."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    as_of: float | None
    height: float
    base: float
    width: float = WIDTH
    bar: float = BAR


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place with its status, its lanes and its rows; `more` words are not shown.

    `coarsened`: what is said is said of places in it that are shown no closer, and of the division itself by nobody.
    """

    name: str
    coarsened: bool
    place_id: str
    status: str
    origins: int
    rows: tuple[Held, ...]
    drawing: Drawing
    more: int


def place_view(lanes: Lanes, *, today: date, most: int = MOST_ROWS) -> PlaceView:
    """The place as it is shown, with so many rows; ages are counted to `as_of`, else to today."""
    day = lanes.as_of or today
    stands = sorted(lanes.stands, key=_live_first)
    return PlaceView(
        name=place_name(lanes.place),
        coarsened=lanes.place.coarsened,
        place_id=lanes.place.id,
        status=lanes.status,
        origins=lanes.origins,
        rows=tuple(_held(stand, lanes, day) for stand in stands[:most]),
        drawing=_drawing([stand for stand in stands if stand.hold.via != NO_WORD][:MOST_BARS], lanes, day),
        more=max(0, len(stands) - most),
    )


def _live_first(stand: Stand) -> tuple[bool, str, str]:
    return not stand.live, str(stand.word or date.min), stand.hold.id


def says(hold: ExportHold) -> str:
    """What a voice says, in words: "held by M23"."""
    if hold.via == NO_WORD:
        return "no word from them is reported"
    return held_words(hold.fluent, (one_line(actor.name) for actor in hold.actors))


def standing(lanes: Lanes) -> tuple[str, ...]:
    """What stands by the word of whom, each saying once, for a line of a list; nothing of a place shown no closer."""
    told: dict[str, dict[str, None]] = {}
    for stand in () if lanes.place.coarsened else lanes.live:
        if stand.hold.via != NO_WORD and stand.hold.place.id == lanes.place.id:
            told.setdefault(says(stand.hold), {})[voice_name(stand.hold.believer)] = None
    lines = [f"according to {joined(voices, most=MOST_TOLD)}: {saying}" for saying, voices in told.items()]
    more = [f"and {len(lines) - MOST_TOLD} more"] if len(lines) > MOST_TOLD else []
    return (*lines[:MOST_TOLD], *more)


def _held(stand: Stand, lanes: Lanes, day: date) -> Held:
    hold = stand.hold
    voices = {one.hold.id: voice_name(one.hold.believer) for one in lanes.stands}
    pairs = (pair for pair in lanes.conflicts if hold.id in pair)
    others = dict.fromkeys(voices[key] for pair in pairs for key in pair if key != hold.id and key in voices)
    ender = next((one for one in lanes.stands if one.hold.id == stand.ended_by), None)
    return Held(
        voice=voice_name(hold.believer),
        says=says(hold),
        of=_where(hold, lanes),
        when=when(hold.valid),
        precision=precision(hold.valid),
        word=stand.word.isoformat() if stand.word else "day not known",
        age=_age(stand, day),
        stands=_stands(stand, ender),
        live=stand.live,
        manner=_manner(hold),
        against_interest=stand.against_interest,
        conflicts=", ".join(others),
        report=stand.report,
        claims=hold.claims,
        silent=hold.via == NO_WORD,
    )


def _where(hold: ExportHold, lanes: Lanes) -> str:
    """Of which place the word is, where that is not the place asked for, or not so close."""
    if hold.place.coarsened:
        return f"of a place {place_name(hold.place)}, {NO_CLOSER}"
    return one_line(hold.place.name) if hold.place.id != lanes.place.id else ""


def _manner(hold: ExportHold) -> str:
    """How the voice says it, and what it tells that leads to it: a state, or an act."""
    said = manner_word(hold.modality)
    if hold.via in ("state", "explicit_unknown"):
        return f"{said}, as the state of things"
    return said if hold.via == NO_WORD else f"{said}, by telling of: {act_word(hold.via)}"


def _age(stand: Stand, day: date) -> str:
    if stand.word is None:
        return ""
    days = (day - stand.word).days
    return "of a later day" if days < 0 else f"{days} day{'' if days == 1 else 's'} old"


def _stands(stand: Stand, ender: Stand | None) -> str:
    if stand.live:
        return "stands"
    if ender is None:
        return "ended by a later word" if stand.ended_by else "over by that day"
    return f"ended by the word of {voice_name(ender.hold.believer)}: {says(ender.hold)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day begins, within the figure."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, max(0.0, share)), 1)

    def ticks(self) -> Iterator[Tick]:
        """A handful of days, first and last among them."""
        span = (self.last - self.first).days
        parts = min(5, max(1, span))
        for number in range(parts + 1):
            day = self.first + timedelta(days=span * number // parts)
            anchor = "start" if number == 0 else "end" if number == parts else "middle"
            yield Tick(x=self.x(day), label=day.isoformat(), anchor=anchor)


def _axis(stands: Iterable[Stand], day: date, as_of: date | None) -> _Axis | None:
    """From the first day that anybody names to the day asked for, or a little beyond the last word."""
    days = [d for stand in stands for d in _days(stand)]
    if not days:
        return None
    last = max([*days, *([as_of] if as_of else [])])
    span = max(14, (last - min(days)).days)
    first = _moved(min(days), -max(1, span // 20))
    return _Axis(first=first, last=max(_moved(last, max(2, span // 5)), _moved(first, 14)))


def _days(stand: Stand) -> Iterator[date]:
    valid = stand.hold.valid
    yield from filter(None, (valid.first_day, valid.last_day) if valid else ())
    if stand.word:
        yield stand.word


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))


def _drawing(stands: Sequence[Stand], lanes: Lanes, day: date) -> Drawing:
    as_of = lanes.as_of
    axis = _axis(stands, day, as_of)
    ends = {one.hold.id: _first_day(one) for one in lanes.stands}
    by_voice: dict[str, list[Stand]] = {}
    for stand in stands:
        by_voice.setdefault(voice_name(stand.hold.believer), []).append(stand)
    drawn_lanes, y, number = [], HEAD, 0
    for voice, told in by_voice.items():
        drawn = [stand for stand in told if axis is not None and any(_days(stand))]
        bars = tuple(
            _bar(stand, axis, ends.get(stand.ended_by or ""), y=y + VOICE + ROW * row, number=number + row)
            for row, stand in enumerate(drawn)
            if axis is not None
        )
        drawn_lanes.append(Lane(voice=voice, y=y, bars=bars))
        y += VOICE + ROW * max(1, len(bars)) + 6
        number += len(bars)
    return Drawing(
        lanes=tuple(drawn_lanes),
        ticks=tuple(axis.ticks()) if axis else (),
        as_of=axis.x(as_of) if axis and as_of else None,
        base=y,
        height=y + FOOT,
    )


def _first_day(stand: Stand) -> date | None:
    valid = stand.hold.valid
    return (valid.first_day if valid else None) or stand.word


def _bar(stand: Stand, axis: _Axis, ended: date | None, *, y: float, number: int) -> Bar:
    """`ended`: the day of the word that ended it, beyond which nothing is drawn."""
    first, last, open_end = _stretch(stand, axis, ended)
    x, x2 = axis.x(first), max(axis.x(_moved(last, 1)), axis.x(first) + 6)
    late = x > WIDTH * 0.62
    word = stand.word or first
    return Bar(
        number=number,
        x=x,
        width=round(x2 - x, 1),
        y=y,
        look=_look(stand.hold),
        kind=plain(stand.hold.fluent).replace(" ", "-"),
        strong=_strength((first - word).days),
        faint=_strength((last - word).days),
        open_end=open_end,
        label=says(stand.hold)
        + (", somewhere in it" if stand.hold.place.coarsened else "")
        + ("" if stand.live else " – until then"),
        label_x=x2 if late else x,
        label_end=late,
        live=stand.live,
    )


def _stretch(stand: Stand, axis: _Axis, ended: date | None) -> tuple[date, date, bool]:
    """The days drawn, and whether the last one is only the figure's edge."""
    valid = stand.hold.valid
    first = (valid.first_day if valid else None) or (axis.first if valid and valid.last_day else stand.word)
    last = valid.last_day if valid else None
    begin = first or axis.first
    if last is None and ended is not None and not stand.live:
        last = ended
    return begin, max(begin, last or axis.last), last is None


def _strength(age: int) -> float:
    """How strongly a word of so many days is drawn: half after HALF_FADED days."""
    return round(max(FAINTEST, math.pow(0.5, max(0, age) / HALF_FADED)), 2)


def _look(hold: ExportHold) -> Look:
    if hold.fluent == "unknown":
        return "grey"
    if hold.fluent in ("contested", "besieged"):
        return "hatch"
    own = {actor.id for actor in hold.actors} | {actor.side for actor in hold.actors if actor.side}
    gains = hold.believer.id in own or (hold.believer.side is not None and hold.believer.side in own)
    return "outline" if hold.modality == "claimed" or (gains and hold.fluent in ("held", "present")) else "solid"

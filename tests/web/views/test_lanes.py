"""The lanes of a place: every stretch inside the figure, told apart by more than colour, weaker with age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.shared import ExportActor, ExportHold, ExportPlace
from dateline.model.time import TimeRange
from dateline.web.page import Lanes, Stand
from dateline.web.views.lanes import FAINTEST, WIDTH, place_view, standing

TOWN = ExportPlace(id="place:town", name="Examplestad", kind="town")
ARMY = ExportActor(id="act:army", name="the army", kind="state_force", side="XX")
STAFF = ExportActor(id="act:staff", name="the general staff", kind="state_force", side="XX")
REBELS = ExportActor(id="act:rebels", name="the rebels", kind="rebel")
TODAY = date(2024, 6, 1)


def stand(number: int = 1, *, believer: ExportActor = REBELS, fluent: str = "held", modality: str = "attributed",
          valid: TimeRange | None = None, word: date | None = date(2024, 2, 1), ended_by: str | None = None) -> Stand:  # fmt: skip
    hold = ExportHold(
        id=f"h{number}", believer=believer, place=TOWN, fluent=fluent, actors=(ARMY,), valid=valid, via="state",
        modality=modality, claims=(f"c{number}",),
    )  # fmt: skip
    return Stand(
        hold=hold, live=ended_by is None, ended_by=ended_by, word=word, age_days=None, against_interest=False, report="r1"
    )  # fmt: skip


def lanes(*stands: Stand, conflicts: tuple[tuple[str, str], ...] = (), as_of: date | None = None) -> Lanes:
    return Lanes(place=TOWN, as_of=as_of, status="disputed", origins=2, stands=stands, conflicts=conflicts)


@pytest.mark.parametrize(
    ("one", "look"),
    [
        (stand(), "solid"),
        (stand(fluent="contested"), "hatch"),
        (stand(fluent="besieged"), "hatch"),
        (stand(fluent="unknown"), "grey"),
        (stand(modality="claimed"), "outline"),
        (stand(believer=ARMY), "outline"),
        (stand(believer=STAFF), "outline"),
        (stand(believer=STAFF, fluent="vacated"), "solid"),
    ],
)
def test_what_a_bar_looks_like(one: Stand, look: str) -> None:
    assert [bar.look for lane in place_view(lanes(one), today=TODAY).drawing.lanes for bar in lane.bars] == [look]


def test_a_word_fades_as_it_ages() -> None:
    aged = stand(valid=TimeRange.days(date(2024, 2, 1), None), word=date(2024, 2, 1))
    bars = place_view(lanes(aged, as_of=date(2026, 2, 1)), today=TODAY).drawing.lanes[0].bars
    assert [(bar.strong, bar.faint, bar.open_end) for bar in bars] == [(1.0, FAINTEST, True)]


def test_a_contradiction_and_what_ended_a_state_are_told_by_their_voices() -> None:
    one, other = stand(1), stand(2, believer=STAFF, fluent="not_held")
    rows = place_view(lanes(one, other, stand(3, ended_by="h2"), conflicts=(("h1", "h2"),)), today=TODAY).rows
    told = {row.voice: (row.conflicts, row.stands) for row in rows if row.live}
    assert told == {"the rebels": ("the general staff", "stands"), "the general staff": ("the rebels", "stands")}
    assert rows[-1].stands == "ended by the word of the general staff: not held by the army"


def test_a_voice_without_a_day_has_a_blank_lane() -> None:
    drawing = place_view(lanes(stand(word=None)), today=TODAY).drawing
    assert [lane.bars for lane in drawing.lanes] == [()]
    assert drawing.ticks == ()


@given(
    days=st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates(), st.none() | st.dates()), max_size=6),
    as_of=st.none() | st.dates(),
)
def test_every_bar_lies_within_the_figure(
    days: list[tuple[date | None, date | None, date | None]], as_of: date | None
) -> None:
    told = [stand(n, valid=_range(first, last), word=word) for n, (first, last, word) in enumerate(days)]
    view = place_view(lanes(*told, as_of=as_of), today=TODAY)
    assert len(view.rows) == len(told)
    for lane in view.drawing.lanes:
        for bar in lane.bars:
            assert 0 <= bar.x < bar.x + bar.width <= WIDTH
            assert lane.y < bar.y < view.drawing.base
            assert FAINTEST <= bar.faint <= bar.strong <= 1
    assert len({bar.number for lane in view.drawing.lanes for bar in lane.bars}) == sum(
        len(lane.bars) for lane in view.drawing.lanes
    )


def _range(first: date | None, last: date | None) -> TimeRange | None:
    if first is not None and last is not None and last < first:
        first, last = last, first
    if (first or last) is None:
        return None
    return TimeRange.days(first, min(last, date.max - timedelta(days=1)) if last and first != date.max else None)


def test_of_a_place_of_which_very_much_is_said_the_live_words_come_first_and_the_rest_is_counted() -> None:
    ended = [stand(number, ended_by="h0") for number in range(1, 12)]
    view = place_view(lanes(*ended, stand(0)), today=TODAY, most=5)
    assert [row.live for row in view.rows] == [True, False, False, False, False]
    assert view.more == 7


def test_what_lies_in_a_division_is_never_said_of_the_division() -> None:
    division = replace(TOWN, id="adm1:XX:hills", name="Hills", kind="ADM1", coarsened=True)
    one = stand(valid=TimeRange.days(date(2024, 2, 1), None))
    coarse = replace(one, hold=replace(one.hold, place=division))
    view = place_view(replace(lanes(coarse), place=division), today=TODAY)
    assert (view.name, view.coarsened) == ("somewhere in Hills", True)
    assert view.rows[0].of == "of a place somewhere in Hills, shown no closer, for safety"
    assert "somewhere in it" in view.drawing.lanes[0].bars[0].label


def test_a_bar_ends_where_a_later_word_ends_it() -> None:
    first = stand(1, valid=TimeRange.days(date(2024, 2, 1), None), ended_by="h2")
    second = stand(2, believer=STAFF, valid=TimeRange.days(date(2024, 3, 1), None), word=date(2024, 3, 1))
    bars = {bar.live: bar for lane in place_view(lanes(first, second), today=TODAY).drawing.lanes for bar in lane.bars}
    assert bars[False].x + bars[False].width <= bars[True].x + bars[True].width / 2
    assert bars[False].label.endswith("until then")
    assert not bars[False].open_end


def test_a_line_of_a_list_says_what_stands_and_by_whose_word() -> None:
    others = [stand(n, believer=ExportActor(id=f"v{n}", name=f"voice {n}", kind="media")) for n in range(2, 6)]
    told = lanes(stand(1), *others, stand(7, fluent="contested"), stand(8, fluent="vacated", ended_by="h1"))
    assert standing(told) == (
        "according to the rebels, a voice 2 and 3 more: held by the army",
        "according to the rebels: contested by the army",
    )
    assert standing(replace(told, place=replace(TOWN, coarsened=True))) == ()

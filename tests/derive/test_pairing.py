"""Our events beside a table: who has what, and what differs."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.derive.pairing import pair_events
from dateline.model.table import OurEvent, Pairing, TableEvent
from dateline.model.time import TimeRange

DAY = date(2024, 2, 5)


def ours(**values: Any) -> OurEvent:
    given_values: dict[str, Any] = {
        "id": "e1", "days": TimeRange.day(DAY), "place": "Goma", "place_names": ("Goma", "Ngoma"),
        "lat": -1.674, "lon": 29.228, "actors": ("Malian Armed Forces",), "low": None, "high": None,
    }  # fmt: skip
    return OurEvent(**{**given_values, **values})


def theirs(**values: Any) -> TableEvent:
    given_values: dict[str, Any] = {
        "id": "t1", "days": TimeRange.day(DAY), "place": "Goma", "lat": -1.67, "lon": 29.23,
        "actors": ("Military Forces of Mali (2021-)",), "deaths": 0.0,
    }  # fmt: skip
    return TableEvent(**{**given_values, **values})


def one(mine: OurEvent, other: TableEvent) -> Pairing:
    return next(pair_events([mine], [other]))


def fields(pairing: Pairing) -> list[str]:
    return [difference.field for difference in pairing.differences]


def test_the_same_place_and_day_is_one_event_without_a_difference() -> None:
    found = one(ours(), theirs())
    assert found.found == "matched"
    assert fields(found) == []


def test_what_differs_is_named_field_by_field() -> None:
    other = theirs(days=TimeRange.day(date(2024, 2, 6)), place="Sake road", actors=("M23",), deaths=7.0)
    found = one(ours(low=2.0, high=3.0), other)
    assert fields(found) == ["days", "place", "actors", "deaths"]
    assert (found.differences[-1].ours, found.differences[-1].theirs) == ("2 to 3", "7")


def test_their_nought_contradicts_no_silence_of_ours() -> None:
    assert fields(one(ours(), theirs(deaths=0.0))) == []
    assert fields(one(ours(), theirs(deaths=4.0))) == ["deaths"]


def test_two_days_apart_or_another_place_is_another_event() -> None:
    for other in (theirs(days=TimeRange.day(date(2024, 2, 7))), theirs(lat=-1.5, lon=29.6, place="Goma")):
        assert {p.found for p in pair_events([ours()], [other])} == {"only_ours", "only_theirs"}


def test_a_name_suffices_where_a_point_is_missing() -> None:
    assert one(ours(lat=None, lon=None), theirs(place="ngoma")).found == "matched"


def test_of_several_the_one_with_the_same_party_is_taken() -> None:
    found = list(pair_events([ours()], [theirs(id="t1", actors=("Unknown",)), theirs(id="t2")]))
    assert [(p.ours, p.theirs) for p in found] == [("e1", "t2"), (None, "t1")]


day = st.integers(1, 20).map(lambda n: TimeRange.day(date(2024, 2, n)))


@given(st.lists(st.none() | day, max_size=6), st.lists(day, max_size=6))
def test_every_event_of_both_sides_is_told_of_once(mine: list[TimeRange | None], others: list[TimeRange]) -> None:
    our_events = [ours(id=f"e{n}", days=days) for n, days in enumerate(mine)]
    table = [theirs(id=f"t{n}", days=days) for n, days in enumerate(others)]
    found = list(pair_events(our_events, table))
    assert sorted(p.ours for p in found if p.ours) == sorted(event.id for event in our_events)
    assert sorted(p.theirs for p in found if p.theirs) == sorted(event.id for event in table)

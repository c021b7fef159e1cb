"""Figures in words that some voice gave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model.across import CountPoint, CountSeries
from dateline.model.totals import figure_words, total


def series(*told: tuple[str, float | None, float | None]) -> CountSeries:
    points = tuple(
        CountPoint(
            claim=f"c{n}", believer="src:a", origin=f"o{n}", as_of=None, low=low, high=high, words=words, state="live"
        )
        for n, (words, low, high) in enumerate(told)
    )
    lows, highs = [p.low for p in points if p.low is not None], [p.high for p in points if p.bounded]
    top = None if None in highs else max((high for high in highs if high is not None), default=None)
    return CountSeries(measure="killed", side=None, low=min(lows, default=None), best=None, high=top, points=points)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((("hundreds of people", None, None),), "“hundreds”"),
        ((("Several", None, None), ("dozens", None, None)), "“several” / “dozens”"),
        ((("some 3,200", 3200.0, 3200.0),), "about 3,200"),
        ((("at least 19", 19.0, None),), "19 or more"),
        ((("19", 19.0, 19.0), ("31", 31.0, 31.0)), "19 to 31, by voice"),
        ((("20 to 30", 20.0, 30.0),), "20 to 30"),
        ((("7", 7.0, 7.0), ("dozens", None, None)), "7"),
        ((("up to 40", None, 40.0),), "up to 40"),
        ((("fewer than five people", None, 5.0), ("dozens", None, None)), "“dozens” / fewer than 5"),
        ((("7", 7.0, 7.0), ("up to 40", None, 40.0)), "7 to 40, by voice"),
    ],
)
def test_no_figure_is_told_that_no_voice_gave(
    told: tuple[tuple[str, float | None, float | None], ...], words: str
) -> None:
    assert figure_words(total([series(*told)], "killed")) == words


def test_bounds_of_several_sides_are_added_and_stay_bounds() -> None:
    soldiers, villagers = series(("up to 40", None, 40.0)), series(("fewer than five", None, 5.0))
    counts = [replace(soldiers, side="army"), replace(villagers, side="civilians")]
    assert figure_words(total(counts, "killed")) == "at most 45"


def test_a_part_that_is_counted_is_the_least_of_a_whole_that_is_only_bounded() -> None:
    whole, part = series(("up to 40", None, 40.0)), replace(series(("five", 5.0, 5.0)), side="army")
    assert figure_words(total([whole, part], "killed")) == "5 to 40"

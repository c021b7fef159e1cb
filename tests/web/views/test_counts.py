"""Figures of an event as its screen shows them: bounds stay bounds, and nothing is averaged."""

from __future__ import annotations

from dateline.model.across import CountPoint, CountSeries
from dateline.web.views.counts import Series, series
from tests.web.views.test_matrix import BASE as CLAIM


def shown(low: float | None, high: float | None, words: str) -> Series:
    """One voice's figure as the screen has it."""
    point = CountPoint(
        claim=CLAIM.id, believer="src:a", origin="src:a", as_of=None, low=low, high=high, words=words, state="live"
    )
    one = CountSeries(measure="displaced_households", side=None, low=low, best=None, high=high, points=(point,))
    (made,) = series([one], {CLAIM.id: CLAIM}, name=str)
    return made


def test_a_highest_number_alone_is_a_bound_with_an_open_lower_end() -> None:
    made = shown(None, 40.0, "up to 40")
    (figure,) = made.figures
    assert made.what == "households displaced"
    assert made.total == "up to 40"
    assert (figure.low, figure.high, figure.open_end, figure.drawn) == ("not said", "40", True, True)
    assert figure.best == figure.x2 > figure.x


def test_a_lowest_number_alone_is_a_bound_with_an_open_upper_end() -> None:
    made = shown(19.0, None, "at least 19")
    (figure,) = made.figures
    assert made.total == "19 or more"
    assert (figure.low, figure.high, figure.open_end) == ("19", "not said", True)


def test_vague_words_are_drawn_nowhere() -> None:
    made = shown(None, None, "hundreds")
    assert made.total == "“hundreds”"
    assert not made.figures[0].drawn

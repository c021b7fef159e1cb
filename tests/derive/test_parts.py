"""Figures that are parts of others."""

from __future__ import annotations

import pytest

from dateline.derive.parts import included, points_back, taken_from


@pytest.mark.parametrize(
    "before",
    [
        "killed eleven people, including ",
        "eleven people died, among them ",
        "of whom ",
        "Among the dead were ",
        "The victims included ",
    ],
)
def test_words_before_a_figure_make_it_a_part(before: str) -> None:
    assert included(before)


@pytest.mark.parametrize("before", ["killed ", "A raid killed three. In another, ", "including women; later ", "of "])
def test_other_words_do_not(before: str) -> None:
    assert not included(before)


@pytest.mark.parametrize("after", [" of them were nurses", " of the dead were soldiers", " boys of those killed"])
def test_words_after_a_figure_name_its_whole(after: str) -> None:
    assert taken_from(after)


@pytest.mark.parametrize("after", [" soldiers of the third brigade", " people died. Of them all", ""])
def test_a_brigade_is_no_whole(after: str) -> None:
    assert not taken_from(after)


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("Among the dead was a baker", True),
        ("Two of them were nurses", True),
        ("and among those was the mayor's driver", True),
        ("A baker was among the first to leave", False),
        ("Nine people were killed", False),
    ],
)
def test_words_that_begin_with_people_told_of_before(words: str, back: bool) -> None:
    assert points_back(words) is back

"""Where time expressions stand in a text, and with which preposition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference.calendar_grammar import find_expressions


def outer(text: str) -> list[str]:
    return [text[e.outer : e.end] for e in find_expressions(text)]


def core(text: str) -> list[str]:
    return [text[e.start : e.end] for e in find_expressions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell before dawn on Friday, May 9, 2014, he said.", ["before dawn on Friday, May 9, 2014"]),
        ("The column left late on Thursday.", ["late on Thursday"]),
        ("It has been cut off since March 2012.", ["since March 2012"]),
        ("They met between April 28 and May 2.", ["between April 28 and May 2"]),
        ("On the night of 7-8 June 1995 the line broke.", ["On the night of 7-8 June 1995"]),
        (
            "The raid came around five in the morning, and by six the camp was empty.",
            ["around five in the morning", "by six"],
        ),
        ("LIMA, 3 JAN 90 -- POLICE SAID", ["3 JAN 90"]),
        ("It fell to them a few weeks ago.", ["a few weeks ago"]),
        ("Over the past two days four died.", ["Over the past two days"]),
        ("They marched for three days in late July.", ["for three days", "in late July"]),
        ("The truce ends at noon on Tuesday.", ["at noon on Tuesday"]),
        ("the second half of 1943", ["the second half of 1943"]),
        ("in August 480 BC", ["in August 480 BC"]),
        ("He was killed on 05/11/2014.", ["on 05/11/2014"]),
    ],
)
def test_finds_with_preposition(text: str, found: list[str]) -> None:
    assert outer(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital, an official said.",
        "Resolution 1701 (2006) was cited.",
        "About 2000 soldiers and 1800 rebels fell back.",
        "the fall of the town",
        "a 48-year-old man",
        "It ran for 2.5 km.",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert outer(text) == []


def test_no_time_goes_over_the_end_of_a_paragraph_or_of_a_day_that_fills_its_line() -> None:
    assert core("Families displaced since\n2 March\n\n27\nherders killed") == ["2 March"]
    assert core("It began on 4 June\n\nAt noon it ended") == ["4 June", "noon"]
    assert core("4 June\n0530 hrs: Shots.") == ["4 June", "0530 hrs"]
    assert core("It fell on 4\nJune 2019 at\nnoon.") == ["4\nJune 2019 at\nnoon"]


def test_a_timex_drops_the_preposition() -> None:
    assert core("By Monday, 3 June, it was over.") == ["Monday, 3 June"]


def test_one_year_serves_a_list_of_dates() -> None:
    first, second = find_expressions("In May and August 1983 it rained.")
    assert (first.get("year"), second.get("year")) == ("1983", "1983")


def test_the_spans_limit_where_telling_words_are_looked_for() -> None:
    text = "On Monday it rained; on Tuesday it did not."
    (only,) = find_expressions(text, [(0, 10)])
    assert text[only.start : only.end] == "Monday"


WORDS = ["on", "the", "May", "March", "Monday", "12", "2014", "3-4", "'89", "BC", "night", "two", "days", "ago", ",", "\n",
         "–", "ﬁ", "९", "İ", "at", "noon", "11:30", "pm", "10.10.10", "last", "year", "of"]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_expressions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for expression in find_expressions(text):
        assert end <= expression.outer <= expression.start < expression.end <= len(text)
        end = expression.end

"""Words that an outlet takes back without calling them wrong, and words that only look so."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def withdrawn(text: str, engine: Engine) -> str:
    record = run(Report.of(text), engine=engine)
    return " | ".join(s.quote for f in record.findings if f.type == "retraction" for s in f.spans)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Six men were hurt, the mayor said, not nine as this agency reported on Monday.", "not nine as this agency"),
        ("The raid was on Friday, not Saturday, as we wrongly reported.", "not Saturday, as we wrongly reported"),
        ("Note No. 3 gave the number of boats as seven; the Bureau regrets the error.", "regrets the error"),
        ("The figure of 900 given in Update No. 4 should read 800.", "figure of 900"),
        ("Number of rockets found, given in Release 12, may please be read as nine.", "be read as"),
        ("Our 14:05 entry said that five boats had sunk. It was three.", "It was three"),
        ("Monday's release said six men had been caught; the number is four.", "the number is"),
        ("Yesterday we said the dam at Oakford had burst. It has not; a pipe broke.", "It has not"),
        ("We have removed the word “massacre” from our headline.", "removed the word"),
        ("Boats at sea\n\n15:20 CORRECTION\nThree boats sank, and nobody drowned.\n", "Three boats sank"),
    ],
)
def test_an_outlet_takes_its_words_back(text: str, words: str, engine: Engine) -> None:
    assert words in withdrawn(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "The raid was planned, not spontaneous, as the army reported.",
        "The army regrets the mistake that cost nine lives in the village.",
        "Every line of the poem should read well. The number of pupils who should read the book is small.",
        "Yesterday we said the road was open. It has not closed since.",
        "Our driver said that five boats had sunk. It was three o'clock.",
        "We have removed the mines from the road.",
        "We have taken the children out of the school.",
        "The market saw\na correction\nof prices.",
        "The figures should be read as estimates.",
        "Last week's map put the front at the river. It was nine in the morning.",
    ],
)
def test_nothing_is_taken_back(text: str, engine: Engine) -> None:
    assert withdrawn(text, engine) == ""


def test_the_sentence_before_is_no_part_of_a_correction_that_stands_alone(engine: Engine) -> None:
    text = "The road is open. Yesterday we said the dam at Oakford had burst in the night. It has not; a pipe broke."
    assert "The road is open" not in withdrawn(text, engine)

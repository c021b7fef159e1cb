"""Lists of deeds behind a verb of saying."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "verb", "over"),
    [
        (
            "Village elders reported that militia fighters reached Abu Sarn village on Sunday, 9 March, burned the mill and"
            " left before dawn.",
            "burned",
            "reached",
        ),
        ("The rebels said they held the town, adding that the army had fled.", "fled", "adding"),
    ],
)
def test_a_list_of_deeds_goes_on_with_the_first(engine: Engine, text: str, verb: str, over: str) -> None:
    """Without a comma before it and an "and" behind it a second verb stays with the speaker."""
    tokens = parse(Report.of(text), parser=engine.parser).tokens
    token = next(one for one in tokens if one.text == verb)
    assert tokens[token.head].text == over

"""Numbers that are only words: which words are told, and how much of them."""

from __future__ import annotations

import pytest

from dateline.check.vague import vague_quantity
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def vague(text: str, engine: Engine) -> list[str]:
    case = run(Report.of(text), engine=engine).case
    return [span.quote for finding in vague_quantity(case, engine.reference) for span in finding.spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels looted several health posts in Morek on Monday.", "several health posts"),
        ("The army attacked Morek and inflicted enormous losses on the rebels on Monday.", "enormous losses"),
        ("Troops seized a large quantity of ammunition from rebels near Morek.", "a large quantity of ammunition"),
        ("Rebels attacked Morek on Monday and killed up to 15 soldiers.", "up to 15 soldiers"),
        ("Rebels inflicted 40 casualties on the army near Morek on Monday.", "40 casualties"),
        ("Rebels killed dozens of soldiers in Morek on Monday.", "dozens of soldiers"),
    ],
)
def test_words_that_give_no_number(text: str, words: str, engine: Engine) -> None:
    assert words in vague(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed at least 15 soldiers in Morek on Monday.",
        "There were no casualties when rebels attacked Morek on Monday.",
        "Rebels walked up to 15 kilometres to attack Morek on Monday.",
        "Several ministers spoke in Morek.",
        "The army said nothing of casualties. Without any word on casualties, the general mourned heavy losses.",
    ],
)
def test_numbers_bounds_from_below_and_peace_are_left_alone(text: str, engine: Engine) -> None:
    assert vague(text, engine) == []

"""Events told before that are only put behind others, and those that are told for the first time."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

LEAD = "MARUN, 6 May 2018 (Hill News) - Gunmen killed nine people in Adaro on Friday. "


@pytest.mark.parametrize(
    ("text", "words", "codeable"),
    [
        ("The attack came a day after a bombing in Saro.", "The attack came", False),
        ("The assault came amid a rise in violence.", "The assault came", False),
        ("This raid came hours after the truce ended.", "This raid came", False),
        ("The killings came before dawn.", "The killings came", True),
        ("The attack came from the north after dark.", "The attack came", True),
        ("Another attack came after the talks had ended.", "Another attack came", True),
    ],
)
def test_an_event_told_again_is_only_put_behind_another(text: str, words: str, codeable: bool, engine: Engine) -> None:
    told = [claim for claim in claims_of(engine, LEAD + text) if claim.spans[0].quote.startswith(words)]
    assert [claim.codeable for claim in told] == [codeable]


def test_the_attack_of_a_first_sentence_is_told_there(engine: Engine) -> None:
    claims = claims_of(engine, "The attack on the base in Gao came hours after the president left, officials said.")
    assert [claim.act for claim in claims if claim.codeable] == ["attack"]


@pytest.mark.parametrize(
    "text", ["The president left on Monday.", "The minister left Goma on Monday.", "A mediator left Saro on Friday."]
)
def test_who_goes_away_withdraws_no_troops(text: str, engine: Engine) -> None:
    assert not any(claim.codeable for claim in claims_of(engine, text))


def test_troops_that_leave_withdraw(engine: Engine) -> None:
    assert [claim.act for claim in claims_of(engine, "Troops left Goma on Monday.")] == ["withdraw"]

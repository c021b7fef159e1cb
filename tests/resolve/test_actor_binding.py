"""Whom the build of a sentence makes "it"."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The truce gave Rwanda its strongest foothold since it invaded Congo in 1998.", "act:rw-government"),
        ("Iran dealt Israel its heaviest blow since it launched the campaign.", "act:il-government"),
        ("The M23 inflicted on the Congolese army its worst defeat since it lost Goma.", "act:fardc"),
        ("The RSF overran the base in what was the army's worst setback since it retook Sennar.", "act:saf"),
        ("The army suffered its worst losses since it retook Sennar from the RSF.", "act:saf"),
        ("It was Hezbollah's first attack since it signed the truce.", "act:hezbollah"),
        ("Turkey gave the Syrian National Army the drones with which it captured Manbij.", "act:snarmy"),
        ("The RSF told the Sudanese army that it must leave El Fasher.", "act:saf"),
        ("The RSF ordered the Sudanese army to leave, but it refused to give up El Fasher.", "act:saf"),
        ("Pakistan blamed India, saying it had fired missiles at Lahore.", "act:in-government"),
        ("Russia said Ukraine had attacked the bridge, and that it would retaliate.", "act:ru-government"),
    ],
)
def test_the_sentence_binds_it(engine: Engine, text: str, actor: str) -> None:
    assert meant(text, "it", engine) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The RSF said it had taken Bara.", "act:rsf"),
        ("Israel warned Hezbollah that it would strike Beirut.", "act:il-government"),
        ("Pakistan blamed India, saying it would respond.", "act:pk-government"),
        ("Russia handed Iran the jets after it delivered drones.", "act:ru-government"),
        ("The RSF drove the Sudanese army out of Bara a month after it lost the town.", "act:rsf"),
    ],
)
def test_other_sentences_leave_it_to_who_acted(engine: Engine, text: str, actor: str) -> None:
    assert meant(text, "it", engine) == actor


def test_a_thing_that_the_sentence_binds_is_no_actor(engine: Engine) -> None:
    assert meant("The port's busiest week since it reopened ended with an attack by the Houthis.", "it", engine) is None

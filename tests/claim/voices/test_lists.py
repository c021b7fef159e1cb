"""What is said in several parts, and where the speaker stops."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The mayor said that gunmen had killed nine people; three others had been wounded; the market had been burned.",
            ("had killed", "had been wounded", "had been burned"),
        ),
        ("The army said its troops captured Sake; rebels fled to Kalo.", ("captured", "fled")),
        (
            "The spokesman told reporters that rebels had left Bor; that the bridge had been blown up; and that soldiers held the port.",
            ("had left", "had been blown up", "held the port"),
        ),
    ],
)
def test_a_voice_reaches_over_semicolons(engine: Engine, text: str, parts: tuple[str, ...]) -> None:
    assert {len(only(engine, text, part).voices) for part in parts} == {2}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The army said it had killed 12 rebels; the claim could not be verified.", "could not be"),
        ("The governor said rebels had left Bor; on Monday, soldiers shelled the town.", "shelled"),
        ("Residents said that the army shelled the market; it has withdrawn from Bor since.", "withdrawn"),
        ("The UN says 12 people have died in Bor; however, soldiers shot two more.", "shot two"),
        ("Nine people were killed, the police said; two others were wounded.", "were wounded"),
    ],
)
def test_the_narrator_takes_over_behind_a_semicolon(engine: Engine, text: str, own: str) -> None:
    assert len(only(engine, text, own).voices) == 1


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The mayor said three men were shot; four women were wounded, the hospital said.",
            ["three men were shot", "four women were wounded"],
        ),
        (
            "The army said its soldiers retook Kaya; according to residents, rebels still held the market.",
            ["its soldiers retook Kaya", "rebels still held the market"],
        ),
        (
            "The army said that two boats had been sunk; the crews were rescued, residents reported.",
            ["that two boats had been sunk", "the crews were rescued"],
        ),
        (
            "The rebels, the governor said, had taken the bridge; the army held the airport.",
            ["The rebels … had taken the bridge"],
        ),
    ],
)
def test_every_part_has_its_own_voice(engine: Engine, text: str, contents: list[str]) -> None:
    assert [words(one)[2] for one in read(text, engine).attributions] == contents

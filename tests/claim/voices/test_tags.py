"""Tags behind what was said: "…, an imam and two shopkeepers said"."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "sources", "said"),
    [
        (
            "Shells landed on a market in Harim, killing nine people, an imam and two shopkeepers said.",
            ["an imam", "two shopkeepers"],
            "Shells landed on a market in Harim, killing nine people",
        ),
        (
            "Drones hit a fuel depot at dawn, a port worker told reporters.",
            ["a port worker"],
            "Drones hit a fuel depot at dawn",
        ),
        (
            "Nine men were killed in Harim, the governor, Ali Hassan, said on Monday.",
            ["the governor, Ali Hassan"],
            "Nine men were killed in Harim",
        ),
        (
            "Soldiers fired in the air near the fence, but when they looked again, the men were “just shepherds”, it said.",
            ["it"],
            "Soldiers fired in the air near the fence, but when they looked again, the men were “just shepherds”",
        ),
    ],
)
def test_a_closing_tag_answers_for_the_whole_sentence(text: str, sources: list[str], said: str, engine: Engine) -> None:
    """Whatever the parser hangs the source or the first half of the sentence on."""
    told = [one for one in read(text, engine).attributions if one.verb in ("say", "tell")]
    assert [words(one)[0] for one in told] == sources
    assert {words(one)[2] for one in told} == {said}


def test_what_stands_behind_the_tag_stays_with_it(engine: Engine) -> None:
    """A phrase that another comma sets off goes on with the sentence."""
    text = (
        "Units pushed into the suburb and sealed off a bridge along its edge, activists said, despite pleas for calm."
    )
    (told,) = [one for one in read(text, engine).attributions if one.verb == "say"]
    assert words(told)[0] == "activists"
    assert words(told)[2].startswith("Units pushed into the suburb")


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("On Monday, the farmer said he had left.", "the farmer", "he had left"),
        ("The town fell quickly, as the officer said it would.", "the officer", "it would"),
        ("Soldiers, the deputy said, had left.", "the deputy", "Soldiers … had left"),
    ],
)
def test_a_verb_with_words_of_its_own_is_no_tag(text: str, source: str, said: str, engine: Engine) -> None:
    """Nor one in the middle of its clause."""
    (told,) = read(text, engine).attributions
    assert (words(told)[0], words(told)[2]) == (source, said)


def test_two_voices_share_a_sentence(engine: Engine) -> None:
    """The tag behind the second answers for the second half alone."""
    text = "The army said its men had left the hill, but the rebels held the road, residents said."
    assert [(words(one)[0], words(one)[2]) for one in read(text, engine).attributions] == [
        ("The army", "its men had left the hill"),
        ("residents", "the rebels held the road"),
    ]

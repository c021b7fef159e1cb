"""Tags behind what was said: "…, an imam and two shopkeepers said"."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "sources", "said"),
    [
        (
            "Nine people were hurt in a raid on a market in Wau, Kenya-backed leader of the district Idris Bala said on Monday.",
            ["Kenya-backed leader of the district Idris Bala"],
            "Nine people were hurt in a raid on a market in Wau",
        ),
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


def test_a_participle_behind_the_tag_goes_on_with_it(engine: Engine) -> None:
    """Unless it is one of saying."""
    text = "Guards shot at prisoners who tried to flee, witnesses said, wounding ten of them."
    (told,) = [one for one in read(text, engine).attributions if one.verb == "say"]
    assert words(told)[2].endswith("wounding ten of them")
    added = "Guards shot at prisoners who tried to flee, witnesses said, adding that ten were hurt."
    told = next(one for one in read(added, engine).attributions if one.verb == "say")
    assert words(told)[2] == "Guards shot at prisoners who tried to flee"


@pytest.mark.parametrize(
    "text",
    [
        "Two men were buried on Friday, the news agency Petra quoted the mayor of Irbid as saying.",
        "The news agency Petra quoted the mayor of Irbid, speaking at a rally, as saying that two men were buried on Friday.",
    ],
)
def test_an_agency_that_quotes_somebody_as_saying_is_the_outer_voice(text: str, engine: Engine) -> None:
    """Before or behind what is said."""
    by_id = {one.id: one for one in read(text, engine).attributions}
    (inner,) = [one for one in by_id.values() if one.verb == "say" and one.inside is not None]
    assert words(inner)[0].startswith("the mayor of Irbid")
    assert words(inner)[2].removeprefix("that ").lower() == "two men were buried on friday"
    assert "Petra" in words(by_id[inner.inside or ""])[0]


def test_what_is_said_is_not_its_first_noun(engine: Engine) -> None:
    """Where the parser takes that for the object of "said"; a prayer that is said tells nothing."""
    reading = read("Marib TV said the bombing shortly after noon caused fires.", engine)
    (told,) = [one for one in reading.attributions if one.verb == "say"]
    assert words(told)[2] == "the bombing shortly after noon caused fires"
    assert not read("The imam said prayers while soldiers searched the house.", engine).attributions


def test_an_agency_passes_on_a_voice_that_answers_for_the_whole_sentence(engine: Engine) -> None:
    """Nothing turns to a second half."""
    reading = read("Activists say shells hit a school in Idlib, killing nine people, the agency reported.", engine)
    by_verb = {one.verb: one for one in reading.attributions}
    assert by_verb["say"].inside == by_verb["report"].id


def test_a_verb_with_an_object_is_no_participle(engine: Engine) -> None:
    """The parser takes the strike for what is said, and what it did for its attribute."""
    text = "The union of dockers said an army shell on a canteen near the quay killed six men."
    (told,) = [one for one in read(text, engine).attributions if one.verb == "say"]
    assert words(told)[2].startswith("an army shell")
    assert words(told)[2].endswith("killed six men")
    assert not read("The mayor said prayers for the men killed in the raid.", engine).attributions

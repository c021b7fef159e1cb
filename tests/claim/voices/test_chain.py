"""Chains of voices, publisher first."""

from __future__ import annotations

import pytest

from dateline.claim.voices import Heard, chain_for, chains_for
from dateline.model.span import Span
from dateline.pipeline import Engine
from tests.claim.voices.reading import Reading, read


def _span(reading: Reading, word: str) -> Span:
    start = reading.parse.report.text.index(word)
    return reading.parse.report.span(start, start + len(word))


def _sources(reading: Reading, word: str) -> list[str | None]:
    chain = chain_for(_span(reading, word), reading.attributions, reading.resolution.publisher, reading.resolution)
    return [voice.source.quote if voice.source else None for voice in chain.voices]


def test_the_narrator_alone_answers_for_what_nobody_else_says(engine: Engine) -> None:
    """No attribution: one link."""
    reading = read("Gunmen burned the market on Friday.", engine)
    chain = chain_for(_span(reading, "burned"), reading.attributions, reading.resolution.publisher, reading.resolution)
    assert [voice.mode for voice in chain.voices] == ["narrator"]
    assert chain.attribution is None


def test_nested_voices_stand_outermost_first(engine: Engine) -> None:
    """Publisher, farmer, soldiers."""
    reading = read("A farmer told the court that soldiers had said the well was poisoned.", engine)
    assert _sources(reading, "poisoned") == [None, "A farmer", "soldiers"]


def test_a_wish_or_an_order_is_told_by_the_narrator(engine: Engine) -> None:
    """Only voices that vouch for their words are links."""
    reading = read("The general ordered the brigade to leave the valley.", engine)
    assert _sources(reading, "leave") == [None]


def test_the_cue_of_a_denial_belongs_to_the_voice_that_denies(engine: Engine) -> None:
    """A claim whose head is "denied" is the denier's."""
    reading = read("The rebels denied the charge.", engine)
    assert _sources(reading, "denied") == [None, "The rebels"]


def test_conjoined_sources_give_one_chain_each(engine: Engine) -> None:
    """One claim each over the same words."""
    reading = read("The mayor and the bishop said that the road was closed.", engine)
    heard = Heard(attributions=reading.attributions)
    chains = chains_for(_span(reading, "closed"), heard, reading.resolution.publisher, reading.resolution)
    last = [chain.voices[-1].source for chain in chains]
    assert [source.quote for source in last if source] == ["The mayor", "the bishop"]


def test_a_verb_of_saying_is_not_joined_to_what_is_said(engine: Engine) -> None:
    """What cannot go on with "were stalling" goes on with "said"."""
    reading = read("The minister said that talks were stalling and warned that the truce would end.", engine)
    assert _sources(reading, "end") == [None, "The minister"]


def test_a_source_without_comma_answers_for_the_last_relative_clause_alone(engine: Engine) -> None:
    """The rest of the sentence has its own voice."""
    text = "The army said it had hit a depot, which left a house burning according to neighbours."
    reading = read(text, engine)
    assert _sources(reading, "hit") == [None, "The army"]
    assert _sources(reading, "left") == [None, "neighbours"]


def test_she_is_the_spokeswoman_who_spoke_before(engine: Engine) -> None:
    """The army's spokeswoman is a woman, though the army is meant."""
    text = (
        "Ali Hassan, a doctor, said two had died. "
        "A Kenyan army spokeswoman said a boat was sunk. “They fired a flare,” she said."
    )
    reading = read(text, engine)
    chain = chain_for(_span(reading, "fired"), reading.attributions, reading.resolution.publisher, reading.resolution)
    actor = reading.resolution.actor(chain.voices[-1].mention)
    assert actor is not None
    assert actor.name != "Ali Hassan"


def test_a_pronoun_is_whoever_spoke_before_though_no_mention_reads_him(engine: Engine) -> None:
    """Its holder is made of the earlier words, not of "he"."""
    reading = read("A hospital porter said two men had died. He added that a third was missing.", engine)
    chain = chain_for(_span(reading, "missing"), reading.attributions, reading.resolution.publisher, reading.resolution)
    first = chain_for(_span(reading, "died"), reading.attributions, reading.resolution.publisher, reading.resolution)
    assert chain.voices[-1].holder == first.voices[-1].holder


def test_the_report_is_that_of_the_outlet_before(engine: Engine) -> None:
    """Nobody else has been cited with one."""
    reading = read("Al Jazeera cited a nurse as saying two had died. The report said a third was missing.", engine)
    chain = chain_for(_span(reading, "missing"), reading.attributions, reading.resolution.publisher, reading.resolution)
    actor = reading.resolution.actor(chain.voices[-1].mention)
    assert actor is not None
    assert actor.name == "Al Jazeera"


def test_what_is_found_or_described_by_nobody_is_the_narrators(engine: Engine) -> None:
    """A passive without a source is no link."""
    reading = read("The police said the men were found to be farmers.", engine)
    assert _sources(reading, "farmers") == [None, "The police"]


@pytest.mark.parametrize(
    "text",
    [
        "The navy said earlier that a missile was fired at a drone.",
        "The navy claimed after the raid that it fired a missile at a drone.",
    ],
)
def test_a_clause_far_behind_its_verb_is_still_said(text: str, engine: Engine) -> None:
    """Whatever the parser hangs it on."""
    assert _sources(read(text, engine), "fired") == [None, "The navy"]


def test_a_relative_clause_behind_a_verb_of_saying_is_not_said(engine: Engine) -> None:
    """It tells of what stands before it."""
    assert _sources(read("The navy spoke after the raid that killed nine sailors.", engine), "killed") == [None]


def test_an_adverb_of_hearsay_ends_where_somebody_is_named(engine: Engine) -> None:
    """The second clause has its own subject."""
    text = "The troops allegedly left others wounded, and the minister claimed that soldiers stormed the ward."
    assert _sources(read(text, engine), "stormed") == [None, "the minister"]


def test_they_are_those_who_spoke_before(engine: Engine) -> None:
    """Not somebody of whom they speak."""
    text = "The experts said the raid was a crime. “Two nurses were beaten by soldiers,” they said."
    reading = read(text, engine)
    chain = chain_for(_span(reading, "beaten"), reading.attributions, reading.resolution.publisher, reading.resolution)
    first = chain_for(_span(reading, "crime"), reading.attributions, reading.resolution.publisher, reading.resolution)
    assert chain.voices[-1].holder == first.voices[-1].holder

"""Chains of voices, publisher first."""

from __future__ import annotations

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

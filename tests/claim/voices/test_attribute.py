"""Attributions: source, cue, content, mode, stance and nesting of constructed sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.pipeline import Engine
from tests.claim.voices.reading import read, words

CASES = [
    (
        "The ministry said that troops had crossed the river.",
        ("The ministry", "said", "that troops had crossed the river"),
    ),
    ("Ten houses burned on Friday, residents said.", ("residents", "said", "Ten houses burned on Friday")),
    ("The road, the governor said, is open.", ("the governor", "said", "The road … is open")),
    (
        "According to the army, no soldier was hurt.",
        ("the army", "According to", "no soldier was hurt"),
    ),
    ("The army denied the allegation.", ("The army", "denied", "the allegation")),
    ("The rebels claimed to have taken the hill.", ("The rebels", "claimed", "to have taken the hill")),
    ("A nurse spoke of nine bodies.", ("A nurse", "spoke of", "nine bodies")),
    ("The mayor put the toll at 30.", ("The mayor", "put", "the toll at 30")),
    ("The minister called the vote a farce.", ("The minister", "called", "the vote a farce")),
    ("Villagers blamed the militia for the fire.", ("Villagers", "blamed", "the militia for the fire")),
    (
        "The mayor blamed the league for the fire, a charge that the league rejected.",
        ("The mayor", "blamed", "the league for the fire"),
    ),
    ("The elders called on the army to leave.", ("The elders", "called", "the army to leave")),
    (
        "The mayor accused the militia of storming the jail, freeing 90 men.",
        ("The mayor", "accused", "the militia of storming the jail, freeing 90 men"),
    ),
    (
        "The mayor accused the militia of arson, adding that he was safe.",
        ("The mayor", "accused", "the militia of arson"),
    ),
    ("Egypt denounced the raid as a crime.", ("Egypt", "denounced", "the raid as a crime")),
    ("The police reported the theft to the mayor.", ("The police", "reported", "the theft to the mayor")),
    ("The army announced the curfew on Monday.", ("The army", "announced", "the curfew")),
    ("The raid was widely condemned as a crime.", ("", "was widely condemned as", "The raid … a crime")),
    ("It was reported that ten people had died.", ("", "was reported", "that ten people had died")),
    (
        "The army said on Tuesday it had retaken the town.",
        ("The army", "said", "it had retaken the town"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_source_cue_and_content(engine: Engine, text: str, expected: tuple[str, str, str]) -> None:
    """Each way of handing a statement to a voice."""
    assert expected in [words(a) for a in read(text, engine).attributions]


def test_a_direct_quotation_goes_on_behind_its_verb(engine: Engine) -> None:
    """One attribution for both halves; the quotations know who speaks."""
    reading = read('"We hold the hill," the colonel said. "It is quiet."', engine)
    (said,) = reading.attributions
    assert words(said) == ("the colonel", "said", '"We hold the hill," … "It is quiet."')
    assert (said.mode, said.quoted) == ("direct_quote", True)
    assert [quote.attribution for quote in reading.quotes] == [said.id, said.id]


def test_conjoined_sources_give_one_attribution_each(engine: Engine) -> None:
    """Two voices, one content."""
    found = read("The mayor and the bishop said that the road was open.", engine).attributions
    assert [words(a)[0] for a in found] == ["The mayor", "the bishop"]
    assert found[0].contents == found[1].contents


def test_a_voice_inside_a_voice_lies_in_the_outer_one(engine: Engine) -> None:
    """Hearsay is nested, outermost first."""
    reading = read("A farmer told the court that soldiers had said the well was poisoned.", engine)
    assert reading.told("say").inside == reading.told("tell").id
    assert reading.told("tell").inside is None


def test_a_second_voice_in_the_sentence_ends_the_first(engine: Engine) -> None:
    """What follows ", which … denies" is not what the first voice says."""
    reading = read("The ministry said its men had left the port, which the rebels deny.", engine)
    assert words(reading.told("say"))[2] == "its men had left the port"
    assert words(reading.told("deny"))[0] == "the rebels"
    assert reading.told("deny").inside is None


@pytest.mark.parametrize(
    ("text", "verb", "stance"),
    [
        ("The army did not confirm the loss.", "confirm", "withhold"),
        ("The spokesman declined to comment.", "comment", "withhold"),
        ("The general ordered the brigade to withdraw.", "order", "order"),
        ("The rebels threatened to attack the port.", "threaten", "threaten"),
        ("Relief workers fear that the dam will burst.", "fear", "fear"),
        ("The video could not be independently verified.", "verify", "verify"),
    ],
)
def test_stance(engine: Engine, text: str, verb: str, stance: str) -> None:
    """What the voice does with its content."""
    assert read(text, engine).told(verb).stance == stance


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The rebels claimed that the hill had fallen.", "distanced"),
        ("Security sources said that the hill had fallen.", "anonymous"),
        ("The hill fell on Monday, according to the army.", "adjunct"),
        ("The army said that the hill had fallen.", "indirect"),
        ("It was reported that the hill had fallen.", "anonymous"),
    ],
)
def test_mode(engine: Engine, text: str, mode: str) -> None:
    """How the statement is handed to the voice."""
    (found,) = read(text, engine).attributions
    assert found.mode == mode


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ten dead in market fire: Malian army", "Ten dead in market fire"),
        ("Malian army: ten dead in market fire.", "ten dead in market fire"),
    ],
)
def test_a_colon_in_a_headline_stands_for_a_verb(engine: Engine, text: str, content: str) -> None:
    """The short side that ends in a name is the source."""
    assert words(read(text, engine).told(":")) == ("Malian army", ":", content)


def test_a_cited_source_lies_inside_the_outlet_that_cites_it(engine: Engine) -> None:
    """In "according to X, citing Y" Y answers for the words inside X."""
    reading = read("Two bridges fell on Monday, according to Radio Okapi, citing a local engineer.", engine)
    (outer,) = [a for a in reading.attributions if a.verb == "according to"]
    (inner,) = [a for a in reading.attributions if a.mode == "relayed"]
    assert words(inner)[0] == "a local engineer"
    assert inner.inside == outer.id


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=60)
    | st.lists(st.sampled_from(["he said", "“", "”", '"', ",", "that", "denied", "é", "\n"])).map(" ".join)
)
def test_every_span_quotes_the_text(engine: Engine, text: str) -> None:
    """Arbitrary Unicode and unbalanced marks never break offsets."""
    reading = read(text, engine)
    spans = [span for a in reading.attributions for span in (*a.source, *a.cue, *a.contents)]
    spans.extend(quote.span for quote in reading.quotes)
    assert all(text[span.start : span.end] == span.quote for span in spans)
    ids = {a.id for a in reading.attributions}
    assert all(a.inside is None or a.inside in ids for a in reading.attributions)


def test_what_goes_on_as_something_else_continues_is_nobodys_word(engine: Engine) -> None:
    """Shelling that continues tells nothing."""
    assert not read("One man was killed and ten hurt as shelling continued through the night.", engine).attributions

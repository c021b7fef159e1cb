"""Speakers at the end and in the middle of a sentence."""

from __future__ import annotations

import pytest

from dateline.model.text import Parse, Report, Token
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


def _read(engine: Engine, text: str) -> Parse:
    return parse(Report.of(text, name="t"), parser=engine.parser)


def _word(parsed: Parse, text: str) -> Token:
    return next(token for token in parsed.tokens if token.text == text)


def _heads(parsed: Parse, *words: str) -> list[str]:
    return [parsed.head(_word(parsed, word)).text for word in words]


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "told"),
    [
        (
            "A shell hit a bus, killing at least seven passengers, including two pupils, a doctor at the hospital said.",
            "doctor",
            "said",
            "hit",
        ),
        (
            "Gunmen opened fire in a bar, wounding nine people, among them three soldiers, an officer told Radio Sal.",
            "officer",
            "told",
            "opened",
        ),
        (
            "Militants burned 40 houses in Gassi on Wednesday, a resident, Moussa Keita, said by telephone.",
            "resident",
            "said",
            "burned",
        ),
        (
            "Rebels have left two villages in the hills following heavy shelling, the Centre for Rights said on Tuesday.",
            "Centre",
            "said",
            "left",
        ),
        (
            "At least 24 people were killed and 18 others injured after bandits raided a mill in northern Barkin, "
            "the region's governor said on Monday.",
            "governor",
            "said",
            "killed",
        ),
    ],
)
def test_a_speaker_at_the_end_says_what_stands_before_him(
    engine: Engine, text: str, speaker: str, verb: str, told: str
) -> None:
    parsed = _read(engine, text)
    assert _heads(parsed, speaker, told) == [verb, verb]
    assert (_word(parsed, speaker).dep, _word(parsed, told).dep, _word(parsed, verb).dep) == ("nsubj", "ccomp", "ROOT")


def test_the_dead_before_a_speaker_are_those_who_were_killed(engine: Engine) -> None:
    parsed = _read(engine, "A shell hit a bus, killing seven passengers, including two pupils, a doctor in Bor said.")
    assert (_heads(parsed, "passengers"), _word(parsed, "passengers").dep) == (["killing"], "dobj")


@pytest.mark.parametrize(
    ("text", "deed", "verb"),
    [
        ("Militants attacked the post, a police source said, killing four officers.", "killing", "attacked"),
        ("The bomb went off near a school, officials said, wounding six children.", "wounding", "went"),
        ("Rebels attacked three posts, the defence minister said, and killed nine soldiers.", "killed", "attacked"),
        ("The prisoners were freed, the mission said, after talks with the elders broke a deadlock.", "broke", "freed"),
        ("The rebels attacked, the governor said, adding that nine guards were missing.", "adding", "said"),
    ],
)
def test_a_deed_behind_a_speaker_belongs_to_the_deed_before_him(
    engine: Engine, text: str, deed: str, verb: str
) -> None:
    assert _heads(_read(engine, text), deed) == [verb]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The bomb, said police chief Marco Lanza, was hidden in a fruit cart.", "bomb", "hidden"),
        ("The town, said General Oru, had been retaken.", "town", "retaken"),
    ],
)
def test_a_speaker_who_parts_a_clause_leaves_it_its_subject(engine: Engine, text: str, subject: str, verb: str) -> None:
    parsed = _read(engine, text)
    assert _heads(parsed, subject) == [verb]
    assert (_word(parsed, verb).dep, _word(parsed, "said").dep) == ("ROOT", "parataxis")


@pytest.mark.parametrize(
    "text",
    [
        "Abu Karim, a spokesman for the rebels, said on Monday that the town was lost.",
        "The spokesman, a retired colonel, said by telephone that nine had died.",
        "The refugees have lived here for months, and their faces said a lot.",
        "The mayor, who had fled, and his deputy, a teacher, said nothing.",
    ],
)
def test_a_speaker_who_is_in_place_stays_there(engine: Engine, text: str) -> None:
    parsed = _read(engine, text)
    spacy = engine.parser.pipeline(text)
    assert [token.head for token in parsed.tokens] == [token.head.i for token in spacy]

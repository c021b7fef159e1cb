"""Participles of opinion that come as the verb of their sentence: "Gunmen thought to be rebels raided Kaya"."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen thought to belong to the 3R group raided Kaya on Friday.", "raided Kaya on Friday"),
        ("Armed men said to be bandits abducted a priest in Kaduna.", "abducted a priest in Kaduna"),
        ("Gunmen believed to be herders have killed 12 people in Benue.", "have killed 12 people in Benue"),
        ("Attackers said to number about 50 burned the village.", "burned the village"),
    ],
)
def test_whoever_is_thought_to_be_somebody_does_the_deed(engine: Engine, text: str, words: str) -> None:
    (claim,) = (claim for claim in claims_of(engine, text) if claim.codeable)
    assert words in words_of(claim)
    assert claim.roles.get("agent")
    assert len(claim.chain) == 1


def test_men_said_to_be_soldiers_say_nothing(engine: Engine) -> None:
    text = "Six villagers were killed when men said to be soldiers opened fire."
    assert all(len(claim.chain) == 1 for claim in claims_of(engine, text))


@pytest.mark.parametrize(
    "text",
    ["Residents believed the army had left Kaya.", "The mayor said to reporters that the army had left Kaya."],
)
def test_a_verb_of_opinion_with_a_content_stays_one(engine: Engine, text: str) -> None:
    (claim,) = claims_of(engine, text)
    assert claim.act == "withdraw"
    assert len(claim.chain) == 2


def test_who_claimed_to_have_done_two_things_claimed_both(engine: Engine) -> None:
    text = "In a message on Saturday, the rebels claimed to have stormed the base, kept it for two days and left with six trucks."
    tokens = parse(Report.of(text), parser=engine.parser).tokens
    claimed = next(token for token in tokens if token.text == "claimed")
    assert (claimed.dep, claimed.tag) == ("ROOT", "VBD")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Fighting has spread to Bor, where militiamen backed by the governor attacked a post.",
            "attacked",
            "militiamen",
        ),
        ("Rockets fired from across the border landed in a field.", "landed", "Rockets"),
        ("A ceasefire agreed in Bor broke down within hours.", "broke", "ceasefire"),
        ("Soldiers sent to the area found nine bodies.", "found", "Soldiers"),
        ("The man, believed to be a deserter, killed two officers.", "killed", "man"),
        ("The four attackers, thought to be from Sudan, shot a guard.", "shot", "attackers"),
    ],
)
def test_whoever_is_backed_by_somebody_does_what_the_verb_behind_tells(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    parsed = parse(Report.of(text, name="t"), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == verb)
    assert [kid.text for kid in parsed.kids(token, "nsubj")] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers fired from the roof and hit a bus.",
        "The army attacked on Friday, seized Bor and left.",
        "Gunmen fired on a bus carrying pilgrims to Bor.",
    ],
)
def test_a_verb_before_an_and_or_a_comma_stays_one(engine: Engine, text: str) -> None:
    parsed = parse(Report.of(text, name="t"), parser=engine.parser)
    assert [token.head for token in parsed.tokens] == [token.head.i for token in engine.parser.pipeline(text)]

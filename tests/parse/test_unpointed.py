"""Texts that lost their commas: what is put back, where lines ran together, and that offsets stay those of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.record import Record
from dateline.model.text import Report
from dateline.parse import parse
from dateline.parse.seams import seams
from dateline.parse.unpointed import unpointed
from dateline.pipeline import Engine, run

POINTED = (
    "Gunmen on motorbikes raided the village of Gabra on Tuesday, killing at least nine people, including two teachers, a district"
    " official said. The attackers, who came from the north, burned the market and fled with cattle. By Wednesday morning, soldiers had"
    " reached the village, which lies on the main road to Tera. The army blamed the Front for the raid, but the Front denied it. Seven"
    " of the wounded are being treated in Niamey after Tuesday's raid, a doctor said.",
    "A car bomb went off outside the police station in Baidoa on Sunday, wounding eleven officers, state radio reported. Al-Shabaab,"
    " which has fought the government since 2007, said it was behind the attack. The blast, the third this month, also destroyed two"
    " shops. In the evening, troops sealed off the road to the airport, residents said, and searched houses near the mosque.",
    "Rebels captured the border town of Bunagana at dawn after two days of fighting, a local monitor said. Dozens of soldiers crossed"
    " into Uganda, leaving their weapons behind. The rebels' spokesman, Colonel Jean Kasa, said his men would hold the town. The"
    " governor, who left on Saturday, accused them of looting a clinic. Fighting went on near Rutshuru, where shells hit a school,"
    " killing three children.",
)
"""Written for this; they lose their commas and apostrophes."""


def stripped(text: str) -> str:
    return text.replace(",", "").replace("'", "")


def told(record: Record) -> list[tuple[str, str]]:
    """Act and believer of every claim."""
    return [(claim.act, record.case.actors[claim.believer].name.replace("'", "")) for claim in record.claims]


@pytest.mark.parametrize("text", POINTED)
def test_a_text_without_its_commas_says_what_it_said(text: str, engine: Engine) -> None:
    """The yardstick: of the acts with their believers that are read in the text as written, four in five come out without marks."""
    wanted, got = told(run(Report.of(text), engine=engine)), told(run(Report.of(stripped(text)), engine=engine))
    both = sum(min(wanted.count(one), got.count(one)) for one in set(wanted))
    assert 2 * both >= 0.8 * (len(wanted) + len(got)), (wanted, got)


def test_marks_that_were_put_back_stand_on_the_blank(engine: Engine) -> None:
    report = Report.of(stripped(POINTED[0]))
    parsed = parse(report, parser=engine.parser)
    commas = [token for token in parsed.tokens if token.text == ","]
    assert len(commas) > 5
    assert all(report.text[token.start : token.end] == " " for token in commas)
    assert next(token.start for token in parsed.tokens if token.text == "'s") == report.text.index("s raid a doctor")
    assert all(report.text[one.span.start : one.span.end] == one.span.quote for one in parsed.sentences)


@pytest.mark.parametrize(
    "tail",
    [
        "a monitor said", "state media reported", "the provincial governor said on Sunday", "police spokesman Adama Sow said",
        "the Sahel Observatory for Human Rights said", "residents told reporters",
    ],
)  # fmt: skip
def test_a_comma_stands_before_the_speaker_who_ends_a_sentence(tail: str, engine: Engine) -> None:
    body = "Soldiers came back to the camp at noon. Nobody was there. "
    text = f"{body}Shells that were fired from the hills struck two houses in the old quarter and killed nine people {tail}. {body}{body}"
    long = text.replace(". Nobody was there. ", " and found that nobody was there and that all was quiet. ")
    assert unpointed(long)
    tokens = parse(Report.of(long), parser=engine.parser).tokens
    at = long.index(tail)
    before = [token.text for token in tokens if token.end <= at]
    assert before[-2:] == ["people", ","]


def test_no_comma_parts_a_verb_from_its_object_or_two_nouns(engine: Engine) -> None:
    text = (
        "Mortar fire on the old quarter killed four traders and wounded seven others and burned two stalls and a shop near the bridge while"
        " soldiers and policemen searched houses and arrested nine men and three boys who had come to the town from the camps in the hills"
    )
    tokens = parse(Report.of(f"{text} {text}."), parser=engine.parser).tokens
    before = [one.text for one, mark in pairwise(tokens) if mark.text == ","]
    assert not {"killed", "wounded", "burned", "arrested", "soldiers", "men", "stalls"} & set(before)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Two ministers resign in Juba after vote Army trucks rolled through the capital on Monday",
            ["Two ministers resign in Juba after vote", "Army trucks rolled through the capital on Monday"],
        ),
        (
            "Ferry sinks off Zanzibar At least forty people drowned when an overloaded ferry sank",
            ["Ferry sinks off Zanzibar", "At least forty people drowned when an overloaded ferry sank"],
        ),
        (
            "Gunmen have burned a mill in the hills near Kaya and Gunmen have burned a mill in the hills near Kaya at night",
            ["Gunmen have burned a mill in the hills near Kaya and", "Gunmen have burned a mill in the hills near Kaya at night"],
        ),
        (
            "The talks were led by the Swiss-based Centre for Dialogue and the Ministry of Justice said one envoy",
            ["The talks were led by the Swiss-based Centre for Dialogue and the Ministry of Justice said one envoy"],
        ),
        ("Raid Kills At Least Nine In Northern Town", ["Raid Kills At Least Nine In Northern Town"]),
        (
            "Shells fell early Tuesday morning near northern Malis largest camp in an operation Wrath of the Desert",
            ["Shells fell early Tuesday morning near northern Malis largest camp in an operation Wrath of the Desert"],
        ),
        ("The rebels stormed Goma and the Observatory said that many died", [
            "The rebels stormed Goma and the Observatory said that many died",
        ]),
    ],
)  # fmt: skip
def test_lines_that_ran_together_are_taken_apart(text: str, lines: list[str], engine: Engine) -> None:
    edges = (0, *seams(text, engine.parser.spelling), len(text))
    assert [text[a:b].strip() for a, b in pairwise(edges)] == lines


def test_a_headline_over_a_body_without_commas_is_a_sentence_of_its_own(engine: Engine) -> None:
    text = (
        "Market raid leaves 5 dead in Gao state TV AFP Friday 3 May 2019 Curfew announced in two northern districts Armed men drove into"
        " the market of Gao on Friday killing five people and wounding a dozen more state television reported. The men who wore uniforms"
        " left before the army came. The governor said that the curfew would last until the men were found."
    )
    quotes = [one.span.quote for one in parse(Report.of(text), parser=engine.parser).sentences]
    assert quotes[:2] == ["Market raid leaves 5 dead in Gao state TV", "Curfew announced in two northern districts"]
    assert quotes[2].startswith("Armed men drove into")


@pytest.mark.parametrize(
    "text",
    [
        POINTED[0],
        "The army came at dawn. It burned the mill. Nobody was hurt. " * 8,
        "Gunmen killed two people in Kaya a monitor said.",
        "",
    ],
)
def test_a_text_with_its_marks_is_left_alone(text: str) -> None:
    assert not unpointed(text)


@settings(deadline=None, max_examples=15)
@given(st.permutations([*"".join(POINTED).replace(",", "").replace(".", "").split(), '"', "said", "\n", "“"]))
def test_whatever_stands_there_every_span_quotes_it(engine: Engine, words: list[str]) -> None:
    text = " ".join(words[:90])
    record = run(Report.of(text), engine=engine)
    assert all(text[one.start : one.end] == one.quote for claim in record.claims for one in claim.spans)
    assert all(text[one.span.start : one.span.end] == one.span.quote for one in record.case.parse.sentences)

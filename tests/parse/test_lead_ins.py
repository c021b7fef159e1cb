"""Subjects behind a place or a time without a comma."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "verb", "subject", "led", "lead"),
    [
        ("On Friday insurgents killed two farmers.", "killed", "insurgents", "Friday", "On"),
        ("On Friday RSF fighters have attacked a village.", "attacked", "fighters", "Friday", "On"),
        ("Near Kandal gunmen killed two farmers.", "killed", "gunmen", "Kandal", "Near"),
        ("Outside Mosul police killed two farmers.", "killed", "police", "Mosul", "Outside"),
        ("In the town of Bor police fired on a crowd.", "fired", "police", "Bor", "of"),
        ("In a similar incident at Palamar troops attacked two bunkers.", "attacked", "troops", "Palamar", "at"),
        ("In Kharkiv region militants ambushed a convoy.", "ambushed", "militants", "region", "In"),
        ("On 12 March government forces entered the town.", "entered", "forces", "March", "On"),
        ("In 2014 residents stormed the base.", "stormed", "residents", "2014", "In"),
        ("After the clash at Dorin police killed two farmers.", "killed", "police", "clash", "After"),
        ("Last week in Kabul protesters were killed in a clash.", "killed", "protesters", "Kabul", "in"),
        ("In Aleppo soldiers attacked two rebel bunkers.", "attacked", "soldiers", "Aleppo", "In"),
    ],
)  # fmt: skip
def test_the_last_noun_before_the_verb_is_its_subject(
    engine: Engine, text: str, verb: str, subject: str, led: str, lead: str
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    tokens = {token.text: token for token in parsed.tokens}
    assert (parsed.head(tokens[subject]).text, tokens[subject].dep[:5]) == (verb, "nsubj")
    assert (parsed.head(tokens[led]).text, tokens[led].dep) == (lead, "pobj")


@pytest.mark.parametrize(
    ("text", "noun", "head"),
    [
        ("At least 16 Maoist rebels were killed in clashes.", "rebels", "killed"),
        ("Around a dozen Armenians were hurt when a mob broke in.", "dozen", "Armenians"),
        ("After rebel fighters took Bor, the army fled.", "fighters", "took"),
        ("In the hall lay nine bodies.", "hall", "In"),
        ("In the town hall nine bodies were found.", "hall", "In"),
        ("Gunmen in Goma attacked a convoy.", "Goma", "in"),
    ],
)
def test_a_noun_that_is_one_stays_one(engine: Engine, text: str, noun: str, head: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    assert parsed.head(next(token for token in parsed.tokens if token.text == noun)).text == head


@pytest.mark.parametrize(
    ("text", "verb", "subject", "led", "lead"),
    [
        ("On 7 May, 21 men, four women and three children were shot in Pajut.", "shot", "men", "May", "On"),
        ("Meanwhile in Lafey, an improvised explosive device struck a truck.", "struck", "device", "Lafey", "in"),
    ],
)
def test_what_stands_behind_the_comma_is_no_apposition(
    engine: Engine, text: str, verb: str, subject: str, led: str, lead: str
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    tokens = {token.text: token for token in parsed.tokens}
    assert (parsed.head(tokens[subject]).text, tokens[subject].dep[:5]) == (verb, "nsubj")
    assert (parsed.head(tokens[led]).text, tokens[led].dep) == (lead, "pobj")

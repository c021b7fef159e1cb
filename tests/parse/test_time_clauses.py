"""Clauses of time whose subject the model takes for the object of their first word."""

from __future__ import annotations

import pytest

from dateline.model.text import Parse, Report, Token
from dateline.parse.spacy_parser import parse
from dateline.parse.time_clauses import _aside
from dateline.pipeline import Engine


def _read(engine: Engine, text: str) -> Parse:
    return parse(Report.of(text, name="t"), parser=engine.parser)


def _word(parsed: Parse, text: str) -> Token:
    return next(token for token in parsed.tokens if token.text == text)


def _subject(parsed: Parse, verb: str) -> str:
    """Who does what a verb tells; a verb joined to another shares its subject."""
    token = _word(parsed, verb)
    own = [kid.text for kid in parsed.kids(token, "nsubj", "nsubjpass")]
    return own[0] if own or token.dep != "conj" else _subject(parsed, parsed.head(token).text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The militia said it had entered Dorin after the garrison, with its guns, withdrew.", "withdrew", "garrison"),
        ("Two shops were looted as the crowd, most of them young men, moved along the street.", "moved", "crowd"),
        ("Fighting broke out before the peacekeepers, led by a major, reached the bridge.", "reached", "peacekeepers"),
        (
            "The army has held it since the insurgents, weakened by raids, abandoned the pass.",
            "abandoned",
            "insurgents",
        ),
        ("Police fired tear gas as a march against Governor Tilo Sand turned into a riot.", "turned", "march"),
        ("The truce ended as Varland and militias in the east accused each other of shelling.", "accused", "Varland"),
        ("The bomb detonated as a patrol passed, killing a corporal.", "passed", "patrol"),
        ("Karland met the mission as the Council of Elders in Bor launched a search for mines.", "launched", "Council"),
        ("As the convoy, escorted by two tanks, left the town, gunmen opened fire.", "left", "convoy"),
    ],
)
def test_the_noun_behind_a_word_of_time_does_what_the_verb_behind_it_tells(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    parsed = _read(engine, text)
    assert _subject(parsed, verb) == subject
    assert _word(parsed, verb).dep == "advcl"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The gunmen shot two guards before dawn, set fire to the hall, and escaped.", "set", "gunmen"),
        ("The men attacked after dark, killing four, burned a mill and escaped.", "burned", "men"),
        ("The bandits struck before the market, killed six traders and escaped on motorcycles.", "killed", "bandits"),
        ("He served as the commander of the unit, with the rank of major, and fled in May.", "fled", "He"),
        ("The hospital closed after the raid, which killed a nurse, and moved to Bor.", "moved", "hospital"),
    ],
)
def test_a_deed_behind_a_mere_time_is_told_of_whom_the_others_are_told(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    assert _subject(_read(engine, text), verb) == subject


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Residents fled after air strikes and army vehicles arrived.", "arrived", "vehicles"),
        ("The rebels left the town after fighting and soldiers returned.", "returned", "soldiers"),
        ("Calm returned before the curfew and shops reopened.", "reopened", "shops"),
        ("Schools closed after the attack and patrols were stepped up.", "stepped", "patrols"),
    ],
)
def test_who_stands_beside_a_deed_does_what_follows_and_the_deed_does_not(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    parsed = _read(engine, text)
    assert [kid.text for kid in parsed.kids(_word(parsed, verb), "nsubj", "nsubjpass")] == [subject]
    assert _word(parsed, verb).dep == "conj"


def test_two_who_come_behind_a_word_of_time_come_together(engine: Engine) -> None:
    parsed = _read(engine, "The troops left after police and militia fighters entered the town.")
    assert (_subject(parsed, "entered"), _word(parsed, "entered").dep) == ("police", "advcl")


def test_two_marks_side_by_side_enclose_no_aside(engine: Engine) -> None:
    """Arbitrary marks, as found by generated texts, must not stop a reading."""
    tokens = _read(engine, "0 ,, led").tokens
    marks = [token.index for token in tokens if token.text == ","]
    assert len(marks) == 2
    assert _aside(marks[1], tokens) is None

"""Trees that show that they are wrong: verbs taken for participles, casualties below their number."""

from __future__ import annotations

import pytest

from dateline.model.text import Parse, Report, Token
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


def _read(engine: Engine, text: str) -> Parse:
    return parse(Report.of(text, name="t"), parser=engine.parser)


def _subject(parsed: Parse, verb: Token) -> str:
    return next(token.text for token in parsed.tokens if token.head == verb.index and token.dep == "nsubj")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "A roadside bomb attack killed at least nine and injured 30 others on Friday in the market.",
            "killed",
            "attack",
        ),
        (
            "The Northern Salvation Front (NSF), the alliance of armed groups that had run the valley, denied on Friday "
            "that the army had taken the town by force.",
            "denied",
            "Front",
        ),
    ],
)
def test_a_participle_with_an_object_is_the_verb_of_a_sentence_without_one(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    parsed = _read(engine, text)
    root = parsed.tokens[parsed.sentences[0].root]
    assert root.text == verb
    assert _subject(parsed, root) == subject
    assert (root.left, root.right) == (0, len(parsed.tokens) - 1)


@pytest.mark.parametrize(
    "text",
    ["Nine people killed by a bomb in the market.", "Hundreds of families driven from the valley.", "A town divided."],
)
def test_a_passive_participle_stays_one(engine: Engine, text: str) -> None:
    parsed = _read(engine, text)
    spacy = engine.parser.pipeline(text)
    assert [token.head for token in parsed.tokens] == [token.head.i for token in spacy]


@pytest.mark.parametrize(
    "text",
    [
        "A militant truck bomb attack wounded at least 12 and trapped 30 others on Sunday in the harbour.",
        "The Northern Front (NF), the alliance of groups that had run the valley, denied that it had left.",
        "The army blamed the rebels; the rebels blamed the army; nobody knew.",
        "The clinic received 14 wounded; the other one reported some 30 wounded and nine dead.",
    ],
)
def test_edges_are_those_of_the_tree(engine: Engine, text: str) -> None:
    parsed = _read(engine, text)
    for token in parsed.tokens:
        below = [other.index for other in parsed.tokens if token.index in _path(parsed, other)]
        assert (token.left, token.right) == (min(below), max(below))


@pytest.mark.parametrize(
    ("text", "noun", "dep"),
    [
        ("The clinic received 14 wounded; four of them died.", "wounded", "dobj"),
        ("The brigade sustained 20 killed and 10 wounded near the ford.", "killed", "dobj"),
    ],
)
def test_casualties_are_what_their_number_counts(engine: Engine, text: str, noun: str, dep: str) -> None:
    parsed = _read(engine, text)
    (token, *_) = [token for token in parsed.tokens if token.text == noun]
    assert (token.dep, token.pos) == (dep, "NOUN")
    assert [kid.text for kid in parsed.kids(token, "nummod")] == [parsed.tokens[token.index - 1].text]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The army blamed the rebels; the rebels blamed the army.", ["blamed", "blamed"]),
        ("Two soldiers died, the army said; the rebels put the number at nine.", ["said", "put"]),
        ("Nine soldiers were wounded at the ford; two of them died, a doctor said.", ["wounded", "died"]),
    ],
)
def test_clauses_around_a_semicolon_stand_side_by_side(engine: Engine, text: str, verbs: list[str]) -> None:
    parsed = _read(engine, text)
    one, other = [token for token in parsed.tokens if token.text in verbs and token.dep != "punct"][:2]
    assert (other.head, other.dep) == (one.index, "conj")
    assert [parsed.tokens[parsed.sentences[0].root].head] == [parsed.sentences[0].root]


def test_what_an_attack_left_people_is_no_noun(engine: Engine) -> None:
    text = "The blast left three injured."
    parsed = _read(engine, text)
    assert [token.head for token in parsed.tokens] == [token.head.i for token in engine.parser.pipeline(text)]


def _path(parsed: Parse, token: Token) -> list[int]:
    """The token and its heads up to the root."""
    path = [token.index]
    while parsed.tokens[path[-1]].head != path[-1]:
        path.append(parsed.tokens[path[-1]].head)
    return path

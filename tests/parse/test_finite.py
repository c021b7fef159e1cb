"""Verbs that the parser took for participles."""

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
        "A terrorist car bomb attack killed at least 44 and injured 140 others on Wednesday in the city.",
        "The Northern Front (NF), the alliance of groups that had run the valley, denied that it had left.",
    ],
)
def test_edges_are_those_of_the_tree(engine: Engine, text: str) -> None:
    parsed = _read(engine, text)
    for token in parsed.tokens:
        below = [other.index for other in parsed.tokens if token.index in _path(parsed, other)]
        assert (token.left, token.right) == (min(below), max(below))


def _path(parsed: Parse, token: Token) -> list[int]:
    """The token and its heads up to the root."""
    path = [token.index]
    while parsed.tokens[path[-1]].head != path[-1]:
        path.append(parsed.tokens[path[-1]].head)
    return path

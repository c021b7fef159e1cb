"""The second of two clauses that share their helper."""

from __future__ import annotations

import pytest

from dateline.model.text import Parse, Report, Token
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


def _read(engine: Engine, text: str) -> Parse:
    return parse(Report.of(text, name="t"), parser=engine.parser)


def _word(parsed: Parse, text: str) -> Token:
    return next(token for token in parsed.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "who", "dep", "verb"),
    [
        ("Seven clerks were killed and 31 wounded by the blast.", "31", "nsubjpass", "wounded"),
        ("Six villagers were abducted and dozens injured when bandits struck.", "dozens", "nsubjpass", "injured"),
        ("Twenty rebels were captured and nine surrendered.", "nine", "nsubj", "surrendered"),
        ("Two guards were killed and seven fled.", "seven", "nsubj", "fled"),
        ("Two posts were lost and rebels captured a bridge.", "rebels", "nsubj", "captured"),
    ],
)
def test_whoever_is_counted_behind_a_passive_suffered_unless_he_did_something(
    engine: Engine, text: str, who: str, dep: str, verb: str
) -> None:
    parsed = _read(engine, text)
    token = _word(parsed, who)
    assert (token.dep, parsed.head(token).text) == (dep, verb)


@pytest.mark.parametrize(
    ("text", "deed", "object_"),
    [
        ("The rebels have burned villages and abducted women, the report said.", "abducted", "women"),
        ("The militia has blocked aid convoys and detained drivers, aid groups said.", "detained", "drivers"),
    ],
)
def test_a_participle_behind_have_is_one_more_deed(engine: Engine, text: str, deed: str, object_: str) -> None:
    parsed = _read(engine, text)
    assert (_word(parsed, object_).dep, parsed.head(_word(parsed, object_)).text) == ("dobj", deed)
    assert _word(parsed, deed).dep == "conj"


def test_a_list_of_subjects_is_one_list(engine: Engine) -> None:
    tokens = parse(Report.of("Kidal, Gao and Timbuktu fell to the rebels."), parser=engine.parser).tokens
    deps = {token.text: (token.dep, tokens[token.head].text) for token in tokens if token.pos == "PROPN"}
    assert deps == {"Kidal": ("nsubj", "fell"), "Gao": ("conj", "Kidal"), "Timbuktu": ("conj", "Gao")}

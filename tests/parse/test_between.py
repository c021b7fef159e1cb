"""Both sides of what is between them, and the verb behind."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "verb", "event", "sides"),
    [
        (
            "Fighting between government forces and the opposition resumed north of Ayod on Monday.",
            "resumed",
            "Fighting",
            ("forces", "opposition"),
        ),
        ("Clashes between the army and the militia broke out in the port.", "broke", "Clashes", ("army", "militia")),
    ],
)
def test_the_second_side_has_no_verb_of_its_own(
    engine: Engine, text: str, verb: str, event: str, sides: tuple[str, str]
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    tokens = {token.text: token for token in parsed.tokens}
    assert (parsed.head(tokens[event]).text, tokens[event].dep) == (verb, "nsubj")
    assert (parsed.head(tokens[sides[0]]).text, parsed.head(tokens[sides[1]]).text) == ("between", sides[0])


def test_a_verb_that_is_no_noun_is_the_verb_of_a_headline(engine: Engine) -> None:
    parsed = parse(Report.of("Hundreds flee as clashes spread to Sheikh Saeed."), parser=engine.parser)
    assert next(token.pos for token in parsed.tokens if token.text == "flee") == "VERB"

"""What stands behind a town and a colon is a clause of its own."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Hojai: Suspected militants killed four farmers in the hills, police said on Thursday.", "killed", "said"),
        ("Betong: Two volunteers guarding a school were killed by an armed group yesterday.", "killed", "killed"),
        ("Officials: Bomb kills 12 in market", "kills", "kills"),
    ],
)
def test_the_verb_behind_a_colon_hangs_on_no_town(engine: Engine, text: str, verb: str, head: str) -> None:
    found = parse(Report.of(text), parser=engine.parser)
    token = next(token for token in found.tokens if token.text == verb)
    assert found.head(token).text == head
    assert found.head(found.tokens[0]).text == verb


def test_a_list_behind_a_colon_stays(engine: Engine) -> None:
    found = parse(Report.of("Governor: 41 dead, more than 180 injured."), parser=engine.parser)
    assert all(token.left <= token.index <= token.right for token in found.tokens)

"""The label of a headline is no part of what it says."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gaza war: Israel strikes Rafah", "Israel strikes Rafah"),
        ("DR Congo: M23 rebels enter Masisi", "M23 rebels enter Masisi"),
        ("Colombia - ELN frees two soldiers", "ELN frees two soldiers"),
        ("UPDATE: Two killed in Karachi", "Two killed in Karachi"),
        ("Burkina Faso: 20 soldiers killed in ambush", "20 soldiers killed in ambush"),
        ("The 4-year-old war: rebels enter Masisi", "rebels enter Masisi"),
    ],
)
def test_a_label_before_a_colon_or_dash_is_left_out(engine: Engine, text: str, words: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text)] == [words]

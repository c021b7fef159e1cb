"""Voices that are named by a pronoun alone."""

from __future__ import annotations

import pytest

from dateline.export.pronouns import unnamed_voice


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("It", "an unnamed voice (“it”)"),
        ("It […]", "an unnamed voice (“it”)"),
        ("“They”,", "an unnamed voice (“they”)"),
        ("She", "an unnamed person (“she”)"),
        ("Others", "an unnamed voice (“others”)"),
        ("One of them", "an unnamed voice (“one of them”)"),
        ("One of the men", "One of the men"),
        ("some residents", "some residents"),
        ("IT Ministry", "IT Ministry"),
        ("the army", "the army"),
        ("", ""),
    ],
)
def test_nobody_is_called_by_a_pronoun(name: str, told: str) -> None:
    assert unnamed_voice(name) == told

"""The act lexicon: every row is well formed and of the closed list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.reference.acts import ActLexicon, load_acts


@pytest.fixture(scope="module")
def lexicon() -> ActLexicon:
    return load_acts()


def test_longer_phrases_are_tried_first(lexicon: ActLexicon) -> None:
    lengths = [len(sense.words) for sense in lexicon.of("v", "take")]
    assert lengths == sorted(lengths, reverse=True)


def test_nouns_are_found_by_the_word_that_governs_the_others(lexicon: ActLexicon) -> None:
    assert lexicon.of("n", "strike")[0].words[-1] == "strike"
    assert any(sense.words == ("claim", "of", "responsibility") for sense in lexicon.of("n", "claim"))


def test_conditions_name_a_known_slot(lexicon: ActLexicon) -> None:
    slots = {c.slot for row in lexicon.senses.values() for sense in row for c in sense.conditions}
    assert slots <= {"obj", "subj", "at", "prep", "voice"}


def test_conditions_ask_for_classes_that_something_belongs_to(lexicon: ActLexicon) -> None:
    known = {name for names in lexicon.classes.values() for name in names} | {"individual", "label", "time"}
    asked = {
        c.value
        for row in lexicon.senses.values()
        for sense in row
        for c in sense.conditions
        if c.slot in ("obj", "subj")
    }
    assert asked <= known


@pytest.mark.shared
def test_acts_are_those_of_the_closed_list(lexicon: ActLexicon, shared: Path) -> None:
    acts = json.loads((shared / "gold" / "acts.json").read_text("utf-8"))["acts"]
    assert {sense.act for row in lexicon.senses.values() for sense in row} <= set(acts)

"""The gate's lexicon: well formed, and ready for what the gate asks of it."""

from __future__ import annotations

import pytest

from dateline.errors import ConfigurationError
from dateline.reference import relevance
from dateline.reference.relevance import load_relevance


def test_every_word_can_speak() -> None:
    lexicon = load_relevance()
    entries = [entry for row in lexicon.by_first_word.values() for entry in row]
    assert len(entries) > 1_000
    assert all(0 < entry.weight <= 5 for entry in entries)
    assert all(word == word.lower() and word for entry in entries for word in entry.words)


def test_phrases_are_tried_before_the_words_that_begin_them() -> None:
    for row in load_relevance().by_first_word.values():
        lengths = [len(entry.words) for entry in row]
        assert lengths == sorted(lengths, reverse=True)


def test_one_word_of_war_is_enough_and_one_of_politics_is_not() -> None:
    lexicon = load_relevance()
    weights = {" ".join(e.words): e.weight for row in lexicon.by_first_word.values() for e in row}
    assert all(weights[word] >= lexicon.threshold for word in ("kidnapped", "mortar", "air strike", "rebels"))
    assert all(weights.get(word, 0) < lexicon.threshold for word in ("attack", "battle", "fight", "campaign", "police"))


def test_a_weight_that_is_no_number_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relevance, "read_table", lambda _: iter([{"word": "war", "lemma": "war", "weight": "loud"}]))
    with pytest.raises(ConfigurationError, match="'loud'"):
        load_relevance()

"""The learned weights: a file that is read when it is first asked, and no opinion without it."""

from __future__ import annotations

import gzip
import math
from pathlib import Path

import pytest

from dateline.errors import ConfigurationError
from dateline.reference.act_words import ActWords, load_act_words
from dateline.reference.acts import load_acts

TABLE = "feature\tassess\tsay\nw price\t9878\nw mute\t7890\n(bias)\t8084\n"
"""Weights of 3 and -1, of -1 and 2, and of 0 and a half."""


def words(folder: Path, table: str = TABLE) -> ActWords:
    file = folder / "act_words.tsv.gz"
    file.write_bytes(gzip.compress(table.encode()))
    return ActWords(file=file)


def test_features_add_up_to_a_chance(tmp_path: Path) -> None:
    chances = words(tmp_path).chances(("w price", "w unheard of"))
    assert sum(chances.values()) == pytest.approx(1)
    assert chances["assess"] == pytest.approx(1 / (1 + math.exp(-1 + 0.5 - 3)))


def test_many_features_weigh_as_much_as_few(tmp_path: Path) -> None:
    chances = words(tmp_path).chances(("w price", "w mute"))
    assert chances["assess"] == pytest.approx(1 / (1 + math.exp(1 / math.sqrt(2) + 0.5 - 2 / math.sqrt(2))))


def test_of_words_that_it_does_not_know_it_has_no_opinion(tmp_path: Path) -> None:
    assert words(tmp_path).chances(("w tea",)) == {}


def test_without_its_file_it_has_no_opinion_and_says_so(tmp_path: Path) -> None:
    missing = ActWords(file=tmp_path / "none.gz")
    assert not missing.found
    assert missing.chances(("w price",)) == {}


def test_a_file_without_bias_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="build_act_words"):
        words(tmp_path, "feature\tassess\nw price\t83\n").chances(("w price",))


def test_the_file_that_ships_knows_our_acts_only() -> None:
    shipped = load_act_words()
    assert shipped.found
    assert set(shipped._table[0]) - set(load_acts().acts()) <= {"cite_law"}
    assert len(shipped._table[1]) > 1_000

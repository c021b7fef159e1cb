"""The encoder that tells acts: what it reads of a clause, that it shows no clause to another, and no opinion without its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigurationError
from dateline.reference.act_reader import LONGEST, ActReader, load_act_reader
from dateline.reference.acts import load_acts


@pytest.fixture(scope="module")
def shipped() -> ActReader:
    return load_act_reader()


def test_chances_are_of_our_acts_and_add_up_to_one(shipped: ActReader) -> None:
    chances = shipped.chances("the price of maize has doubled since May")
    assert set(chances) - set(load_acts().acts()) <= {"cite_law"}
    assert sum(chances.values()) == pytest.approx(1, abs=1e-3)
    assert all(0 <= chance <= 1 for chance in chances.values())


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("the price of maize has doubled since May", "assess"),
        ("the bridge is shut to lorries", "access"),
        ("gunmen shot dead two herders", "kill"),
        ("they took the village without a fight", "capture"),
        ("the minister gave no details", "say"),
    ],
)
def test_plain_clauses_are_read(shipped: ActReader, clause: str, act: str) -> None:
    chances = shipped.chances(clause)
    assert max(chances, key=lambda one: chances[one]) == act


def test_a_clause_reads_alike_whatever_was_read_before(shipped: ActReader) -> None:
    first = shipped.chances("the bridge is shut to lorries")
    shipped.chances("GUNMEN SHOT DEAD TWO HERDERS, A TEACHER AND A CHILD ON THE ROAD TO THE MARKET LATE ON SUNDAY")
    assert shipped.chances("the bridge is shut to lorries") == first


def test_case_accents_and_blanks_make_no_difference(shipped: ActReader) -> None:
    assert shipped.ids("Bérégovoy\nspoke") == shipped.ids("BEREGOVOY  SPOKE")


def test_a_long_clause_is_read_to_a_limit(shipped: ActReader) -> None:
    ids = shipped.ids("word " * 10_000)
    assert len(ids) == LONGEST
    assert ids[-1] == shipped.ids("")[-1]


def test_signs_that_nobody_knows_are_read_all_the_same(shipped: ActReader) -> None:
    assert len(shipped.ids("𓀀 ‮ \x00 ...")) > 2
    assert shipped.chances("")


@pytest.mark.parametrize("word", ["a" * 100_000, "Ω" * 101, "\ud800", "\U00013000"])
def test_a_word_that_no_language_has_is_one_that_nobody_knows(shipped: ActReader, word: str) -> None:
    pieces = shipped.words.read_text("utf-8").splitlines()
    read = [pieces[piece] for piece in shipped.ids(f"the bridge {word} is shut")]
    assert read == ["[CLS]", "the", "bridge", "[UNK]", "is", "shut", "[SEP]"]


def test_a_file_that_holds_no_model_is_told_with_a_remedy(tmp_path: Path, shipped: ActReader) -> None:
    whole = shipped.file.read_bytes()
    for rubbish in (b"", b"rubbish", whole[: len(whole) // 2]):
        (tmp_path / "acts.onnx").write_bytes(rubbish)
        with pytest.raises(ConfigurationError, match=r"acts\.onnx .*install the package again"):
            ActReader(file=tmp_path / "acts.onnx", words=shipped.words).chances("the bridge is shut")


def test_words_that_lack_their_marks_are_told(tmp_path: Path, shipped: ActReader) -> None:
    (tmp_path / "words.txt").write_text("[CLS]\nthe\n")
    with pytest.raises(ConfigurationError, match=r"lacks \[SEP\], \[UNK\]"):
        ActReader(file=shipped.file, words=tmp_path / "words.txt").chances("the bridge is shut")


def test_without_its_file_it_has_no_opinion_and_says_so(tmp_path: Path) -> None:
    missing = ActReader(file=tmp_path / "none.onnx", words=tmp_path / "none.txt")
    assert not missing.found
    assert missing.chances("the bridge is shut") == {}


def test_a_file_that_names_no_acts_is_an_error(tmp_path: Path, shipped: ActReader) -> None:
    onnx = pytest.importorskip("onnx", reason="only whoever trains the encoder has onnx")
    model = onnx.load_from_string(shipped.file.read_bytes())
    del model.metadata_props[:]
    onnx.save(model, tmp_path / "acts.onnx")
    with pytest.raises(ConfigurationError, match="build_act_reader"):
        ActReader(file=tmp_path / "acts.onnx", words=shipped.words).chances("the bridge is shut")

"""Markup in plain text and JSON lines; addresses of odd schemes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dateline.read import Document, Reject, read_inputs
from dateline.read.markup import NOTICE, holds_markup, without_markup


def document(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    (found,) = read_inputs(path)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>Troops left Oum Tala.</p><p>It rained.</p>", "Troops left Oum Tala.\nIt rained."),
        ("Headline\n\nTroops <b>left</b> Oum &amp; Tala.", "Headline\n\nTroops left Oum & Tala."),
        ("Troops left.<br>It rained.<br/>", "Troops left.\nIt rained."),
        ("Troops left.<script>alert('They took the town')</script>", "Troops left."),
        ('<a href="javascript:alert(1)">Troops left.</a>', "Troops left."),
    ],
)
def test_words_stay_and_tags_go(text: str, left: str) -> None:
    assert holds_markup(text)
    assert without_markup(text) == left


@pytest.mark.parametrize("text", ["Fewer than 5 < 6 died.", "See <https://wire.example>.", "<1> a note", "a <br> b"])
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert not holds_markup(text)


def test_what_was_found_is_said_and_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    found = document(path, "Troops <em>left</em> the town.\r\n")
    assert found.report.text == "Troops left the town."
    assert found.notices == (NOTICE,)
    assert found.report.raw_bytes == len(path.read_bytes())


def test_a_script_alone_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("<script>They took the town.</script>", encoding="utf-8")
    (found,) = read_inputs(path)
    assert isinstance(found, Reject)
    assert found.code == "empty"


def test_a_line_with_markup_and_an_odd_address_keeps_its_words_and_says_both() -> None:
    row = {"text": "<p>Troops left.</p>", "url": "javascript:alert(1)"}
    (found,) = read_inputs("-", stdin=io.BytesIO(json.dumps(row).encode()))
    assert isinstance(found, Document)
    assert (found.report.text, found.report.url) == ("Troops left.", None)
    assert "'javascript:alert(1)'" in found.notices[0]
    assert found.notices[1] == NOTICE

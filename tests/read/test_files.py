"""Every way in which an input can be bad is one named row, and costs only itself."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import assume
from hypothesis import given as examples
from hypothesis import strategies as st

from dateline.errors import EmptyInput, UnreadableInput, UsageError
from dateline.read import Document, Given, Limits, Reject, read_file, read_inputs, read_stream

SMALL = Given(limits=Limits(max_bytes=1000, max_chars=100))


def only(path: Path | str, given: Given | None = None) -> Document | Reject:
    (item,) = read_inputs(path, given=given)
    return item


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        (b"", "empty", "0 bytes"),
        (b" \n\t\n", "empty", "white space (4 characters)"),
        (b"\x89PNG\r\n\x1a\nrest", "binary", "a PNG image"),
        (b"%PDF-1.7 ...", "binary", "pdftotext"),
        (b"PK\x03\x04....", "binary", "ZIP"),
        (b"text\x00text", "binary", "NUL byte at byte 4"),
        (bytes(range(1, 8)) * 9, "binary", "control codes"),
        ("Café".encode("latin-1"), "encoding", "byte 0xE9 at byte 3 (line 1)"),
        (b"one\ntwo\xff", "encoding", "byte 0xFF at byte 7 (line 2)"),
        (b"\xef\xbb\xbfab\xff", "encoding", "at byte 5"),
        ("troops".encode("utf-16"), "encoding", "UTF-16LE"),
        (b"a" * 101, "too_large", "101 characters"),
        (b"a" * 1001, "too_large", "1,001 bytes"),
    ],
)  # fmt: skip
def test_bad_bytes_are_one_named_row(tmp_path: Path, raw: bytes, code: str, words: str) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(raw)
    item = only(path, SMALL)
    assert isinstance(item, Reject)
    assert (item.input, item.code) == (str(path), code)
    assert words in item.message
    assert str(path) in item.message


def test_a_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    item = only(path)
    assert isinstance(item, Reject)
    assert item.message == f"{path} has 50,000,000 bytes, the limit is 20,000,000: split it into its reports"


def test_a_folder_and_a_file_that_has_gone_are_told_apart(tmp_path: Path) -> None:
    folder, gone = only(tmp_path), only(tmp_path / "gone.txt")
    assert isinstance(folder, Reject)
    assert isinstance(gone, Reject)
    assert "is a folder" in folder.message
    assert "does not exist, or has just gone" in gone.message
    with pytest.raises(UnreadableInput):
        read_file(tmp_path)


def test_a_byte_order_mark_is_told_of_and_not_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbfTroops left.")
    item = only(path)
    assert isinstance(item, Document)
    assert item.report.text == "Troops left."
    assert item.report.raw_bytes == 15
    assert "byte order mark" in item.notices[0]


@examples(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_the_text_is_the_decoded_text(text: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    assert read_stream(io.BytesIO(text.encode())).text == text


@examples(st.binary(max_size=200))
def test_any_bytes_give_a_report_or_a_named_row(raw: bytes) -> None:
    for item in read_inputs("-", stdin=io.BytesIO(raw)):
        assert isinstance(item, Document | Reject)
        if isinstance(item, Reject):
            assert item.code in {"empty", "binary", "encoding", "too_large", "bad_line"}


def test_json_lines_are_reports_and_bad_lines_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    rows = [
        {"text": "First.", "source": "Desk", "published": "2023-11-14", "title": "T", "url": "u", "more": 1},
        {"text": 3},
        {"source": "Desk"},
        ["text"],
        {"text": "Third.", "published": "last week"},
        {"text": " "},
        {"text": "\ud800"},
        {"text": "Last."},
    ]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([lines[0], "", "{", *lines[1:]]) + "\n", encoding="utf-8")
    items = list(read_inputs(path, given=Given(source="Given")))
    first, *middle, last = items
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.report.name, first.report.source, first.report.title) == (f"{path}:1", "Desk", "T")
    assert first.report.published is not None
    assert first.report.published.iso() == "2023-11-14/2023-11-14"
    assert (last.report.text, last.report.source) == ("Last.", "Given")
    codes = [item.code for item in middle if isinstance(item, Reject)]
    assert codes == ["bad_line", "bad_line", "bad_line", "bad_line", "bad_line", "empty", "encoding"]
    said = [item.message for item in middle if isinstance(item, Reject)]
    assert "the field `text` is a number; expected a string" in said[1]
    assert "holds an array; expected an object" in said[3]
    assert "'last week' is no publication time; write it as 2023-11" in said[4]


def test_an_endless_line_costs_only_itself() -> None:
    stream = io.BytesIO(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "Short."}\n')
    first, second = read_inputs("-", given=SMALL, stdin=stream)
    assert isinstance(first, Reject)
    assert first.code == "too_large"
    assert isinstance(second, Document)
    assert second.report.text == "Short."


def test_standard_input_holds_plain_text_or_json_lines() -> None:
    (plain,) = read_inputs("-", stdin=io.BytesIO(b"Two\nlines."))
    assert isinstance(plain, Document)
    assert plain.report.text == "Two\nlines."
    lines = list(read_inputs("-", stdin=io.BytesIO(b'{"text": "One."}\n{"text": "Two."}')))
    assert [item.report.text for item in lines if isinstance(item, Document)] == ["One.", "Two."]
    (marked,) = read_inputs("-", stdin=io.BytesIO(b'\xef\xbb\xbf{"text": "One."}'))
    assert isinstance(marked, Document)
    assert marked.report.text == "One."


def test_the_single_file_reader_raises(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(EmptyInput):
        read_file(path)
    with pytest.raises(UsageError, match="many reports"):
        read_file(tmp_path / "x.jsonl")

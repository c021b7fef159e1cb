"""The table: colours only where they may be, the same words everywhere, no line too long."""

from __future__ import annotations

import io
import re

import pytest

from dateline.cli.table import console, print_record
from dateline.export.view import view
from tests.export.samples import TEXT, sample

COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-9]")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(stream: io.StringIO, text: str = TEXT) -> str:
    print_record(view(sample(text)), to=console(stream))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def test_colours_are_for_terminals_and_obey_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = shown(Terminal())
    assert COLOUR.search(coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOUR.search(shown(Terminal()))
    assert ESCAPES.sub("", coloured) == shown(io.StringIO())


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_is_longer_than_the_terminal(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert max(map(len, shown(io.StringIO()).splitlines())) <= int(width)


def test_every_section_is_there_and_the_voice_goes_first() -> None:
    words = shown(io.StringIO())
    headings = [line for line in words.splitlines() if line.isupper()]
    assert headings == [
        "CLAIMS",
        "WHO HOLDS WHAT",
        "EVENTS THAT WOULD BE CODED",
        "FINDINGS",
        "UNKNOWN",
        "NOT CODED, AND WHY",
    ]
    assert "c1   According to the army [Land Army] (via Vesna Wire): “The 4th" in words
    assert "sample.txt:1:57 W101 weekday_date_mismatch 6 May 2023" in words


def test_words_of_a_report_are_no_markup_and_no_commands() -> None:
    words = shown(io.StringIO(), TEXT + "\x1b]0;x\x07 [red]")
    assert "“<b>We</b> never left”" in words
    assert "\x1b" not in words

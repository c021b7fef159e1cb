"""Progress shows nothing in the first two seconds, a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import io

from dateline.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def steps(stream: io.StringIO, times: list[float], *, quiet: bool = False, total: int | None = 10) -> str:
    clock = iter([0.0, *times])
    progress = Progress(total=total, quiet=quiet, stream=stream, clock=lambda: next(clock))
    for _ in times:
        progress.advance()
    progress.close()
    return stream.getvalue()


def test_short_runs_show_nothing() -> None:
    assert steps(Terminal(), [0.5, 1.0, 1.9]) == ""


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    shown = steps(Terminal(), [1.0, 2.5])
    assert "[####....................] 2 of 10 documents, 0.8 a second, 10 s left" in shown
    assert shown.endswith("\r\x1b[K")


def test_elsewhere_there_is_a_line_every_ten_seconds() -> None:
    assert steps(io.StringIO(), [5.0, 10.0, 15.0, 20.0]).splitlines() == [
        "2 of 10 documents, 0.2 a second, 40 s left",
        "4 of 10 documents, 0.2 a second, 30 s left",
    ]


def test_an_unknown_total_promises_no_end() -> None:
    assert steps(io.StringIO(), [10.0], total=None) == "1 documents, 0.1 a second\n"


def test_quiet_is_quiet() -> None:
    assert steps(io.StringIO(), [10.0, 30.0], quiet=True) == ""

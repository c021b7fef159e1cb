"""Progress on stderr: a bar on a terminal, otherwise a line every ten seconds; nothing in the first two."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

QUIET_S = 2.0
"""Seconds in which nothing is shown: most calls are over by then."""
LINE_EVERY_S = 10.0
BAR_EVERY_S = 0.2
BAR_CELLS = 24


def stderr() -> TextIO:
    """The stream of now, which a test may have replaced."""
    return sys.stderr


@dataclass(kw_only=True)
class Progress:
    """Counts documents, or another `unit`; `total` None when nobody knows how many. The clock is monotonic seconds."""

    total: int | None
    quiet: bool = False
    stream: TextIO = field(default_factory=stderr)
    clock: Callable[[], float] = time.monotonic
    unit: str = "documents"

    def __post_init__(self) -> None:
        self.begun = self.clock()
        self.shown = self.begun
        self.done = 0
        self.drawn = False
        self.bar = self.stream.isatty()

    def advance(self) -> None:
        """One document more is done."""
        self.done += 1
        now = self.clock()
        pause = BAR_EVERY_S if self.bar else LINE_EVERY_S
        if self.quiet or now - self.begun < QUIET_S or now - self.shown < pause:
            return
        self.shown = now
        self.drawn = True
        words = self._words(now)
        self.stream.write(f"\r\x1b[K{self._bar()}{words}" if self.bar else f"{words}\n")
        self.stream.flush()

    def close(self) -> None:
        """Take the bar off the terminal."""
        if self.bar and self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def _bar(self) -> str:
        if not self.total:
            return ""
        cells = min(BAR_CELLS, BAR_CELLS * self.done // self.total)
        return f"[{'#' * cells}{'.' * (BAR_CELLS - cells)}] "

    def _words(self, now: float) -> str:
        rate = self.done / max(now - self.begun, 0.001)
        of = f" of {self.total}" if self.total else ""
        left = f", {(self.total - self.done) / rate:.0f} s left" if self.total and self.total >= self.done else ""
        return f"{self.done}{of} {self.unit}, {rate:.1f} a second{left}"

"""How often somebody may try a token."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from dateline.web.problems import Problem

MOST = 10
WINDOW_S = 60.0
REMEMBERED = 1_000
"""Askers whose failures are kept; beyond that those who failed longest ago are forgotten."""


class Attempts:
    """Counts failures by asker; threads may share it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def require_patience(self, asker: str) -> None:
        """Raise Problem 429 for an asker who failed too often within the last minute."""
        with self._lock:
            recent = self._recent(asker)
        if len(recent) >= MOST:
            wait = max(1, round(WINDOW_S - (self._clock() - recent[0])))
            detail = f"too many wrong tokens: wait {wait} seconds"
            raise Problem(429, detail, headers={"Retry-After": str(wait)})

    def failed(self, asker: str) -> None:
        """Note a wrong token."""
        with self._lock:
            recent = [*self._recent(asker), self._clock()][-MOST:]
            self._failures[asker] = recent
            self._failures.move_to_end(asker)
            while len(self._failures) > REMEMBERED:
                self._failures.popitem(last=False)

    def _recent(self, asker: str) -> list[float]:
        since = self._clock() - WINDOW_S
        return [at for at in self._failures.get(asker, ()) if at > since]

"""Connections that wait for the next question, in the driver's own kind: taking one from SQLAlchemy costs a question more."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

_KEPT = 8
"""Connections that wait at most; who asks when none waits gets a new one."""


class Readers:
    """Read-only connections; threads may take them at the same time, since one belongs to one taker."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._idle: deque[sqlite3.Connection] = deque()

    @contextmanager
    def cursor(self) -> Iterator[sqlite3.Cursor]:
        """A cursor on a connection that nobody else uses; closed afterwards, so that no read stays open."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        sound = True
        try:
            with closing(connection.cursor()) as cursor:
                yield cursor
        except sqlite3.Error:
            sound = False
            raise
        finally:
            if sound:
                self._give_back(connection)
            else:
                connection.close()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if len(self._idle) < _KEPT:
            self._idle.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Close those that wait."""
        while self._idle:
            self._idle.pop().close()

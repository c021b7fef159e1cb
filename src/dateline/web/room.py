"""The ledger that is served: one a process, shared by all threads; it notices when the ledger grows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from threading import Lock, Thread

from dateline.errors import LedgerError
from dateline.store import Ledger, open_ledger
from dateline.store.head import Head, first_of, head_of
from dateline.web.cursors import Cursors
from dateline.web.options import ServeOptions
from dateline.web.view import View

CLOSING_S = 5.0


class Room:
    """Open it once and close it; views are made as they are asked for, and the last few are kept."""

    def __init__(self, options: ServeOptions) -> None:
        """Opens the ledger for reading; raises LedgerError where there is none."""
        self.options = options
        self._ledger = open_ledger(options.ledger)
        self._views: OrderedDict[tuple[int, datetime | None], View] = OrderedDict()
        self._last: View | None = None
        self._making: Thread | None = None
        self._lock = Lock()
        self._writers = Lock()
        self.cursors = Cursors.of(first_of(self._ledger).hash)

    def view(self, *, known_at: datetime | None = None) -> View:
        """What the ledger knew at a time; without one what it knows now.

        A large ledger that has just grown is shown as it was, until what it knows now is ready.
        """
        head = head_of(self._ledger, known_at=known_at)
        with self._lock:
            view = self._kept(head, known_at)
            return view if known_at is not None else self._latest(view)

    def _kept(self, head: Head, known_at: datetime | None) -> View:
        """The view of a line of the log, made where there is none; making it derives nothing yet."""
        key = (head.seq, known_at)
        screen = self._last.shown.shelf.sieve.screen if self._last and self._last.ready.is_set() else None
        view = self._views.pop(key, None) or View(
            ledger=self._ledger, head=head, known_at=known_at, cursors=self.cursors, earlier=screen
        )
        self._views[key] = view
        while len(self._views) > self.options.limits.views:
            self._views.popitem(last=False)
        return view

    def _latest(self, view: View) -> View:
        before = self._last
        if before is None or before is view or view.ready.is_set() or not before.large:
            self._last = view
            return view
        if self._making is None or not self._making.is_alive():
            self._make(view)
        return before

    def warm(self) -> None:
        """Make the current view ready, beside what else the server does."""
        view = self.view()
        with self._lock:
            self._make(view)

    def _make(self, view: View) -> None:
        self._making = Thread(target=_warmed, args=(view,), name="dateline view", daemon=True)
        self._making.start()

    def settle(self, *, patience_s: float | None = None) -> None:
        """Wait until nothing is being made, or for so long."""
        if self._making is not None:
            self._making.join(patience_s)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger open for writing; other writers wait: those of this server for all of it, others for each line."""
        with self._writers, open_ledger(self.options.ledger, write=True) as ledger:
            yield ledger

    def close(self) -> None:
        """Let go of the ledger; what is being made is of no use any more, but has it open."""
        self.settle(patience_s=CLOSING_S)
        self._ledger.close()


def _warmed(view: View) -> None:
    """A ledger that cannot be read is the next request's trouble, which can tell somebody."""
    with suppress(LedgerError):
        view.warm()

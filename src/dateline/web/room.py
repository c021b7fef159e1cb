"""The ledger that is served: one a process, shared by all threads; it notices when the ledger grows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from dateline.store import Ledger, open_ledger
from dateline.store.head import first_of, head_of
from dateline.web.cursors import Cursors
from dateline.web.options import ServeOptions
from dateline.web.view import View


class Room:
    """Open it once and close it; views are made as they are asked for, and the last few are kept."""

    def __init__(self, options: ServeOptions) -> None:
        """Opens the ledger for reading; raises LedgerError where there is none."""
        self.options = options
        self._ledger = open_ledger(options.ledger)
        self._views: OrderedDict[tuple[int, datetime | None], View] = OrderedDict()
        self._lock = Lock()
        self._writers = Lock()
        self.cursors = Cursors.of(first_of(self._ledger).hash)

    def view(self, *, known_at: datetime | None = None) -> View:
        """What the ledger knows now, or knew at a time."""
        head = head_of(self._ledger, known_at=known_at)
        key = (head.seq, known_at)
        with self._lock:
            view = self._views.pop(key, None)
            if view is None:
                view = View(ledger=self._ledger, head=head, known_at=known_at, cursors=self.cursors)
            self._views[key] = view
            while len(self._views) > self.options.limits.views:
                self._views.popitem(last=False)
        return view

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger open for writing; other writers wait: those of this server for all of it, others for each line."""
        with self._writers, open_ledger(self.options.ledger, write=True) as ledger:
            yield ledger

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()

"""The ledger that is served: one a process, shared by all threads; it notices when the ledger grows."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from threading import Event, Lock, Thread

from sqlalchemy import func, select

from dateline.errors import LedgerError
from dateline.store import Ledger, open_ledger
from dateline.store.head import Head, first_of, head_of
from dateline.store.schema import claims
from dateline.web.cursors import Cursors
from dateline.web.options import ServeOptions
from dateline.web.view import PATIENCE_CLAIMS, View

CLOSING_S = 5.0


class Room:
    """Open it once and close it; views are made as they are asked for, and the last few are kept.

    `begun` is set but while the first view is made ready ahead of all questions, `opened` already when its events can be
    looked at; `doing` says what that has come to, and `heard` is told whenever that changes. `prepare` makes of a view
    ahead of all questions what most will be.
    """

    def __init__(self, options: ServeOptions) -> None:
        """Opens the ledger for reading; raises LedgerError where there is none."""
        self.options = options
        self._ledger = open_ledger(options.ledger)
        self._views: OrderedDict[tuple[int, datetime | None], View] = OrderedDict()
        self._last: View | None = None
        self._making: Thread | None = None
        self._lock = Lock()
        self._writers = Lock()
        self.begun = Event()
        self.begun.set()
        self.opened = Event()
        self.opened.set()
        self.doing = ""
        self.heard: Callable[[str], object] = str
        self.prepare: Callable[[View], object] = str
        with self._ledger.backend.reading() as connection:
            self.claims = connection.scalar(select(func.count()).select_from(claims)) or 0
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

    @property
    def large(self) -> bool:
        """Whether nobody should wait in silence for the first view: it takes more than a second."""
        return self.claims > PATIENCE_CLAIMS

    def warm(self) -> None:
        """Make the current view ready, beside what else the server does."""
        self.begun.clear()
        self.opened.clear()
        view = self.view()
        with self._lock:
            self._make(view)

    def _make(self, view: View) -> None:
        self._making = Thread(target=self._warmed, args=(view,), name="dateline view", daemon=True)
        self._making.start()

    def _warmed(self, view: View) -> None:
        """A ledger that cannot be read is the next request's trouble, which can tell somebody."""
        try:
            with suppress(LedgerError), undisturbed() if self.large else nullcontext():
                view.open(self._say)
                self.prepare(view)
                self._opened()
                view.warm(self._say)
        finally:
            if not self.begun.is_set():
                self._say("ready")
            self.opened.set()
            self.begun.set()

    def _opened(self) -> None:
        if not self.opened.is_set():
            self._say("the overview can be opened")
        self.opened.set()

    def _say(self, doing: str) -> None:
        self.doing = doing
        self.heard(doing)

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


@contextmanager
def undisturbed() -> Iterator[None]:
    """Makes much that will stay: no garbage is looked for meanwhile, nor ever among it until the next time.

    Looking through a gigabyte that stays took a third of the time of making it, and stops all requests for a second.
    """
    gc.unfreeze()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

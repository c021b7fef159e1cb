"""Which claims a filter finds: looked up once, for as long as no report comes in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from dateline.store import ClaimQuery, Ledger, find_claim_ids, last_record

Arranged = Callable[[tuple[str, ...]], tuple[str, ...]]
KEPT = 8
"""Filters whose claims are kept; of a hundred thousand claims each takes some ten megabytes."""


class Finds:
    """The ids of claims by the queries that find them; threads may share it.

    Judgements change no claim, so that a coder's next page needs no look at all claims again.
    """

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[int, tuple[ClaimQuery, ...], bool], tuple[str, ...]] = OrderedDict()
        self._lock = Lock()

    def claims(
        self, ledger: Ledger, queries: tuple[ClaimQuery, ...], *, arranged: Arranged | None = None
    ) -> tuple[str, ...]:
        """The claims that fit one of the queries, in the order of the log, or as `arranged`: an order of claims alone."""
        key = (last_record(ledger), queries, arranged is not None)
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = _look(ledger, queries) if arranged is None else arranged(self.claims(ledger, queries))
        with self._lock:
            self._found[key] = found
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
        return found


def _look(ledger: Ledger, queries: tuple[ClaimQuery, ...]) -> tuple[str, ...]:
    if len(queries) == 1:
        return tuple(dict.fromkeys(claim for _, _, claim in find_claim_ids(ledger, queries[0])))
    rows = {row for query in queries for row in find_claim_ids(ledger, query)}
    return tuple(dict.fromkeys(claim for _, _, claim in sorted(rows)))

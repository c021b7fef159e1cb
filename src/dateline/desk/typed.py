"""The actors and places that typed names may mean."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from dateline.desk.deriving import is_current, rules
from dateline.desk.names import Names
from dateline.errors import UsageError
from dateline.store import Ledger
from dateline.store.entities import find_entities
from dateline.store.known import seq_at
from dateline.store.working import entities_like


def typed_names(
    ledger: Ledger,
    *,
    places: Iterable[str | None] = (),
    actors: Iterable[str | None] = (),
    known_at: datetime | None = None,
) -> Names:
    """Names enough to find the ids of these, and the places that they lie in; all names where one of these is unknown.

    From what was derived where that is current: a row for each actor and place there, not for each time that one is told of.
    """
    where, who = [name for name in places if name], [name for name in actors if name]
    if not (where or who):
        return Names(entities={})
    with suppress(_Unlike):
        return _derived(ledger, where, who, known_at)
    return Names(entities=find_entities(ledger, known_at=known_at))


class _Unlike(Exception):
    """The derived tables do not tell: they are of another state, or know no such name."""


def _derived(ledger: Ledger, places: list[str], actors: list[str], known_at: datetime | None) -> Names:
    with ledger.backend.reading() as connection:
        if not is_current(connection, rules(), seq=seq_at(connection, known_at)):
            raise _Unlike
        names = Names(entities=entities_like(connection, (*places, *actors)))
    try:
        for name in places:
            names.ids(name, "place")
        for name in actors:
            names.ids(name, "actor")
    except UsageError as error:
        raise _Unlike from error
    return names

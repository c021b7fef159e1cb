"""Claims of a ledger, asked for by the names that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from dateline.desk.names import Names
from dateline.desk.rows import ClaimLine, claim_line
from dateline.desk.typed import typed_names
from dateline.errors import UsageError
from dateline.model.ledger import LedgerClaim
from dateline.model.time import TimeRange
from dateline.store import ClaimQuery, Ledger, find_claims
from dateline.store.entities import find_entities

_CHUNK = 500
"""Claims whose names are looked up together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query with names in the place of ids: `place` and `voices` as reports name them; days include both ends."""

    query: ClaimQuery
    place: str | None = None
    voices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def search(ledger: Ledger, asked: Asked) -> Iterator[ClaimLine]:
    """The claims that were asked for, in the order of the log; raises UsageError for a name that no report knows."""
    found = islice(_found(ledger, asked), asked.query.limit)
    while chunk := list(islice(found, _CHUNK)):
        ids = {key for claim in chunk for key in _named(claim)}
        names = Names(entities=find_entities(ledger, ids, known_at=asked.query.known_at))
        yield from (claim_line(claim, names) for claim in chunk)


def _found(ledger: Ledger, asked: Asked) -> Iterator[LedgerClaim]:
    """The queries that all ids of a name make together; ids of one name are few."""
    query = replace(asked.query, days=days_of(asked.since, asked.until))
    names = typed_names(ledger, places=(asked.place,), actors=asked.voices, known_at=query.known_at)
    places = sorted(names.ids(asked.place, "place")) if asked.place is not None else [None]
    speakers = voices_of(names, asked.voices)
    for place in places:
        for speaker in sorted(speakers) if speakers is not None else [None]:
            yield from find_claims(ledger, replace(query, place=place, speaker=speaker))


def _named(claim: LedgerClaim) -> Iterator[str]:
    """The ids that a claim is shown with."""
    yield from claim.chain
    yield from (key for keys in claim.roles.values() for key in keys)
    if claim.place is not None:
        yield claim.place


def voices_of(names: Names, wanted: tuple[str, ...]) -> frozenset[str] | None:
    """The ids of the voices of these names; None where all voices are asked for."""
    return frozenset().union(*(names.ids(name, "actor") for name in wanted)) if wanted else None


def days_of(since: date | None, until: date | None) -> TimeRange | None:
    """The days from one to the other, both included; raises UsageError where they are the wrong way round."""
    if since is None and until is None:
        return None
    if since is not None and until is not None and until < since:
        raise UsageError(f"--until {until} lies before --since {since}")
    return TimeRange.days(since, until)

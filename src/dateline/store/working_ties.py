"""What deriving remembers of how reports hang together: who told when, copies, long words, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dateline.model.across import Closure, Recycling
from dateline.store.across_json import closure_text, closure_value
from dateline.store.bulk import delete_in, insert_rows, rows_in
from dateline.store.chain import Row
from dateline.store.derived_schema import recycling
from dateline.store.working_schema import bands, closures, copy_pairs, quotes, told

Pair = tuple[str, str]


def write_told(connection: Connection, rows: Iterable[Row]) -> None:
    """Keep (report, publisher, whether it is a correction, rank) of reports, in the place of what was kept of these."""
    found = list(rows)
    delete_in(connection, told, told.c.report, (row[0] for row in found))
    insert_rows(connection, told, found)


def told_by(connection: Connection, publishers: Iterable[str], *, corrections: bool = False) -> frozenset[str]:
    """The reports of these publishers, or their corrections alone."""
    found = select(told.c.report)
    if corrections:
        found = found.where(told.c.correction)
    return frozenset(row.report for row in rows_in(connection, found, told.c.publisher, publishers))


def told_of(connection: Connection, names: Iterable[str]) -> dict[str, Any]:
    """The kept rows of these reports, by report."""
    return {row.report: row for row in rows_in(connection, select(told), told.c.report, names)}


def write_quotes(connection: Connection, rows: Iterable[Row], *, of: Iterable[str]) -> None:
    """Keep (words, claim, report) of reports."""
    delete_in(connection, quotes, quotes.c.report, of)
    insert_rows(connection, quotes, list(rows))


def quotes_of(connection: Connection, names: Iterable[str]) -> frozenset[tuple[str, str, str]]:
    """The (words, claim, report) of these reports."""
    rows = rows_in(connection, select(quotes), quotes.c.report, names)
    return frozenset((row.words, row.claim, row.report) for row in rows)


def claims_with(connection: Connection, words: Iterable[str]) -> dict[str, str]:
    """The claims that have these words, with their reports."""
    return {row.claim: row.report for row in rows_in(connection, select(quotes), quotes.c.words, words)}


def first_with(connection: Connection, words: Iterable[str]) -> dict[str, str]:
    """The report in which these words first stand, by words."""
    found = select(quotes.c.words, quotes.c.claim, quotes.c.report, told.c.rank).join(
        told, told.c.report == quotes.c.report
    )
    rows = sorted(
        (row.words, row.rank, row.claim, row.report) for row in rows_in(connection, found, quotes.c.words, words)
    )
    first: dict[str, str] = {}
    for key, _, _, report in rows:
        first.setdefault(key, report)
    return first


def write_bands(connection: Connection, found: Mapping[str, Iterable[int]]) -> None:
    """Keep the bands of reports, in the place of what was kept of these."""
    delete_in(connection, bands, bands.c.report, found)
    insert_rows(connection, bands, [(band, name) for name, kept in found.items() for band in set(kept)])


def reports_sharing(connection: Connection, kept: Iterable[int]) -> frozenset[str]:
    """The reports that have one of these bands."""
    return frozenset(row.report for row in rows_in(connection, select(bands.c.report), bands.c.band, kept))


def connected(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """These reports and all that pairs of copies connect with them."""
    found: set[str] = set()
    new = set(names)
    while new:
        found |= new
        new = {name for pair in pairs_among(connection, new) for name in pair} - found
    return frozenset(found)


def pairs_among(connection: Connection, names: Iterable[str]) -> dict[Pair, float]:
    """The pairs of which one or both are among these reports."""
    kept = frozenset(names)
    rows = (
        row
        for column in copy_pairs.c["later", "earlier"]
        for row in rows_in(connection, select(copy_pairs), column, kept)
    )
    return {(row.later, row.earlier): row.share for row in rows}


def write_pairs(connection: Connection, pairs: Mapping[Pair, float], *, of: Iterable[str]) -> None:
    """Keep the pairs of these reports."""
    kept = frozenset(of)
    for column in copy_pairs.c["later", "earlier"]:
        delete_in(connection, copy_pairs, column, kept)
    insert_rows(connection, copy_pairs, [(*pair, share) for pair, share in pairs.items()])


def originals_of(connection: Connection, names: Iterable[str]) -> dict[str, Recycling]:
    """What these reports repeat, by report."""
    return _recycled(rows_in(connection, select(recycling), recycling.c.report, names))


def copies_of(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """The reports that repeat one of these."""
    return frozenset(_recycled(rows_in(connection, select(recycling), recycling.c.original, names)))


def _recycled(rows: Iterable[Any]) -> dict[str, Recycling]:
    return {row.report: Recycling(report=row.report, original=row.original, share=row.share) for row in rows}


def replace_recycling(connection: Connection, made: Iterable[Recycling], *, of: Iterable[str]) -> None:
    """Keep what these reports repeat."""
    delete_in(connection, recycling, recycling.c.report, of)
    insert_rows(connection, recycling, [(found.report, found.original, found.share) for found in made])


def write_closures(connection: Connection, made: Iterable[tuple[str, Closure]], *, gone: Iterable[str]) -> None:
    """Keep closures with the report of their claim; those of the claims `gone` are taken away first."""
    delete_in(connection, closures, closures.c.claim, gone)
    insert_rows(connection, closures, [(one.claim, report, one.by_report, closure_text(one)) for report, one in made])


def closures_of(connection: Connection, names: Iterable[str]) -> dict[str, Closure]:
    """What closes claims of these reports, and what these reports close, by claim."""
    kept = frozenset(names)
    columns = (closures.c.report, closures.c.by_report)
    rows = (row for column in columns for row in rows_in(connection, _BODIES, column, kept))
    return {row.claim: closure_value(row.body) for row in rows}


def closures_in(connection: Connection, names: Iterable[str]) -> dict[str, Closure]:
    """What closes claims of these reports, by claim."""
    return {row.claim: closure_value(row.body) for row in rows_in(connection, _BODIES, closures.c.report, names)}


_BODIES: Select[Any] = select(closures.c.claim, closures.c.body)


def closures_by_claim(connection: Connection, names: Iterable[str]) -> tuple[tuple[str, Closure], ...]:
    """What closes these claims, with the report of the claim, by claim."""
    found = select(closures.c.report, closures.c.body)
    rows = rows_in(connection, found, closures.c.claim, names)
    return tuple((row.report, closure_value(row.body)) for row in rows)


def reports_told(connection: Connection) -> int:
    """How many reports are kept."""
    return connection.scalar(select(func.count()).select_from(told)) or 0

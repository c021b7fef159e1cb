"""Orders of rows, and what is counted of them: keys for pages and cursors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from dateline.desk import Change, FindingLine
from dateline.export.shared import ExportReport
from dateline.model.ledger import Judgement, LedgerReport
from dateline.web.asked import Paging
from dateline.web.cursors import Cursors
from dateline.web.page import Lanes, Named, Page
from dateline.web.rows import ClaimRow, EventRow, Key, folded

Row = TypeVar("Row")


def own_key(row: EventRow | ClaimRow) -> Key:
    """The key of a row, for `bisect`."""
    return row.key


def count_unlocated(rows: Iterable[EventRow | ClaimRow]) -> int:
    """How many of the rows have no point."""
    return sum(row.point is None for row in rows)


def count_disputed(rows: Iterable[EventRow]) -> int:
    """How many of the rows are disputed."""
    return sum(row.disputed for row in rows)


def page_of(page: Page[Any], items: tuple[Row, ...]) -> Page[Row]:
    """The page with other items in the place of its own."""
    return Page(items=items, total=page.total, next=page.next, unlocated=page.unlocated, disputed=page.disputed)


def cut(found: Sequence[Row], query: Paging, *, key: Callable[[Row], Key], cursors: Cursors) -> Page[Row]:
    """The page after the query's cursor, not counted yet; `found` in the order of `key`."""
    question = repr(query.pairs(cursor=None, limit=None))
    start = 0
    if query.cursor is not None:
        start = bisect_right(found, tuple(cursors.read(query.cursor, question=question)), key=key)
    items = tuple(found[start : start + query.limit])
    more = start + len(items) < len(found)
    following = cursors.write(key(items[-1]), question=question) if more and items else None
    return Page(items=items, total=len(found), next=following)


def by_arrival(report: LedgerReport) -> Key:
    """The order in which reports came."""
    return (report.recorded.at.isoformat(), report.id)


def export_report(report: LedgerReport) -> ExportReport:
    """The report as exporters take it, unfiltered."""
    return ExportReport(
        id=report.id,
        publisher=report.publisher_name,
        url=report.url,
        title=report.title,
        sha256=report.sha256,
        language=report.language,
        published=report.published,
    )


def by_name(named: Named) -> Key:
    """The order of names."""
    return (folded(named.name), named.id)


def by_place(lanes: Lanes) -> Key:
    """The order of places with all voices."""
    return (folded(lanes.place.name), lanes.place.id, lanes.stands[0].hold.id)


def by_time(judgement: Judgement) -> Key:
    """The order of judgements."""
    return (judgement.at.isoformat(), judgement.id)


def by_report(line: FindingLine) -> Key:
    """The order of findings."""
    return (line.report, line.code, line.id)


def whole_lines(told: Iterable[Change], limit: int) -> Iterator[Change]:
    """So many changes, and those of the last one's line of the log to its end: a cursor stands between lines."""
    last = 0
    for number, change in enumerate(told, start=1):
        if number > limit and change.seq != last:
            return
        last = change.seq
        yield change

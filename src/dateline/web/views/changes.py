"""The change feed for people: the newest first, each with where it leads."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.desk import Change
from dateline.export.visible import one_line

_FOLDERS = re.compile(r"(?:(?<=\s)|^)(?:[A-Za-z]:)?\S*[/\\](?=[^/\\\s])")

ICONS = {
    "created": "agreed",
    "revised": "alone",
    "retracted": "retracted",
    "merged": "same",
    "split": "differs",
    "judged": "admitted",
    "undone": "denied",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change; `href` is empty where it leads nowhere."""

    seq: int
    at: str
    by: str
    change: str
    icon: str
    what: str
    reason: str
    href: str


def change_rows(changes: Iterable[Change], reports: Container[str]) -> tuple[ChangeRow, ...]:
    """The changes, the newest first; within one line of the log in its order."""
    rows = [_row(change, reports) for change in changes]
    return tuple(sorted(rows, key=lambda row: -row.seq))


def _row(change: Change, reports: Container[str]) -> ChangeRow:
    return ChangeRow(
        seq=change.seq,
        at=datetime.fromisoformat(change.at).strftime("%Y-%m-%d %H:%M:%S UTC"),
        by=one_line(change.by),
        change=change.change,
        icon=ICONS.get(change.change, "info"),
        what=_short(change.what),
        reason=one_line(change.reason),
        href=f"/reports/{change.subject}" if change.subject in reports else "",
    )


def _short(what: str) -> str:
    """Reports by the names of their files: folders say nothing to a reader, and something to a thief."""
    return _FOLDERS.sub("", one_line(what))

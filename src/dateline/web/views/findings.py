"""Findings across reports as lines of a list: what kind of thing was found, then the voices with their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.desk import FindingLine
from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.vocabulary import plain
from dateline.web.views.told import Told, told

MOST_WORDS = 4
"""Claims whose words stand below a finding; the rest is counted."""
_ID = re.compile(r"\b[a-z]{2,9}:([a-z][a-z0-9-]+)(?:@\w+)?")
"""The id of somebody whom no register knows; its last part are the words of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding: `head` says what was found; `told` are the voices that it is about, `more` of them have no room."""

    line: FindingLine
    head: str
    type: str
    reports: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]
    more: int


def finding_row(
    line: FindingLine, *, claim: Callable[[str], ExportClaim | None], publishers: Mapping[str, str]
) -> FindingRow:
    """The finding as it is shown; `publishers` are the names by the reports' ids."""
    words = tuple(told(found) for key in line.claims[:MOST_WORDS] if (found := claim(key)) is not None)
    return FindingRow(
        line=line,
        head=_head(line, words),
        type=plain(line.type),
        reports=tuple((key, publishers[key]) for key in line.reports if key in publishers),
        told=words,
        more=max(0, len(line.claims) - MOST_WORDS),
    )


def _head(line: FindingLine, words: Iterable[Told]) -> str:
    """Where the voices stand below with their words, what they are set against each other for; else the finding's own."""
    message = _ID.sub(lambda found: found[1].replace("-", " "), one_line(line.message))
    make = _HEADS.get(line.type)
    return make(line, message) if make and any(words) else message


def _control(line: FindingLine, message: str) -> str:
    return f"These voices contradict each other on who holds {one_line(line.place)}" if line.place else message


def _count(line: FindingLine, message: str) -> str:
    counted, colon, _ = message.partition(":")
    return f"The figures of these voices do not agree: {counted}" if colon else message


def _denial(line: FindingLine, message: str) -> str:
    return "One voice denies what others say"


_HEADS: Mapping[str, Callable[[FindingLine, str], str]] = MappingProxyType(
    {"control_conflict": _control, "count_conflict": _count, "denial": _denial}
)

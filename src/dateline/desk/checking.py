"""Findings within reports and across them, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dateline.desk.lines import finding_lines
from dateline.desk.names import Names
from dateline.desk.rows import FindingLine
from dateline.export.visible import one_line
from dateline.export.wording import ELLIPSIS
from dateline.model.ledger import LedgerReport
from dateline.model.vocabulary import Severity
from dateline.store import Ledger, holdings, record

Scope = Literal["all", "within", "across"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which findings: within one report, across reports or all; of these codes or types, severities and reports."""

    scope: Scope = "all"
    codes: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    known_at: datetime | None = None

    def takes(self, line: FindingLine) -> bool:
        """Whether a finding is asked for; codes may be given as the beginning of one ("W": all of the calendar)."""
        coded = not self.codes or any(line.code.startswith(code) or line.type == code.lower() for code in self.codes)
        return coded and (not self.severities or line.severity in self.severities)


def all_findings(ledger: Ledger, wanted: Wanted) -> list[FindingLine]:
    """The findings asked for, by file and place in it; those within a report are those of its current record."""
    found: list[FindingLine] = []
    if wanted.scope != "across":
        found.extend(_within(ledger, wanted.known_at))
    if wanted.scope != "within":
        found.extend(finding_lines(ledger, known_at=wanted.known_at))
    lines = (line for line in found if wanted.takes(line))
    return sorted(lines, key=lambda line: (line.file, line.report, line.line, line.column, line.code, line.id))


def _within(ledger: Ledger, known_at: datetime | None) -> Iterator[FindingLine]:
    held = holdings(ledger, known_at=known_at)
    names = Names(entities=held.entities)
    ids = {(claim.report, claim.local): claim.id for claim in held.claims}
    for report in held.reports:
        kept = record(ledger, report.id, known_at=known_at)
        for row in kept["findings"] if kept else ():
            text = held.texts.get(report.id, "")
            claims = tuple(ids[key] for local in row["claims"] if (key := (report.id, local)) in ids)
            yield _line(report, row, names=names, claims=claims, text=text)


def _line(
    report: LedgerReport, row: Mapping[str, Any], *, names: Names, claims: tuple[str, ...], text: str
) -> FindingLine:
    start = min((span["start"] for span in row["spans"]), default=None)
    before = text[:start] if start is not None else ""
    return FindingLine(
        id=f"{report.id}:{row['id']}",
        code=row["code"],
        type=row["type"],
        severity=row["severity"],
        file=report.name,
        line=before.count("\n") + 1 if start is not None else 0,
        column=len(before) - before.rfind("\n") if start is not None else 0,
        message=names.spelled(row["explanation"]),
        report=report.id,
        reports=(report.id,),
        claims=claims,
        place=None,
        event=None,
        scope="within",
        words=ELLIPSIS.join(one_line(span["quote"]) for span in row["spans"]),
    )

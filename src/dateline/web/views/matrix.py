"""The disagreement matrix: rows are fields, columns are voices in the order of their words, differences are marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.wording import when
from dateline.web.views.told import Told, manner, place_words, told
from dateline.web.views.words import plain

Mark = Literal["same", "differs", "alone", "silent"]

AGENTS = ("agent", "perpetrator", "attacker")
PATIENTS = ("patient", "target", "victim", "recipient")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One voice in one report; `against` where it speaks against the event. `claims` are its words."""

    key: str
    voice: str
    publisher: str
    published: str
    report: str
    against: bool
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a voice says of a field; `mark` says how that stands to what the others say."""

    values: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field over all voices; `verdict` is same, differs, alone (one voice says it) or silent (nobody does)."""

    field: str
    cells: tuple[Cell, ...]
    verdict: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole; `differing` are the names of the fields in which voices part."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which voices part."""
        return tuple(row.field for row in self.rows if row.verdict == "differs")


def matrix(claims: Iterable[ExportClaim]) -> Matrix:
    """The matrix of the claims of one event and of those that deny it."""
    grouped: dict[tuple[str, str], list[ExportClaim]] = {}
    for claim in sorted(claims, key=_in_time):
        grouped.setdefault((claim.believer.id if claim.voices else "", claim.report.id), []).append(claim)
    columns = tuple(_column(key, told_by) for key, told_by in grouped.items())
    sayings = tuple(grouped.values())
    return Matrix(columns=columns, rows=tuple(_row(name, read, sayings) for name, read in FIELDS))


def _in_time(claim: ExportClaim) -> tuple[str, str, str, int]:
    """By the day of the report, then as they came in, then as they stand in the text."""
    days = claim.report.published
    day = (days.first_day or days.last_day) if days else None
    start = claim.passages[0].start if claim.passages else 0
    return (day.isoformat() if day else "9999", claim.recorded.isoformat(), claim.report.id, start)


def _column(key: tuple[str, str], claims: list[ExportClaim]) -> Column:
    words = tuple(told(claim) for claim in claims)
    first = words[0]
    return Column(
        key="-".join(key),
        voice=first.voice,
        publisher=first.publisher,
        published=first.published,
        report=first.report,
        against=all(one.against for one in words),
        claims=words,
    )


def _row(name: str, read: Callable[[ExportClaim], Iterable[str]], sayings: tuple[list[ExportClaim], ...]) -> Row:
    said = tuple(
        tuple(dict.fromkeys(value for claim in claims for value in read(claim) if value)) for claims in sayings
    )
    verdict = _verdict(said)
    counts = Counter(value for values in said for value in set(values))
    most = max(counts.values(), default=0)
    common = {value for value, number in counts.items() if number == most and most > 1}
    return Row(
        field=name,
        cells=tuple(Cell(values=values, mark=_mark(values, common, verdict)) for values in said),
        verdict=verdict,
    )


def _verdict(said: tuple[tuple[str, ...], ...]) -> Mark:
    stated = [set(values) for values in said if values]
    if not stated:
        return "silent"
    if len(stated) == 1:
        return "alone"
    return "same" if all(one == stated[0] for one in stated) else "differs"


def _mark(values: tuple[str, ...], common: set[str], verdict: Mark) -> Mark:
    if not values:
        return "silent"
    if verdict != "differs":
        return verdict
    return "same" if set(values) & common else "differs"


def _acts(claim: ExportClaim) -> Iterable[str]:
    yield ("denies: " if claim.modality in ("denied", "retracted") else "") + plain(claim.act)


def _roles(*names: str) -> Callable[[ExportClaim], Iterable[str]]:
    def read(claim: ExportClaim) -> Iterable[str]:
        return (one_line(name) for role in names for name in claim.roles.get(role, ()))

    return read


def _place(claim: ExportClaim) -> Iterable[str]:
    if claim.place is not None:
        yield place_words(claim.place)


def _days(claim: ExportClaim) -> Iterable[str]:
    if claim.days is not None and (claim.days.first_day or claim.days.last_day):
        yield when(claim.days)


def _counts(claim: ExportClaim) -> Iterable[str]:
    return (one_line(f"{plain(count.measure)}: {count.words}") for count in claim.counts)


def _manner(claim: ExportClaim) -> Iterable[str]:
    yield manner(claim)


FIELDS: tuple[tuple[str, Callable[[ExportClaim], Iterable[str]]], ...] = (
    ("What", _acts),
    ("Who", _roles(*AGENTS)),
    ("To whom", _roles(*PATIENTS)),
    ("Where", _place),
    ("When", _days),
    ("How many", _counts),
    ("How it is said", _manner),
)
"""The rows, with what they read of a claim."""

"""The disagreement matrix: rows are fields, columns are voices in the order of their words, differences are marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.vocabulary import act_word, plain
from dateline.export.wording import when
from dateline.web.views.place_words import place_words
from dateline.web.views.told import Told, manner, told

Mark = Literal["same", "differs", "alone", "silent"]

MOST_COLUMNS = 24
"""Voices that can be compared at a glance; the earliest words come first."""

AGENTS = ("agent", "perpetrator", "attacker")
PATIENTS = ("patient", "target", "victim", "recipient")


def _never(one: Iterable[ExportClaim], other: Iterable[ExportClaim]) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row: what it reads of a claim, and whether two voices fit together though no word of theirs is the same."""

    name: str
    read: Callable[[ExportClaim], Iterable[str]]
    fits: Callable[[Iterable[ExportClaim], Iterable[ExportClaim]], bool] = _never


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
    """The whole; `more` voices have no column here."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: int = 0

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which voices part."""
        return tuple(row.field for row in self.rows if row.verdict == "differs")


def matrix(claims: Iterable[ExportClaim]) -> Matrix:
    """The matrix of the claims of one event and of those that deny it."""
    grouped: dict[tuple[str, str], list[ExportClaim]] = {}
    for claim in sorted(claims, key=_in_time):
        grouped.setdefault((claim.believer.id if claim.voices else "", claim.report.id), []).append(claim)
    columns = tuple(_column(key, told_by) for key, told_by in islice(grouped.items(), MOST_COLUMNS))
    sayings = tuple(islice(grouped.values(), MOST_COLUMNS))
    more = len(grouped) - len(columns)
    return Matrix(columns=columns, more=more, rows=tuple(_row(field, sayings) for field in FIELDS))


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


def _row(field: Field, sayings: tuple[list[ExportClaim], ...]) -> Row:
    said = tuple(_values(field, claims) for claims in sayings)
    stated = [number for number, values in enumerate(said) if values]
    agree = {
        (one, other): bool(set(said[one]) & set(said[other])) or field.fits(sayings[one], sayings[other])
        for one in stated
        for other in stated
        if one != other
    }
    verdict = _verdict(len(stated), all(agree.values()))
    return Row(
        field=field.name,
        cells=tuple(
            Cell(values=values, mark=_mark(number, stated, agree) if verdict == "differs" else _calm(values, verdict))
            for number, values in enumerate(said)
        ),
        verdict=verdict,
    )


def _values(field: Field, claims: Iterable[ExportClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for claim in claims for value in field.read(claim) if value))


def _verdict(stated: int, agree: bool) -> Mark:
    if stated < 2:
        return "alone" if stated else "silent"
    return "same" if agree else "differs"


def _calm(values: tuple[str, ...], verdict: Mark) -> Mark:
    return verdict if values else "silent"


def _mark(number: int, stated: list[int], agree: Mapping[tuple[int, int], bool]) -> Mark:
    """A voice differs that has not at least half of the others on its side."""
    if number not in stated:
        return "silent"
    others = [other for other in stated if other != number]
    return "same" if sum(agree[number, other] for other in others) * 2 >= len(others) else "differs"


def _acts(claim: ExportClaim) -> Iterable[str]:
    yield ("denies: " if claim.modality in ("denied", "retracted") else "") + act_word(claim.act)


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


def _overlap(one: Iterable[ExportClaim], other: Iterable[ExportClaim]) -> bool:
    """Days that overlap contradict nobody: "on Tuesday" and "in the night to Wednesday"."""
    others = tuple(claim.days for claim in other if claim.days)
    return any(claim.days.overlaps(days) for claim in one if claim.days for days in others)


def _counts(claim: ExportClaim) -> Iterable[str]:
    return (one_line(f"{plain(count.measure)}: {count.words}") for count in claim.counts)


def _manner(claim: ExportClaim) -> Iterable[str]:
    yield manner(claim)


FIELDS = (
    Field(name="What", read=_acts),
    Field(name="Who", read=_roles(*AGENTS)),
    Field(name="To whom", read=_roles(*PATIENTS)),
    Field(name="Where", read=_place),
    Field(name="When", read=_days, fits=_overlap),
    Field(name="How many", read=_counts),
    Field(name="How it is said", read=_manner),
)
"""The rows, with what they read of a claim."""

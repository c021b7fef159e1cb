"""What a request asks for: one model for all screens and the whole API; it is the state in the address.

Values stay as they were typed, so that links keep them word for word; the properties say what they mean.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality

PAGE, LONGEST_PAGE = 100, 1_000
Moment = datetime
"""The type; in the query below its name is a field's."""

Box = tuple[float, float, float, float]
HoldStatus = Literal["unknown", "uncontradicted", "agreed", "one_sided", "disputed"]
EventStatus = Literal["disputed", "reported_as_fact", "admitted", "claimed", "reported", "retracted"]

_NUMBER = r"-?(?:[0-9]{1,3}|[0-9]{1,3}\.[0-9]{1,12})"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = rf"{_DAY}(?:T[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?"
_END = rf"(?:{_MOMENT}|\.\.)?"


def box_of(text: str) -> Box:
    """West, south, east, north in degrees; west > east crosses the antimeridian."""
    west, south, east, north = (float(part) for part in text.split(","))
    if not (-180 <= west <= 180 and -180 <= east <= 180):
        raise ValueError("longitudes lie between -180 and 180")
    if not -90 <= south <= north <= 90:
        raise ValueError("latitudes lie between -90 and 90, the southern one first")
    return west, south, east, north


def range_of(text: str) -> TimeRange:
    """A day or moment, or an interval of them with `..` or nothing for an open end; days include both ends."""
    first, slash, last = text.partition("/")
    start = None if first in ("", "..") else _moment(first, day_end=False)
    end = _moment(first, day_end=True) if not slash else None if last in ("", "..") else _moment(last, day_end=True)
    if start is None and end is None:
        raise ValueError("an interval has at least one end: 2023-11-14/..")
    if start is not None and end is not None and start > end:
        raise ValueError("an interval begins before it ends")
    return TimeRange(earliest=start, latest=_after(start, end), precision="interval")


def _after(start: datetime | None, end: datetime | None) -> datetime | None:
    """Half-open: a single moment is its microsecond."""
    if end is None or (start is not None and start >= end):
        return None if end is None else end.replace(microsecond=min(end.microsecond + 1, 999_999))
    return end


def _moment(text: str, *, day_end: bool) -> datetime:
    """Local to the places told about; a zone is taken off after turning to UTC."""
    if "T" not in text:
        day = date.fromisoformat(text)
        return datetime.combine(day, time.max if day_end else time.min)
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def known_of(text: str) -> datetime:
    """A recorded time; one without a zone is UTC, a day is its end."""
    if "T" not in text:
        return datetime.combine(date.fromisoformat(text), time.max, tzinfo=UTC)
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _checked(read: Any) -> AfterValidator:
    def check(text: str) -> str:
        read(text)
        return text

    return AfterValidator(check)


Name = Annotated[str, Field(min_length=1, max_length=200)]
BoxText = Annotated[
    str,
    Field(max_length=100, pattern=rf"^{_NUMBER}(?:,{_NUMBER}){{3}}$"),
    _checked(box_of),
]
RangeText = Annotated[str, Field(max_length=80, pattern=rf"^(?:{_MOMENT}|{_END}/{_END})$"), _checked(range_of)]
DayText = Annotated[str, Field(max_length=10, pattern=rf"^{_DAY}$"), _checked(date.fromisoformat)]
MomentText = Annotated[str, Field(max_length=40, pattern=rf"^{_MOMENT}$"), _checked(known_of)]


class AtTime(BaseModel):
    """Of which recorded time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    known_at: MomentText | None = Field(
        default=None, description="What the ledger knew then (UTC; a day means its end).", examples=["2026-01-31"]
    )

    @property
    def known(self) -> Moment | None:
        """The recorded time of `known_at`."""
        return known_of(self.known_at) if self.known_at else None

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """The query as it stands in an address, with changes (None takes a value away); a change starts at page one."""
        values = {**self.model_dump(exclude_defaults=True), **changes}
        if changes and "cursor" not in changes:
            values.pop("cursor", None)
        given = ((key, value) for key, value in values.items() if value not in (None, "", []))
        return [
            (key, str(one)) for key, value in given for one in (value if isinstance(value, list | tuple) else (value,))
        ]

    def url(self, path: str, **changes: Any) -> str:
        """A link that keeps this state."""
        pairs = self.pairs(**changes)
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def changed(self, **changes: Any) -> Self:
        """The same query with other values."""
        return self.model_validate({**self.model_dump(exclude_defaults=True), **changes})


class Paging(AtTime):
    """Which page."""

    limit: int = Field(default=PAGE, ge=1, le=LONGEST_PAGE, description="At most so many in one page.")
    cursor: str | None = Field(
        default=None,
        max_length=400,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="Where to go on: `next` of the page before.",
    )


class Selection(AtTime):
    """Which events, claims, reports …: all that are given must hold."""

    bbox: BoxText | None = Field(
        default=None,
        description="West, south, east, north in degrees; west > east crosses the antimeridian. "
        "What has no point lies in no box; what is coarsened lies at its first-level division.",
        examples=["-4,12,4,20"],
    )
    datetime: RangeText | None = Field(
        default=None,
        description="When it happened: a day or moment, or an interval a/b with `..` for an open end (OGC API). "
        "What has no day lies in no interval.",
        examples=["2023-11-01/2023-11-30", "2023-11-14/.."],
    )
    modality: Modality | None = Field(default=None, description="How it is said.", examples=["claimed"])
    speaker: list[Name] = Field(
        default_factory=list,
        max_length=50,
        description="Whose word it is (\"according to\"): a name or id; several: any of them.",
        examples=[["Malian armed forces"]],
    )  # fmt: skip
    source: Name | None = Field(default=None, description="The publisher: a name or id.", examples=["src:example-wire"])
    status: EventStatus | None = Field(
        default=None, description="How the voices together tell of an event.", examples=["disputed"]
    )
    place: Name | None = Field(default=None, description="A place: a name or id.", examples=["Kidal"])
    act: Name | None = Field(
        default=None, description="What was done: one act of the vocabulary.", examples=["capture"]
    )
    q: Name | None = Field(
        default=None,
        description="Words that must all stand in what is shown, whatever their case.",
        examples=["town hall"],
    )
    as_of: DayText | None = Field(
        default=None, description="What is said to have held that day.", examples=["2023-11-15"]
    )

    @property
    def box(self) -> Box | None:
        """The box asked for."""
        return box_of(self.bbox) if self.bbox else None

    @property
    def days(self) -> TimeRange | None:
        """The days asked for; `as_of` alone is that one day."""
        if self.datetime:
            return range_of(self.datetime)
        return TimeRange.day(date.fromisoformat(self.as_of)) if self.as_of else None

    @property
    def day(self) -> date | None:
        """The day of `as_of`."""
        return date.fromisoformat(self.as_of) if self.as_of else None


class Query(Selection, Paging):
    """A page of what is selected: what all screens and lists ask."""


class ExportQuery(Selection):
    """What is selected, all of it, in a format of others."""

    strict: bool = Field(default=False, description="Tables in the borrowed layout alone, without our own columns.")
    include_nonlethal: bool = Field(default=False, description="GED-like table: also events without deaths.")

    @property
    def query(self) -> Query:
        """The same as the screens ask."""
        given = self.model_dump(exclude_defaults=True, exclude={"strict", "include_nonlethal"})
        return Query.model_validate(given)


class Since(BaseModel):
    """What came after a cursor."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: str | None = Field(
        default=None,
        max_length=400,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="`next` of the answer before; without it the changes from the first on.",
    )
    limit: int = Field(default=PAGE, ge=1, le=LONGEST_PAGE, description="At most so many, and the rest of a log line.")


class HoldQuery(Paging):
    """Whose word on which places, on which day."""

    place: Name | None = Field(default=None, description="A place: a name or id.", examples=["Kidal"])
    speaker: list[Name] = Field(
        default_factory=list, max_length=50, description="Only these voices, by name or id.", examples=[["residents"]]
    )
    status: HoldStatus | None = Field(
        default=None, description="How the voices stand to each other.", examples=["disputed"]
    )
    as_of: DayText | None = Field(
        default=None, description="What is said to have held that day.", examples=["2023-11-15"]
    )

    @property
    def query(self) -> Query:
        """The same as the screens ask."""
        return Query(place=self.place, speaker=self.speaker, as_of=self.as_of, known_at=self.known_at)


class Asked(Query):
    """The same from a form of a screen: fields left empty say nothing."""

    @model_validator(mode="before")
    @classmethod
    def without_empty_fields(cls, given: Any) -> Any:
        """Forms send empty fields; they ask for nothing."""
        if not isinstance(given, dict):
            return given
        kept = {
            key: [one for one in value if one] if isinstance(value, list) else value for key, value in given.items()
        }
        return {key: value for key, value in kept.items() if value not in ("", [], None)}

"""The shapes of what the API answers, for its specification; tests compare every answer with them."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Row = TypeVar("Row")


class Shape(BaseModel):
    """An object with these members and no others."""

    model_config = ConfigDict(extra="forbid")


class Days(Shape):
    """First and last day, both included; null where an end is not known."""

    first: str | None = Field(examples=["2023-11-14"])
    last: str | None = Field(examples=["2023-11-14"])
    precision: str = Field(examples=["day"])


class Actor(Shape):
    """A party or voice; a private person is "[person]"."""

    id: str = Field(examples=["act:malian-armed-forces"])
    name: str = Field(examples=["Malian armed forces"])
    kind: str = Field(examples=["state_force"])
    country: str | None
    side: str | None


class Voice(Actor):
    """A link of the chain that carries a claim, publisher first."""

    mode: str = Field(examples=["indirect"])


class Place(Shape):
    """A place as it may be shown; `coarsened` to its first-level division."""

    id: str = Field(examples=["geonames:2455290"])
    name: str = Field(examples=["Kidal"])
    kind: str
    country: str | None = Field(examples=["ML"])
    admin1: str | None
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    coarsened: bool
    within: str | None = Field(
        default=None,
        description="The place of the map that holds one which no register knows; the point is its.",
        examples=["Kidal"],
    )


class Figures(Shape):
    """How many, as the voices give it; null where no number is given, never zero.

    A highest number without a lowest one is a bound ("up to 40"), which `words` say.
    """

    low: float | None
    best: float | None
    high: float | None
    words: str | None = Field(examples=["19 or more"])


class Event(Shape):
    """What its claims tell of."""

    id: str = Field(examples=["dl:MLI:0a1b2c3d4e5f"])
    label: str
    act: str = Field(examples=["capture"])
    status: str = Field(examples=["disputed"])
    disputed: bool
    days: Days | None
    place: Place | None
    actor1: list[Actor]
    actor2: list[Actor]
    fatalities: Figures
    counted: dict[str, Figures] = Field(description="What else is counted, by measure: wounded, displaced_households …")
    origins: int
    projections: dict[str, dict[str, Any]]
    claims: list[str]
    recorded: str
    tlp: str
    sentence: str = Field(description="The event in words, those who tell it first.")


class Quantity(Shape):
    """A number with its words."""

    measure: str
    unit: str
    words: str
    low: float | None
    high: float | None


class Report(Shape):
    """Where words come from."""

    id: str
    publisher: str
    url: str | None
    title: str | None
    sha256: str
    language: str
    published: Days | None


class Claim(Shape):
    """What one chain of voices says, with its words: at most a sentence."""

    id: str
    event: str | None
    act: str
    kind: str
    predicate: str
    modality: str
    polarity: str
    voices: list[Voice]
    roles: dict[str, list[str]]
    counts: list[Quantity]
    days: Days | None
    place: Place | None
    quote: str | None
    spans: list[list[int]]
    report: Report
    recorded: str
    tlp: str


class EventWithClaims(Event):
    """An event with its claims."""

    told: list[Claim]


class Hold(Shape):
    """What one voice says of who holds a place."""

    id: str
    believer: Actor
    place: Place
    fluent: str
    actors: list[Actor]
    valid: Days | None
    via: str
    modality: str
    claims: list[str]
    tlp: str


class Stand(Hold):
    """A hold beside the others of its place: whether it still stands, and how old the word is on the day asked for."""

    live: bool
    ended_by: str | None
    word: str | None
    age_days: int | None
    against_interest: bool
    report: str


class Control(Shape):
    """All voices on one place; nobody is picked."""

    place: Place
    as_of: str | None
    status: Literal["unknown", "uncontradicted", "agreed", "one_sided", "disputed"]
    origins: int
    stands: list[Stand]
    conflicts: list[list[str]]
    tlp: str


class ReportRow(Report):
    """A report with how much it tells."""

    claims: int
    events: int
    recorded: str
    tlp: str


class Finding(Shape):
    """What to know before believing: a contradiction, a copy, a correction."""

    id: str
    code: str = Field(examples=["C101"])
    type: str
    severity: str
    message: str
    report: str
    line: int
    column: int
    reports: list[str]
    claims: list[str]
    place: str | None
    event: str | None
    tlp: str


class ReportWithRecord(ReportRow):
    """A report with what was read from it, as far as it may be shown."""

    told: list[Claim]
    tells_of: list[Event]
    control: list[Hold]
    findings: list[Finding]


class NamedPlace(Place):
    """A place with how often it is told of."""

    events: int
    claims: int
    tlp: str


class NamedActor(Actor):
    """A party or voice with how often it takes part or speaks."""

    events: int
    claims: int
    tlp: str


class JudgementRow(Shape):
    """What somebody decided of a claim, an event or another judgement, and why.

    While people judge, what a coder said of a claim is null to whoever has yet to judge it.
    """

    id: str
    subject: str
    verdict: Literal["positive", "negative", "unsure", "none"] | None
    action: str | None
    by: str
    at: str
    reason: str | None
    undoes: str | None
    tlp: str


class ChangeRow(Shape):
    """One change: `seq` is its line of the log."""

    seq: int
    at: str
    by: str
    change: str = Field(examples=["created"])
    subject: str
    what: str
    reason: str
    tlp: str


class PageOf(BaseModel, Generic[Row]):
    """A page: what is asked for, and the cursor of the next page, null on the last."""

    model_config = ConfigDict(extra="forbid")

    items: list[Row]
    next: str | None = Field(description="The `cursor` of the page after this one.")
    total: int = Field(description="How many fit, on all pages.")
    unlocated: int = Field(description="How many of them have no point.")
    disputed: int = Field(description="How many of them are disputed.")
    seq: int = Field(description="The line of the log up to which the ledger was looked at.")


class ChangesPage(Shape):
    """Changes, and the cursor to ask with for what comes after them; it never runs out."""

    items: list[ChangeRow]
    next: str = Field(description="The `since` of the next question.")
    seq: int


class ProblemBody(BaseModel):
    """What every error looks like (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Bad Request"])
    status: int = Field(examples=[400])
    detail: str = Field(examples=["query.bbox: latitudes lie between -90 and 90"])
    instance: str | None = Field(default=None, examples=["/v1/events"])


class Health(Shape):
    """Whether the ledger can be read."""

    status: Literal["ok"]
    seq: int

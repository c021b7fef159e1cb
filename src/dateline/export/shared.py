"""What leaves the ledger: events, claims and holds with their names written out, as every exporter takes them.

`Gathered` is what the ledger holds; `Shared` has passed the safety filter. Exporters take only `Shared`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from dateline.model.across import Total
from dateline.model.ledger import Count, LedgerEntity
from dateline.model.time import TimeRange
from dateline.model.totals import figure_words
from dateline.model.vocabulary import Modality, Polarity
from dateline.reference.countries import Country

Tlp = Literal["AMBER", "CLEAR"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How something is shared: TLP marking, the moment (UTC) that counts as now, and what tables carry.

    `strict` drops the appended dl_ columns; `include_nonlethal` keeps events without deaths in GED-like tables.
    """

    at: datetime
    tlp: Tlp = "AMBER"
    strict: bool = False
    include_nonlethal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportActor:
    """A party or voice by name; `kind` is the record's word for it."""

    id: str
    name: str
    kind: str
    country: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSector:
    """Where a place lies that is told by distance and direction: metres from a point, degrees from there."""

    lat: float
    lon: float
    near_m: float
    far_m: float
    bearing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlace:
    """A place as it may be shown: degrees WGS84, a radius in metres; `coarsened` to its first-level division.

    `sector` says more of where it may lie than the radius, where the words do. `within` names the place on the map that holds one which no register knows ("the market"): its point is shown then.
    """

    id: str
    name: str
    kind: str
    country: Country | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    uncertainty_m: float | None = None
    coarsened: bool = False
    within: str | None = None
    sector: ExportSector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """Where words come from: publisher, link, headline, and the hash of the bytes that were read."""

    id: str
    publisher: str
    url: str | None
    title: str | None
    sha256: str
    language: str
    published: TimeRange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report and where they stand in it, in code points; never more than one sentence."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportClaim:
    """What one chain of voices says, publisher first, with its words; `roles` are names of actors and places."""

    id: str
    event: str | None
    report: ExportReport
    act: str
    kind: str
    predicate: str
    modality: Modality
    polarity: Polarity
    voices: tuple[ExportActor, ...]
    modes: tuple[str, ...]
    passages: tuple[Passage, ...]
    days: TimeRange | None
    place: ExportPlace | None
    roles: Mapping[str, tuple[str, ...]]
    counts: tuple[Count, ...]
    recorded: datetime

    @property
    def quote(self) -> str:
        """The claim's words, at most one sentence; empty where they are withheld."""
        return " … ".join(passage.quote for passage in self.passages)

    @property
    def believer(self) -> ExportActor:
        """The innermost voice."""
        return self.voices[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many, as voices give it; None where only vague words or none are given, never zero.

    `words` and `manner` are those of the total: “hundreds” where nobody gives a number, "about", "up to" or "by voice".
    """

    low: float | None = None
    best: float | None = None
    high: float | None = None
    words: tuple[str, ...] = ()
    manner: str = ""

    def words_of(self) -> str:
        """The figure as a reader reads it; empty where nobody tells of one."""
        told = Total(low=self.low, best=self.best, high=self.high, words=self.words, manner=self.manner)
        return figure_words(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What else is counted beside the dead: a measure ("wounded", "displaced_households") on all sides together."""

    measure: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEvent:
    """What its claims tell of; `actor1` act, `actor2` are acted on. `projections` maps a codebook to its values.

    `origins` counts the independent ends of the chains, not outlets. `recorded` is when the newest claim came in.
    The first of its claims, whose ids are `leading`, tell of what names the event, and not only of its dead. `denials` are
    claims outside it that speak against it.
    """

    id: str
    label: str
    act: str
    status: str
    disputed: bool
    claims: tuple[ExportClaim, ...]
    days: TimeRange | None
    place: ExportPlace | None
    actor1: tuple[ExportActor, ...]
    actor2: tuple[ExportActor, ...]
    projections: Mapping[str, Mapping[str, Any]]
    fatalities: Figures
    origins: int
    recorded: datetime
    counted: tuple[Counted, ...] = ()
    leading: tuple[str, ...] = ()
    denials: tuple[ExportClaim, ...] = ()

    @property
    def telling(self) -> tuple[ExportClaim, ...]:
        """The claims whose voices and words may stand for the event: all where none of the leading ones is shown."""
        return tuple(claim for claim in self.claims if claim.id in self.leading) or self.claims


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportHold:
    """What one voice says of who holds a place, and when."""

    id: str
    believer: ExportActor
    place: ExportPlace
    fluent: str
    actors: tuple[ExportActor, ...]
    valid: TimeRange | None
    via: str
    modality: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything asked for, before the safety filter; `entities` are what the filter knows names and places by."""

    events: tuple[ExportEvent, ...]
    claims: tuple[ExportClaim, ...]
    holds: tuple[ExportHold, ...]
    entities: tuple[LedgerEntity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What exporters write. `left_out` says how many events are not in it, by reason."""

    events: tuple[ExportEvent, ...]
    claims: tuple[ExportClaim, ...]
    holds: tuple[ExportHold, ...]
    terms: Terms
    left_out: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

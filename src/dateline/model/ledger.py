"""What the ledger keeps and gives back: rows of many reports, each with when the ledger knew it.

Ids here hold across reports: registered actors and places keep their register's id ("act:m23", "geonames:2455290");
those that only one report knows carry that report ("act:gunmen@r013228f8", "report:camp@r013228f8").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from dateline.model.time import TimeRange
from dateline.model.vocabulary import ClaimKind, Factuality, Fluent, Interest, Modality, Mode, Polarity, TemporalStatus

Verdict = Literal["positive", "negative", "unsure", "none"]
Action = Literal[
    "ingest", "reread", "judge", "correct", "migrate", "freeze", "redact", "publish", "grade", "merge", "split", "undo"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When the ledger learned something: its log's sequence number, the time (UTC), and who wrote it."""

    seq: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReport:
    """A report as the ledger keeps it; `published` may be bounded evidence (then `published_stated` is False).

    `copies` are the ids of earlier reports whose words this one repeats (shingles), `corrects` that it is a correction.
    """

    id: str
    name: str
    publisher: str
    publisher_name: str
    url: str | None
    title: str | None
    language: str
    sha256: str
    chars: int
    published: TimeRange | None
    published_stated: bool
    kind: str
    extractor: str
    recorded: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with the words it came from; `low` and `high` None for vague words, never zero."""

    measure: str
    unit: str
    words: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerClaim:
    """One claim of one report, with everything that derivations, searches and exports ask of it.

    `id` is a content id (report, spans, act, chain); `local` the id in its record. `chain` are actor ids, publisher
    first, `modes` their modes. `roles` maps a role to actor or place ids. `spans` are (start, end) code points in the
    report's text and `quote` their words joined with " … ". `lat`, `lon` in degrees, `uncertainty_m` in metres.
    `denies` is the content id of the claim of the same report that this one denies or retracts.
    """

    id: str
    report: str
    local: str
    spans: tuple[tuple[int, int], ...]
    quote: str
    act: str
    predicate: str
    kind: ClaimKind
    chain: tuple[str, ...]
    modes: tuple[Mode, ...]
    modality: Modality
    polarity: Polarity
    temporal_status: TemporalStatus
    factuality: Mapping[str, Factuality]
    interest: Interest
    codeable: bool
    why: str | None
    event: str | None
    roles: Mapping[str, tuple[str, ...]]
    counts: tuple[Count, ...]
    place: str | None
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    country: str | None
    admin1: str | None
    days: TimeRange | None
    recorded: Stamp
    denies: str | None = None

    @property
    def believer(self) -> str:
        """The innermost voice: whose word this is."""
        return self.chain[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntity:
    """An actor or place as some report's record describes it; `origin` is the report for provisional ones.

    A place that is told by its distance from another has that one as `ground`, the nearest and farthest it may lie from
    there in kilometres, and the direction in degrees (None: any).
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    side: str | None = None
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    includes: tuple[str, ...] = ()
    anonymous: bool = False
    person: bool = False
    ground: str | None = None
    near_km: float | None = None
    far_km: float | None = None
    bearing: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerControl:
    """A control observation of one report: what one voice says of who holds a place."""

    id: str
    report: str
    believer: str
    place: str
    fluent: Fluent
    actors: tuple[str, ...]
    valid: TimeRange | None
    via: str
    modality: Modality
    claims: tuple[str, ...]
    recorded: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The only thing people write: appended, undone by another row. `subject` is the id of what is judged."""

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str
    action: str = "verdict"
    value: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One line of the hash-chained log: `hash` covers every other field and the hash before."""

    seq: int
    at: datetime
    by: str
    action: Action
    subject: str
    reason: str
    payload: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that derivations over reports look at, as known at one time; in the order of `recorded.seq`."""

    reports: tuple[LedgerReport, ...]
    texts: Mapping[str, str]
    claims: tuple[LedgerClaim, ...]
    control: tuple[LedgerControl, ...]
    entities: Mapping[str, LedgerEntity]
    judgements: tuple[Judgement, ...] = ()

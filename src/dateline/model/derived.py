"""What is derived from claims, and what a reader should know before believing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dateline.model.span import Span
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Fluent, Modality, Severity
from dateline.model.world import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEvent:
    """Words that look like an event and are none, with the reason."""

    id: str
    spans: tuple[Span, ...]
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What an outside codebook would make of an event, and the rule that decided or the fact that is missing.

    `codebook` is `acled`, `ucdp` or `plover`; `values` are that codebook's own fields.
    """

    codebook: str
    values: Mapping[str, Any]
    rule: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several claims tell of; derived, never the truth. `actors` are actor ids, `place` a place id.

    `leading` are the claims that tell of what names the event, and not only of its dead or of the fighting for it.
    `unsearched` says that the report tells of more events than its claims were compared with: some may be one.
    """

    id: str
    label: str
    act: str
    claims: tuple[str, ...]
    time: TimeRange | None
    place: str | None
    actors: tuple[str, ...]
    projections: tuple[Projection, ...]
    status: str
    claimed_by: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    unsearched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlState:
    """What one voice says of who holds a place. `believer` and `actors` are actor ids, `place` a place id.

    `where` is the place itself when no mention names it ("about twenty kilometres from the town").
    """

    id: str
    believer: str
    place: str
    fluent: Fluent
    actors: tuple[str, ...]
    valid: TimeRange | None
    via: str
    modality: Modality
    claims: tuple[str, ...]
    initiates: tuple[str, ...] = ()
    terminates: tuple[str, ...] = ()
    note: str | None = None
    where: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One way to mend a contradiction: what to change, what that satisfies and what it still violates."""

    rank: int
    edit: Mapping[str, Any]
    result: str
    satisfies: tuple[str, ...] = ()
    violates: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a reader should know before believing: the words, both sides, the arithmetic.

    `code` is the documented code (`W101`), `type` its name (`weekday_date_mismatch`).
    """

    id: str
    code: str
    type: str
    severity: Severity
    spans: tuple[Span, ...]
    claims: tuple[str, ...]
    explanation: str
    computation: Mapping[str, Any] | None = None
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something not known, with its kind: not_stated, explicitly_absent, explicitly_unknown, explicitly_vague,
    explicitly_anonymous.
    """

    id: str
    what: str
    status: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """All believers' states of one place side by side, for display only: nobody is picked."""

    place: str
    at: str | None
    by_believer: Mapping[str, str]
    status: str
    origins: int
    summary: str

"""Small holdings written by hand: towns, parties and reports of a war that never was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from dateline.model.ledger import (
    Count,
    Holdings,
    Judgement,
    LedgerClaim,
    LedgerControl,
    LedgerEntity,
    LedgerReport,
    Stamp,
)
from dateline.model.time import TimeRange

STAMP = Stamp(seq=1, at=datetime(2031, 6, 1, tzinfo=UTC), by="tester")
POINTS = {"geonames:1": (10.0, 20.0), "geonames:2": (10.4, 20.3), "geonames:3": (12.0, 22.0)}

ENTITIES = {
    entity.id: entity
    for entity in (
        LedgerEntity(id="act:army", name="the army", kind="state_force", side="XX"),
        LedgerEntity(id="act:ministry", name="the ministry", kind="government", side="XX"),
        LedgerEntity(id="act:front", name="the front", kind="rebel", side="front"),
        LedgerEntity(id="act:league", name="the league", kind="rebel", side="league"),
        LedgerEntity(id="act:gunmen@r1", name="gunmen", kind="unidentified_armed"),
        LedgerEntity(id="act:rebels@r1", name="rebels", kind="rebel"),
        LedgerEntity(id="act:monitor", name="a monitor", kind="monitor"),
        LedgerEntity(id="src:north", name="North Wire", kind="media"),
        LedgerEntity(id="src:south", name="South Post", kind="media"),
        LedgerEntity(id="src:east", name="East Daily", kind="media"),
        LedgerEntity(id="geonames:1", name="Oum Tala", kind="town", part_of="geonames:9"),
        LedgerEntity(id="geonames:2", name="Bir Kessa", kind="town", part_of="geonames:9"),
        LedgerEntity(id="geonames:3", name="Tin Adar", kind="town"),
        LedgerEntity(id="geonames:9", name="Tala Region", kind="ADM1"),
        LedgerEntity(id="report:base@r1", name="the air base", kind="base", part_of="geonames:1"),
        LedgerEntity(id="report:market@r1", name="the market", kind="site", part_of="geonames:1"),
        LedgerEntity(id="report:market@r2", name="the market", kind="site", part_of="geonames:1"),
        LedgerEntity(id="report:quarter@r1", name="the eastern quarter", kind="part", part_of="geonames:1"),
    )
}


def report(name: str, *, publisher: str = "src:north", day: date | None = None, **more: Any) -> LedgerReport:
    """A report of a publisher, on a day of May 2031 or undated."""
    values: dict[str, Any] = {
        "id": name, "name": name, "publisher": publisher, "publisher_name": publisher, "url": None, "title": None,
        "language": "en", "sha256": name, "chars": 0, "published": TimeRange.day(day) if day else None,
        "published_stated": day is not None, "kind": "wire_dispatch", "extractor": "rules", "recorded": STAMP,
    }  # fmt: skip
    return LedgerReport(**values | more)


def claim(name: str, *, report: str = "r1", act: str = "attack", day: date | None = None, **more: Any) -> LedgerClaim:
    """A codeable claim; `place` sets the coordinates of the towns."""
    lat, lon = POINTS.get(more.get("place", ""), (None, None))
    values: dict[str, Any] = {
        "id": name, "report": report, "local": name, "spans": ((0, 1),), "quote": name, "act": act, "predicate": act,
        "kind": "event", "chain": ("src:north",), "modes": ("narrator",), "modality": "asserted",
        "polarity": "positive", "temporal_status": "current", "factuality": {}, "interest": "neutral",
        "codeable": True, "why": None, "event": None, "roles": {}, "counts": (), "place": None, "lat": lat, "lon": lon,
        "uncertainty_m": None, "country": "XX", "admin1": None, "days": TimeRange.day(day) if day else None,
        "recorded": STAMP,
    }  # fmt: skip
    return LedgerClaim(**values | more)


def control(name: str, *, report: str = "r1", believer: str = "act:army", **more: Any) -> LedgerControl:
    """An observation that the army took the first town."""
    values: dict[str, Any] = {
        "id": name, "report": report, "believer": believer, "place": "geonames:1", "fluent": "held",
        "actors": ("act:army",), "valid": None, "via": "capture", "modality": "attributed", "claims": (),
        "recorded": STAMP,
    }  # fmt: skip
    return LedgerControl(**values | more)


def since(day: date) -> TimeRange:
    """From a day on, with an end that nobody tells."""
    return TimeRange(earliest=datetime(day.year, day.month, day.day), latest=None, precision="day")


def killed(number: float, words: str | None = None) -> Count:
    """A number of dead."""
    return Count(measure="killed", unit="people", words=words or f"{number:.0f}", low=number, high=number)


def judgement(name: str, *, subject: str, action: str = "verdict", minute: int = 0, **more: Any) -> Judgement:
    """A judgement made at a minute of one hour."""
    values: dict[str, Any] = {"verdict": "positive", "by": "reviewer", "reason": "read both reports"}
    at = datetime(2031, 6, 2, 9, minute, tzinfo=UTC)
    return Judgement(id=name, subject=subject, action=action, at=at, **values | more)


def holdings(
    reports: Iterable[LedgerReport],
    claims: Iterable[LedgerClaim] = (),
    *,
    control: Iterable[LedgerControl] = (),
    texts: dict[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Holdings:
    """Holdings with the towns and parties of this file."""
    return Holdings(
        reports=tuple(reports),
        texts=texts or {},
        claims=tuple(claims),
        control=tuple(control),
        entities=ENTITIES,
        judgements=tuple(judgements),
    )

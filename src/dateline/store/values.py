"""Rows of the kept tables as the values of `model.ledger`."""

from __future__ import annotations

import json
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import RowMapping

from dateline.model.ledger import (
    Count,
    Judgement,
    LedgerClaim,
    LedgerControl,
    LedgerEntity,
    LedgerReport,
    Stamp,
)
from dateline.model.time import TimeRange
from dateline.store.chain import utc_time


def stamp(row: RowMapping) -> Stamp:
    """When the ledger learned of a row that was read together with its log line (`logged_at`, `logged_by`)."""
    return Stamp(seq=row["seq"], at=utc_time(row["logged_at"]), by=row["logged_by"])


def time_range(earliest: str | None, latest: str | None, precision: Any) -> TimeRange | None:
    """The range of two texts; None when no precision was kept."""
    if precision is None:
        return None
    return TimeRange(earliest=_moment(earliest), latest=_moment(latest), precision=precision)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def report_value(row: RowMapping) -> LedgerReport:
    """A report as its current record describes it."""
    head = json.loads(row["head"])
    published = head.pop("published")
    return LedgerReport(
        id=row["report_id"],
        publisher=row["publisher"],
        published=time_range(*published) if published else None,
        recorded=stamp(row),
        **head,
    )


def claim_value(row: RowMapping, report: str, recorded: Stamp) -> LedgerClaim:
    """A claim."""
    body = json.loads(row["body"])
    return LedgerClaim(
        id=row["id"],
        report=report,
        local=body["local"],
        spans=tuple((start, end) for start, end in body["spans"]),
        quote=body["quote"],
        act=row["act"],
        predicate=body["predicate"],
        kind=body["kind"],
        chain=tuple(body["chain"]),
        modes=tuple(body["modes"]),
        modality=row["modality"],
        polarity=body["polarity"],
        temporal_status=body["temporal_status"],
        factuality=MappingProxyType(body["factuality"]),
        interest=body["interest"],
        codeable=row["codeable"],
        why=body["why"],
        event=body["event"],
        roles=MappingProxyType({role: tuple(ids) for role, ids in body["roles"].items()}),
        counts=tuple(Count(**count) for count in body["counts"]),
        place=row["place"],
        lat=row["lat"],
        lon=row["lon"],
        uncertainty_m=body["uncertainty_m"],
        country=body["country"],
        admin1=body["admin1"],
        days=time_range(row["earliest"], row["latest"], body["precision"]),
        recorded=recorded,
        denies=body["denies"],
    )


def control_value(row: RowMapping, report: str, recorded: Stamp) -> LedgerControl:
    """A control observation."""
    body = json.loads(row["body"])
    return LedgerControl(
        id=row["id"],
        report=report,
        believer=row["believer"],
        place=row["place"],
        fluent=body["fluent"],
        actors=tuple(body["actors"]),
        valid=time_range(row["earliest"], row["latest"], body["precision"]),
        via=body["via"],
        modality=body["modality"],
        claims=tuple(body["claims"]),
        recorded=recorded,
    )


def entity_value(entity: str, body: str, *, before: LedgerEntity | None) -> LedgerEntity:
    """An actor or place as the newest record describes it, with the names that any record knew it by."""
    found = json.loads(body)
    earlier = {before.name, *before.aliases} if before else set()
    aliases = tuple(sorted({*found.pop("aliases"), *earlier} - {found["name"]}))
    includes = tuple(found.pop("includes", ()))
    return LedgerEntity(id=entity, aliases=aliases, includes=includes, **found)


def judgement_value(row: RowMapping) -> Judgement:
    """A judgement."""
    body = json.loads(row["body"])
    value = MappingProxyType(body.pop("value"))
    return Judgement(id=row["id"], subject=row["subject"], at=utc_time(body.pop("at")), value=value, **body)

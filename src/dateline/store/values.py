"""Rows of the kept tables as the values of `model.ledger`."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
from dateline.store.schema import claims, control

CLAIM = (
    *claims.c["seq", "n", "id", "act", "modality", "codeable", "place", "lat", "lon", "earliest", "latest"],
    claims.c.body,
)
CONTROL = (*control.c["seq", "n", "id", "place", "believer", "earliest", "latest"], control.c.body)
"""The columns that a value is made of, in the order in which a `Reader` takes them; others may follow."""

_CLAIM_WIDTH, _CONTROL_WIDTH = len(CLAIM), len(CONTROL)
_DECODE = json.JSONDecoder().raw_decode


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


class Reader:
    """Makes claims and control observations of rows; what many rows of one reading share is kept once.

    JSON gives every row words of its own: of a hundred thousand claims they took a quarter of a gigabyte.
    """

    def __init__(self) -> None:
        self._kept: dict[Any, Any] = {}
        self._mappings: dict[tuple[tuple[str, Any], ...], MappingProxyType[str, Any]] = {}
        self._stamps: dict[int, Stamp] = {}
        self._days: dict[tuple[Any, ...], TimeRange | None] = {}

    def stamp(self, seq: int, at: str, by: str) -> Stamp:
        """When the ledger learned of the rows of a line of its log."""
        found = self._stamps.get(seq)
        if found is None:
            found = self._stamps[seq] = Stamp(seq=seq, at=utc_time(at), by=by)
        return found

    def claim(self, row: Sequence[Any], report: str, recorded: Stamp) -> LedgerClaim:
        """A claim of a row of CLAIM."""
        _, _, key, act, modality, codeable, place, lat, lon, earliest, latest, text = row[:_CLAIM_WIDTH]
        body = _DECODE(text)[0]
        same = self._same
        return LedgerClaim(
            id=key,
            report=report,
            local=same(body["local"]),
            spans=tuple([(start, end) for start, end in body["spans"]]),
            quote=body["quote"],
            act=same(act),
            predicate=same(body["predicate"]),
            kind=same(body["kind"]),
            chain=same(tuple(body["chain"])),
            modes=same(tuple(body["modes"])),
            modality=same(modality),
            polarity=same(body["polarity"]),
            temporal_status=same(body["temporal_status"]),
            factuality=self._factuality(body["factuality"]),
            interest=same(body["interest"]),
            codeable=bool(codeable),
            why=same(body["why"]),
            event=body["event"],
            roles=MappingProxyType({same(role): same(tuple(ids)) for role, ids in body["roles"].items()}),
            counts=tuple([Count(**count) for count in body["counts"]]),
            place=same(place),
            lat=lat,
            lon=lon,
            uncertainty_m=body["uncertainty_m"],
            country=same(body["country"]),
            admin1=same(body["admin1"]),
            days=self._range(earliest, latest, body["precision"]),
            recorded=recorded,
            denies=body["denies"],
        )

    def control(self, row: Sequence[Any], report: str, recorded: Stamp) -> LedgerControl:
        """A control observation of a row of CONTROL."""
        _, _, key, place, believer, earliest, latest, text = row[:_CONTROL_WIDTH]
        body = _DECODE(text)[0]
        same = self._same
        return LedgerControl(
            id=key,
            report=report,
            believer=same(believer),
            place=same(place),
            fluent=same(body["fluent"]),
            actors=same(tuple(body["actors"])),
            valid=self._range(earliest, latest, body["precision"]),
            via=same(body["via"]),
            modality=same(body["modality"]),
            claims=tuple(body["claims"]),
            recorded=recorded,
        )

    def _same(self, value: Any) -> Any:
        return self._kept.setdefault(value, value)

    def _factuality(self, values: dict[str, Any]) -> MappingProxyType[str, Any]:
        key = tuple(values.items())
        found = self._mappings.get(key)
        if found is None:
            found = self._mappings[key] = MappingProxyType(values)
        return found

    def _range(self, *ends_and_precision: Any) -> TimeRange | None:
        try:
            return self._days[ends_and_precision]
        except KeyError:
            found = self._days[ends_and_precision] = time_range(*ends_and_precision)
            return found


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

"""Derived values as JSON and back: what comes back equals what went in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from dateline.model.across import (
    AcrossEvent,
    AcrossFinding,
    BelieverState,
    Closure,
    Comparison,
    ControlRow,
    CountPoint,
    CountSeries,
)
from dateline.model.ledger import LedgerEntity
from dateline.model.record import Reason
from dateline.model.time import TimeRange

_ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def event_text(event: AcrossEvent) -> str:
    """An event as JSON."""
    given = {
        **_plain(event, _EVENT),
        "days": _range(event.days),
        "counts": [_series(series) for series in event.counts],
        "joined": [_comparison(pair) for pair in event.joined],
        "unsure": [_comparison(pair) for pair in event.unsure],
        "denials": [_comparison(pair) for pair in event.denials],
    }
    return _ENCODER.encode(given)


def event_value(text: str) -> AcrossEvent:
    """The event of a JSON text."""
    found = json.loads(text)
    return AcrossEvent(
        **{name: _tupled(found[name]) for name in _EVENT},
        days=_range_of(found["days"]),
        counts=tuple(_series_of(series) for series in found["counts"]),
        joined=tuple(_comparison_of(pair) for pair in found["joined"]),
        unsure=tuple(_comparison_of(pair) for pair in found["unsure"]),
        denials=tuple(_comparison_of(pair) for pair in found["denials"]),
    )


def row_text(row: ControlRow) -> str:
    """A control row as JSON."""
    states = [{**_plain(state, _STATE), "valid": _range(state.valid), "word": _day(state.word)} for state in row.states]
    return _ENCODER.encode({**_plain(row, _ROW), "as_of": _day(row.as_of), "states": states})


def row_value(text: str) -> ControlRow:
    """The control row of a JSON text."""
    found = json.loads(text)
    states = tuple(
        BelieverState(
            **{name: _tupled(state[name]) for name in _STATE},
            valid=_range_of(state["valid"]),
            word=_day_of(state["word"]),
        )
        for state in found["states"]
    )
    return ControlRow(**{name: _tupled(found[name]) for name in _ROW}, as_of=_day_of(found["as_of"]), states=states)


def finding_text(finding: AcrossFinding) -> str:
    """A finding as JSON."""
    return _ENCODER.encode(_plain(finding, _FINDING))


def finding_value(text: str) -> AcrossFinding:
    """The finding of a JSON text."""
    found = json.loads(text)
    return AcrossFinding(**{name: _tupled(found[name]) for name in _FINDING})


def closure_text(closure: Closure) -> str:
    """A closure as JSON."""
    return _ENCODER.encode(_plain(closure, _CLOSURE))


def closure_value(text: str) -> Closure:
    """The closure of a JSON text."""
    found = json.loads(text)
    return Closure(**{name: _tupled(found[name]) for name in _CLOSURE})


def entity_text(entity: LedgerEntity) -> str:
    """An actor or place as JSON."""
    return _ENCODER.encode(_plain(entity, _ENTITY))


def entity_value(text: str) -> LedgerEntity:
    """The actor or place of a JSON text."""
    found = json.loads(text)
    return LedgerEntity(**{name: _tupled(found[name]) for name in _ENTITY if name in found})


def _fields(kind: type, *, but: Iterable[str] = ()) -> tuple[str, ...]:
    """The fields whose values are texts, numbers, truth values, nothing, or tuples of these."""
    names: Mapping[str, Any] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return tuple(name for name in names if name not in but)


_EVENT = _fields(AcrossEvent, but=("days", "counts", "joined", "unsure", "denials"))
_SERIES = _fields(CountSeries, but=("points",))
_POINT = _fields(CountPoint, but=("as_of",))
_COMPARISON = _fields(Comparison, but=("reasons",))
_ROW = _fields(ControlRow, but=("as_of", "states"))
_STATE = _fields(BelieverState, but=("valid", "word"))
_FINDING = _fields(AcrossFinding)
_CLOSURE = _fields(Closure)
_ENTITY = _fields(LedgerEntity)


def _plain(value: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value


def _series(series: CountSeries) -> dict[str, Any]:
    points = [{**_plain(point, _POINT), "as_of": _day(point.as_of)} for point in series.points]
    return {**_plain(series, _SERIES), "points": points}


def _series_of(found: dict[str, Any]) -> CountSeries:
    points = tuple(CountPoint(**{**point, "as_of": _day_of(point["as_of"])}) for point in found["points"])
    return CountSeries(**{**found, "points": points})


def _comparison(pair: Comparison) -> dict[str, Any]:
    reasons = [[reason.name, reason.weight, reason.why] for reason in pair.reasons]
    return {**_plain(pair, _COMPARISON), "reasons": reasons}


def _comparison_of(found: dict[str, Any]) -> Comparison:
    reasons = tuple(Reason(name=name, weight=weight, why=why) for name, weight, why in found["reasons"])
    return Comparison(**{**found, "reasons": reasons})


def _range(when: TimeRange | None) -> list[str | None] | None:
    return [_moment(when.earliest), _moment(when.latest), when.precision] if when else None


def _range_of(found: list[Any] | None) -> TimeRange | None:
    if found is None:
        return None
    earliest, latest, precision = found
    return TimeRange(earliest=_moment_of(earliest), latest=_moment_of(latest), precision=precision)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment_of(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""Records and judgements that others made, before they may enter: every quote stands in its text, every word is known."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, get_args

from dateline.derive.across.edits import with_fields
from dateline.desk.editing import WORDS
from dateline.errors import InputError
from dateline.model.ledger import Judgement, LedgerClaim, Verdict
from dateline.model.text import Report
from dateline.model.vocabulary import Factuality, Fluent, Modality, Mode
from dateline.store.entries import report_of
from dateline.store.rows import layer_rows

DEEPEST = 40
"""Levels of JSON in a record; ours have a dozen."""
LONGEST_ID = 300
_ID = re.compile(rf"[^\s\x00-\x1f\x7f]{{1,{LONGEST_ID}}}")
ACTIONS = ("verdict", "edit", "merge", "split", "grade", "undo")
_WRONG = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError)
"""What reading a value of another shape raises."""


class BadRecord(InputError):
    """A line of a bundle that is no record or judgement of Dateline's, or that does not quote its text."""

    code = "bad_record"


def foreign_report(given: Any, where: str) -> Report:
    """The report of a line; raises BadRecord."""
    if not isinstance(given, dict):
        raise BadRecord(f"{where}: the report is no object", where=where)
    fields = dict(given)
    text = fields.pop("text", None)
    kinds = {"name": str, "language": str, "raw_sha256": str, "raw_bytes": int}
    if not isinstance(text, str) or not all(isinstance(fields.get(name), kind) for name, kind in kinds.items()):
        raise BadRecord(f"{where}: the report lacks its text, name, language or hash", where=where)
    optional = (fields.get(name) for name in ("source", "retrieved", "url", "title"))
    if not all(value is None or isinstance(value, str) for value in optional):
        raise BadRecord(f"{where}: source, address or title of the report is no text", where=where)
    try:
        return report_of(text, fields)
    except _WRONG as error:
        raise BadRecord(f"{where}: the report cannot be read: {error!r}", where=where) from error


def check_record(record: Any, report: Report, where: str) -> None:
    """Raise BadRecord unless this is a record of the report that the ledger can keep and derive from."""
    try:
        _walk(record, report.text, 0)
        if record["doc"]["id"] != report.id or record["doc"]["chars"] != len(report.text):
            raise ValueError("it is of another report")
        for layer, fields in SHAPES.items():
            for thing in record[layer]:
                _fits(thing, fields, layer)
        layer_rows(1, 1, record, report.id)
    except _WRONG as error:
        raise BadRecord(f"{where}: no record of report {report.id}: {_told(error)}", where=where) from error


def _told(error: Exception) -> str:
    return f"{error.args[0]} is missing" if isinstance(error, KeyError) and error.args else str(error)


def _walk(value: Any, text: str, depth: int) -> None:
    """Every quote with offsets is the text's, every number finite, nothing nested without end."""
    if depth > DEEPEST:
        raise ValueError(f"it is nested deeper than {DEEPEST} levels")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number")
    if isinstance(value, list):
        for item in value:
            _walk(item, text, depth + 1)
    if not isinstance(value, dict):
        return
    start, end, quote = (value.get(name) for name in ("start", "end", "quote"))
    if isinstance(quote, str) and type(start) is int and type(end) is int and text[start:end] != quote:
        raise ValueError(f"characters {start} to {end} are not “{quote[:60]}”")
    for item in value.values():
        _walk(item, text, depth + 1)


Check = Callable[[Any], bool]


def _id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _one_of(words: Iterable[str]) -> Check:
    known = frozenset(words)
    return lambda value: isinstance(value, str) and value in known


def _between(low: float, high: float) -> Check:
    return lambda value: not isinstance(value, bool) and isinstance(value, int | float) and low <= value <= high


def _roles(value: Any) -> bool:
    kinds = (str, list, dict, int, float, type(None))
    return isinstance(value, dict) and all(_id(role) and isinstance(filler, kinds) for role, filler in value.items())


def _voices(value: Any) -> bool:
    modes = get_args(Mode)
    return isinstance(value, list) and bool(value) and all(_id(v["holder"]) and v["mode"] in modes for v in value)


def _factuality(value: Any) -> bool:
    known = get_args(Factuality)
    return isinstance(value, dict) and all(_id(who) and says in known for who, says in value.items())


def _span(value: Any) -> bool:
    return (
        isinstance(value, dict) and type(value["start"]) is int and type(value["end"]) is int and _text(value["quote"])
    )


SHAPES: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        "mentions": {
            "kind": _id,
            "form": _id,
            "ref": _or_none(_id),
            "start": _between(0, 1e9),
            "end": _between(0, 1e9),
        },
        "entities": {"id": _id, "type": _id, "canonical": _text, "aliases": _many(_text)},
        "places": {
            "id": _id,
            "name": _text,
            "type": _id,
            "country": _or_none(_text),
            "lat": _or_none(_between(-90, 90)),
            "lon": _or_none(_between(-180, 180)),
        },
        "times": {"id": _id, "earliest": _or_none(_text), "latest": _or_none(_text), "precision": _text},
        "quantities": {
            "id": _id,
            "span": _span,
            "measure": _text,
            "unit": _text,
            "exact": _or_none(_between(0, 1e15)),
            "low": _or_none(_between(0, 1e15)),
            "high": _or_none(_between(0, 1e15)),
        },
        "claims": {
            "id": _id,
            "spans": lambda value: _many(_span)(value) and bool(value),
            "predicate": _id,
            "act": _or_none(_id),
            **{name: _one_of(words) for name, words in WORDS.items()},
            "roles": _roles,
            "attribution": _voices,
            "factuality": _factuality,
            "time": _or_none(_id),
            "place": _or_none(_id),
            "event": _or_none(_id),
            "codeable": lambda value: isinstance(value, bool),
            "why": _or_none(_text),
        },
        "control": {
            "id": _id,
            "believer": _id,
            "place": _id,
            "fluent": _one_of(get_args(Fluent)),
            "actors": _many(_id),
            "valid_from": _or_none(_text),
            "valid_to": _or_none(_text),
            "via": _id,
            "modality": _one_of(get_args(Modality)),
            "claims": _many(_id),
        },
    }
)
"""What the ledger and derivations rely on, layer by layer; other fields are kept as they are."""


def _fits(thing: Any, fields: Mapping[str, Check], layer: str) -> None:
    if not isinstance(thing, dict):
        raise ValueError(f"{layer} has {str(thing)[:40]!r} in it, not objects")
    for name, check in fields.items():
        if name == "act" and name not in thing:
            continue
        if not check(thing[name]):
            raise ValueError(f"{layer}: {name} of {str(thing.get('id'))[:40]} is {str(thing[name])[:60]!r}")


def foreign_judgement(given: Any, where: str) -> Judgement:
    """The judgement of a line; raises BadRecord."""
    try:
        made = Judgement(
            **{**given, "at": datetime.fromisoformat(given["at"]), "value": MappingProxyType(given["value"])}
        )
        _walk(given["value"], "", 0)
        right = (
            all(map(_id, (made.id, made.subject))),
            _or_none(_id)(made.undoes),
            made.verdict in get_args(Verdict),
            made.action in ACTIONS,
            isinstance(made.by, str) and 0 < len(made.by) <= LONGEST_ID,
            isinstance(made.reason, str),
            made.at.tzinfo is not None,
        )
    except _WRONG as error:
        raise BadRecord(f"{where}: no judgement: {_told(error)}", where=where) from error
    if not all(right):
        raise BadRecord(f"{where}: no judgement of Dateline's: {made.id!s:.40}", where=where)
    return made


def check_edit(judgement: Judgement, claim: LedgerClaim | None, text: str, where: str) -> None:
    """Raise BadRecord for an edit whose claim is not there, or whose fields are no fields of a claim."""
    if claim is None:
        raise BadRecord(f"{where}: it edits claim {judgement.subject}, which is not there", where=where)
    try:
        fields = judgement.value["fields"]
        seen = with_fields(claim, fields, text=text, entities={})
        if any(not 0 <= start < end <= len(text) for start, end in seen.spans):
            raise ValueError(f"its words do not lie in the report: {seen.spans}")
        _edited(fields)
    except _WRONG as error:
        raise BadRecord(f"{where}: no edit of a claim: {_told(error)}", where=where) from error


EDITED: Mapping[str, Check] = MappingProxyType(
    {
        **{name: _one_of(words) for name, words in WORDS.items()},
        "act": _id,
        "predicate": _id,
        "codeable": lambda value: isinstance(value, bool),
        "why": _or_none(_text),
        "place": _or_none(_id),
        "uncertainty_m": _or_none(_between(0, 1e8)),
        "chain": _many(_id),
        "modes": _many(_one_of(get_args(Mode))),
        "roles": lambda value: all(_id(role) and _many(_id)(ids) for role, ids in value.items()),
    }
)
"""The fields of an edit; `spans`, `days` and `counts` are tried instead."""


def _edited(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if name not in (*EDITED, "spans", "days", "counts"):
            raise ValueError(f"a claim has no field {name!r}")
        if name in EDITED and not EDITED[name](value):
            raise ValueError(f"{name} is {str(value)[:60]!r}")
    if len(fields.get("chain", ())) != len(fields.get("modes", ())):
        raise ValueError("not every voice has its mode")

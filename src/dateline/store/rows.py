"""A report and its record as rows of the kept tables."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.store.chain import Row, canonical, sha256
from dateline.store.local import Local, days, span_pairs
from dateline.store.words import storable

_NOT_CONTENT = "file"
"""The field of a record's `doc` that says how a report came in, not what it says."""

_READER = "reader"
"""The field of a record that says by which edition of the rules it was read: by another it may read the same."""

_LEVEL = 4
"""zlib's: records take a fifth of their length, at twice the speed of the default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report, and its record as `export.record.record_json` gives it."""

    report: Report
    record: dict[str, Any]


def record_content(record: Mapping[str, Any]) -> str:
    """What makes a record another one: all of it except the file name of its report and the edition of the rules."""
    return canonical({key: value for key, value in _without_name(record).items() if key != _READER})


def _without_name(record: Mapping[str, Any]) -> dict[str, Any]:
    doc = {key: value for key, value in record["doc"].items() if key != _NOT_CONTENT}
    return {**record, "doc": doc}


def record_id(text: str) -> str:
    """The id of a record's content: the same for the same words read by the same extractor."""
    return "k" + sha256(text)[:32]


def report_row(seq: int, report: Report) -> Row:
    """The report as it came in."""
    text, odd = storable(report.text)
    given = {
        "name": report.name,
        "source": report.source,
        "published": range_json(report.published),
        "retrieved": report.retrieved,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "raw_sha256": report.raw_sha256,
        "raw_bytes": report.raw_bytes,
    }
    return (seq, report.id, text, canonical(odd), canonical(given))


def record_row(seq: int, report: int, record: Mapping[str, Any], text: str) -> Row:
    """The record's content, packed, with what a LedgerReport says of it beside it."""
    publisher, head = _head(record)
    body = zlib.compress(canonical(_without_name(record)).encode("ascii"), _LEVEL)
    return (seq, record_id(text), report, publisher, canonical(head), body)


def record_of(head: str, body: bytes) -> dict[str, Any]:
    """The record that was packed."""
    found: dict[str, Any] = json.loads(zlib.decompress(body))
    found["doc"][_NOT_CONTENT] = json.loads(head)["name"]
    return found


def _head(record: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    local = Local.of(record, record["doc"]["id"])
    about, doc = record["report"], record["doc"]
    publisher = about["publisher"]["entity"]
    entity = local.entities.get(publisher, {})
    return local.actor(publisher), {
        "name": doc["file"],
        "publisher_name": entity.get("canonical", publisher),
        "url": doc.get("url"),
        "title": doc.get("title"),
        "language": doc["language"],
        "sha256": doc["sha256"],
        "chars": doc["chars"],
        **_published(about["publication_date"]),
        "kind": about["document_type"],
        "extractor": record.get("extractor", "unknown"),
    }


def _published(date: Mapping[str, Any]) -> dict[str, Any]:
    """The day stated; else the narrowest range that the evidence supports, else any bounds there are."""
    stated = date["stated"] is not None
    best = None if stated else date.get("best")
    first, last = best or (date["earliest"], date["latest"])
    return {"published": range_json(days(first, last, date["precision"])), "published_stated": stated}


def layer_rows(seq: int, report: int, record: Mapping[str, Any], report_id: str) -> dict[str, list[Row]]:
    """The rows of a record's layers, by table."""
    local = Local.of(record, report_id)
    ids = _claim_ids(record["claims"], local)
    filled = [_filled(claim["roles"], local) for claim in record["claims"]]
    claims = [_claim(claim, local, ids, fill) for claim, fill in zip(record["claims"], filled, strict=True)]
    return {
        "mentions": [_mention(seq, n, mention, local) for n, mention in enumerate(record["mentions"])],
        "entities": [(seq, n, *row) for n, row in enumerate(_entities(record, local))],
        "claims": [(seq, n, report, *row) for n, row in enumerate(claims)],
        "claim_roles": [
            (who, seq, n, role) for n, (roles, _) in enumerate(filled) for role in roles for who in roles[role]
        ],
        "control": [_control(seq, n, state, local, ids) for n, state in enumerate(record["control"])],
    }


def _claim_ids(claims: Iterable[Mapping[str, Any]], local: Local) -> dict[str, str]:
    """Content ids by the ids in the record: of report, words, act and voices; equal ones are numbered."""
    ids: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for claim in claims:
        act = claim.get("act") or claim["predicate"]
        content = [local.report, span_pairs(claim["spans"]), act, _chain(claim, local)]
        base = "c" + sha256(canonical(content))[:20]
        ids[claim["id"]] = f"{base}.{seen[base]}" if seen[base] else base
        seen[base] += 1
    return ids


def _chain(claim: Mapping[str, Any], local: Local) -> list[str]:
    return [local.actor(voice["holder"]) for voice in claim["attribution"]]


def _mention(seq: int, n: int, mention: Mapping[str, Any], local: Local) -> Row:
    ref = mention["ref"]
    known = local.anyone(ref) if ref else None
    return (seq, n, mention["kind"], mention["form"], mention["start"], mention["end"], known or ref)


def _entities(record: Mapping[str, Any], local: Local) -> Iterator[tuple[str, str]]:
    for entity in record["entities"]:
        yield (
            local.actor(entity["id"]),
            canonical(
                {
                    "name": entity["canonical"],
                    "kind": entity["type"],
                    "country": entity.get("country"),
                    "side": local.side(entity.get("side")),
                    "aliases": entity["aliases"],
                    "includes": [local.actor(member) for member in entity.get("includes", ())],
                    "anonymous": bool(entity.get("anonymous")),
                    "person": entity["type"] == "person",
                }
            ),
        )
    for place in record["places"]:
        yield local.place(place["id"]) or place["id"], canonical(_place(place, local))


def _place(place: Mapping[str, Any], local: Local) -> dict[str, Any]:
    return {
        "name": place["name"],
        "kind": place["type"],
        "country": place["country"],
        "aliases": place.get("aliases", []),
        "part_of": local.place(place.get("part_of")),
        "lat": place["lat"],
        "lon": place["lon"],
        "admin1": place.get("admin1"),
        **_told_from(place, local),
    }


def _told_from(place: Mapping[str, Any], local: Local) -> dict[str, Any]:
    """From where a place is told by its distance, which few are: others have nothing of it."""
    distance, ground = place.get("distance_km"), place.get("relative_to")
    if not distance or not ground:
        return {}
    near, far = distance
    return {"ground": local.place(ground), "near_km": near, "far_km": far, "bearing": place.get("bearing")}


def _claim(claim: Mapping[str, Any], local: Local, ids: Mapping[str, str], filled: _Filled) -> Row:
    place = local.places.get(claim["place"] or "", {})
    when = local.time(claim["time"])
    chain = _chain(claim, local)
    roles, counts = filled
    body = {
        "local": claim["id"],
        "spans": span_pairs(claim["spans"]),
        "quote": " … ".join(span["quote"] for span in claim["spans"]),
        "predicate": claim["predicate"],
        "kind": claim["kind"],
        "chain": chain,
        "modes": [voice["mode"] for voice in claim["attribution"]],
        "polarity": claim["polarity"],
        "temporal_status": claim["temporal_status"],
        "factuality": {local.actor(holder): value for holder, value in claim["factuality"].items()},
        "interest": claim["interest"],
        "why": claim["why"],
        "event": local.here(claim["event"]) if claim["event"] else None,
        "roles": roles,
        "counts": counts,
        "uncertainty_m": place.get("uncertainty_m"),
        "country": place.get("country"),
        "admin1": place.get("admin1"),
        "precision": when.precision if when else None,
        "denies": ids.get(claim.get("denies") or ""),
    }
    return (
        ids[claim["id"]],
        claim.get("act") or claim["predicate"],
        chain[-1],
        claim["modality"],
        bool(claim["codeable"]),
        local.place(claim["place"]),
        _float(place.get("lat")),
        _float(place.get("lon")),
        *bounds(when),
        canonical(body),
    )


_Filled = tuple[dict[str, list[str]], list[dict[str, Any]]]


def _filled(given: Mapping[str, Any], local: Local) -> _Filled:
    """Roles by the actors and places that fill them, and the numbers among them."""
    roles: dict[str, list[str]] = {}
    counts: list[dict[str, Any]] = []
    for role, value in given.items():
        refs = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        known = [found for ref in refs if (found := local.anyone(ref))]
        if known:
            roles[role] = list(dict.fromkeys(known))
        counts.extend(_count(local.quantities[ref]) for ref in refs if ref in local.quantities)
    return roles, counts


def _count(quantity: Mapping[str, Any]) -> dict[str, Any]:
    exact = quantity["exact"]
    return {
        "measure": quantity["measure"],
        "unit": quantity["unit"],
        "words": quantity["span"]["quote"],
        "low": _float(exact if quantity["low"] is None else quantity["low"]),
        "high": _float(exact if quantity["high"] is None else quantity["high"]),
    }


def _control(seq: int, n: int, state: Mapping[str, Any], local: Local, claims: Mapping[str, str]) -> Row:
    first, last = state["valid_from"], state["valid_to"]
    valid = days(first, last, "hour" if first and len(first) > 10 else "day" if first and first == last else "interval")
    earliest, latest = bounds(valid)
    place = local.place(state["place"]) or state["place"]
    believer = local.actor(state["believer"])
    body = {
        "fluent": state["fluent"],
        "actors": [local.actor(actor) for actor in state["actors"]],
        "precision": valid.precision if valid else None,
        "via": state["via"],
        "modality": state["modality"],
        "claims": [claims.get(claim, claim) for claim in state["claims"]],
    }
    content = canonical([local.report, place, believer, earliest, latest, body])
    return (seq, n, "h" + sha256(content)[:20], place, believer, earliest, latest, canonical(body))


def bounds(when: TimeRange | None) -> tuple[str | None, str | None]:
    """Both ends as texts to the minute."""
    if when is None:
        return None, None
    return _minute(when.earliest), _minute(when.latest)


def range_json(when: TimeRange | None) -> list[str | None] | None:
    """A range as [earliest, latest, precision]."""
    return [*bounds(when), when.precision] if when else None


def _minute(moment: Any) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)

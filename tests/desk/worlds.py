"""Reports of a small war that never was, so close together that every report may touch every other."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.export.record import SCHEMA
from dateline.model.ledger import Judgement
from dateline.model.text import Report
from dateline.store import Entry

FIRST = date(2031, 5, 1)
LONG = (
    "Fighters came down the ridge road before sunrise and fired on the guard post beside the mill until noon",
    "The governor said that no soldier had been anywhere near the bridge on the day that the shells fell there",
)
PLACES: tuple[dict[str, Any], ...] = (
    {"register": "geonames:1", "name": "Oum Tala", "type": "town", "lat": 10.0, "lon": 20.0, "part_of": "pl:region"},
    {"register": "geonames:2", "name": "Bir Kessa", "type": "town", "lat": 10.02, "lon": 20.03, "part_of": "pl:region"},
    {"register": "geonames:3", "name": "Tin Adar", "type": "town", "lat": 12.0, "lon": 22.0, "part_of": None},
    {"register": "geonames:4", "name": "Old Quarter", "type": "part", "lat": 10.0, "lon": 20.0, "part_of": "pl:1"},
    {"register": "geonames:9", "name": "Tala Region", "type": "ADM1", "lat": 10.5, "lon": 20.5, "part_of": None},
)
ACTORS = ("act:army", "act:ministry", "act:front", "act:league", "anon:residents")
ACTS = ("attack", "capture", "kill", "shelling", "withdraw", "enter")
FLUENTS = ("held", "not_held", "present", "contested", "vacated", "unknown")


def entry(number: int, variant: int) -> Entry:
    """Report `number` as read the `variant`-th time: the text is that of the number, the record may be any other."""
    dice = _dice(f"{number}:{variant}")
    report = Report.of(_text(number), name=f"{number}.txt", source="src:wire")
    publisher = f"src:wire-{dice.choice((number % 3, number % 3, 2))}"
    day = FIRST + timedelta(days=dice.randrange(4)) if dice.random() < 0.8 else None
    correction = dice.random() < 0.25
    claims = [_claim(n, dice, report.text, publisher, correction) for n in range(dice.randrange(1, 5))]
    record = {
        "schema": SCHEMA,
        "doc": {
            "id": report.id, "file": report.name, "fictional": True, "language": "en", "sha256": report.raw_sha256,
            "bytes": report.raw_bytes, "chars": len(report.text), "offset_unit": "code points", "url": None, "title": None,
        },
        "sentences": [],
        "report": {
            "publisher": {"entity": publisher, "span": None},
            "publication_date": _published(day),
            "document_type": "correction" if correction else "wire_dispatch",
            "language": "en",
        },
        "entities": [_actor(publisher, dice), *(_actor(name, dice) for name in ACTORS)],
        "places": [_place(n, dice) for n in range(len(PLACES))],
        "times": [_time(n) for n in range(4)],
        "quantities": [_count(n, report.text) for n in range(3)],
        "mentions": [],
        "claims": claims,
        "control": [_control(n, claim, dice) for n, claim in enumerate(claims) if dice.random() < 0.6],
        "extractor": f"rules {variant}",
    }  # fmt: skip
    empty = ("references", "quotes", "events", "findings", "unknowns", "not_events", "expected_merge")
    return Entry(report=report, record={**dict.fromkeys(empty, ()), **record, "external_context": ()})


def _dice(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same world every time


def _text(number: int) -> str:
    """Every third report repeats another's words."""
    words = [f"w{_dice(f'{number // 3}:{n}').randrange(400)}" for n in range(30)]
    own = [f"v{number}x{n}" for n in range(2 + 6 * (number % 3))]
    return " ".join((*LONG, *words, *own))


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end]}


def _published(day: date | None) -> dict[str, Any]:
    stated = day.isoformat() if day else None
    return {"stated": stated, "earliest": stated, "latest": stated, "precision": "day", "evidence": [], "best": None}


def _actor(key: str, dice: random.Random) -> dict[str, Any]:
    """Seldom an actor is described otherwise than by the other reports."""
    odd = dice.random() < 0.03
    kind = {"act:front": "rebel", "act:league": "rebel", "act:army": "state_force", "act:ministry": "government"}
    side = {"act:army": "XX", "act:ministry": "XX"}.get(key)
    return {
        "id": key, "type": "anonymous_source" if key.startswith("anon:") else kind.get(key, "media"),
        "canonical": key.partition(":")[2], "aliases": [f"alias {dice.randrange(3)}"], "country": None,
        "side": "YY" if odd else side, "anonymous": key.startswith("anon:"), "provisional": False,
        "includes": ["act:front"] if odd and key == "act:league" else [],
    }  # fmt: skip


def _place(number: int, dice: random.Random) -> dict[str, Any]:
    place = PLACES[number]
    odd = dice.random() < 0.03
    return {
        **place, "id": _local(number), "country": "XX", "aliases": [], "admin1": "Tala",
        "part_of": None if odd else place["part_of"], "uncertainty_m": 500.0,
        "name": f"New {place['name']}" if odd else place["name"],
    }  # fmt: skip


def _local(number: int) -> str:
    return "pl:region" if number == len(PLACES) - 1 else f"pl:{number + 1}"


def _time(number: int) -> dict[str, Any]:
    day = (FIRST + timedelta(days=number)).isoformat()
    return {"id": f"t{number}", "type": "date", "span": None, "earliest": day, "latest": day, "precision": "day"}


def _count(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"n{number}", "span": _span(text, number, number + 4), "measure": "killed", "unit": "people",
        "exact": number + 1, "low": number + 1, "high": number + 1,
    }  # fmt: skip


def _claim(n: int, dice: random.Random, text: str, publisher: str, correction: bool) -> dict[str, Any]:
    start, length = dice.choice(((0, len(LONG[0])), (len(LONG[0]) + 1, len(LONG[1])), (5 * n, 30), (5 * n, 31)))
    chain = [publisher, *dice.choice(((), (), ("act:army",), ("act:front",), ("anon:residents",)))]
    modality = dice.choice(("asserted", "attributed", "claimed", "denied", *(("retracted",) * 4 if correction else ())))
    roles: dict[str, Any] = {"agent": dice.choice(ACTORS), "patient": dice.choice(ACTORS)}
    if dice.random() < 0.4:
        roles["quantity"] = f"n{dice.randrange(3)}"
    act = dice.choice(ACTS)
    return {
        "id": f"c{n + 1}",
        "sentence": "s1",
        "spans": [_span(text, start, start + length)],
        "predicate": act,
        "act": act,
        "kind": "event",
        "roles": roles,
        "attribution": [{"holder": voice, "mode": "indirect", "cue": None, "source_span": None} for voice in chain],
        "modality": modality,
        "polarity": "positive",
        "temporal_status": dice.choice(("current", "current", "background")),
        "factuality": dict.fromkeys(chain, "CT+"),
        "hedges": [],
        "time": dice.choice((None, "t0", "t1", "t2", "t3")),
        "place": dice.choice((None, *(_local(number) for number in range(len(PLACES))))),
        "event": dice.choice((None, None, "e1")),
        "codeable": modality not in ("denied", "retracted") and dice.random() < 0.9,
        "why": None,
        "interest": dice.choice(("neutral", "self_serving", "against_interest")),
        "control": [],
        "denies": "c1" if modality == "denied" and n and dice.random() < 0.3 else None,
    }


def _control(n: int, claim: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    return {
        "id": f"k{n}",
        "believer": claim["attribution"][-1]["holder"],
        "place": claim["place"] or "pl:1",
        "fluent": dice.choice(FLUENTS),
        "actors": [dice.choice(ACTORS)],
        "valid_from": None,
        "valid_to": None,
        "via": dice.choice((claim["act"], "state", "no_statement")),
        "modality": claim["modality"],
        "claims": [claim["id"]] if dice.random() < 0.8 else [],
    }


def judgement(number: int, claims: Iterable[str], earlier: Iterable[str]) -> Judgement:
    """A judgement on some of these claims, or the undoing of an earlier one."""
    dice = _dice(f"judgement {number}")
    known, made = sorted(claims), sorted(earlier)
    at = datetime(2031, 6, 1, tzinfo=UTC) + timedelta(minutes=number)
    one, other = dice.choice(known), dice.choice(known)
    values: dict[str, Any] = {"id": f"j{number}", "subject": one, "by": "ana", "at": at, "reason": "read both"}
    if made and dice.random() < 0.3:
        return Judgement(**values, verdict="none", action="undo", undoes=dice.choice(made))
    action = dice.choice(("verdict", "merge", "split", "edit"))
    by_action: dict[str, dict[str, Any]] = {
        "verdict": {},
        "merge": {"claims": [other]},
        "split": {"claims": [one], "from": [other]},
        "edit": {"fields": dice.choice(EDITS)},
    }
    return Judgement(
        **values, verdict="negative" if action == "verdict" else "positive", action=action, value=by_action[action]
    )


EDITS: tuple[dict[str, Any], ...] = (
    {"act": "capture", "predicate": "capture"},
    {"place": "geonames:3", "uncertainty_m": None},
    {"days": ["2031-05-02", "2031-05-02", "day"]},
    {"roles": {"agent": ["act:league"]}},
    {"spans": [[0, len(LONG[0])]]},
    {"modality": "denied", "codeable": False},
)

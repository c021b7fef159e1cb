"""Reports and records made from a seed: as many as asked for, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.export.record import SCHEMA
from dateline.model.text import Report
from dateline.store import Entry

ACTS = ("capture", "shell", "withdraw", "enter", "air_strike", "kill", "displace", "fight")
MODALITIES = ("asserted", "attributed", "claimed", "denied")
FLUENTS = ("held", "present", "contested", "vacated")
FIRST_DAY = date(2022, 1, 1)
DAYS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How many of each there are, and how long a report is."""

    seed: int = 5
    places: int = 5_000
    actors: int = 400
    sources: int = 60
    words: int = 4_000
    claims: int = 10
    mentions: int = 30
    text_words: int = 120


def entry(number: int, world: World, *, extractor: str = "rules", claims: int | None = None) -> Entry:
    """Report `number` of a world, as an extractor reads it."""
    dice = random.Random(f"{world.seed}:{number}")
    source = f"src:wire-{dice.randrange(world.sources)}"
    words = [f"w{dice.randrange(world.words):04d}" for _ in range(world.text_words)]
    text = f"Dispatch {number}: {' '.join(words)}."
    report = Report.of(text, name=f"{number}.txt", source=source)
    spots = sorted({dice.randrange(world.places) for _ in range(4)})
    who = sorted({dice.randrange(world.actors) for _ in range(6)})
    day = FIRST_DAY + timedelta(days=dice.randrange(DAYS))
    made = [_claim(n, dice, text, (source, spots, who)) for n in range(world.claims if claims is None else claims)]
    record = {
        "schema": SCHEMA,
        "doc": _doc(report),
        "sentences": [{"id": "s1", **_span(text, 0, len(text))}],
        "report": _about(report, source, day),
        "entities": [_actor(source, "media"), *(_actor(f"act:a{n}", "rebel") for n in who)],
        "places": [_place(spot, world) for spot in spots],
        "times": [{"id": "t1", "type": "date", "span": None, **_days(day), "precision": "day"}],
        "quantities": [_count(text, dice)],
        "mentions": [_mention(n, text, who) for n in range(world.mentions)],
        "claims": made,
        "control": [_control(n, claim, day) for n, claim in enumerate(made[:2], start=1)],
        "extractor": extractor,
    }
    empty = ("references", "quotes", "events", "findings", "unknowns", "not_events", "expected_merge")
    return Entry(report=report, record={**dict.fromkeys(empty, ()), **record, "external_context": ()})


def entries(start: int, count: int, world: World) -> Iterator[Entry]:
    """Consecutive reports."""
    return (entry(number, world) for number in range(start, start + count))


def place_id(number: int) -> str:
    """A place's id."""
    return f"geonames:{number}"


def point(number: int, world: World) -> tuple[float, float]:
    """A place's latitude and longitude."""
    dice = random.Random(f"{world.seed}:place:{number}")
    return round(dice.uniform(-60, 70), 4), round(dice.uniform(-180, 180), 4)


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end]}


def _doc(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "file": report.name,
        "fictional": True,
        "language": report.language,
        "sha256": report.raw_sha256,
        "bytes": report.raw_bytes,
        "chars": len(report.text),
        "offset_unit": "code points",
        "url": None,
        "title": None,
    }


def _about(report: Report, source: str, day: date) -> dict[str, Any]:
    stated = {"stated": day.isoformat(), **_days(day), "precision": "day", "evidence": []}
    return {
        "publisher": {"entity": source, "span": None},
        "publication_date": stated,
        "document_type": "wire_dispatch",
        "language": report.language,
    }


def _days(day: date) -> dict[str, str]:
    return {"earliest": day.isoformat(), "latest": day.isoformat()}


def _actor(key: str, kind: str) -> dict[str, Any]:
    return {
        "id": key, "type": kind, "canonical": key.partition(":")[2].upper(), "aliases": [], "country": None,
        "side": None, "anonymous": False, "provisional": False, "includes": [],
    }  # fmt: skip


def _place(number: int, world: World) -> dict[str, Any]:
    lat, lon = point(number, world)
    return {
        "id": f"pl:p{number}", "name": f"Place {number}", "type": "town", "country": "XX", "lat": lat, "lon": lon,
        "aliases": [], "admin1": f"Region {number % 40}", "part_of": None, "uncertainty_m": 1000.0,
        "register": place_id(number),
    }  # fmt: skip


def _count(text: str, dice: random.Random) -> dict[str, Any]:
    number = dice.randrange(1, 40)
    return {
        "id": "n1", "span": _span(text, 0, 8), "measure": "killed", "unit": "people",
        "exact": number, "low": number, "high": number,
    }  # fmt: skip


def _mention(n: int, text: str, who: list[int]) -> dict[str, Any]:
    start = (n * 20) % (len(text) - 10)
    ref = f"act:a{who[n % len(who)]}"
    return {
        "id": f"m{n}",
        "kind": "actor",
        "form": "name",
        "ref": ref,
        "sentence": "s1",
        **_span(text, start, start + 5),
    }


def _claim(n: int, dice: random.Random, text: str, cast: tuple[str, list[int], list[int]]) -> dict[str, Any]:
    source, spots, who = cast
    start = (n * 60) % max(1, len(text) - 50)
    voices = [source, f"act:a{dice.choice(who)}"][: dice.randint(1, 2)]
    act = dice.choice(ACTS)
    return {
        "id": f"c{n + 1}",
        "sentence": "s1",
        "spans": [_span(text, start, start + 50)],
        "predicate": act,
        "act": act,
        "kind": "event",
        "roles": {"agent": f"act:a{dice.choice(who)}", "patient": f"act:a{dice.choice(who)}", "quantity": "n1"},
        "attribution": [{"holder": voice, "mode": "indirect", "cue": None, "source_span": None} for voice in voices],
        "modality": dice.choice(MODALITIES),
        "polarity": "positive",
        "temporal_status": "current",
        "factuality": dict.fromkeys(voices, "CT+"),
        "hedges": [],
        "time": "t1",
        "place": f"pl:p{dice.choice(spots)}",
        "event": None,
        "codeable": dice.random() < 0.5,
        "why": None,
        "interest": "neutral",
        "control": [],
        "denies": None,
    }


def _control(n: int, claim: dict[str, Any], day: date) -> dict[str, Any]:
    fluent = FLUENTS[n % len(FLUENTS)]
    return {
        "id": f"k{n}",
        "believer": claim["attribution"][-1]["holder"],
        "place": claim["place"],
        "fluent": fluent,
        "actors": [claim["roles"]["agent"]],
        "valid_from": day.isoformat(),
        "valid_to": None,
        "via": claim["act"],
        "modality": claim["modality"],
        "claims": [claim["id"]],
    }

"""Errors of geography, planted in sentences that were right: do the distance checks find them, and nothing else?

Sentences are the distance phrases of real news (`bench/phrases`) and sentences made here from a seed, of registered places
and computed distances. A sentence is used when the map bears it out as it stands; every one is read untouched, with the
distance halved and doubled, and with the direction turned by 90 and 180 degrees.

The evidence suffices when the text leaves no doubt which places are meant and no pair of their namesakes makes the planted
words true; and, for a doubled distance, when no mountain road could be so long. Both recalls are given.

The alarms on untouched documents were looked at in November 2026: the three that are left contradict the map.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.check.geography import LEAST, MOST, MOUNTAINOUS, SECTOR, TOLERANCE, stated_distance_contradicts_map
from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.derived import Finding
from dateline.model.geodesy import angle_between, bearing, distance_km
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.model.world import Place
from dateline.parse import parse
from dateline.pipeline import Engine, run
from dateline.reference.distance import DistancePhrase, distance_phrases, speaks_of_distance
from dateline.reference.gazetteer import Gazetteer, place_of
from dateline.resolve import resolve

SEED = 20231114
MADE = 250
NEAR_KM, FAR_KM = 40.0, 250.0
LEAST_PEOPLE, LEAST_PEOPLE_OF_GROUND = 20_000, 150_000
CERTAIN = 0.8
POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
FRAMES = (
    "{country}: gunmen attacked a convoy near {figure}, {km} km {point} of {ground}, residents said.",
    "Troops of {country} left {figure}, about {km} km {point} of {ground}, on Monday.",
    "Shells fell on {figure}, which lies {km} kilometres {point} of {ground} in {country}.",
    "In {country}, the town of {figure}, {km} km {point} of {ground}, was calm on Friday.",
    "A bomb went off in {figure}, some {km} km {point} of the city of {ground}, the government of {country} said.",
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_POINT = re.compile(r"(?:north|south)(?:[- ]?(?:east|west))?|east|west", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
PLANTS = ("distance x0.5", "distance x2", "bearing +90", "bearing +180")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence and the one distance phrase in it, with the places that its words were taken for."""

    text: str
    phrase: DistancePhrase
    figure: Place
    ground: Place
    namesakes: tuple[tuple[Place, Place], ...]
    certain: bool


def case_of(text: str, engine: Engine) -> Case:
    """The text with its places resolved; no other layer is needed for these checks."""
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_places,))
    return Case(parse=parsed, resolution=resolve(parsed, mentions, reference=engine.reference))


def alarms(text: str, engine: Engine) -> list[Finding]:
    """What the distance checks say of a text."""
    return list(stated_distance_contradicts_map(case_of(text, engine), engine.reference))


def made(gazetteer: Gazetteer, count: int = MADE) -> Iterator[str]:
    """True sentences about towns that lie 40 to 250 km from a city of their country."""
    chance = random.Random(SEED)
    towns: dict[str, list[Place]] = {}
    for number in range(len(gazetteer.table.offsets) - 1):
        row = gazetteer.table.row(number)
        if row[2] in ("town", "city", "capital") and int(row[7]) >= LEAST_PEOPLE and row[3] in gazetteer.countries:
            towns.setdefault(row[3], []).append(place_of(row))
    countries = sorted(iso for iso, found in towns.items() if len(found) >= 10)
    done = 0
    while done < count:
        iso = chance.choice(countries)
        figure, ground = chance.sample(towns[iso], 2)
        km, course = _between(ground, figure)
        if ground.population >= LEAST_PEOPLE_OF_GROUND and NEAR_KM <= km <= FAR_KM:
            done += 1
            yield chance.choice(FRAMES).format(
                country=gazetteer.countries[iso].name, figure=figure.name, ground=ground.name,
                km=round(km * chance.uniform(1.0, 1.25)), point=POINTS[round(course / 45) % 8],
            )  # fmt: skip


def real(file: Path) -> Iterator[str]:
    """The sentences of real news that state a distance."""
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["sentence"] for line in lines if line.strip())


def told(text: str, engine: Engine) -> Told | None:
    """The sentence with what its one phrase with a direction states; None when its places are not known or it is not true."""
    case = case_of(text, engine)
    phrases = [p for p in distance_phrases(case.parse, case.resolution.mentions) if p.figure and p.ground]
    if len(phrases) != 1 or phrases[0].bearing is None or _NUMBER.search(phrases[0].measure.quote) is None:
        return None
    phrase = phrases[0]
    figures, grounds = _meant(case, phrase.figure), _meant(case, phrase.ground)
    if not figures or not grounds or figures[0][0].id == grounds[0][0].id:
        return None
    figure, ground = figures[0][0], grounds[0][0]
    km, course = _between(ground, figure)
    true = LEAST <= phrase.stated / max(km, 0.1) <= MOST and angle_between(course, phrase.bearing or 0.0) <= SECTOR
    return Told(
        text=text, phrase=phrase, figure=figure, ground=ground,
        namesakes=tuple((f, g) for f, _ in figures for g, _ in grounds if f.id != g.id),
        certain=figures[0][1] >= CERTAIN and grounds[0][1] >= CERTAIN and km >= NEAR_KM,
    ) if true else None  # fmt: skip


def planted(one: Told) -> Iterator[tuple[str, str, bool]]:
    """(what was planted, the sentence, whether the evidence suffices to see it)."""
    start, end = one.phrase.span.start, one.phrase.span.end
    head, words, tail = one.text[:start], _IN_BRACKETS.sub("", one.text[start:end]), one.text[end:]
    direction = _POINT.search(words)
    number = _NUMBER.search(words)
    if direction is None or number is None:
        return
    course = one.phrase.bearing or 0.0
    for plant, factor in (("distance x0.5", 0.5), ("distance x2", 2.0)):
        figure = f"{float(number[0].replace(',', '')) * factor:g}"
        changed = words[: number.start()] + figure + words[number.end() :]
        yield plant, head + changed + tail, _suffices(one, one.phrase.stated * factor, course)
    for plant, turn in (("bearing +90", 90.0), ("bearing +180", 180.0)):
        point = POINTS[round((course + turn) / 45) % 8]
        changed = words[: direction.start()] + point + words[direction.end() :]
        yield plant, head + changed + tail, _suffices(one, one.phrase.stated, course + turn)


def _suffices(one: Told, stated: float, course: float) -> bool:
    """Whether the readings are sure and the words now fit no pair of namesakes, mountain roads granted."""
    most = 2.5 if {one.figure.country, one.ground.country} & MOUNTAINOUS else MOST
    for figure, ground in one.namesakes:
        km, actual = _between(ground, figure)
        near = 0.7 <= stated / max(km, 0.1) <= most + 0.1
        if near and angle_between(actual, course % 360) <= SECTOR + TOLERANCE + 10:
            return False
    return one.certain


def _between(ground: Place, figure: Place) -> tuple[float, float]:
    a, b = (ground.lat or 0.0, ground.lon or 0.0), (figure.lat or 0.0, figure.lon or 0.0)
    return distance_km(a, b), bearing(a, b)


def _meant(case: Case, mention: str | None) -> list[tuple[Place, float]]:
    """The registered towns that a mention may mean with their probabilities; nothing when the likeliest is no such place."""
    mine = sorted((r for r in case.resolution.readings if r.mention == mention), key=lambda r: r.rank)
    towns = [(r.value, r.score) for r in mine if isinstance(r.value, Place) and _is_town(r.value)]
    return towns if mine and towns and towns[0][0] == mine[0].value else []


def _is_town(place: Place) -> bool:
    """Whether the register itself gives the place a point, and it is no area."""
    return (
        place.lat is not None and place.ground is None and place.kind in ("capital", "city", "town", "village", "camp")
    )


def recall(sentences: Iterable[str], engine: Engine) -> dict[str, Any]:
    """Recall by kind of plant, over all and where the evidence suffices, and the false alarms on the untouched."""
    hits: dict[tuple[str, bool], list[bool]] = {}
    used, false, missed = 0, [], []
    for text in dict.fromkeys(sentences):
        one = told(text, engine)
        false += [f"{f.spans[0].quote}: {f.explanation}" for f in alarms(text, engine)]
        for plant, changed, enough in planted(one) if one else ():
            hit = bool(alarms(changed, engine))
            hits.setdefault((plant, enough), []).append(hit)
            missed += [f"{plant}: {changed[:200]}"] if enough and not hit else []
        used += one is not None
    sure = [hit for (_, enough), found in hits.items() if enough for hit in found]
    return {
        "sentences": used,
        "planted": sum(map(len, hits.values())),
        "planted_with_evidence": len(sure),
        "recall": _share(sure),
        "recall_of_all": _share([hit for found in hits.values() for hit in found]),
        "recall_by_plant": {plant: _share(hits.get((plant, True), [])) for plant in PLANTS},
        "alarms_on_untouched": false,
        "missed": missed,
    }


def _share(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 3) if hits else 0.0


def untouched(folder: Path, engine: Engine) -> dict[str, Any]:
    """Alarms of the geography family, warning or error, over every dev document (no sample).

    Only documents that state a distance are read: no other can raise one of these alarms.
    """
    documents = read = 0
    found: list[dict[str, Any]] = []
    for file in sorted([*folder.glob("yardsticks/*/dev/docs.jsonl"), *folder.glob("rival-accounts/dev/docs.jsonl")]):
        for line in file.open(encoding="utf-8"):
            document = json.loads(line)
            documents += 1
            if speaks_of_distance(document["text"]):
                read += 1
                for finding in run(Report.of(document["text"]), engine=engine).findings:
                    if finding.code.startswith("G") and finding.severity != "info":
                        where = f"{file.relative_to(folder).parts[-3]} {document.get('id')}"
                        found.append(_listed(finding, where))
    return {
        "documents": documents,
        "documents_with_a_distance": read,
        "errors_per_1000": round(1000 * sum(a["severity"] == "error" for a in found) / documents, 2),
        "alarms_per_1000": round(1000 * len(found) / documents, 2),
        "alarms": found,
    }


def _listed(finding: Finding, where: str) -> dict[str, Any]:
    return {
        "document": where, "severity": finding.severity, "type": finding.type,
        "words": finding.spans[0].quote, "explanation": finding.explanation,
    }  # fmt: skip


def measure(engine: Engine, *, folder: Path | None = None) -> dict[str, Any]:
    """All figures; `folder` is the bench folder, without it only sentences of our own are read."""
    figures: dict[str, Any] = {"made": recall(made(engine.reference.gazetteer), engine)}
    if folder is not None and folder.is_dir():
        figures["real"] = recall(real(folder / "phrases" / "distance_direction_claims.jsonl"), engine)
        figures["untouched"] = untouched(folder, engine)
    return figures

"""Which of several places of one name is meant: small features, each with its weight and its words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model.geodesy import distance_km
from dateline.model.record import Reason
from dateline.model.world import Place
from dateline.reference.gazetteer import ADMIN_KINDS
from dateline.reference.gazetteer_fold import fold
from dateline.resolve.place_context import VILLAGE, CountryFocus

NEAR_KM = 150.0
KIND_WEIGHT = {"country": 6.0, "continent": 6.0, "capital": 2.5, "ADM1": 2.0, "region": 2.2, "ADM2": 0.4, "ADM3": 0.2}
ONLY_ONE, ELSEWHERE, NEXT_DOOR = 1.5, -1.5, 0.5
"""What a place's own name counts that no other country has, what it counts that the report is about other countries,
and how much of that where one of them is a neighbour, or the place is a whole division."""
NO_MATCH = 0.6
"""The weight of "none of these": a hamlet that nothing else in the report supports stays below it."""
LEAST_OF_STATED, MOST_OF_STATED, SLACK_KM, FAR_FROM_STATED = 0.4, 1.25, 6.0, 4.0
"""A stated distance may be one by road, so the straight line is often shorter, hardly ever longer; a
place several times as far away is another of the same name."""
FOREIGN_ALIAS = -2.5
"""A village that no register knows is likelier than a town far away that some language calls so."""
SHOWN = 10
SETTLEMENTS = ("capital", "city", "town", "village")
WELL_KNOWN = 1_000_000
"""A city of so many people may be named in a report about anything."""
LARGE = 100_000
"""So may a capital of so many people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDistance:
    """The text puts the name so far from a place."""

    ground: Place
    km: tuple[float, float]
    bearing: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known when a name is ranked: countries in focus, sure places, stated containers and distances.

    `contents` are the places that the text puts into the one named ("Atlanta, Georgia"); `point`: a distance is
    measured from or to it; `town`: what is said beside it is said of towns, `division`: it is called a province or region ("the region of X").
    """

    focus: CountryFocus
    anchors: tuple[Place, ...] = ()
    containers: tuple[Place, ...] = ()
    distances: tuple[StatedDistance, ...] = ()
    contents: tuple[Place, ...] = ()
    point: bool = False
    town: bool = False
    division: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate with its sum of weights and the reasons."""

    place: Place
    weight: float
    reasons: tuple[Reason, ...]


def ranked(name: str, found: Sequence[Place], situation: Situation) -> list[Ranked]:
    """The candidates, best first."""
    alone = len({place.country for place in found}) == 1
    own = {place.id for place in found}  # no place makes a namesake likelier by lying near it
    apart = tuple(a for a in situation.anchors if a.id not in own)
    situation = replace(situation, anchors=apart)
    scored = [_scored(name, place, situation, alone=alone) for place in found]
    scored.sort(key=lambda r: -r.weight)
    return _distinct(scored)[:SHOWN]


def probabilities(scored: Sequence[Ranked]) -> list[float]:
    """Numbers like probabilities for the candidates; what is missing to one belongs to "none of these"."""
    powers = [math.exp(min(r.weight, 50.0)) for r in scored]
    total = sum(powers) + math.exp(NO_MATCH)
    return [power / total for power in powers]


def _scored(name: str, place: Place, situation: Situation, *, alone: bool) -> Ranked:
    reasons = [
        _size(place),
        _spelling(name, place),
        _country(name, place, situation, alone=alone),
        _near(place, situation),
        _contained(place, situation),
        _measured(place, situation),
        _containing(place, situation),
        _pointlike(name, place, situation),
    ]
    kept = tuple(r for r in reasons if r is not None)
    return Ranked(place=place, weight=sum(r.weight for r in kept), reasons=kept)


def _size(place: Place) -> Reason:
    if place.country is None:
        return Reason(name="kind", weight=KIND_WEIGHT["continent"], why=f"a {place.kind} of several countries")
    if place.kind in KIND_WEIGHT:
        extra = math.log10(place.population + 1) / 10 if place.kind == "capital" else 0.0
        return Reason(name="kind", weight=KIND_WEIGHT[place.kind] + extra, why=place.kind)
    weight = 0.55 * math.log10(place.population + 10) - 0.7
    if place.id.startswith("overlay:"):
        weight = max(weight, 1.8)
    return Reason(name="population", weight=round(weight, 3), why=f"{place.population} people")


def _spelling(name: str, place: Place) -> Reason | None:
    """A by-name counts against a place; that of a village, of which the world has many, counts more."""
    if _own_name(name, place) or _transliterated(name, place):
        return None
    small = place.kind in SETTLEMENTS and place.population < VILLAGE
    return Reason(name="alias", weight=-1.5 if small else -0.5, why=f"another name of {place.name}")


def _country(name: str, place: Place, situation: Situation, *, alone: bool) -> Reason | None:
    """What the report is about draws names to itself; a small place abroad that nothing supports is hardly meant.

    Where nothing else tells of any country, a place's own name counts that no other country has (`alone`).
    """
    share = situation.focus.share_besides(place.country, name)
    if place.kind in ("country", "continent"):
        return None
    if _foreign_alias(name, place, situation.focus):
        return Reason(name="foreign_alias", weight=FOREIGN_ALIAS, why=f"the report names nothing near {place.country}")
    if share > 0:
        why = f"{share:.0%} of the report is about {place.country}"
        return Reason(name="country", weight=round(1.0 + 2.5 * share, 3), why=why)
    told = situation.focus.told_besides(name)
    only = ONLY_ONE * (1 - told) if alone and _own_name(name, place) else 0.0
    near = place.country in situation.focus.next_door or place.kind in ("ADM1", "region")
    away = 0.0 if _known(place) else ELSEWHERE * told * (NEXT_DOOR if near else 1.0)
    if only + away > 0:
        return Reason(name="only_one", weight=round(only + away, 3), why="no other country has one so called")
    why = f"nothing else in the report is about {place.country}"
    return Reason(name="elsewhere", weight=round(only + away, 3), why=why) if away else None


def _own_name(name: str, place: Place) -> bool:
    """Whether a name is the place's first one, with or without the noun that says what it is ("Cork city")."""
    folded, own = fold(name), fold(place.name)
    return folded == own or (folded.startswith(f"{own} ") and folded.removeprefix(f"{own} ") in SETTLEMENTS)


def _transliterated(name: str, place: Place) -> bool:
    """Whether a name is the place's own in other letters, with the same three consonants or more: "Sebha" and "Sabha"."""
    bones = _VOWELS.sub("", fold(name))
    return len(bones) > 2 and bones == _VOWELS.sub("", fold(place.name))


_VOWELS = re.compile(r"[aeiouyj ]+|(?<=[aeiou])h\b")
"""Letters in which transliterations differ."""


def _known(place: Place) -> bool:
    return place.population >= (LARGE if place.kind == "capital" else WELL_KNOWN)


def _foreign_alias(name: str, place: Place, focus: CountryFocus) -> bool:
    """Whether only a by-name leads to a place in a country that the report neither names nor borders on.

    A name that shares a word with the place's own ("Cork city") is no by-name, nor is its own in other letters.
    """
    shared = set(fold(name).split()) & set(fold(place.name).split()) or _transliterated(name, place)
    return bool(focus.around) and not shared and not _known(place) and place.country not in focus.around


def _near(place: Place, situation: Situation) -> Reason | None:
    """A place near one that is sure gains; spread is what a reader assumes last."""
    if place.lat is None or place.lon is None or place.kind in ("country", "continent"):
        return None
    here = (place.lat, place.lon)
    others = [
        (distance_km(here, (a.lat, a.lon)), a)
        for a in situation.anchors
        if a.id != place.id and a.lat is not None and a.lon is not None and fold(a.name) != fold(place.name)
    ]
    if not others:
        return None
    km, nearest = min(others, key=lambda o: o[0])
    if km > NEAR_KM:
        return None
    return Reason(name="near", weight=round(1.2 * (1 - km / NEAR_KM), 3), why=f"{km:.0f} km from {nearest.name}")


def _contained(place: Place, situation: Situation) -> Reason | None:
    if not situation.containers:
        return None
    for above in situation.containers:
        if place.id == above.id:
            continue
        if above.kind == "country" and above.country == place.country:
            return Reason(name="stated_container", weight=4.0, why=f"the text puts it in {above.name}")
        if place.part_of == above.id or (
            above.kind == "ADM1" and place.admin1 == above.name and place.country == above.country
        ):
            return Reason(name="stated_container", weight=5.0, why=f"the text puts it in {above.name}")
        if above.kind in ("ADM2", "city", "town") and place.country == above.country and _km(place, above) < 60:
            return Reason(name="stated_container", weight=3.0, why=f"the text puts it in {above.name}")
    if all(place.country != above.country for above in situation.containers):
        return Reason(name="stated_elsewhere", weight=-4.0, why=f"the text puts it in {situation.containers[0].name}")
    return None


def _containing(place: Place, situation: Situation) -> Reason | None:
    """The text puts a place into this one, and the register does so too."""
    for inner in situation.contents:
        if inner.id != place.id and _inside(inner, place):
            return Reason(name="states_content", weight=3.0, why=f"the text puts {inner.name} in it")
    return None


def _inside(inner: Place, outer: Place) -> bool:
    if inner.country != outer.country:
        return False
    return outer.kind == "country" or inner.part_of == outer.id or (outer.kind == "ADM1" and inner.admin1 == outer.name)


def _pointlike(name: str, place: Place, situation: Situation) -> Reason | None:
    """Distances are measured from towns, not from the middle of a division that is called after one; mayors are of towns too."""
    if situation.division and place.kind in ADMIN_KINDS:
        return Reason(name="called_division", weight=2.0, why="the text calls it a division")
    if situation.point and place.kind in (*SETTLEMENTS, "camp"):
        return Reason(name="measured_from", weight=2.0, why="the text measures a distance from or to it")
    at_home = _own_name(name, place) or situation.focus.share_besides(place.country, name) > 0
    if situation.town and at_home and place.kind in SETTLEMENTS and place.population >= VILLAGE:
        return Reason(name="spoken_of_as_town", weight=2.0, why="what stands beside it is said of towns")
    return None


def _measured(place: Place, situation: Situation) -> Reason | None:
    """A stated distance that this place keeps; the direction is not asked, for writers are careless with it."""
    for stated in situation.distances:
        km = _km(place, stated.ground)
        if stated.km[0] * LEAST_OF_STATED - SLACK_KM <= km <= stated.km[1] * MOST_OF_STATED + SLACK_KM:
            return Reason(name="stated_distance", weight=3.0, why=f"{km:.0f} km from {stated.ground.name}, as stated")
        if km > FAR_FROM_STATED * stated.km[1] + 10 * SLACK_KM:
            return Reason(
                name="stated_distance", weight=-3.0, why=f"{km:.0f} km from {stated.ground.name}, not as stated"
            )
    return None


def _km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return distance_km((a.lat, a.lon), (b.lat, b.lon))


def _distinct(scored: list[Ranked]) -> list[Ranked]:
    """Without the second row of one and the same town (two registers, or a town and its own municipality)."""
    kept: list[Ranked] = []
    for one in scored:
        twin = any(_km(one.place, k.place) < 8 and _alike(one.place, k.place) for k in kept)
        if not twin:
            kept.append(one)
    return kept


def _alike(one: Place, other: Place) -> bool:
    """Whether two rows may be of one place: both divisions, or both settlements of whatever size."""
    return one.kind[:3] == other.kind[:3] or (one.kind in SETTLEMENTS and other.kind in SETTLEMENTS)

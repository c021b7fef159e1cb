"""Resolves place mentions against the gazetteer and the rest of the report."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dateline.model.record import Mention, Reading, Reason
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference import Reference
from dateline.reference.gazetteer_fold import fold
from dateline.resolve.place_context import CountryFocus, country_focus, stated_container
from dateline.resolve.place_names import NamedAs, candidates, taken_apart
from dateline.resolve.place_nominals import nominal_readings
from dateline.resolve.place_ranking import NO_MATCH, Ranked, Situation, probabilities, ranked


def resolve_places(parse: Parse, mentions: tuple[Mention, ...], reference: Reference) -> tuple[Reading, ...]:
    """Every place mention's candidates, ranked; a name in no register gets a place of this report without a point."""
    gazetteer = reference.gazetteer
    places = [m for m in mentions if m.kind == "place"]
    named = {m.id: taken_apart(m.span.quote, gazetteer) for m in places if m.form == "name"}
    found = {m.id: candidates(named[m.id], gazetteer) for m in places if m.id in named}
    focus = country_focus(parse, [(m, found[m.id]) for m in places if m.id in found], gazetteer)
    containers = _containers(parse, places, found)
    first = _best_by_name(places, named, found, containers, Situation(focus=focus))
    anchors = tuple({r[0].place.id: r[0].place for r in first.values() if r and r[0].weight > 3.0}.values())
    final = _best_by_name(places, named, found, containers, Situation(focus=focus, anchors=anchors))
    readings: list[Reading] = []
    best: dict[str, Place] = {}
    for mention in places:
        if mention.id in named:
            mine = list(_name_readings(mention, named[mention.id], final[fold(named[mention.id].surface)], best, focus))
        else:
            mine = list(nominal_readings(parse, mention, best, places, focus, reference))
        if mine and isinstance(mine[0].value, Place):
            best[mention.id] = mine[0].value
        readings.extend(mine)
    return tuple(readings)


def _containers(
    parse: Parse, places: list[Mention], found: dict[str, tuple[Place, ...]]
) -> dict[str, tuple[Place, ...]]:
    """For a mention, the places that the text states it lies in."""
    stated = {}
    for mention, following in itertools.pairwise(places):
        if mention.id in found and following.id in found and stated_container(parse, mention, following):
            above = tuple(p for p in found[following.id] if p.kind in ("country", "ADM1", "ADM2"))
            if above:
                stated[mention.id] = above
    return stated


def _best_by_name(
    places: list[Mention],
    named: dict[str, NamedAs],
    found: dict[str, tuple[Place, ...]],
    containers: dict[str, tuple[Place, ...]],
    situation: Situation,
) -> dict[str, list[Ranked]]:
    """The ranking of every name: one sense a report, with the containers stated anywhere in it."""
    stated: dict[str, list[Place]] = {}
    names: dict[str, tuple[NamedAs, tuple[Place, ...]]] = {}
    for mention in places:
        if mention.id in named:
            key = fold(named[mention.id].surface)
            names[key] = (named[mention.id], found[mention.id])
            stated.setdefault(key, []).extend(containers.get(mention.id, ()))
    return {
        key: ranked(
            name.core,
            options,
            Situation(focus=situation.focus, anchors=situation.anchors, containers=tuple(stated[key])),
        )
        for key, (name, options) in names.items()
    }


def _name_readings(
    mention: Mention, named: NamedAs, scored: list[Ranked], best: dict[str, Place], focus: CountryFocus
) -> Iterator[Reading]:
    shares = probabilities(scored)
    none = Reading(
        mention=mention.id,
        value=_reported(named, best, focus),
        score=round(1 - sum(shares), 4),
        rank=1,
        reasons=(Reason(name="no_match", weight=NO_MATCH, why="no place of a register fits well enough"),),
    )
    options = [
        Reading(mention=mention.id, value=_part(named, r.place), score=round(share, 4), rank=1, reasons=r.reasons)
        for r, share in zip(scored, shares, strict=True)
    ]
    ordered = sorted([*options, none], key=lambda r: -r.score)
    for rank, reading in enumerate(ordered, start=1):
        yield Reading(
            mention=reading.mention, value=reading.value, score=reading.score, rank=rank, reasons=reading.reasons
        )


def _part(named: NamedAs, place: Place) -> Place:
    """The place, or the part of it that a direction picks ("eastern Ukraine")."""
    if named.direction is None:
        return place
    return Place(
        id=f"report:{_slug(named.surface)}",
        name=named.surface,
        kind="part",
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        part_of=place.id,
        ground=place.id,
    )


def _reported(named: NamedAs, best: dict[str, Place], focus: CountryFocus) -> Place:
    """A place that exists only in this report."""
    return Place(
        id=f"report:{_slug(named.surface)}",
        name=named.surface,
        kind=named.kind or "place",
        country=focus.first,
    )


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold(name)).strip("-") or "place"

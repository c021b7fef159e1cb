"""Resolves place mentions against the gazetteer and the rest of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

from dateline.model.record import Mention, Reading, Reason
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference import Reference
from dateline.reference.distance import DistancePhrase, distance_phrases
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.resolve.place_context import (
    CountryFocus,
    country_focus,
    homes_of_parties,
    is_enumerated,
    lands_told,
    spoken_of_as_division,
    spoken_of_as_town,
    stated_container,
    stated_owner,
)
from dateline.resolve.place_framing import is_framed, told_beside
from dateline.resolve.place_holders import apposed, holders_of, neighbours, settings
from dateline.resolve.place_names import NamedAs, candidates, plural_division, taken_apart
from dateline.resolve.place_nominals import (
    SETTLED,
    SHARE_OF_FIRST,
    Earlier,
    epithet_value,
    nominal_of,
    nominal_value,
    settlement_noun,
)
from dateline.resolve.place_ranking import NO_MATCH, Ranked, Situation, StatedDistance, probabilities, ranked
from dateline.resolve.place_relative import relative_place
from dateline.resolve.place_ways import ends_of, way_between

SURE = 3.0
"""From this sum of weights a first ranking makes a place an anchor for its neighbours."""
SPREAD_M = {"ADM1": 150_000.0, "ADM2": 40_000.0, **dict.fromkeys((*SETTLED, "part"), 10_000.0)}
"""Uncertainty of a place of which only the division or town is known, in metres."""
CALLED_AFTER = ("capital", "city", "town", "ADM1", "ADM2")
_HOLDING = ("country", "ADM1", "ADM2", "city", "town")
"""Kinds of places in which the text puts others; a village that is "in" a town lies near it."""
_LISTED = re.compile(r"\s*(?:,|,?\s+(?:and|or))\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All name mentions with what may be meant and what the text says about them.

    `outer` is the mention that the text puts a mention into ("X, Y"), `within` the place that this one turned out to be;
    `lands` the country that the text told of last before a name in no register, `towns` and `divisions` are the mentions that the words around them take for such.
    """

    named: Mapping[str, NamedAs]
    found: Mapping[str, tuple[Place, ...]]
    containers: Mapping[str, tuple[Place, ...]]
    contents: Mapping[str, tuple[Place, ...]]
    outer: Mapping[str, str]
    phrases: Mapping[str, DistancePhrase]
    focus: CountryFocus
    towns: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    within: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    lands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def key(self, mention: str) -> str:
        """The name under which all mentions of one sense are ranked together."""
        named = self.named[mention]
        return f"{fold(named.surface)} {named.kind or ''}"


def _settled(
    parse: Parse, mentions: tuple[Mention, ...], places: list[Mention], reference: Reference
) -> tuple[Names, dict[str, list[Ranked]], dict[str, Place], dict[str, Place]]:
    """The names, how each is read, and the places of the mentions that a register settles, and of all names."""
    gazetteer = reference.gazetteer
    names = _names(parse, places, gazetteer, homes_of_parties(parse, mentions, reference.actors))
    final = _ranked_twice(places, names)
    settled = {m: r[0].place for m in names.named if (r := final[names.key(m)]) and not names.named[m].facility}
    within = dict(settings(parse, places, settled)) | {m: settled[o] for m, o in names.outer.items() if o in settled}
    names = replace(names, within=within, lands=dict(lands_told(parse, places, settled)))
    unlisted = {m.id: _reported(m, names, {}, gazetteer) for m in places if m.id in names.named and m.id not in settled}
    return names, final, settled, {**unlisted, **settled}


def resolve_places(parse: Parse, mentions: tuple[Mention, ...], reference: Reference) -> tuple[Reading, ...]:
    """Every place mention's candidates, ranked; a name in no register gets a place of this report without a point."""
    gazetteer = reference.gazetteer
    places = [m for m in mentions if m.kind == "place"]
    names, final, settled, known = _settled(parse, mentions, places, reference)
    holders, near = holders_of(parse, places, known), dict(neighbours(parse, places, known))
    same = dict(apposed(parse, places, known))
    aside = {phrase.ground for phrase in names.phrases.values()}
    best: dict[str, tuple[Place, bool]] = {}
    read = dict(settled)
    asides: set[str] = set()
    told: set[str] = set()
    called: dict[str, Place] = {}
    readings: list[Reading] = []
    for mention in places:
        if mention.id in names.named:
            mine = _name_readings(mention, names, final[names.key(mention.id)], best, gazetteer)
        else:
            earlier = Earlier(
                places=tuple(best.values()),
                called=called,
                holder=holders.get(mention.id),
                near=near.get(mention.id),
                beside=told_beside(parse, mention, places, best, aside),
            )
            mine = [_nominal_reading(parse, mention, names, earlier, gazetteer)]
            if mention.id in same:
                mine = [replace(mine[0], value=same[mention.id])]
                called.update({"capital": same[mention.id]} if mention.span.quote.endswith("capital") else {})
        mine = _relative(mention, mine, names, read)
        if isinstance(value := mine[0].value, Place):
            framed = mention.id in aside or is_framed(parse, mention)
            framed = framed or (mention.form != "name" and value.id in asides - told)
            best[mention.id] = (value, framed)
            read[mention.id] = value
            (asides if framed and value.id not in told else told).add(value.id)
            if value.kind != "set" and (noun := settlement_noun(parse, mention)):
                called[noun] = value
        readings.extend(mine)
    return tuple(readings)


def _ranked_twice(places: Sequence[Mention], names: Names) -> dict[str, list[Ranked]]:
    """The rankings by what the first round was sure of: towns that stand alone tell where their namesakes are."""
    first = _rankings(places, names, (), {})
    anchors = tuple({r[0].place.id: r[0].place for r in first.values() if r and r[0].weight > SURE}.values())
    grounds = {m: r[0].place for m in names.named if (r := first[names.key(m)]) and not names.named[m].facility}
    return _rankings(places, names, anchors, grounds)


def _names(parse: Parse, places: Sequence[Mention], gazetteer: Gazetteer, homes: Sequence[str]) -> Names:
    named = {m.id: taken_apart(m.span.quote, gazetteer) for m in places if m.form == "name"}
    for one, two in pairwise(m for m in places if m.id in named):
        between = parse.report.text[one.span.end : two.span.start].strip()
        if between in ("and", ",", ", and", "or") and (kind := plural_division(two.span.quote)):
            named[one.id] = replace(named[one.id], kind=kind)
    found = {mention: candidates(name, gazetteer) for mention, name in named.items()}
    focus = country_focus(
        parse,
        [told for m in places if m.id in found for told in _told_by(m, named[m.id], found[m.id], gazetteer)],
        gazetteer,
        homes,
    )
    pairs = list(_contained(parse, places, found))
    pairs.extend(_contained_with(parse, [m for m in places if m.id in found], found, dict(pairs)))
    return Names(
        named=named,
        found=found,
        containers=dict(_containers(pairs, found)),
        contents={outer: found[inner] for inner, outer in pairs},
        outer=dict(pairs),
        phrases={p.figure: p for p in distance_phrases(parse, places) if p.figure},
        focus=focus,
        towns=frozenset(m.id for m in places if m.id in found and spoken_of_as_town(parse, m)),
        divisions=frozenset(m.id for m in places if m.id in found and spoken_of_as_division(parse, m)),
    )


def _told_by(
    mention: Mention, named: NamedAs, found: tuple[Place, ...], gazetteer: Gazetteer
) -> Iterator[tuple[Mention, str, tuple[Place, ...]]]:
    """What a name says of the country: a way between two towns what both of them say."""
    yield mention, named.core, found
    yield from ((mention, end, tuple(gazetteer.named(end))) for end in ends_of(named.core) if named.kind == "road")


def _contained(
    parse: Parse, places: Sequence[Mention], found: Mapping[str, tuple[Place, ...]]
) -> Iterator[tuple[str, str]]:
    """Pairs of mentions of which the text states that the first lies in the second, or belongs to it ("Kachin's X")."""
    named = [mention for mention in places if mention.id in found]
    owned = {one.id: two for one, two in pairwise(named) if stated_owner(parse, one, two)}
    for mention, following in pairwise(places):
        if (
            mention.id in found
            and following.id in found
            and stated_container(parse, mention, following)
            and not is_enumerated(parse, following, found[following.id])
        ):
            yield mention.id, owned.get(following.id, following).id
    yield from ((mention.id, owner) for owner, mention in owned.items())


def _contained_with(
    parse: Parse, named: Sequence[Mention], found: Mapping[str, tuple[Place, ...]], outer: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """The same for names in no register that are listed with one: "X, Y and Z villages in Pinlaung township"."""
    listed = [
        pair for pair in pairwise(named) if _LISTED.fullmatch(parse.report.text[pair[0].span.end : pair[1].span.start])
    ]
    for one, other in (*listed, *((two, one) for one, two in reversed(listed))):
        if one.id in outer and other.id not in outer and not found[other.id]:
            outer[other.id] = outer[one.id]
            yield other.id, outer[one.id]


def _containers(
    pairs: Sequence[tuple[str, str]], found: Mapping[str, tuple[Place, ...]]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """For a mention, the countries and divisions that the text may mean by what it puts it in."""
    for inner, outer in pairs:
        above = tuple(p for p in found[outer] if p.kind in _HOLDING)
        if above and not _two_countries(found[inner], above):
            yield inner, above


def _two_countries(one: tuple[Place, ...], above: tuple[Place, ...]) -> bool:
    """Whether both names are first of all countries: "Russia, the United States and China" is a list."""
    return bool(one) and one[0].kind == "country" and above[0].kind == "country"


def _rankings(
    places: Sequence[Mention], names: Names, anchors: tuple[Place, ...], grounds: Mapping[str, Place]
) -> dict[str, list[Ranked]]:
    """The ranking of every name: one sense a report, with what is stated of it anywhere in the report."""
    senses: dict[str, list[str]] = {}
    for mention in (m.id for m in places if m.id in names.named):
        senses.setdefault(names.key(mention), []).append(mention)
    return {
        key: ranked(names.named[same[-1]].core, names.found[same[-1]], _situation(same, names, anchors, grounds))
        for key, same in senses.items()
    }


def _situation(
    same: Sequence[str], names: Names, anchors: tuple[Place, ...], grounds: Mapping[str, Place]
) -> Situation:
    """What the report says of all mentions of one name together."""
    phrases = [phrase for mention in same if (phrase := names.phrases.get(mention))]
    stated = [(phrase, grounds.get(phrase.ground or "")) for phrase in phrases]
    return Situation(
        focus=names.focus,
        anchors=anchors,
        containers=tuple(p for mention in same for p in names.containers.get(mention, ())),
        contents=tuple(p for mention in same for p in names.contents.get(mention, ())),
        distances=tuple(StatedDistance(ground=g, km=phrase.km, bearing=phrase.bearing) for phrase, g in stated if g),
        point=bool(phrases) or any(phrase.ground in same for phrase in names.phrases.values()),
        town=not names.towns.isdisjoint(same),
        division=not names.divisions.isdisjoint(same),
    )


def _name_readings(
    mention: Mention,
    names: Names,
    scored: list[Ranked],
    best: Mapping[str, tuple[Place, bool]],
    gazetteer: Gazetteer,
) -> list[Reading]:
    named = names.named[mention.id]
    shares = probabilities(scored)
    reason = Reason(name="no_match", weight=NO_MATCH, why="no place of a register fits well enough")
    none = Reading(
        mention=mention.id,
        value=_reported(mention, names, best, gazetteer),
        score=round(1 - sum(shares), 4),
        rank=1,
        reasons=(reason,),
    )
    options = [
        Reading(mention=mention.id, value=_part(named, r.place), score=round(share, 4), rank=1, reasons=r.reasons)
        for r, share in zip(scored, shares, strict=True)
    ]
    return list(_ranked_readings([*options, none]))


def _ranked_readings(readings: list[Reading]) -> Iterator[Reading]:
    for rank, reading in enumerate(sorted(readings, key=lambda r: -r.score), start=1):
        yield replace(reading, rank=rank)


def _part(named: NamedAs, place: Place) -> Place:
    """The place, or the part of it that a direction picks ("eastern Ukraine")."""
    if named.direction is None:
        return place
    return replace(
        place,
        id=f"report:{_slug(named.surface)}",
        name=named.surface,
        kind="part",
        population=0,
        aliases=(),
        part_of=place.id,
        ground=place.id,
        source=None,
    )


def _reported(mention: Mention, names: Names, best: Mapping[str, tuple[Place, bool]], gazetteer: Gazetteer) -> Place:
    """A place that exists only in this report; a facility called after a town lies there, more or less.

    What the text puts into a division lies somewhere in it.
    """
    named = names.named[mention.id]
    place = Place(
        id=f"report:{_slug(named.surface)}",
        name=named.surface,
        kind=named.kind or "place",
        country=names.lands.get(mention.id, names.focus.first),
    )
    place = way_between(place, named.core, (told for told, _ in best.values()), names.focus, gazetteer)
    core = _called_after(named, names, best, gazetteer) if named.facility and place.lat is None else None
    core = core or names.within.get(mention.id)
    if core is None:
        return place
    spread = SPREAD_M.get(core.kind)
    return replace(
        place,
        country=core.country,
        admin1=core.name if core.kind == "ADM1" else core.admin1,
        lat=core.lat if spread else None,
        lon=core.lon if spread else None,
        part_of=core.id,
        ground=core.id if spread else None,
        uncertainty_m=spread,
    )


def _called_after(
    named: NamedAs, names: Names, best: Mapping[str, tuple[Place, bool]], gazetteer: Gazetteer
) -> Place | None:
    """The town or division whose name a facility's begins with ("Mosul University", "Nasser District jail")."""
    words = named.core.split(" ")
    shortest = len(words) if named.kind in ("street", "road", "square") else 1
    for length in range(len(words), shortest - 1, -1):
        name = fold(" ".join(words[:length]))
        for place, _ in best.values():
            if place.kind in SPREAD_M and place.lat is not None and fold(place.name) == name:
                return place
        home = names.focus.first
        found = [p for p in gazetteer.named(name) if p.kind in CALLED_AFTER and _is_about(names.focus, p)]
        if found:
            return min(found, key=lambda p: p.country != home)
    return None


def _is_about(focus: CountryFocus, place: Place) -> bool:
    return focus.share(place.country) >= SHARE_OF_FIRST * focus.share(focus.first) > 0


def _nominal_reading(parse: Parse, mention: Mention, names: Names, earlier: Earlier, gazetteer: Gazetteer) -> Reading:
    value: Place | None = None
    why = "a description"
    if mention.form == "epithet":
        _, _, name = mention.span.quote.partition(" of ")
        called = candidates(taken_apart(name, gazetteer), gazetteer)
        value = epithet_value(called, gazetteer) or _seat_itself(called, names.focus)
    if value is None:
        value, why = nominal_value(nominal_of(parse, mention), earlier, names.focus, gazetteer)
    return Reading(
        mention=mention.id, value=value, score=0.5, rank=1, reasons=(Reason(name="nominal", weight=0.0, why=why),)
    )


def _seat_itself(called: Sequence[Place], focus: CountryFocus) -> Place | None:
    """The town that "the provincial capital of Djibo" names itself, in the country that the report is about."""
    return next((p for p in called if p.kind in ("city", "town", "village") and p.country == focus.first), None)


def _relative(mention: Mention, readings: list[Reading], names: Names, settled: Mapping[str, Place]) -> list[Reading]:
    """Give a place of this report, or a name whose namesakes all lie elsewhere, the point that a distance states."""
    phrase = names.phrases.get(mention.id)
    ground = settled.get(phrase.ground or "") if phrase else None
    own = readings[0].value
    if phrase is None or ground is None or not isinstance(own, Place) or not own.id.startswith("report:"):
        return readings
    placed = relative_place(own, phrase, ground)
    why = Reason(name="stated_distance", weight=1.0, why=f"{phrase.measure.quote} from {ground.name}")
    return [replace(readings[0], value=placed, reasons=(*readings[0].reasons, why)), *readings[1:]]


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold(name)).strip("-") or "place"

"""What a report tells about its own parties before any mention is read: its countries, years, introduced names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.model.geodesy import distance_km
from dateline.model.record import Mention, Reading
from dateline.model.text import Parse
from dateline.model.world import Actor, Place
from dateline.reference import Reference
from dateline.reference.actor_acronyms import Introduced, introduced_names
from dateline.reference.actor_words import Word, fold_name, shouted, word_set, words
from dateline.reference.place_words import PRESS_ROOMS

_YEAR = re.compile(r"(?<![\d.,])(?:19[3-9]\d|20[0-4]\d)(?!\d|,\d)|(?<=[A-Z] )[3-9]\d(?= \()")


LEAD = 300
"""Code points at the head of a report, where it says what it is about."""
FAR = 3_500
"""Kilometres between capitals beyond which letters alone name no army of the other country."""
_EVERYWHERE = frozenset(("US", "GB", "FR", "RU", "CN"))
"""Permanent members of the Security Council: their forces are abroad everywhere."""
_LEADS = 1.5
_ABROAD = word_set(
    "backed led linked aligned allied supported sponsored occupied made trained strike strikes airstrike airstrikes warplanes "
    "jets drone drones raid raids missile missiles bombardment shelling invasion incursion"
)
"""Behind a nation's name: it acts in another country, or through others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A stretch [start, end) of code points that names a place, with its country (ISO code) and kind."""

    start: int
    end: int
    country: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`countries` are ISO codes, the likeliest first; `introduced` maps a folded acronym or long name to the long
    name, `acronyms` a folded long name to its acronym; `year` is the latest year that the text or its metadata gives;
    `publisher` answers for the report; `spoken` are the countries that the text speaks of by themselves, their people, places or
    bodies, not only by the name of a group; `located` are the places that it names, in text order.
    """

    parse: Parse
    reference: Reference
    countries: tuple[str, ...]
    introduced: Mapping[str, str]
    acronyms: Mapping[str, str]
    year: int | None
    publisher: Actor
    shouted: bool
    located: tuple[Located, ...] = ()
    spoken: frozenset[str] = frozenset()

    def far_off(self, actor: Actor) -> bool:
        """Whether a party is of a country that the text does not speak of, FAR from the one that it is about."""
        if actor.country is None or self.country is None or actor.country in self.spoken | _EVERYWHERE:
            return False
        here, there = (self.reference.gazetteer.capital(iso) for iso in (self._about, actor.country))
        if here is None or there is None or None in (here.lat, here.lon, there.lat, there.lon):
            return False
        return distance_km((here.lat or 0, here.lon or 0), (there.lat or 0, there.lon or 0)) > FAR

    @property
    def _about(self) -> str:
        """The likeliest country that the text speaks of otherwise than by a party's name."""
        return next((iso for iso in self.countries if iso in self.spoken), "")

    def told_of(self, offset: int) -> str | None:
        """The country of which the words up to an offset tell: of the sentence's first place, else of the last town before."""
        near = self.parse.tokens_in(offset, offset + 1)
        first = (
            self.parse.tokens[self.parse.sentences[near[0].sentence].first].start
            if near and near[0].sentence >= 0
            else offset
        )
        before = self.named_between(0, offset)
        here = next((spot.country for spot in self.named_between(first, offset)), None)
        last = next((spot for spot in reversed(before) if spot.kind != "country"), None)
        if here or last is None or "\n\n" in self.parse.report.text[last.end : offset]:
            return here
        return last.country

    def named_between(self, start: int, end: int) -> tuple[Located, ...]:
        """The places that are named in [start, end), in text order."""
        first = bisect_left(self.located, start, key=lambda spot: spot.start)
        return self.located[first : bisect_right(self.located, end, key=lambda spot: spot.end)]

    @property
    def country(self) -> str | None:
        """The country that the report is about, as far as its words tell."""
        return self.countries[0] if self.countries else None


def build_scene(
    parse: Parse, mentions: Sequence[Mention], reference: Reference, places: Sequence[Reading], publisher: Actor
) -> Scene:
    """Count what points at which country; a dateline's own country and every body of a state weigh most."""
    run = words(parse.report.text)
    votes: defaultdict[str, float] = defaultdict(float)
    spoken = {iso for iso, _ in _country_votes(run, reference)}
    for iso, weight in (*_country_votes(run, reference), *_known_votes(mentions, reference)):
        votes[iso] += weight
    for reading in places:
        if reading.rank == 1 and isinstance(reading.value, Place) and reading.value.country:
            votes[reading.value.country] += 0.5
            spoken.add(reading.value.country)
    if parse.frame.country:
        filed = reference.actors.countries.of(fold_name(parse.frame.country.quote)) or ""
        votes[filed] += 3.0
        spoken.add(filed)
    located = _located(mentions, places)
    if afar := _filed_from_afar(parse, run, located, reference):
        votes[afar] = 0.0
    introduced = introduced_names(parse.report.text)
    return Scene(
        parse=parse,
        reference=reference,
        countries=tuple(sorted((iso for iso in votes if iso), key=lambda iso: (-votes[iso], iso))),
        introduced=MappingProxyType(_long_names(introduced)),
        acronyms=MappingProxyType({fold_name(n.name): n.acronym for n in introduced}),
        year=_year(parse),
        publisher=publisher,
        shouted=shouted(parse.report.text),
        located=located,
        spoken=frozenset(spoken),
    )


def _filed_from_afar(parse: Parse, run: Sequence[Word], located: Sequence[Located], reference: Reference) -> str | None:
    """The country of a town from which agencies report on others, where the report never speaks of it otherwise."""
    place = parse.frame.place
    if place is None or fold_name(place.quote.strip(" ()[],")) not in PRESS_ROOMS:
        return None
    end = max(span.end for span in (place, parse.frame.country) if span is not None)
    home = next((spot.country for spot in located if place.start <= spot.start < end), None)
    others = {spot.country for spot in located if not place.start <= spot.start < end}
    told = _country_votes([word for word in run if not place.start <= word.start < end], reference)
    return home if others and home not in others.union(iso for iso, _ in told) else None


def _located(mentions: Sequence[Mention], places: Sequence[Reading]) -> tuple[Located, ...]:
    named = {r.mention: r.value for r in places if r.rank == 1 and isinstance(r.value, Place)}
    return tuple(
        Located(start=m.span.start, end=m.span.end, country=place.country, kind=place.kind)
        for m in mentions
        if (place := named.get(m.id)) is not None and place.country
    )


def _country_votes(run: Sequence[Word], reference: Reference) -> Iterator[tuple[str, float]]:
    countries, nouns = reference.actors.countries, reference.actors.nouns
    first = 0
    while first < len(run):
        size = countries.phrase_at(run, first) if run[first].text[0].isupper() else 0
        if size:
            after = [w.folded for w in run[first + size : first + size + 3] if w.folded != "s"]
            bodied = any(word in nouns.by_phrase and nouns.by_phrase[word].sort == "state" for word in after)
            phrase = " ".join(w.folded for w in run[first : first + size])
            capital = phrase in countries.by_capital and phrase not in countries.by_name
            tied = bool(after) and after[0] in _ABROAD
            weight = 0.4 if capital or tied else 1.6 if bodied else 1.0
            yield countries.iso_at(run, first, size) or "", weight * (_LEADS if run[first].start < LEAD else 1.0)
        first += size or 1


def _known_votes(mentions: Sequence[Mention], reference: Reference) -> Iterator[tuple[str, float]]:
    """A group that exists in one country only points there; outlets and persons hardly do."""
    for mention in mentions:
        known = reference.actors.named(mention.span.quote) if mention.kind in ("actor", "person") else ()
        lands = {actor.country for actor in known if actor.country}
        if len(lands) == 1:
            yield lands.pop(), 0.3 if known[0].kind == "media" else 1.2


def _long_names(introduced: Sequence[Introduced]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name in introduced:
        table.setdefault(fold_name(name.acronym), name.name)
        table.setdefault(fold_name(name.name), name.name)
    return table


def _year(parse: Parse) -> int | None:
    published = parse.report.published
    if published and published.earliest:
        return published.earliest.year
    years = [int(y) if len(y) == 4 else 1900 + int(y) for y in _YEAR.findall(parse.report.text)]
    return max(years, default=None)

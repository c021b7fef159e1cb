"""What the rest of the report says about where it is: countries, the agency line, places named beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold

FRAME_WEIGHT, COUNTRY_WEIGHT, DEMONYM_WEIGHT, DIVISION_WEIGHT, CITY_WEIGHT = 2.0, 1.5, 1.0, 0.7, 0.7
PARTY_WEIGHT = 0.7
BIG_CITY = 300_000
SHARED = 0.5
"""What a name that several countries have counts, beside one that only one has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFocus:
    """How much of the report is about each country: shares that add up to one (or nothing at all).

    `around` are the countries that it names, by themselves, their people or a place under its own name, and those they
    border on.
    """

    shares: Mapping[str, float]
    around: frozenset[str] = frozenset()

    @property
    def first(self) -> str | None:
        """The country that the report is most about."""
        return max(self.shares, key=lambda iso: self.shares[iso], default=None)

    def share(self, country: str | None) -> float:
        """The share of one country."""
        return self.shares.get(country or "", 0.0)


def country_focus(
    parse: Parse,
    names: Sequence[tuple[Mention, tuple[Place, ...]]],
    gazetteer: Gazetteer,
    homes: Sequence[str] = (),
) -> CountryFocus:
    """Count countries, nationalities, divisions and well-known cities; the agency line counts, but does not decide.

    `homes` are the countries of the known parties that the report names, one a party.

    Names that several countries have count for the one that the others speak for, so that no name is its own evidence.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    frame = {span.start for span in (parse.frame.place, parse.frame.country) if span}
    shared: list[tuple[Place, ...]] = []
    named: set[str] = set()
    for mention, found in names:
        if found and found[0].country is not None:
            named.update(_named_countries(mention, found, framed=mention.span.start in frame))
            if mention.span.start in frame or _is_alone(found):
                weights[found[0].country] += _weight(found[0], framed=mention.span.start in frame)
            else:
                shared.append(found)
    for token in parse.tokens:
        if token.pos in ("ADJ", "PROPN", "NOUN") and token.text[0].isupper():
            country = gazetteer.demonyms.get(fold(token.text))
            if country:
                weights[country] += DEMONYM_WEIGHT
                named.add(country)
    for country in homes:
        weights[country] += PARTY_WEIGHT
        named.add(country)
    sure = dict(weights)
    for found in shared:
        best = max(found, key=lambda p: sure.get(p.country or "", 0.0))
        weights[best.country or ""] += _weight(best, framed=False) * SHARED
    total = sum(weights.values())
    shares = {iso: weight / total for iso, weight in weights.items() if iso} if total else {}
    around = named.union(*(gazetteer.neighbours.get(iso, ()) for iso in named))
    return CountryFocus(shares=shares, around=frozenset(around))


def _named_countries(mention: Mention, found: tuple[Place, ...], *, framed: bool) -> Iterator[str]:
    """Countries that a name speaks for: by the agency line, as a country or division, or as a place's own name."""
    for place in found if not framed else found[:1]:
        own = fold(mention.span.quote) == fold(place.name)
        if place.country and (framed or own or place.kind in ("country", "capital", "ADM1")):
            yield place.country


def _is_alone(found: tuple[Place, ...]) -> bool:
    """Whether a name is one country's: a country's own name, or nobody else has it."""
    return found[0].kind == "country" or all(p.country == found[0].country for p in found)


def _weight(best: Place, *, framed: bool) -> float:
    if framed:
        return FRAME_WEIGHT
    if best.kind == "country":
        return COUNTRY_WEIGHT
    if best.kind == "ADM1" or best.kind == "capital":
        return DIVISION_WEIGHT
    return CITY_WEIGHT if best.population >= BIG_CITY else 0.3


def is_enumerated(parse: Parse, following: Mention, found: tuple[Place, ...]) -> bool:
    """Whether "X, Y" goes on as a list of cities ("Washington, New York and Boston") and Y may be one of them."""
    if not any(p.population >= BIG_CITY and p.kind in ("city", "capital") for p in found):
        return False
    rest = parse.report.text[following.span.end : following.span.end + 40]
    return re.match(r",?\s+(?:and|or)\s+[A-Z]|,\s+[A-Z][\w.' -]{1,25}(?:,|\s+and\s)", rest) is not None


def stated_container(parse: Parse, mention: Mention, following: Mention | None) -> bool:
    """Whether the next place mention is written as what this one lies in: "X, Y", "X (Y)", "X, in northern Y"."""
    if following is None:
        return False
    between = parse.report.text[mention.span.end : following.span.start]
    if "\n" in between or len(between) > 30:
        return False
    bare = between.strip(" (").lower()
    if bare in (",", ""):
        return bool(between.strip())
    words = bare.replace(",", " ").split()
    return all(word in _LINKS for word in words) and any(word in ("in", "of") for word in words)


_LINKS = frozenset(
    [
        "in",
        "of",
        "the",
        "province",
        "region",
        "state",
        "district",
        "governorate",
        "town",
        "city",
        "a",
        "an",
        "eastern",
        "western",
        "northern",
        "southern",
        "central",
        "north",
        "south",
    ]
)

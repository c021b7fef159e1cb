"""What the rest of the report says about where it is: countries, the agency line, places named beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.model.world import Actor, Place
from dateline.reference.actor_words import word_set
from dateline.reference.actors import ActorRegister
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import ADMIN_NOUNS, PRESS_ROOMS

FRAME_WEIGHT, COUNTRY_WEIGHT, DEMONYM_WEIGHT, DIVISION_WEIGHT, CITY_WEIGHT = 2.0, 1.5, 1.0, 0.7, 0.7
PARTY_WEIGHT = 0.7
AFAR_WEIGHT = 0.2
"""What an agency line says of its country that comes from a town from which agencies report on others."""
VILLAGE = 5_000
ALL = 0.999
"""From this part on a name is all that speaks for any country."""
BIG_CITY = 300_000
FRAMED = 2
"""So many code points a place of the agency line may lie behind its beginning: brackets."""
SHARED = 0.5
"""What a name that several countries have counts, beside one that only one has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFocus:
    """How much of the report is about each country: shares that add up to one (or nothing at all).

    `around` are the countries that it names, by themselves, their people or a place under its own name, and those they
    border on; `next_door` are those that border on a country with a share. `total` is the weight of all of it, `own` is the country that a name itself speaks for and its part of the shares: no name is its own evidence.
    """

    shares: Mapping[str, float]
    around: frozenset[str] = frozenset()
    next_door: frozenset[str] = frozenset()
    total: float = 0.0
    own: Mapping[str, tuple[str, float]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def first(self) -> str | None:
        """The country that the report is most about."""
        return max(self.shares, key=lambda iso: self.shares[iso], default=None)

    def share(self, country: str | None) -> float:
        """The share of one country."""
        return self.shares.get(country or "", 0.0)

    def share_besides(self, country: str | None, name: str) -> float:
        """The share of one country in what is left without the word of a name itself."""
        land, part = self.own.get(fold(name), ("", 0.0))
        share = self.share(country) - (part if land == country else 0.0)
        return share / (1 - part) if part < ALL else 0.0

    def told_besides(self, name: str) -> float:
        """How surely anything but the name itself says where the report is: 0 not at all, 1 as a country's name does."""
        part = self.own.get(fold(name), ("", 0.0))[1]
        return min(1.0, (1 - part) * self.total / COUNTRY_WEIGHT) if self.shares else 0.0


def homes_of_parties(parse: Parse, mentions: Sequence[Mention], actors: ActorRegister) -> tuple[str, ...]:
    """The country of every armed party that the report names and that is of one country, of leaders of rebels, and of
    the government to which somebody is loyal ("militias allied to Kinshasa").
    """
    quotes = {m.span.quote for m in mentions if m.kind in ("actor", "person") and m.form == "name"}
    known = {a.id: a for quote in sorted(quotes) for a in actors.named(quote)[:1]}
    parties = [a.country for a in known.values() if a.country and (a.armed or _leads_rebels(a))]
    seats = [m for m in mentions if m.form == "metonym" and _LOYAL.search(parse.report.text[: m.span.start][-20:])]
    loyal = (actors.countries.of(fold(seat.span.quote)) for seat in seats)
    return (*parties, *dict.fromkeys(country for country in loyal if country))


_LOYAL = re.compile(r"\b(?:loyal|allied|aligned|answerable) (?:to|with) $")
"""Before the seat of a government at whose home somebody fights; who is backed or armed from afar may do so anywhere."""


def _leads_rebels(actor: Actor) -> bool:
    """Whether a person is of a party at arms that is no state's: what he does, he does at home."""
    return actor.id.startswith("per:") and actor.side is not None and not actor.side.isupper()


def country_focus(
    parse: Parse,
    names: Sequence[tuple[Mention, str, tuple[Place, ...]]],
    gazetteer: Gazetteer,
    homes: Sequence[str] = (),
) -> CountryFocus:
    """Count countries, nationalities, divisions and well-known cities; the agency line counts, but does not decide.

    `names` are mentions with the name without its noun and what it may mean; `homes` the countries of the known
    parties that the report names, one a party.

    Names that several countries have count for the one that the others speak for, so that no name is its own evidence.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    frame = {span.start for span in (parse.frame.place, parse.frame.country) if span}
    own: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    shared: list[tuple[str, tuple[Place, ...]]] = []
    named: set[str] = set()
    for mention, core, found in names:
        if found and found[0].country is not None and not _only_a_hamlet(core, found):
            named.update(_named_countries(mention, found, framed=mention.span.start in frame))
            name = fold(core)
            if mention.span.start in frame or _is_alone(found):
                framed = mention.span.start in frame
                weight = AFAR_WEIGHT if framed and name in PRESS_ROOMS else _weight(found[0], framed=framed)
                weights[found[0].country] += weight
                own[name][found[0].country] += 0.0 if mention.span.start in frame else weight
            else:
                shared.append((name, found))
    for country, weight in _nationalities(parse, gazetteer):
        weights[country] += weight
        named.add(country)
    for home in homes:  # parties act abroad, too: the report is drawn there, but it has not named the country
        weights[home] += PARTY_WEIGHT
    sure = dict(weights)
    for name, found in shared:
        best = max(found, key=lambda p: sure.get(p.country or "", 0.0))
        weights[best.country or ""] += _weight(best, framed=False) * SHARED
        own[name][best.country or ""] += _weight(best, framed=False) * SHARED
    return _focus(weights, own, named, gazetteer)


def _focus(
    weights: Mapping[str, float], own: Mapping[str, Mapping[str, float]], named: set[str], gazetteer: Gazetteer
) -> CountryFocus:
    """The weights as shares; what each name brought in stays known, so that it can be left out."""
    total = sum(weights.values())
    shares = {iso: weight / total for iso, weight in weights.items() if iso} if total else {}
    around = named.union(*(gazetteer.neighbours.get(iso, ()) for iso in named))
    next_door = frozenset().union(*(gazetteer.neighbours.get(iso, frozenset()) for iso in shares))
    mine = {name: (iso, weight / total) for name, lands in own.items() for iso, weight in lands.items() if total}
    return CountryFocus(
        shares=shares, around=frozenset(around), next_door=next_door, total=total, own=MappingProxyType(mine)
    )


def _nationalities(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[str, float]]:
    """The countries of the nationalities that the text names, with what each says."""
    for token in parse.tokens:
        if token.pos in ("ADJ", "PROPN", "NOUN") and token.text[0].isupper():
            country = gazetteer.demonyms.get(fold(token.text))
            if country:
                yield country, DEMONYM_WEIGHT


def _named_countries(mention: Mention, found: tuple[Place, ...], *, framed: bool) -> Iterator[str]:
    """Countries that a name speaks for: by the agency line, as a country or division, or as a place's own name."""
    for place in found if not framed else found[:1]:
        own = fold(mention.span.quote) == fold(place.name)
        if place.country and (framed or own or place.kind in ("country", "capital", "ADM1")):
            yield place.country


def _is_alone(found: tuple[Place, ...]) -> bool:
    """Whether a name is one country's: a country's own name, or nobody else has it."""
    return found[0].kind == "country" or all(p.country == found[0].country for p in found)


def _only_a_hamlet(name: str, found: tuple[Place, ...]) -> bool:
    """Whether a name is at most a by-name of a village: such a one speaks for no country."""
    return all(p.population < VILLAGE and p.kind in ("village", "town") and fold(p.name) != fold(name) for p in found)


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


_BEFORE_TOWNS = re.compile(
    r"\b(?:near|outside|mayor of|outskirts of|city of|town of|streets of|suburbs? of|residents of|centre of|center of"
    r"|(?-i:[A-Z][\w’'-]+) (?:district|quarter|neighbou?rhood|ward) of)"
    r"(?: the)?\s+$",
    re.IGNORECASE,
)
_DONE_TO_TOWNS = re.compile(
    r"\b(?:storm|raid|attack|shell|bomb|enter|overr[ua]n|encircl|besieg|infiltrat|captur|recaptur|seiz|retak|retook|took|reach|hit|struck)"
    r"(?:ed|es|s|ing|e|ning)?\s+$",
    re.IGNORECASE,
)
"""Of a division and its town that are called alike, fighters attack and enter the town, unless a word says which."""
_BEHIND_TOWNS = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:mayor|outskirts|suburbs?|airport|market|streets|port|centre|center)\b"
)


def spoken_of_as_town(parse: Parse, mention: Mention) -> bool:
    """Whether the words around a name are said of towns: the line where a report was filed, "near X", "X's mayor"."""
    frame = parse.frame.place
    if frame is not None and abs(mention.span.start - frame.start) <= FRAMED:
        return True
    text = parse.report.text
    near = max(0, mention.span.start - 40), mention.span.start
    before = _BEFORE_TOWNS.search(text, *near) or _DONE_TO_TOWNS.search(text, *near)
    return before is not None or _BEHIND_TOWNS.match(text, mention.span.end) is not None


_BEFORE_DIVISIONS = re.compile(rf"\b(?:{'|'.join(ADMIN_NOUNS)}) of\s+$", re.IGNORECASE)


def spoken_of_as_division(parse: Parse, mention: Mention) -> bool:
    """Whether a noun before a name calls it a division: "the northern region of X"."""
    start = mention.span.start
    return _BEFORE_DIVISIONS.search(parse.report.text, max(0, start - 20), start) is not None


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


def stated_owner(parse: Parse, mention: Mention, following: Mention) -> bool:
    """Whether a place is written as the one in which the next lies: "Kachin's X township"."""
    between = parse.report.text[mention.span.end : following.span.start].strip()
    return between in ("'s", "’s", "'", "’")


_LINKS = word_set(
    "in of the a an province region state district governorate town city municipality department commune county township "
    "subdistrict prefecture canton oblast raion rural area eastern western northern southern central north south"
)


def lands_told(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> Iterator[tuple[str, str]]:
    """For a name in no register the country that its paragraph told of last before: "In Burkina Faso, gunmen attacked X"."""
    text, last = parse.report.text, None
    framed = max((span.end for span in (parse.frame.place, parse.frame.country) if span), default=0)
    for mention in places:
        if last is not None and "\n\n" in text[last[0] : mention.span.start]:
            last = None
        place = settled.get(mention.id)
        if place is None and last is not None:
            yield mention.id, last[1]
        if place is not None and place.country and mention.span.start >= framed:
            inside = place.kind != "country" or _INSIDE.search(
                text[max(0, mention.span.start - 24) : mention.span.start]
            )
            last = (mention.span.end, place.country) if inside else last


_INSIDE = re.compile(r"\bIn (?:neighbou?ring |nearby )?(?:the )?$")
"""Before a country in which all of a sentence plays; what is told of with another word ("fled to", "rebels in") lies elsewhere."""

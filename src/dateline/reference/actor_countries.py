"""Countries as parties: their names, adjectives, people and capitals, and the bodies that every state has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_tables import listed, read_table
from dateline.reference.actor_words import Word, fold_name, run_length, word_set
from dateline.reference.countries import load_countries as load_codes

BODIES: tuple[tuple[str, ActorKind, str, tuple[str, ...]], ...] = (
    ("forces", "state_force", "{adj} armed forces", ("{adj} army", "{adj} forces", "{adj} military", "{adj} troops")),
    ("airforce", "state_force", "{adj} air force", ()),
    ("navy", "state_force", "{adj} navy", ()),
    ("police", "state_force", "{adj} police", ()),
    ("intelligence", "state_force", "{adj} intelligence", ()),
    ("staff", "state_force", "General Staff of {name}", ("{adj} general staff",)),
    ("defence", "government", "{adj} defence ministry", ("{adj} defense ministry",)),
    ("foreign", "government", "{adj} foreign ministry", ()),
    ("interior", "government", "{adj} interior ministry", ()),
    ("health", "government", "{adj} health ministry", ()),
    ("government", "government", "Government of {name}", ("{adj} government", "{name}", "{capitals}")),
)
"""Body, kind, canonical name and aliases; every country gets each of them by rule."""

STATE_WEAPONS = frozenset(
    (
        "warplanes", "warplane", "jets", "jet", "aircraft", "tanks", "tank", "helicopters", "helicopter", "drones",
        "drone", "artillery", "planes", "gunships", "warships", "missiles", "bombers", "bomber", "submarines", "rockets",
        "shells", "mortars", "bombs", "snipers", "gunboats", "howitzers", "warship", "destroyer", "destroyers", "frigate",
        "frigates", "corvette", "corvettes", "gunboat", "submarine",
    )
)  # fmt: skip
"""Things that act for the state whose adjective they bear: "Russian warplanes"."""

_PARTS = {
    "air force": "airforce", "air defence": "airforce", "air defense": "airforce", "air forces": "airforce",
    "air defences": "airforce", "air defenses": "airforce",
    "navy": "navy", "naval forces": "navy", "coast guard": "navy",
    "police": "police", "police force": "police", "national police": "police", "policemen": "police",
    "police officers": "police", "riot police": "police", "policeman": "police", "federal police": "police",
    "intelligence service": "intelligence", "intelligence services": "intelligence",
    "intelligence agency": "intelligence", "military intelligence": "intelligence", "secret service": "intelligence",
    "general staff": "staff", "high command": "staff",
    "defence ministry": "defence", "defense ministry": "defence", "ministry of defence": "defence",
    "ministry of defense": "defence",
    "foreign ministry": "foreign", "ministry of foreign affairs": "foreign", "state department": "foreign",
    "interior ministry": "interior", "ministry of the interior": "interior",
    "health ministry": "health", "ministry of health": "health",
    "mod": "defence", "mfa": "foreign", "genstaff": "staff",
}  # fmt: skip
_ALSO_WORDS = frozenset(("us", "car"))
"""Country names that are common words unless they stand in capitals."""

_BEHIND_CODES = STATE_WEAPONS | word_set(
    "forces force troops army military soldiers navy naval air airforce police mod mfa genstaff general armed ground special "
    "marines paratroopers infantry units government ministry defence defense fpv uav uavs strikes airstrikes shelling"
)
"""First words behind a country code in capitals that make it one: "RU troops", "TR drones", "IL air force"."""
_LONGEST_ACRONYM = 3
_OTHER_ACRONYMS = word_set("as au af be by co do dc id in is it me mp my no pa pm so ss to vp")
"""Country codes that are English words, or better known for something else: African Union, Islamic State."""

_OF_SORT = {"state": "forces", "unit": "forces", "police": "police", "government": "government", "label": "government"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state: ISO code, English names, adjectives, what its people are called, capitals that stand for it."""

    iso: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """All countries, found by folded name, adjective, people or capital (each a folded phrase → ISO code).

    `longest` maps the first word of all these phrases to the number of words of the longest one; `codes` are the
    folded ISO 3166-1 codes of two and three letters, which name a state only before one of its bodies.
    """

    by_iso: Mapping[str, Country]
    by_name: Mapping[str, str]
    by_adjective: Mapping[str, str]
    by_people: Mapping[str, str]
    by_capital: Mapping[str, str]
    bodies: Mapping[tuple[str, str], Actor]
    longest: Mapping[str, int]
    codes: Mapping[str, str]

    def phrase_at(self, run: Sequence[Word], first: int) -> int:
        """How many words from `first` on name a country, its people or capital; 0: none."""
        limit = self.longest.get(run[first].folded, 0)
        for size in range(run_length(run, first, limit) if limit else 0, 0, -1):
            folded = " ".join(w.folded for w in run[first : first + size])
            if self.of(folded) and not (folded in _ALSO_WORDS and not run[first].text.isupper()):
                return size
        return 1 if self._coded(run, first) else 0

    def iso_at(self, run: Sequence[Word], first: int, size: int) -> str | None:
        """The country that the words found by `phrase_at` name, also by a code."""
        return self.of(" ".join(w.folded for w in run[first : first + size])) or self._coded(run, first)

    def _coded(self, run: Sequence[Word], first: int) -> str | None:
        """The country of a code: in capitals, right before a body or weapon of a state that is not itself shouted."""
        iso = self.codes.get(run[first].folded)
        if iso is None or not run[first].text.isupper() or first + 1 >= len(run):
            return None
        after = run[first + 1]
        quiet = not after.text.isupper() or len(after.text) <= _LONGEST_ACRONYM
        return iso if after.joined and quiet and after.folded in _BEHIND_CODES else None

    def with_bodies(self, known: Mapping[tuple[str, str], Actor]) -> Countries:
        """The same countries with some bodies replaced by register rows, which keep the rule-made aliases."""
        merged = {key: _merged(actor, self.bodies[key]) for key, actor in known.items()}
        return replace(self, bodies=MappingProxyType({**self.bodies, **merged}))

    def body(self, iso: str | None, noun: str, sort: str) -> Actor | None:
        """The body of a state that a noun (folded, with its sort) means: ("ML", "army", "state") → Mali's forces."""
        part = _PARTS.get(noun) or _OF_SORT.get(sort)
        return self.bodies.get((iso, part)) if iso and part else None

    def of(self, phrase: str) -> str | None:
        """The country that a folded phrase names by name, adjective, people or capital."""
        for table in (self.by_name, self.by_adjective, self.by_people, self.by_capital):
            if phrase in table:
                return table[phrase]
        return None


def _merged(known: Actor, made: Actor) -> Actor:
    names = (*known.aliases, made.name, *made.aliases)
    return replace(known, aliases=tuple(name for name in dict.fromkeys(names) if name != known.name))


def load_countries() -> Countries:
    """The country table with the bodies made by rule."""
    countries = tuple(_country(row) for row in read_table("actor_countries.tsv"))
    phrases = (p for c in countries for p in (c.name, *c.names, *c.adjectives, *c.people, *c.capitals))
    longest: dict[str, int] = {}
    for parts in (fold_name(phrase).split() for phrase in phrases):
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return Countries(
        codes=_codes({c.iso for c in countries}),
        longest=MappingProxyType(longest),
        by_iso=MappingProxyType({c.iso: c for c in countries}),
        by_name=_index((c.iso, (c.name, *c.names)) for c in countries),
        by_adjective=_index((c.iso, c.adjectives) for c in countries),
        by_people=_index((c.iso, c.people) for c in countries),
        by_capital=_index((c.iso, c.capitals) for c in countries),
        bodies=MappingProxyType({(c.iso, part): actor for c in countries for part, actor in _bodies(c)}),
    )


def _codes(states: Set[str]) -> Mapping[str, str]:
    rows = ((code.lower(), c.alpha2) for c in load_codes().values() for code in (c.alpha2, c.alpha3))
    return MappingProxyType({code: iso for code, iso in rows if iso in states and code not in _OTHER_ACRONYMS})


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        iso=row["iso"],
        name=row["name"],
        names=listed(row["names"]),
        adjectives=listed(row["adjectives"]),
        people=listed(row["people"]),
        capitals=listed(row["capitals"]),
    )


def _index(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for iso, names in pairs:
        for name in names:
            table.setdefault(fold_name(name), iso)
    return MappingProxyType(table)


def _bodies(country: Country) -> Iterator[tuple[str, Actor]]:
    adjective = country.adjectives[0] if country.adjectives else country.name
    for part, kind, pattern, aliases in BODIES:
        names = [alias.format(adj=adjective, name=country.name, capitals="{capitals}") for alias in aliases]
        if "{capitals}" in names:
            names.remove("{capitals}")
            names.extend((*country.names, *country.capitals[:1]))
        yield (
            part,
            Actor(
                id=f"act:{country.iso.lower()}-{part}",
                name=pattern.format(adj=adjective, name=country.name),
                kind=kind,
                country=country.iso,
                aliases=tuple(names),
                side=country.iso,
                source="rule: country table",
            ),
        )

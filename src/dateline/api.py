"""The Python door: what `import dateline` offers.

    import dateline as dl
    record = dl.read("Troops entered the town on Tuesday, the army said.", published="2023-11-14")

`read` and `read_file` give a Record; `load_engine` loads what both need once, for many reports; `Record`
shows itself in a notebook; `open` gives a Desk, a ledger of many reports to read; every error that Dateline raises
on purpose is a `DatelineError`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.desk import Desk, open_desk
from dateline.export import page, record_json
from dateline.model import record as model
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine
from dateline.read import Given, parse_published
from dateline.read import read_file as read_report

__all__ = ["Desk", "Engine", "Record", "load_engine", "open", "read", "read_file"]

open = open_desk  # noqa: A001 - the door's word for it, as in `dl.open("desk.ledger")`


@dataclass(frozen=True, kw_only=True)
class Record(model.Record):
    """The auditable record of one report, which can also show itself."""

    @classmethod
    def of(cls, record: model.Record) -> Record:
        """The same record with the faces on."""
        return cls(**{part.name: getattr(record, part.name) for part in fields(record)})

    def to_dict(self) -> dict[str, Any]:
        """What `dateline read --format json` prints, as Python values."""
        return record_json(self)

    def to_html(self) -> str:
        """The self-contained page that `dateline read --format html` prints."""
        return page([self], version=version("dateline"))

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its styles and the notebook's leave each other alone."""
        source = html.escape(self.to_html(), quote=True)
        return f'<iframe sandbox title="Dateline record" style="width:100%;height:40rem;border:0" srcdoc="{source}"></iframe>'


def read(
    text: str,
    *,
    published: str | None = None,
    source: str | None = None,
    engine: Engine | None = None,
    gate: bool = False,
) -> Record:
    """The record of a text in memory.

    `published` is an ISO 8601 month, day or time, `source` the publisher's name; both are inferred from the
    text, or stay unknown, when they are not given. Without `engine` one is loaded for this call, which takes
    a second or two: load one with `load_engine()` and pass it when there are many texts. With `gate`, a
    text in which a first look finds no conflict report is not read: its record is empty, and its `gate` says why.
    Raises UsageError for a `published` that is no time.
    """
    report = Report.of(text, source=source, published=parse_published(published) if published else None)
    return Record.of(pipeline.run(report, engine=engine or load_engine(), gate=gate))


def read_file(
    path: Path | str,
    *,
    published: str | None = None,
    source: str | None = None,
    engine: Engine | None = None,
    gate: bool = False,
) -> Record:
    """The record of a file of plain text in UTF-8; raises an InputError that says what is wrong with the file."""
    report = read_report(path, given=Given(source=source, published=parse_published(published) if published else None))
    return Record.of(pipeline.run(report, engine=engine or load_engine(), gate=gate))

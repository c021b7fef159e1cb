"""A record on a terminal: the voice first, findings as a linter prints them, who holds what voice by voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from dateline.export.rows import ClaimRow, EventRow, FindingRow, NoteRow, RecordView

SEVERITY_STYLES = {"info": "cyan", "warning": "yellow", "error": "bold red"}
HANG = 5
"""Cells that the first line of a paragraph stands out to the left."""
NARROWEST = 30
UNNAMED = "an unnamed outlet"
UNNAMED_HINT = " (--source names it)"


def console(stream: TextIO) -> Console:
    """A console that takes no word of a report for markup, and colours only on a terminal without NO_COLOR."""
    return Console(file=stream, markup=False, highlight=False, emoji=False)


def print_record(shown: RecordView, *, to: Console) -> None:
    """Everything a reader of one record needs, section by section."""
    facts = (
        f"published by {shown.publisher}{UNNAMED_HINT * (shown.publisher == UNNAMED)} · published: {shown.published}"
    )
    _paragraphs(to, [Text(shown.name, style="bold"), Text(facts), Text(shown.counts)])
    if shown.gate:
        _paragraphs(to, [Text(shown.gate, style="bold")])
        to.print()
        return
    coded = (row for row in shown.claims if row.codeable)
    _section(to, "Claims", (part for row in coded for part in _claim(row)), "no claim is coded as an event")
    _section(to, "Who holds what", _holds(shown), "no voice says who holds a place")
    _section(to, "Events that would be coded", map(_event, shown.events), "none")
    _section(to, "Findings", (part for f in shown.findings for part in _finding(f, shown.name)), "no finding")
    _section(to, "Unknown", map(_note, shown.unknowns), "nothing is recorded as unknown")
    _section(to, "Not coded, and why", _not_coded(shown), "nothing was set aside")
    to.print()


def _heading(to: Console, title: str) -> None:
    to.print()
    to.print(Text(title.upper(), style="bold"))


def _section(to: Console, title: str, parts: Iterable[Text], nothing: str) -> None:
    _heading(to, title)
    _paragraphs(to, list(parts) or [Text(f"({nothing})", style="dim")])


def _paragraphs(to: Console, parts: Iterable[Text]) -> None:
    """Every part wrapped between words, all its lines but the first indented; no spaces at line ends."""
    for part in parts:
        first, *rest = part.wrap(to, max(to.width - HANG, NARROWEST))
        for line in (first, *(Text(" " * HANG) + line for line in rest)):
            line.rstrip()
            to.print(line, soft_wrap=True)


def _claim(row: ClaimRow) -> Iterator[Text]:
    yield Text.assemble((f"{row.id:<{HANG}}", "dim"), (row.voice, "bold"), ": ", row.words)
    yield _indented(" · ".join((*row.tags, *row.details)))


def _indented(words: str) -> Text:
    return Text(" " * HANG + words, style="dim")


def _finding(row: FindingRow, name: str) -> Iterator[Text]:
    place = f"{name}:{row.line}:{row.column}" if row.line else name
    style = SEVERITY_STYLES[row.severity]
    yield Text.assemble(place, " ", (row.code, style), " ", (row.type, style), " ", row.message)
    if row.words:
        yield _indented(row.words)
    if row.repairs:
        yield _indented(f"possible repairs, best first: {' · '.join(row.repairs)}")


def _holds(shown: RecordView) -> Iterator[Text]:
    """What each voice says of a place, a line each, then how the voices on it stand to each other."""
    for row in shown.holds:
        yield Text.assemble((f"According to {row.believer}", "bold"), f": {row.place} – {row.says}")
        yield _indented(f"{row.when} · {row.via} ({row.modality})")
    yield from (Text(line) for line in shown.merges)


def _event(row: EventRow) -> Text:
    facts = f" · {row.when} · {row.status} · from {row.claims}"
    return Text.assemble((f"{row.id:<{HANG}}", "dim"), (row.voices, "bold"), ": ", row.label, (facts, "dim"))


def _note(row: NoteRow) -> Text:
    words = f": {row.words}" if row.words else ""
    return Text.assemble(f"{'-':<{HANG}}", row.what, (f" ({row.kind})", "dim"), words)


def _not_coded(shown: RecordView) -> Iterator[Text]:
    for row in shown.claims:
        if not row.codeable:
            yield Text.assemble((f"{row.id:<{HANG}}", "dim"), row.voice, ": ", row.words)
            yield _indented(f"{' · '.join(row.tags)} – {row.why}")
    for note in shown.not_events:
        kind = f" ({note.kind})" if note.kind else ""
        yield Text.assemble(f"{'-':<{HANG}}", note.words, (f" – {note.what}{kind}", "dim"))

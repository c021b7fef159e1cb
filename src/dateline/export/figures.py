"""How many of whom, in the words of lists, briefs and tables."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.shared import ExportEvent
from dateline.export.vocabulary import counted_words


def figures(event: ExportEvent) -> Iterator[str]:
    """How many are said to be killed, wounded, displaced …: a bound stays a bound ("19 or more", "up to 40")."""
    for measure, told in (("killed", event.fatalities), *((one.measure, one.figures) for one in event.counted)):
        if words := told.words_of():
            yield f"{counted_words(measure)}: {words}"

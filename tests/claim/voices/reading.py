"""Reads a short text as far as its attributions."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claim.voices import attribute
from dateline.mark import mark
from dateline.model.record import Attribution, Quote, Resolution
from dateline.model.text import Parse, Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


@dataclass(frozen=True)
class Reading:
    """A text with its parse, resolution, attributions and quotations."""

    parse: Parse
    resolution: Resolution
    attributions: tuple[Attribution, ...]
    quotes: tuple[Quote, ...]

    def told(self, verb: str) -> Attribution:
        """The only attribution with this verb."""
        (found,) = [a for a in self.attributions if a.verb == verb]
        return found


def read(text: str, engine: Engine, *, attitudes: bool = False) -> Reading:
    """All stages up to the attributions; with `attitudes` those of the wide layer."""
    parsed = parse(Report.of(text), parser=engine.parser)
    resolution = resolve(parsed, mark(parsed, reference=engine.reference), reference=engine.reference)
    attributions, quotes = attribute(parsed, resolution, reference=engine.reference, attitudes=attitudes)
    return Reading(parsed, resolution, attributions, quotes)


def words(attribution: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as text; fragments joined by an ellipsis."""
    parts = (attribution.source, attribution.cue, attribution.contents)
    source, cue, content = (" … ".join(span.quote for span in spans) for spans in parts)
    return source, cue, content

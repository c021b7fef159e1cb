"""All markers, and how their proposals become mentions that never overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.mark.actors import mark_actors
from dateline.mark.candidate import Candidate
from dateline.mark.persons import mark_persons
from dateline.mark.places import mark_places
from dateline.mark.quantities import mark_quantities
from dateline.mark.references import mark_references
from dateline.mark.times import mark_times
from dateline.mark.weapons import mark_weapons
from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.reference import Reference

Marker = Callable[[Parse, Reference], Iterable[Candidate]]

MARKERS: tuple[Marker, ...] = (
    mark_times,
    mark_places,
    mark_actors,
    mark_persons,
    mark_quantities,
    mark_references,
    mark_weapons,
)


def mark(parse: Parse, *, reference: Reference, markers: tuple[Marker, ...] = MARKERS) -> tuple[Mention, ...]:
    """The mentions of a report in text order, ids `m1`, `m2`, …; none share a code point."""
    candidates = [c for marker in markers for c in marker(parse, reference)]
    candidates.sort(key=lambda c: (-c.priority, c.start - c.end, c.start, c.kind))
    taken = bytearray(len(parse.report.text))
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
            kept.append(candidate)
    kept.sort(key=lambda c: c.start)
    return tuple(_mention(parse, candidate, number) for number, candidate in enumerate(kept, start=1))


def _mention(parse: Parse, candidate: Candidate, number: int) -> Mention:
    sentence = parse.tokens[candidate.head].sentence
    return Mention(
        id=f"m{number}",
        span=parse.report.span(candidate.start, candidate.end),
        kind=candidate.kind,
        form=candidate.form,
        marker=candidate.marker,
        head=candidate.head,
        sentence=sentence if sentence >= 0 else None,
    )

"""Marks places: names that a register knows, names that a noun like "village" gives away, and common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.mark.place_features import featured
from dateline.mark.place_names import known_names
from dateline.mark.place_nominals import nominal_places
from dateline.mark.place_words import words_of
from dateline.model.span import Span
from dateline.model.text import Parse
from dateline.reference import Reference

NOWHERE = frozenset({"clandestine", "no date", "no place", "no city", "undated", "unknown", "unspecified"})
"""What monitors of broadcasts write where an agency line has no place."""


LABELLED, FILED = 40, 84
"""How surely a name is a place's that stood before a line of a list, and one from where the report was filed."""


def mark_places(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of places; what they are is for the resolver to say.

    A name before or above lines of a list is a place where it stands behind a day, or a register knows it.
    """
    words = words_of(parse)
    alone = {label.start for label in parse.frame.labels} | {
        heading.start for passage in parse.frame.passages if passage.section for heading in passage.setting
    }
    gazetteer = reference.gazetteer
    labels = [part for part in parse.frame.label_places if part.start not in alone or gazetteer.named(part.quote)]
    for part in (parse.frame.place, parse.frame.country, *labels):
        if part is None or part.quote.strip(" ()[],").lower() in NOWHERE:
            continue
        if not any(actor.kind == "media" for actor in reference.actors.named(part.quote)):
            yield _framed(parse, part)
    yield from featured(parse, words, known_names(parse, words, reference.gazetteer), reference)
    yield from nominal_places(parse)
    filed = parse.frame.place
    if filed is not None and not gazetteer.knows(filed.quote):
        yield from _again(parse, filed, priority=FILED)
    for part in {label.quote: label for label in labels}.values():
        yield from _again(parse, part, priority=LABELLED)


def _again(parse: Parse, part: Span, *, priority: int) -> Iterator[Candidate]:
    """The same name in the lines themselves, in capitals or not, though it may be an everyday word: one sense a report."""
    for match in re.finditer(rf"\b(?:{re.escape(part.quote)}|{re.escape(part.quote.title())})\b", parse.report.text):
        head = parse.tokens_in(match.start(), match.end())[-1]
        if head.sentence >= 0:
            yield Candidate(
                start=match.start(),
                end=match.end(),
                kind="place",
                form="name",
                marker="places.label",
                head=head.index,
                priority=priority,
            )


def _framed(parse: Parse, part: Span) -> Candidate:
    """A place of the agency line, without brackets around it."""
    inner = part.quote.strip(" ()[],")
    start = part.start + part.quote.index(inner)
    head = parse.tokens_in(start, start + len(inner))[-1].index
    return Candidate(
        start=start, end=start + len(inner), kind="place", form="name", marker="places.frame", head=head, priority=95
    )

"""Marks actors: names, states and their bodies, common nouns, labels, pronouns, and the agency in the frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.actor_labels import mark_labels, relabel
from dateline.mark.actor_names import mark_names
from dateline.mark.actor_nations import mark_nations
from dateline.mark.actor_nominals import mark_nominals
from dateline.mark.actor_pronouns import mark_pronouns
from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.reference.actor_words import words


def mark_actors(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of actors (and of the persons among the registered names and pronouns)."""
    run = words(parse.report.text)
    yield from _framed(parse, reference)
    yield from mark_names(parse, reference, run)
    yield from mark_nations(parse, reference, run)
    for candidate in mark_nominals(parse, reference):
        yield relabel(parse, reference, candidate)
    yield from mark_labels(parse, reference, run)
    yield from mark_pronouns(parse)


def _framed(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """The agency of the slug, and that of the byline when it names one (and is no code of initials)."""
    agency, signed = parse.frame.agency, parse.frame.signed
    if signed and signed.quote != (agency and agency.quote) and not reference.actors.named(signed.quote):
        signed = None
    for span in (agency, signed):
        if span:
            candidate = propose(parse, (span.start, span.end), ("actor", "name"), marker="frame", priority=95)
            if candidate:
                yield candidate
    if agency:
        yield from _named_again(parse, agency.quote)


def _named_again(parse: Parse, agency: str) -> Iterator[Candidate]:
    """The publisher's own name where the report speaks of it ("…, a resident told NAME")."""
    pattern = r"\s+".join(re.escape(word) for word in agency.split())
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", parse.report.text):
        candidate = propose(parse, match.span(), ("actor", "name"), marker="publisher_name", priority=88)
        if candidate:
            yield candidate

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
from dateline.model.signs import KIND
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.reference.actor_words import words
from dateline.reference.publishers import publishing

_AGAINST = re.compile(r"(?i)\banti[-‐‑]$")
_SHORTHAND = re.compile(r"\b[EF]?WIA\b|\bEKIA\b|\d ?x ?(?:[A-Z]+ )?KIA\b|\bKIA ?[:=] ?\d|\b(?:IVO|NFI|BDA)\b")
_CASUALTIES = frozenset(("KIA", "WIA", "EKIA"))
_FIRE = frozenset(("SAF", "IDF", "DF"))
"""Small-arms fire, indirect fire, direct fire: letters that armies share."""
_WITH_ARMS = re.compile(
    r"\b(?:with|by|using|w/|received|effective|ineffective|from|took|under)\s+(?:[\w-]+(?:,| and|/)\s*){0,3}$"
)
_MINE = re.compile(r"(?:\s*[(\[][A-Z]{2,5}[)\]])?[)\]]?[ -](?:land)?mines?\b")
_AN_ATTACK = re.compile(
    r"\s+(?:attacks?|fire|strikes?|engagement|rounds?|impact\w*|contact|incidents?)\b|\s*/\s*(?:RPG|IED|SAF)"
)


def mark_actors(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of actors (and of the persons among the registered names and pronouns)."""
    run = words(parse.report.text)
    yield from _framed(parse, reference)
    yield from _meant(parse, reference, mark_names(parse, reference, run))
    yield from mark_nations(parse, reference, run)
    for candidate in mark_nominals(parse, reference):
        yield relabel(parse, reference, candidate)
    yield from mark_labels(parse, reference, run)
    yield from mark_pronouns(parse)


def _meant(parse: Parse, reference: Reference, names: Iterator[Candidate]) -> Iterator[Candidate]:
    """The names without those whom somebody else fights ("anti-Taliban fighters"), and without what is shorthand in a log.

    There "2x KIA" are dead, "with RPG and SAF" is small-arms fire. Letters before a mine say of what kind it is.
    """
    text = parse.report.text
    terse = _SHORTHAND.search(text) is not None
    for name in names:
        words = text[name.start : name.end]
        if _AGAINST.search(text, max(0, name.start - 6), name.start):
            continue
        if _MINE.match(text, name.end) and not any(actor.armed for actor in reference.actors.named(words)):
            continue
        if not (terse and (words in _CASUALTIES or (words in _FIRE and _of_arms(text, name.start, name.end)))):
            yield name


def _of_arms(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation stands among weapons or before an attack, where a force of the same letters does not."""
    armed = _WITH_ARMS.search(text[max(0, start - 40) : start]) is not None
    return armed or _AN_ATTACK.match(text, end) is not None


def _framed(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """The agency of the slug, and that of the byline when it names one (and is no code of initials)."""
    agency, signed = parse.frame.agency, parse.frame.signed
    if signed and signed.quote != (agency and agency.quote) and not reference.actors.named(signed.quote):
        signed = None
    told = publishing(parse.frame.signs, parse.report.text, reference) if agency is None else None
    if told is not None and KIND[told.kind].stand != "around":
        agency = told.name
    for span in (agency, signed):
        if span:
            candidate = propose(parse, (span.start, span.end), ("actor", "name"), marker="frame", priority=95)
            if candidate:
                yield candidate
    name = agency or (told.name if told is not None else None)
    if name is not None:
        yield from _named_again(parse, name.quote)
    yield from _relayed(parse, reference)


def _relayed(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """The body whose communiqué a station reads out, where no register has it; of those that it has the names are marked."""
    for passage in parse.frame.passages:
        source, cue = passage.source, passage.cue
        if source is None or cue is None or cue.quote not in _OF_BODIES:
            continue
        if not any(True for _ in reference.actors.find(words(source.quote), shouted=True)):
            candidate = propose(parse, (source.start, source.end), ("actor", "name"), marker="relayed", priority=95)
            yield from [candidate] if candidate else []


_OF_BODIES = ("COMMUNIQUE", "STATEMENT", "DECLARATION")
"""What bodies, not persons, have read out."""


def _named_again(parse: Parse, agency: str) -> Iterator[Candidate]:
    """The publisher's own name where the report speaks of it ("…, a resident told NAME"); a long one in capitals or small letters."""
    pattern = r"\s+".join(re.escape(word) for word in agency.split())
    flags = re.IGNORECASE if len(agency.split()) > 1 else re.NOFLAG
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", parse.report.text, flags):
        if not match.group()[0].isupper():
            continue
        candidate = propose(parse, match.span(), ("actor", "name"), marker="publisher_name", priority=88)
        if candidate:
            yield candidate

"""Who publishes the report: as the user says, else the agency of its frame, else an outlet that sources told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.model.world import Actor
from dateline.reference import Reference
from dateline.reference.actor_words import fold, fold_name

_CREDIT = re.compile(r"\(([A-Z][\w .&'’-]{1,40})\)\s*(?:--?|–|—)")
_NO_OUTLET = re.compile(r"(?i)(?:news|press)\s+release|for immediate release|update|breaking")
_OWN = re.compile(r"\b(?:told|tells)\s+(?:the\s+)?$|\b(?:our|its)\s+correspondent\s+$")


def find_publisher(parse: Parse, mentions: Sequence[Mention], reference: Reference) -> Actor:
    """The publisher as an actor; `src:unnamed` when nothing in or about the text names one."""
    frame = parse.frame
    agency = frame.agency.quote if frame.agency and not _NO_OUTLET.fullmatch(frame.agency.quote) else None
    name = parse.report.source or agency or (frame.signed and frame.signed.quote)
    if not name:
        credit = _CREDIT.search(parse.report.text[:250])
        name = credit.group(1) if credit else _confidant(parse, mentions, reference)
    if not name:
        return Actor(id="src:unnamed", name="unnamed outlet", kind="media", aliases=("unnamed publisher",))
    signed = frame.signed.quote if frame.signed else None
    return as_publisher(name, reference, signed=signed, release=frame.kind == "press_release")


def as_publisher(name: str, reference: Reference, *, signed: str | None = None, release: bool = False) -> Actor:
    """The registered outlet or organisation of this name, else a provisional outlet."""
    known = reference.actors.named(name)
    spoken = release or len(name.split()) > 1
    outlets = [a for a in known if a.id.startswith("src:")] or [a for a in known if spoken and a.kind != "official"]
    words = " ".join(name.split())
    if outlets:
        found = outlets[0]
        return found if words in (found.name, *found.aliases) else replace(found, aliases=(*found.aliases, words))
    plain = words.title() if words.isupper() and len(words) > 5 else words
    aliases = tuple(dict.fromkeys(alias for alias in (words, signed or "") if alias and alias != plain))
    return Actor(id=f"src:{slug(words)}", name=plain, kind="media", aliases=aliases, provisional=True)


def slug(words: str) -> str:
    """A short id part from words."""
    return "-".join(fold_name(words).split()[:7]) or "x" + fold(words).encode("utf-8", "replace").hex()[:12]


def _confidant(parse: Parse, mentions: Sequence[Mention], reference: Reference) -> str | None:
    """The registered outlet that several sources "told": a text that confides in one outlet is that outlet's own."""
    told: Counter[str] = Counter()
    for mention in mentions:
        known = reference.actors.named(mention.span.quote) if mention.kind == "actor" else ()
        if known and known[0].kind == "media" and _OWN.search(parse.report.text[: mention.span.start][-24:]):
            told[mention.span.quote] += 1
    best = told.most_common(1)
    return best[0][0] if best and (len(told) == 1 or best[0][1] > 1) else None

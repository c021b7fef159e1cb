"""The publisher as an actor: as the user names it, else as the surest sign of the report does."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.signs import Sign
from dateline.model.text import Parse
from dateline.model.world import Actor
from dateline.reference import Reference
from dateline.reference.actor_words import fold, fold_name, titled
from dateline.reference.outlet_words import LIVE
from dateline.reference.publishers import publishing, registered

_COUNTRY = re.compile(r",[ \t]+[A-ZÀ-Þ][^,]*\Z")
"""The country of an office: "Relief Office, Orania"."""
UNNAMED = Actor(id="src:unnamed", name="unnamed outlet", kind="media", aliases=("unnamed publisher",))


def published_by(parse: Parse, reference: Reference) -> Sign | None:
    """The sign that tells who publishes the report; none is asked where the user says so."""
    return None if parse.report.source else publishing(parse.frame.signs, parse.report.text, reference)


def find_publisher(parse: Parse, sign: Sign | None, reference: Reference) -> Actor:
    """The publisher as an actor; `src:unnamed` when nothing in or about the text names one."""
    frame = parse.frame
    name = parse.report.source or (sign.name.quote if sign else None)
    if not name:
        return UNNAMED
    signed = frame.signed.quote if frame.signed else None
    release = frame.kind == "press_release" or (sign is not None and sign.kind in ("titled", "mailbox"))
    return as_publisher(LIVE.sub("", name), reference, signed=signed, release=release)


def as_publisher(name: str, reference: Reference, *, signed: str | None = None, release: bool = False) -> Actor:
    """The registered outlet or organisation of this name, else a provisional outlet."""
    body = _COUNTRY.sub("", name)
    known = reference.actors.named(name) or registered(body, reference)
    spoken = release or len(name.split()) > 1
    outlets = [a for a in known if a.id.startswith("src:")] or [a for a in known if spoken and a.kind != "official"]
    words = " ".join(name.split())
    if outlets:
        found = outlets[0]
        return found if words in (found.name, *found.aliases) else replace(found, aliases=(*found.aliases, words))
    plain = titled(words) if words.isupper() and len(words) > 5 else words
    aliases = tuple(dict.fromkeys(alias for alias in (words, body, signed or "") if alias and alias != plain))
    return Actor(id=f"src:{slug(words)}", name=plain, kind="media", aliases=aliases, provisional=True)


def slug(words: str) -> str:
    """A short id part from words."""
    return "-".join(fold_name(words).split()[:7]) or "x" + fold(words).encode("utf-8", "replace").hex()[:12]

"""Of whom armed men are a part, and from whom they only come: "elements of the 3rd Corps", "dissidents of the X", "ex-X fighters".

Who split off from a party is a body of its own, on record as descended from it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.record import Mention
from dateline.model.world import Actor, Membership
from dateline.reference.actor_words import fold_name, word_set
from dateline.reference.splinters import LATE, PARTED, SPLIT
from dateline.resolve.actor_memory import Memory, named_at
from dateline.resolve.actor_provisional import words_of
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene

_GAP = 48
"""Code points from men to the name of their body: a nation or "the now-defunct" stands there."""
_OF = re.compile(r"\s+(?:of|from)\s+")
_BEFORE = re.compile(rf"\b(?:ex[-‐‑]|(?:{'|'.join(sorted(SPLIT | LATE))})\s+)$", re.IGNORECASE)
_MEN = re.compile(r"\s+(?P<first>[\w-]+)(?:\s+(?P<second>[\w-]+))?")
_OWNED = re.compile(r"['’]s?\s+")
_PARTS = word_set("the its our their now then so called self styled newly formed") | LATE


def part_of(memory: Memory, mention: Mention) -> Actor | None:
    """The armed body whose name stands behind men with "of" or "from": in "remnants of the 3rd Corps" it is the corps."""
    whole = _behind(memory, mention)
    return whole[1] if whole is not None and whole[1].armed else None


def parted(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """Who split off from the party named behind ("a splinter group of X"), or was told of so before ("the dissidents")."""
    said = SPLIT.intersection(words_of(mention))
    if not said:
        return None
    whole = _behind(memory, mention)
    if whole is not None:
        text = scene.parse.report.text[mention.span.start : whole[0].span.end]
        return _descended(scene, " ".join(text.split()), whole[1])
    for seen in reversed(memory.seen):
        if not said.isdisjoint(words_of(seen.mention)):
            return seen.actor
    return None


def parted_name(scene: Scene, mention: Mention, actor: Actor) -> Actor | None:
    """Who split off from the party that a name names: "X dissidents", "ex-X fighters"; None where the party is meant."""
    if not (actor.armed or actor.kind == "organisation"):
        return None
    text, start, end = scene.parse.report.text, mention.span.start, mention.span.end
    men, late = _MEN.match(text, end), _BEFORE.search(text, max(0, start - 16), start)
    first = men.group("first").lower() if men is not None else ""
    if men is not None and first in PARTED:
        noun = scene.reference.actors.nouns.by_phrase.get((men.group("second") or "").lower())
        stop = men.end() if noun is not None else men.end("first")
        return _descended(scene, " ".join(text[start:stop].split()), actor)
    noun = scene.reference.actors.nouns.by_phrase.get(first)
    if men is None or late is None or noun is None or noun.number == "singular":
        return None
    return _descended(scene, " ".join(text[late.start() : men.end("first")].split()), actor)


def _behind(memory: Memory, mention: Mention) -> tuple[Mention, Actor] | None:
    """The name behind "of" or "from" with nothing but a nation or an article between."""
    text = memory.parse.report.text
    of = _OF.match(text, mention.span.end)
    if of is None:
        return None
    found = next((pair for at in range(of.end(), of.end() + _GAP) if (pair := named_at(memory.named, at))), None)
    if found is None:
        return None
    between = fold_name(text[of.end() : found[0].span.start]).split()
    written = text[of.end() : found[0].span.start].split()
    if owned := _OWNED.match(text, found[0].span.end):
        found = named_at(memory.named, owned.end()) or found  # "the X army's 5th Division"
    nation = all(word[:1].isupper() or fold_name(word) == "the" for word in written)
    return found if nation or all(word in _PARTS for word in between) else None


def _descended(scene: Scene, words: str, parent: Actor) -> Actor:
    """The body that comes of a party, as the register knows it or as this report calls it; never on the party's side."""
    called = [f"{name} dissidents" for name in (parent.name, *parent.aliases)] if "dissident" in words.lower() else []
    for name in (words, *called):
        known = next((actor for actor in scene.reference.actors.named(name) if actor.id != parent.id), None)
        if known is not None:
            return known
    key = slug(words)
    kind = parent.kind if parent.kind in ("rebel", "militia", "paramilitary") else "armed_groups_collective"
    return replace(
        parent,
        id=f"act:{key}",
        name=words,
        kind=kind,
        aliases=(),
        side=key,
        memberships=(Membership(of=parent.id, role="offshoot"),),
        includes=(),
        labels=(),
        provisional=True,
        source=None,
    )

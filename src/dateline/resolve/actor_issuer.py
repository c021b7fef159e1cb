"""Whose side a publisher is on that puts out its own communiqués: a force's press office, a command, a front."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.world import Actor
from dateline.reference.actor_words import fold_name, titled, word_set, words
from dateline.reference.outlet_words import PARTY_PAPER
from dateline.resolve.actor_memory import is_quoted
from dateline.resolve.actor_scene import Scene

_PAPER = re.compile(rf"\b{PARTY_PAPER}\b", re.IGNORECASE)
_OWN = re.compile(
    r"\bour (?:[a-z]+ ){0,2}(?:forces?|fighters|units?|men|troops|soldiers|army|brothers|comrades|lads|boys|heroes|martyrs|guns|gunners)\b",
    re.IGNORECASE,
)
_STATE = word_set("army armed military defence defense command staff gendarmerie navy police")
"""Words in the name of a body of a state at arms, where no registered party's name stands."""
_NAME_LINE = 60
"""Code points of the longest first line that may be nothing but a name."""


def issuer(scene: Scene, publisher: Actor) -> Actor:
    """The publisher with the side for which it speaks, where its head or its "our fighters" shows a party's own paper.

    The head names a registered party ("Media Office of the Kachin Independence Army"), or a force of the country told of. A
    paper of which no register knows the party stays an outlet, unless its armed men are its own words: then it is a party.
    """
    if publisher.side is not None or not (publisher.provisional or publisher.id == "src:unnamed"):
        return publisher
    head = _head(scene)
    if not _PAPER.search(head) and not _says_our(scene):
        return publisher
    named = publisher if publisher.provisional else _above(head, publisher)
    party = _party(scene, head, named) if named is not None else None
    if named is None:
        return publisher
    if party is None:
        stranger = _PAPER.search(head) is not None and _says_our(scene)
        return replace(named, kind="rebel", side=named.id) if stranger and not _is_state(named) else publisher
    return replace(named, kind=party.kind, side=party.side or party.id, country=party.country)


def _head(scene: Scene) -> str:
    """The lines above the report's own words."""
    text, slugs = scene.parse.report.text, scene.parse.frame.slugs
    lines = text[:300].split("\n")
    return text[: slugs[0].end] if slugs and slugs[0].start < _NAME_LINE else "\n".join(lines[:2])


def _above(head: str, publisher: Actor) -> Actor | None:
    """The name that fills the line above a numbered or dated paper."""
    name, _, paper = head.partition("\n")
    if not _PAPER.match(paper) or not re.search(r"\d", paper) or len(name) > _NAME_LINE or re.search(r"[.!?:\d]", name):
        return None
    plain = " ".join(name.split())
    aliases = () if not plain.isupper() else (plain,)
    plain = titled(plain) if plain.isupper() else plain
    key = "-".join(fold_name(plain).split()[:7])
    return replace(publisher, id=f"src:{key}", name=plain, aliases=aliases, provisional=True)


def _party(scene: Scene, head: str, named: Actor) -> Actor | None:
    register = scene.reference.actors
    run = words(head)
    for found in register.find(run, shouted=head.isupper()):
        known = (register.by_id[key].actor for key in found.name.actors)
        party = next((actor for actor in known if actor.armed or actor.kind == "government"), None)
        if party is not None:
            return party
    at = scene.parse.frame.place
    filed = next((spot.country for spot in scene.located if at is not None and spot.start == at.start), None)
    home = filed or scene.country
    return register.countries.bodies.get((home, "forces")) if _is_state(named) and home is not None else None


def _is_state(named: Actor) -> bool:
    return bool(set(fold_name(named.name).split()) & _STATE)


def _says_our(scene: Scene) -> bool:
    """Whether the narrator, in nobody's quotation and nobody's statement that he passes on, calls armed men his own."""
    text = scene.parse.report.text
    ours = (own.start() for own in _OWN.finditer(text) if not is_quoted(text, own.start()))
    return any(passage is None or passage.source is None for passage in map(scene.parse.passage_at, ours))

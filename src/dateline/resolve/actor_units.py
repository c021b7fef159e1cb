"""Whose a unit is that no register knows: "Ukraine's 12th Brigade", "Battalion 7 of the X Front", "the Russian 5th Regiment"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_words import fold_name
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_scene import Scene

_UNIT = re.compile(r"\b(?:brigade|battalion|regiment|division|corps|squadron|company|front|column|bloc|unit)s?\b")
_LONGEST_NATION = 24
"""Code points in which the nation stands right before its unit."""
_OWNING = ("poss", "amod", "compound", "nmod")


def with_owners(
    scene: Scene, mentions: Sequence[Mention], options: Mapping[str, list[Option]]
) -> dict[str, list[Option]]:
    """The options of all names; a provisional unit is on the side of the party that any of its mentions names as its owner."""
    units = {o[0].actor.id: o[0].actor for o in options.values() if o[0].actor.provisional and _is_unit(o[0].actor)}
    owned: dict[str, Actor] = {}
    for mention in mentions if units else ():
        unit = options[mention.id][0].actor if mention.id in options else None
        if unit is not None and unit.id in units and unit.id not in owned:
            owner = next(
                (a for token in _beside(scene, mention) if (a := _actor_at(scene, token, mentions, options))), None
            )
            if owner is not None and owner.id != unit.id:
                owned[unit.id] = replace(
                    unit, side=owner.side or owner.id, country=owner.country, kind=_kind(unit, owner)
                )
    return {key: [_owned(found[0], owned), *found[1:]] for key, found in options.items()}


def _is_unit(actor: Actor) -> bool:
    return _UNIT.search(actor.name.lower()) is not None


def _kind(unit: Actor, owner: Actor) -> ActorKind:
    return owner.kind if owner.armed else unit.kind


def _owned(option: Option, owned: Mapping[str, Actor]) -> Option:
    return replace(option, actor=owned.get(option.actor.id, option.actor))


def _beside(scene: Scene, mention: Mention) -> Iterator[Token]:
    """The words that may name an owner: before the unit, and behind "of"."""
    parse = scene.parse
    head = parse.tokens[mention.head]
    yield from (kid for kid in parse.kids(head, *_OWNING) if kid.start < mention.span.start)
    for preposition in parse.kids(head, "prep"):
        if preposition.lower == "of" and preposition.start >= mention.span.end:
            yield from parse.kids(preposition, "pobj")
    before = parse.tokens_in(max(0, mention.span.start - _LONGEST_NATION), mention.span.start)
    while before and before[-1].text in ("'s", "’s", "'", "’"):
        before = before[:-1]
    yield from before[-1:]  # the parse may hang "the X 9th Brigade" on "9th"


def _actor_at(
    scene: Scene, token: Token, mentions: Sequence[Mention], options: Mapping[str, list[Option]]
) -> Actor | None:
    """The party whose mention holds a token, or the forces of the state that it names."""
    for mention in mentions:
        if mention.id in options and mention.span.start <= token.start < mention.span.end:
            return options[mention.id][0].actor
    countries = scene.reference.actors.countries
    return countries.bodies.get((countries.of(fold_name(token.text)) or "", "forces"))

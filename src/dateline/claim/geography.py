"""Claims about where something lies: stated distances, a town with its province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.whereabouts import lies_within
from dateline.model.record import Mention

ADMIN = frozenset(
    [
        "department",
        "province",
        "district",
        "region",
        "state",
        "county",
        "governorate",
        "municipality",
        "prefecture",
        "oblast",
        "raion",
        "division",
    ]
)

_SIDE = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_BESIDE = re.compile(
    rf"(?:, (?:just )?(?:near|outside|close to|(?:to the )?{_SIDE} of|on)|(?:to the )?{_SIDE} of)(?: the)?"
)
"""What stands between a place and its neighbour; "near" and "outside" without a comma belong to the verb."""


def geography_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every stated distance, and for every place that is followed by what it lies in."""
    for phrase in material.distances:
        start = _figure_start(material, phrase.figure, phrase.span.start)
        yield _clause(material, start, phrase.span.end)
    places = [m for m in material.resolution.mentions if m.kind == "place" and m.sentence is not None]
    for one, other in pairwise(places):
        if _lies_in(material, one, other) or _lies_by(material, one, other):
            yield _clause(material, one.span.start, _beyond_border(material, other, places))


def _clause(material: Material, start: int, end: int) -> Clause:
    tokens = [token.index for token in material.parse.tokens_in(start, end)]
    return Clause(head=tokens[0], core=tokens[-1], form="geography", relation="part", tokens=tuple(tokens))


def _figure_start(material: Material, figure: str | None, start: int) -> int:
    """Where the figure's own words begin, if they stand right before the distance."""
    if figure is None:
        return start
    mention = material.resolution.mention(figure)
    between = material.parse.report.text[mention.span.end : start]
    return mention.span.start if between.strip() in ("", ",", "(") else start


def _beyond_border(material: Material, place: Mention, places: list[Mention]) -> int:
    """Where the words for a neighbour end: a border is told with the land behind it ("the border with Tunisia")."""
    after = next((p for p in places if p.span.start > place.span.end), None)
    if after is None or not place.span.quote.lower().endswith(("border", "frontier")):
        return place.span.end
    between = material.parse.report.text[place.span.end : after.span.start]
    return after.span.end if between.strip() == "with" else place.span.end


def _lies_by(material: Material, one: Mention, other: Mention) -> bool:
    """Whether a place is told by its neighbour: "Zintan, near the border with Tunisia", "Tal Rifat north of Aleppo"."""
    if one.sentence != other.sentence or one.span.end > other.span.start:
        return False
    between = material.parse.report.text[one.span.end : other.span.start]
    return _BESIDE.fullmatch(" ".join(between.lower().split())) is not None


def _lies_in(material: Material, one: Mention, other: Mention) -> bool:
    between = material.parse.report.text[one.span.end : other.span.start]
    if between.strip() not in (",", ", in", ", in the") or one.sentence != other.sentence:
        return False
    if between.strip() != "," and other.form != "name":
        return False
    if other.span.quote.lower().split()[-1] in ADMIN:
        return True
    inner, outer = material.resolution.place(one.id), material.resolution.place(other.id)
    if inner is None or outer is None:
        return False
    return outer.kind != "country" and lies_within(inner, outer)

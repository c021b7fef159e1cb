"""Claims about where something lies: stated distances, a town with its province."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
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


def geography_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every stated distance, and for every place that is followed by what it lies in."""
    for phrase in material.distances:
        start = _figure_start(material, phrase.figure, phrase.span.start)
        yield _clause(material, start, phrase.span.end)
    places = [m for m in material.resolution.mentions if m.kind == "place" and m.sentence is not None]
    for one, other in pairwise(places):
        if _lies_in(material, one, other):
            yield _clause(material, one.span.start, other.span.end)


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


def _lies_in(material: Material, one: Mention, other: Mention) -> bool:
    between = material.parse.report.text[one.span.end : other.span.start]
    if between.strip() != "," or one.sentence != other.sentence:
        return False
    if other.span.quote.lower().split()[-1] in ADMIN:
        return True
    inner, outer = material.resolution.place(one.id), material.resolution.place(other.id)
    if inner is None or outer is None:
        return False
    return inner.part_of == outer.id or (inner.admin1 is not None and inner.admin1 == outer.name)

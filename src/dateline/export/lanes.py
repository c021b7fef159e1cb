"""Overlapping spans as underline lanes: the text is cut at every boundary, so that no tag ever nests in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch to underline: what it is (`kind`) and which one (`label`); lower tiers lie closer to the words."""

    start: int
    end: int
    kind: str
    label: str
    tier: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch in which the same marks hold; `lanes` has the mark of each lane from the top, None where it is free.

    `begins` are the marks whose first code point is the segment's.
    """

    start: int
    end: int
    lanes: tuple[Mark | None, ...]
    begins: tuple[Mark, ...]


def assign_lanes(marks: Iterable[Mark]) -> tuple[tuple[Mark, int], ...]:
    """Every mark with the topmost lane of its tier that is free where it starts; crossing and nesting both survive."""
    placed: list[tuple[Mark, int]] = []
    top = 0
    for _, tier in groupby(sorted(marks, key=_order), key=lambda mark: mark.tier):
        ends: list[int] = []
        for mark in tier:
            lane = next((i for i, end in enumerate(ends) if end <= mark.start), len(ends))
            ends[lane : lane + 1] = [mark.end]
            placed.append((mark, top + lane))
        top += len(ends)
    return tuple(placed)


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.tier, mark.start, -mark.end, mark.label


def segments(start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The stretch [start, end) cut at every boundary of a mark; the segments together are the whole stretch."""
    placed = [(mark, lane) for mark, lane in assign_lanes(marks) if mark.start < end and start < mark.end]
    depth = 1 + max((lane for _, lane in placed), default=-1)
    edges = {edge for mark, _ in placed for edge in (mark.start, mark.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    return tuple(_segment(a, b, placed, depth) for a, b in pairwise(cuts) if a < b)


def _segment(start: int, end: int, placed: list[tuple[Mark, int]], depth: int) -> Segment:
    lanes: list[Mark | None] = [None] * depth
    for mark, lane in placed:
        if mark.start <= start and end <= mark.end:
            lanes[lane] = mark
    begins = tuple(mark for mark, _ in placed if mark.start == start)
    return Segment(start=start, end=end, lanes=tuple(lanes), begins=begins)

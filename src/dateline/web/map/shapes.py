"""The shape, the word and the meaning of a status: no two statuses differ in colour alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How one status is drawn and called. `corners` is a ring about (0, 0) with radius 1, empty for a circle."""

    status: str
    word: str
    corners: tuple[Corner, ...] = ()
    hollow: bool = False


def _ring(count: int, *, first: float = 0.0) -> tuple[Corner, ...]:
    """A regular ring of radius 1, clockwise from `first` degrees east of north."""
    turns = [math.radians(first + 360 * at / count) for at in range(count)]
    return tuple((round(math.sin(turn), 3), round(-math.cos(turn), 3)) for turn in turns)


SHAPES = (
    Shape(status="unknown", word="unknown", hollow=True),
    Shape(status="uncontradicted", word="uncontradicted"),
    Shape(status="agreed", word="agreed", corners=_ring(4, first=45.0)),
    Shape(status="one_sided", word="one-sided", corners=_ring(3)),
    Shape(status="disputed", word="disputed", corners=_ring(4)),
    Shape(status="reported", word="reported"),
    Shape(status="reported_as_fact", word="told as fact", corners=_ring(6)),
    Shape(status="claimed", word="claimed", corners=_ring(3)),
    Shape(status="admitted", word="admitted", corners=_ring(4, first=45.0)),
    Shape(status="retracted", word="retracted", corners=_ring(4, first=45.0), hollow=True),
    Shape(status="several", word="several kinds of word", corners=_ring(8, first=22.5), hollow=True),
)
"""Both vocabularies: that of who holds a place and that of events; `several` is a mark that stands for many."""

BY_STATUS = {shape.status: shape for shape in SHAPES}


def shape_of(status: str) -> Shape:
    """The shape of a status; a word we do not know is drawn as unknown and keeps its word."""
    return BY_STATUS.get(status) or Shape(status="unknown", word=status.replace("_", " "), hollow=True)


def drawn(shape: Shape, *, x: float, y: float, radius: float) -> Markup:
    """The shape as one SVG element with the classes that colour and hatch it."""
    name = f"shape {shape.status}" + (" hollow" if shape.hollow else "")
    if not shape.corners:
        return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
            name, f"{x:.1f}", f"{y:.1f}", f"{radius:.1f}"
        )
    reach = radius * (1.25 if len(shape.corners) < 5 else 1.1)
    ring = " ".join(f"{x + dx * reach:.1f},{y + dy * reach:.1f}" for dx, dy in shape.corners)
    return Markup('<polygon class="{}" points="{}"/>').format(name, ring)

"""Names beside their marks: placed one after the other where they cover nothing, left out where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dateline.web.map.clusters import Mark

LETTER, LINE = 8.6, 18.5
"""Units of the sheet, which pages show at two thirds: about the mean width of a letter and the height of a line at 16 of
them, as map.css has names; the browser's own font may differ."""
MOST, LONGEST = 60, 28
GAP = 4.0
NARROW, NARROW_MARK = 1.95, 2.6
"""How much larger names and marks are drawn on a narrow screen, as map.css says too: the sheet shrinks with its frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with the point where its text begins, ends or has its middle (`anchor`), in pixels."""

    text: str
    x: float
    y: float
    anchor: str
    kind: str = "place"
    narrow: bool = False


@dataclass(slots=True)
class Sheet:
    """What of the sheet is taken, as boxes (left, top, right, bottom)."""

    width: float
    height: float
    taken: NDArray[np.float64]

    def free(self, box: tuple[float, float, float, float]) -> bool:
        """Whether the box lies on the sheet and touches nothing."""
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        boxes = self.taken
        hits = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
        return not bool(hits.any())

    def take(self, box: tuple[float, float, float, float]) -> None:
        """Keep the box free of what comes later."""
        self.taken = np.vstack((self.taken, box))


def sheet_of(marks: Iterable[Mark], *, width: float, height: float, scale: float = 1.0) -> Sheet:
    """A sheet on which the marks themselves are taken, drawn so much larger."""
    sized = ((m, m.radius * scale) for m in marks)
    boxes = [(m.x - radius, m.y - radius, m.x + radius, m.y + radius) for m, radius in sized]
    return Sheet(width=width, height=height, taken=np.array(boxes, dtype=np.float64).reshape(-1, 4))


def narrow_labels(marks: Sequence[Mark], *, width: float, height: float) -> tuple[Label, ...]:
    """The names that find room where the sheet is shown so small that only large ones can be read."""
    sheet = sheet_of(marks, width=width, height=height, scale=NARROW_MARK)
    found = mark_labels(marks, sheet, scale=NARROW, mark_scale=NARROW_MARK)
    return tuple(replace(label, narrow=True) for label in found)


def mark_labels(
    marks: Iterable[Mark], sheet: Sheet, *, scale: float = 1.0, mark_scale: float = 1.0
) -> tuple[Label, ...]:
    """The names of the first marks that find room right, left, above or below; takes their room."""
    labels: list[Label] = []
    for mark in marks:
        if len(labels) == MOST:
            break
        label = _beside(mark, sheet, scale, mark_scale)
        if label:
            labels.append(label)
    return tuple(labels)


def shortened(name: str) -> str:
    """The name as the map prints it; the list beside it has all of it."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _beside(mark: Mark, sheet: Sheet, scale: float, mark_scale: float) -> Label | None:
    others = len(mark.names) - 1
    text = shortened(mark.names[0]) + (f" +{others}" if others else "")
    away, line = (mark.radius + GAP) * mark_scale, LINE * scale
    spots = (
        ("start", mark.x + away, mark.y + line / 3),
        ("end", mark.x - away, mark.y + line / 3),
        ("middle", mark.x, mark.y - away),
        ("middle", mark.x, mark.y + away + line * 0.7),
    )
    return next((label for spot in spots if (label := placed(text, spot, sheet=sheet, scale=scale))), None)


def placed(
    text: str, spot: tuple[str, float, float], *, sheet: Sheet, kind: str = "place", scale: float = 1.0
) -> Label | None:
    """The label there (anchor, x, baseline) if nothing is covered; takes its room."""
    anchor, x, y = spot
    wide, line = LETTER * scale * len(text) * (1.15 if kind != "place" else 1.0), LINE * scale
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    box = (left - 1, y - line * 0.8, left + wide + 1, y + line * 0.3)
    if not sheet.free(box):
        return None
    sheet.take(box)
    return Label(text=text, x=x, y=y, anchor=anchor, kind=kind)

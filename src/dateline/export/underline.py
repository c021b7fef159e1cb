"""The underline of one stretch of text as CSS backgrounds: one lane below the other, told apart by pattern too."""

from __future__ import annotations

from collections.abc import Sequence

LANE_PX = 4
"""Height of a lane with the gap below it; the stroke itself is one pixel less."""

PATTERNS = {
    "m-actor": ("actor", "solid"),
    "m-person": ("actor", "solid"),
    "m-place": ("place", "solid"),
    "m-time": ("time", "solid"),
    "m-quantity": ("quantity", "solid"),
    "m-label": ("other", "solid"),
    "m-weapon": ("other", "solid"),
    "m-reference": ("other", "solid"),
    "claim": ("claim", "solid"),
    "claim uncoded": ("claim", "0 4px,transparent 4px 8px"),
    "f-info": ("info", "0 2px,transparent 2px 4px"),
    "f-warning": ("warning", "0 6px,transparent 6px 8px"),
    "f-error": ("error", "0 10px,transparent 10px 12px"),
}  # fmt: skip
"""The colour (a custom property of the page) and the pattern of every kind of mark."""


def underline(lanes: Sequence[str], depth: int) -> str:
    """The style of a stretch whose lanes, from the top, hold these kinds of marks (empty: a free lane)."""
    strokes = [(lane, PATTERNS[kind]) for lane, kind in enumerate(lanes) if kind in PATTERNS]
    images = ",".join(_stroke(colour, pattern) for _, (colour, pattern) in strokes)
    places = ",".join(f"0 calc(100% - {(depth - 1 - lane) * LANE_PX}px)" for lane, _ in strokes)
    return f"background-image:{images};background-position:{places};background-size:100% {LANE_PX - 1}px"


def _stroke(colour: str, pattern: str) -> str:
    if pattern == "solid":
        return f"linear-gradient(var(--{colour}),var(--{colour}))"
    return f"repeating-linear-gradient(90deg,var(--{colour}) {pattern})"

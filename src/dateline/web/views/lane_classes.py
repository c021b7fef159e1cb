"""Underline lanes as classes of a style sheet: the page's policy allows no style within a tag.

`static/lanes.css` is the output of `lane_sheet`; a test says when it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.export.underline import LANE_PX, PATTERNS

DEEPEST = 16
"""Lanes that the sheet knows; marks of deeper ones are named in the title of their words only."""

_PERIODS = {
    "m-place": (14, 16),
    "m-time": (1, 3),
    "m-quantity": (3, 5),
    "claim uncoded": (4, 8),
    "f-info": (2, 4),
    "f-warning": (6, 8),
    "f-error": (10, 12),
}
"""Stroke and period of the broken lines in pixels, so that they can be told apart without colour too."""


def lane_classes(lanes: Sequence[str]) -> str:
    """The classes of a stretch whose lanes, from the top, hold these kinds of marks (empty: a free lane)."""
    used = [f"l{lane}-{_code(kind)}" for lane, kind in enumerate(lanes[:DEEPEST]) if kind in PATTERNS]
    return " ".join(["s", *used]) if used else ""


def depth_class(depth: int) -> str:
    """The class of a line with so many lanes."""
    return f"d{min(depth, DEEPEST)}"


def lane_sheet() -> str:
    """The style sheet."""
    return "\n".join(_sheet()) + "\n"


def _code(kind: str) -> str:
    return kind.replace("claim uncoded", "uncoded").removeprefix("m-").removeprefix("f-")


def _sheet() -> Iterator[str]:
    yield "/* Made by `python -m dateline.web.views.lane_classes`; a test compares. */"
    yield ":root {"
    for kind in PATTERNS:
        yield f"  --k-{_code(kind)}: {_stroke(kind)};"
    yield "}"
    yield f".s {{ background-repeat: no-repeat; background-size: 100% {LANE_PX - 1}px;"
    yield f"  background-image: {', '.join(f'var(--l{lane}, none)' for lane in range(DEEPEST))};"
    yield f"  background-position: {', '.join(map(_position, range(DEEPEST)))}; }}"
    for depth in range(1, DEEPEST + 1):
        yield f".d{depth} {{ --d: {depth}; }}"
    for lane in range(DEEPEST):
        yield " ".join(f".l{lane}-{_code(kind)} {{ --l{lane}: var(--k-{_code(kind)}); }}" for kind in PATTERNS)
    for kind in PATTERNS:
        yield f".key-{_code(kind)} {{ background-image: var(--k-{_code(kind)}); }}"


def _position(lane: int) -> str:
    return f"0 calc(100% - (var(--d, 1) - {lane + 1}) * {LANE_PX}px)"


def _stroke(kind: str) -> str:
    colour = f"var(--{PATTERNS[kind][0]})"
    if kind not in _PERIODS:
        return f"linear-gradient({colour}, {colour})"
    stroke, period = _PERIODS[kind]
    return f"repeating-linear-gradient(90deg, {colour} 0 {stroke}px, transparent {stroke}px {period}px)"


if __name__ == "__main__":
    print(lane_sheet(), end="")  # noqa: T201 - this is the tool that writes the sheet

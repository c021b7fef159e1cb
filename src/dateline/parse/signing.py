"""Adds a sign of who publishes the report to a frame; words that stand where a name does and name nobody are none."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.frame import Frame
from dateline.model.signs import Sign
from dateline.model.span import Span
from dateline.reference.outlet_words import NOBODY


def signed(frame: Frame, kind: str, name: Span | None) -> Frame:
    """The frame with one more sign, if there is a name that may be somebody's."""
    if name is None or NOBODY.fullmatch(name.quote):
        return frame
    return replace(frame, signs=(*frame.signs, Sign(kind=kind, name=name)))

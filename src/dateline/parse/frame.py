"""Agency line, byline codes and editorial markers: the parts of a dispatch that are no content."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.frame import Frame
from dateline.model.text import Report


def find_frame(report: Report) -> Frame:
    """The frame of a report; everything that is not recognised stays content."""
    return Frame()


def body_stretches(report: Report, frame: Frame) -> Iterator[tuple[int, int, bool]]:
    """(start, end, content?) stretches that together cover the text."""
    if report.text:
        yield 0, len(report.text), True

"""Parse → mentions: words that name something; one marker a file."""

from dateline.mark.markers import MARKERS, mark

__all__ = ["MARKERS", "mark"]

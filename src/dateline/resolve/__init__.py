"""Mentions + reference → readings, ranked, each with its reasons."""

from dateline.resolve.resolution import resolve

__all__ = ["resolve"]

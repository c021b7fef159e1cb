"""Data and the one object that answers questions about it."""

from dateline.reference.reference import Reference, load_reference

__all__ = ["Reference", "load_reference"]

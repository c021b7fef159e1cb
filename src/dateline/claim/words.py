"""Sets of words, written as one string so that a rule's list can be read at a glance."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a string, parted by blanks."""
    return frozenset(text.split())

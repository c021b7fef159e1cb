"""Figures that are parts of others: counting them beside the whole would count people twice."""

from __future__ import annotations

import re

_THOSE = (
    r"(?:them|whom|those|these|the (?:dead|deceased|killed|slain|victims|fatalities|casualties|wounded|injured|"
    r"abducted|kidnapped|captives|hostages|detained|detainees|arrested|displaced|total))"
)
_BEFORE = re.compile(
    rf"\b(?:including|included|includes|among {_THOSE}|of {_THOSE}|(?:amongst|counting) {_THOSE})\b[^.;]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\s*(?:[\w'’-]+\s+){{0,2}}of {_THOSE}\b", re.IGNORECASE)
_OPENS = re.compile(
    rf"^\W*(?:(?:also|and|but)\s+)?(?:among(?:st)? {_THOSE}|(?:\S+\s+){{1,3}}of {_THOSE})\b", re.IGNORECASE
)


def included(before: str) -> bool:
    """Whether the words before a figure make it a part of another: "nine people, including three women"."""
    return _BEFORE.search(before) is not None


def taken_from(after: str) -> bool:
    """Whether the words after a figure name the whole it is taken from: "two of the dead", "five of them".

    Whether that is a whole of the same measure they do not say: of twelve wounded, five may have died.
    """
    return _AFTER.match(after) is not None


def points_back(words: str) -> bool:
    """Whether words begin with people of whom was told before: "Among the dead was a baker"."""
    return _OPENS.match(words) is not None

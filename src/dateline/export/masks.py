"""The words that stand where something was withheld."""

from __future__ import annotations

PERSON = "[person]"
PROTECTED_PLACE = "[protected place]"
PLACE = "[place]"


def masked(text: str) -> bool:
    """Whether something was withheld from the text."""
    return any(mask in text for mask in (PERSON, PROTECTED_PLACE, PLACE))

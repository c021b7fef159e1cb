"""A copy of a text that a parser trained on newspapers reads better, code point for code point as long.

Old wires are written in capitals and wrapped at 70 columns; the model takes every word of them for a name. The copy
is only what the model reads: offsets are the same, and every quoted word comes from the text as given.
"""

from __future__ import annotations

import re

_ALONE = re.compile("[\ud800-\udfff]")
"""Halves of a surrogate pair: JSON may bring them in, no parser can encode them."""
_CALENDAR = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\bi\b"
)
_STARTS = re.compile(r"(?:^|[.!?][\"”')]?\s+)(\w)")


def legible(text: str) -> str:
    """The copy: capitals lowered where nearly all letters are capitals, single line ends made blanks, halves of characters signs."""
    unwrapped = _ALONE.sub("\ufffd", text.replace("\r", " ").replace("\n", " "))
    return _recased(unwrapped) if mostly_capitals(text) else unwrapped


def mostly_capitals(text: str) -> bool:
    """Whether four in five letters of a stretch of at least 40 letters are capitals."""
    letters = sum(map(str.isalpha, text))
    return letters >= 40 and sum(map(str.isupper, text)) >= 0.8 * letters


def _recased(text: str) -> str:
    """Lower case, with capitals again at sentence starts and in the calendar; letters that would grow stay."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = _CALENDAR.sub(lambda match: match.group().capitalize(), lowered)
    return _STARTS.sub(lambda match: match.group()[:-1] + match.group(1).upper(), lowered)

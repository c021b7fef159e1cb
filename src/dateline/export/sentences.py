"""Quotes leave as at most one sentence."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?。！？؟۔।]+[\"'”’»)\]]*\s+|[。！？]|\n\s*\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Brig|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.\s+\Z"
)
LONGEST = 600
"""Code points of a quote; a "sentence" beyond that is a list or a table."""


def sentence_length(text: str) -> int:
    """How many code points of the text belong to its first sentence; abbreviations of titles and names do not end it."""
    for match in _END.finditer(text[: LONGEST + 1]):
        rest = text[match.end() :]
        if _SHORT.search(text[: match.end()]) or (rest and rest.lstrip("\"'“‘«(").lstrip()[:1].islower()):
            continue
        return len(text[: match.end()].rstrip())
    return min(len(text), LONGEST)

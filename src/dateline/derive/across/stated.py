"""The figures that the words of a count state: a record's range for vague words is no number that a voice gave."""

from __future__ import annotations

import re

from dateline.model.ledger import Count
from dateline.reference.number_words import VAGUE

_ABOUT = re.compile(r"^(?:about|around|some|approximately|roughly|an estimated|estimated|at around)\b")
_NEARLY = re.compile(r"^(?:nearly|almost|close to)\b")
_ABOVE = re.compile(r"^(?:more than|over|well over|just over|upwards of)\b")
_BELOW = re.compile(r"^(?:less than|fewer than|under|just under)\b")

Figures = tuple[float | None, float | None]


def stated(count: Count) -> Figures:
    """The lowest and highest number that the words of a count state; None where they state none.

    "Hundreds" states none, "about 3,200" and "nearly 50" state the number that they name, "more than 20" no more than
    20. "Up to 20" and "fewer than 20" state a highest number alone.
    """
    words = " ".join(count.words.lower().split())
    low, high = count.low, count.high
    if low is None:
        return None, high
    if _vague(words, low, high):
        return None, None
    if high is None:
        above = _ABOVE.match(words) is not None and low == int(low) and low <= 10_000
        return (low - 1 if above else low), None
    if low == high:
        return low, high
    if _BELOW.match(words) and low == 0:
        return None, high
    named = _named(words, low, high)
    return (low, high) if named is None else (named, named)


def _vague(words: str, low: float, high: float | None) -> bool:
    """Whether a range is only the least that a vague word can mean, and not one that somebody entered by hand."""
    ranges = (meant for phrase, meant in VAGUE.items() if re.search(rf"\b{phrase}\b", words))
    return high is None and any(meant == (low, high) for meant in ranges) and not re.search(r"\d", words)


def _named(words: str, low: float, high: float) -> float | None:
    """The number that approximate words name: the middle of "about", the number above the highest of "nearly"."""
    if _ABOUT.match(words):
        return _whole((low + high) / 2)
    if _NEARLY.match(words):
        return _whole(high + 1 if high > 1 else high)
    return None


def _whole(value: float) -> float:
    return float(round(value)) if abs(value - round(value)) < 0.02 else value

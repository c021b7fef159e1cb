"""Numbers as reports write them: digits with separators, words, and vague words with their range."""

from __future__ import annotations

import re

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "a": 1, "an": 1,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12,
    "m": 1_000_000, "bn": 1_000_000_000, "k": 1000,
}  # fmt: skip

VAGUE = {
    "several": (2.0, None), "some": (2.0, None), "dozens": (24.0, None), "scores": (40.0, None),
    "hundreds": (200.0, None), "thousands": (2000.0, None), "millions": (2_000_000.0, None), "many": (None, None),
    "few": (2.0, None), "a few": (2.0, None), "multiple": (2.0, None), "numerous": (None, None),
    "a handful": (2.0, None), "a number": (None, None), "countless": (None, None), "tens": (20.0, None),
    "a couple": (2.0, 2.0), "various": (2.0, None), "a dozen": (12.0, 12.0), "half a dozen": (6.0, 6.0),
    "tens of thousands": (20_000.0, None), "hundreds of thousands": (200_000.0, None),
    "dozens of thousands": (24_000.0, None), "enough": (None, None), "a handful of": (2.0, None),
}  # fmt: skip
"""Vague words and the least (and most) they can mean; a plural scale means at least two of it."""

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def digits(text: str) -> float | None:
    """The value of one number in digits ("8,200", "2.5"), None if the text is none."""
    if not _DIGITS.fullmatch(text):
        return None
    return float(re.sub(r"[,\u00a0\u202f ]", "", text))


def number(text: str) -> float | None:
    """The value of a number in digits, words or both ("21", "twenty-one", "2.5 million", "two hundred and five")."""
    parts = [part for part in re.split(r"[\s-]+", text.strip().lower()) if part and part != "and"]
    if not parts:
        return None
    total, current = 0.0, None
    for part in parts:
        value = _value(part)
        if value is not None:
            current = (current or 0.0) + value
        elif part in _SCALES:
            current = (1.0 if current is None else current) * _SCALES[part]
            if _SCALES[part] >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return total + (current or 0.0)


def _value(part: str) -> float | None:
    if part in _UNITS:
        return float(_UNITS[part])
    if part in _TENS:
        return float(_TENS[part])
    return digits(part)

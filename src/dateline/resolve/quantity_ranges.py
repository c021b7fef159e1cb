"""What a numeral with its blurring words can mean: exact value, or low and high ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.reference.number_words import VAGUE, digits, number

_FLOOR = re.compile(r"^(?:at least|as many as|no fewer than|not fewer than|not less than|no less than|a minimum of)\b")
_ABOVE = re.compile(r"^(?:more than|over|well over|just over|upwards of)\b")
_BELOW = re.compile(r"^(?:less than|fewer than|under|just under)\b")
_CEILING = re.compile(r"^(?:at most|up to|no more than|not more than|a maximum of)\b")
_NEARLY = re.compile(r"^(?:nearly|almost|close to)\b")
_ABOUT = re.compile(
    r"^(?:about|around|some|approximately|approx\b\.?|circa|roughly|an estimated|estimated|at around)\b"
)
_BETWEEN = re.compile(r"\bbetween (.+?) and (.+)")
_APART = re.compile(r"\s\b(?:to|or)\b\s|\s*–\s*|(?<=\d)\s*-\s*(?=\w)|(?<=\w)-(?=\d)")
_SEVERAL = re.compile(r"\b(?:several|a few) (dozen|hundred|thousand|million|billion)\b")
_NONE = re.compile(r"^(?:nobody|no one|no|none|zero)\b")
_SHARES = {
    "almost empty": (0.0, 0.2), "almost deserted": (0.0, 0.2), "nearly all": (0.8, 1.0), "almost all": (0.8, 1.0),
    "majority": (0.5, 1.0), "most of": (0.5, 1.0), "half": (0.5, 0.5), "two-thirds": (0.66, 0.67), "all": (1.0, 1.0),
    "three-quarters": (0.75, 0.75),
}  # fmt: skip
_EDGE = 0.1
"""Half-width of "about", as a share of the number; a convention, not from the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """`exact` is None when the words give a range; an open end is None."""

    exact: float | None = None
    low: float | None = None
    high: float | None = None
    vague: bool = False
    approximate: bool = False


def ranged(words: str) -> Bounds:
    """The bounds that the words of a quantity give."""
    text = words.lower()
    for key, (low, high) in _SHARES.items():
        if key in text and not re.search(r"\d", text):
            return Bounds(low=low, high=high, vague=low != high, exact=low if low == high else None)
    if re.fullmatch(r"a \w+(?:d|th)", text):
        return Bounds(exact=1.0, low=1.0, high=1.0)
    several = _SEVERAL.search(text)
    if several:
        return Bounds(low=2 * (number(several[1]) or 0), vague=True)
    if re.search(r"\b(?:an?)\s+(?:hour|day|mile|kilomet(?:re|er))\b", text) and _BELOW.match(text):
        return Bounds(low=0.0, high=1.0)
    between = _two(text)
    if between:
        return Bounds(low=between[0], high=between[1])
    value = _value(text)
    if value is None:
        if _NONE.match(text) and "longer" not in text:
            return Bounds(exact=0.0, low=0.0, high=0.0)
        return _vague(text)
    return _bounded(text, value)


def _bounded(text: str, value: float) -> Bounds:
    if _FLOOR.match(text):
        return Bounds(low=value)
    if _ABOVE.match(text):
        return Bounds(low=value + 1 if value == int(value) and value < 10_000 else value)
    if _BELOW.match(text):
        return Bounds(low=0.0, high=value)
    if _CEILING.match(text):
        return Bounds(high=value)
    if _NEARLY.match(text):
        return Bounds(low=round(value * (1 - _EDGE), 2), high=value - 1 if value > 1 else value, approximate=True)
    if _ABOUT.match(text):
        wide = 2.5 * _EDGE if value <= 20 and not re.search(r"\d", text) else _EDGE
        return Bounds(low=round(value * (1 - wide), 2), high=round(value * (1 + wide), 2), approximate=True)
    return Bounds(exact=value, low=value, high=value)


def _two(text: str) -> tuple[float, float] | None:
    """Both ends of "eight to 12", "between 30 and 40", "20-30"."""
    between = _BETWEEN.search(text)
    parted = ((text[: apart.start()], text[apart.end() :]) for apart in _APART.finditer(text))
    for left, right in ((between[1], between[2]),) if between else parted:
        before, after = left.split(), right.split()
        low = _number_of(" ".join(before[first:]) for first in range(len(before)))
        high = _number_of(" ".join(after[:last]) for last in range(len(after), 0, -1))
        if low is not None and high is not None and low < high:
            return low, high
    return None


def _number_of(phrases: Iterable[str]) -> float | None:
    return next((value for phrase in phrases if (value := number(phrase)) is not None), None)


def _value(text: str) -> float | None:
    """The longest number in the words."""
    parts = re.findall(r"\d[\d,.\u00a0\u202f]*\d|\d|[a-z]+", re.sub(r"\([^)]*\)", " ", text))
    for size in range(min(len(parts), 6), 0, -1):
        for first in range(len(parts) - size + 1):
            part = parts[first : first + size]
            if part[0] in ("and", "a", "an") and (len(part) == 1 or part[0] == "and"):
                continue
            value = number(" ".join(part)) if part[-1] != "and" else None
            if value is not None and (len(part) > 1 or digits(part[0]) is not None or part[0].isalpha()):
                return value
    return None


def _vague(text: str) -> Bounds:
    for phrase in sorted(VAGUE, key=len, reverse=True):
        if re.search(rf"\b{phrase}\b", text):
            low, high = VAGUE[phrase]
            return Bounds(low=low, high=high, vague=True)
    return Bounds(vague=True)

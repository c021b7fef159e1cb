"""How screens put closed words, days and numbers before people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from dateline.export.vocabulary import plain, status_hint, status_word
from dateline.model.time import TimeRange


def title(word: str) -> str:
    """A closed word at the start of a line."""
    words = plain(word)
    return words[:1].upper() + words[1:]


def css(word: str) -> str:
    """A closed word as a class of the style sheet; whatever is foreign in it is dropped."""
    return re.sub(r"[^a-z0-9-]+", "", word.lower().replace("_", "-"))


def many(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 event", "6 events"; thousands are set apart by a thin space."""
    return f"{grouped(number)} {noun if number == 1 else plural or noun + 's'}"


def grouped(number: float) -> str:
    """A number with narrow no-break spaces between its thousands."""
    return f"{number:,.12g}".replace(",", "\u202f")


def web_link(url: str | None) -> str:
    """An address that a link may lead to: http and https only, empty for every other scheme."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def precision(days: TimeRange | None) -> str:
    """How exact a range of days is, as words; empty where its ends say all that is known."""
    if days is None or (days.first_day is None and days.last_day is None):
        return ""
    if days.precision == "day" and days.first_day == days.last_day:
        return "to the day"
    if days.precision == "interval":
        return ""
    return f"to the {days.precision}" if days.precision in _TO_THE else days.precision


_TO_THE = ("minute", "hour", "night", "day", "week", "month", "season", "year")

FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "plain": plain,
        "title_word": title,
        "css": css,
        "status_word": status_word,
        "status_hint": status_hint,
        "many": many,
        "grouped": grouped,
        "web_link": web_link,
    }
)
"""What templates may call."""

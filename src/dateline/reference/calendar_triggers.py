"""Which words and numbers give a time expression away, and which shapes are tried around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from dateline.reference.calendar import MONTHS, MONTHS_ABROAD, ONES, SEASONS, TENS, WEEKDAY_NAMES
from dateline.reference.calendar_rules import (
    CLOCK_RULES,
    DATE_RULES,
    DEICTIC_RULES,
    NUMERIC_RULES,
    ORDINAL_RULES,
    QUARTER_RULES,
    SEASON_RULES,
    UNIT_RULES,
    WEEKDAY_RULES,
    YEAR_RULES,
    Rule,
)

TRIGGERS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "month": DATE_RULES,
        "weekday": WEEKDAY_RULES,
        "year": YEAR_RULES,
        "numeric": NUMERIC_RULES,
        "ordinal": ORDINAL_RULES,
        "season": SEASON_RULES,
        "quarter": (*QUARTER_RULES, *UNIT_RULES),
        "unit": (*UNIT_RULES, *YEAR_RULES[-2:]),
        "clock": CLOCK_RULES,
        "deictic": DEICTIC_RULES[:-1],
        "feast": DEICTIC_RULES[-1:],
    }
)
WORD = re.compile(r"[a-z]+|['’`]?\d[\d:./-]*", re.IGNORECASE)
"""What may give a time expression away: words and numbers."""

_DEICTIC_WORDS = (
    "today yesterday tomorrow tonight overnight now present presently currently nowadays moment current modern recent "
    "recently lately ago previously formerly past of soon shortly future term course meantime meanwhile being later "
    "earlier afterward afterwards subsequently then time point thereafter since hourly daily nightly weekly "
    "monthly yearly annually everyday light morning afternoon evening dawn daybreak sunrise dusk sunset nightfall night "
    "daytime long days late"
)
_UNIT_WORDS = (
    "seconds minute minutes hour hours day days night nights week weeks weekend fortnight fortnights month months "
    "quarters year years decade decades century centuries date"
)
_FEAST_WORDS = (
    "christmas easter thanksgiving ramadan eid halloween pentecost epiphany boxing valentine armistice veterans "
    "independence labor ascension palm ash maundy whit eve"
)
TRIGGER_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{word: ("deictic",) for word in _DEICTIC_WORDS.split() if word != "of"},
        **dict.fromkeys(_UNIT_WORDS.split(), ("unit",)),
        **dict.fromkeys(_FEAST_WORDS.split(), ("feast",)),
        **dict.fromkeys(MONTHS.keys() - MONTHS_ABROAD.keys(), ("month",)),
        **dict.fromkeys(WEEKDAY_NAMES, ("weekday",)),
        **{f"{word}s": ("weekday",) for word in WEEKDAY_NAMES},
        **dict.fromkeys(SEASONS, ("season",)),
        **dict.fromkeys(("nineteen", "eighteen", "seventeen", "twenty", "thousand", "bc"), ("year",)),
        **{word.removesuffix("y") + "ies": ("year",) for word in TENS},
        **dict.fromkeys(("noon", "midnight", "midday", "clock"), ("clock",)),
        **dict.fromkeys(("morning", "afternoon", "evening"), ("deictic", "clock")),
        "night": ("deictic", "unit", "clock"),
        "days": ("unit", "deictic"),
        "quarter": ("quarter",),
        "period": ("quarter", "deictic"),
        **{word: ("clock",) for word in ONES if ONES[word] <= 12},
    }
)
"""Which rules to try around a word; months in abbreviation included."""

_NUMERIC = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
_GROUP = re.compile(r"[ ]?[A-Z][ ]?[A-Z]{3}[ ]?\d\d", re.IGNORECASE)
_HOURS = re.compile(r"\s*(?:[ap]\.?\s?m\b|hrs|hours|h\b|gmt|utc|local\s+time)", re.IGNORECASE)
_SPAN_OPENS = re.compile(r"\b0\d[0-5]\d\s+(?:and|to|until)\s+$")
"""An hour with a nought before a number makes that an hour, too: "between 0800 and 1030"."""
_ERA_AFTER = re.compile(r"\s*B\.?\s?C", re.IGNORECASE)


def number_triggers(token: str, text: str, start: int, end: int) -> tuple[str, ...]:
    """Which rules to try around a number: dates in digits, clock times, years."""
    bare = token.strip("'’`.-/:")
    if len(bare) == 6 and _GROUP.match(text, end):
        return ("numeric",)
    if _NUMERIC.match(bare) or (token.endswith("-") and text[end : end + 1] == "W"):
        return ("numeric",)
    if text[end : end + 2].lower() in ("st", "nd", "rd", "th"):
        return ("ordinal",)
    if text[max(0, start - 3) : start].lower() == "at " and len(bare) == 4:
        return ("clock",)
    if re.fullmatch(r"[012]\d[0-5]\d", bare) and (
        bare[0] == "0" or _SPAN_OPENS.search(text[max(0, start - 12) : start])
    ):
        return ("clock",)
    kinds: tuple[str, ...] = ()
    if ":" in bare or (bare[1:3].find(".") >= 0 and _HOURS.match(text, end)) or _HOURS.match(text, end):
        kinds = ("clock",)
    if token[0] in "'’`" or 3 <= len(bare.split("-")[0]) <= 4 or _ERA_AFTER.match(text, end):
        kinds = (*kinds, "year")
    return kinds

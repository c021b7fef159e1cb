"""Words and arithmetic of the calendar: months, weekdays, units, seasons, feasts, numbers in words."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTHS_ABROAD = {
    name: number
    for number, names in enumerate(
        (
            "janvier enero janeiro januar jänner", "février fevrier febrero fevereiro februar", "mars marzo março marco märz",
            "avril abril", "mai mayo maio", "juin junio junho juni", "juillet julio julho juli", "août aout agosto",
            "septembre septiembre setiembre setembro", "octobre octubre outubro oktober",
            "novembre noviembre novembro", "décembre decembre diciembre dezembro dezember",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Months in French, Spanish, Portuguese and German: they date heads of translated texts, between a day and a year."""
MONTHS = MONTHS_ABROAD | {name: number for number, name in enumerate(MONTH_NAMES, start=1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month on the northern half of the globe; a convention, so seasons stay vague."""

PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV",
    "first light": "MO", "dusk": "EV", "sunset": "EV", "night": "NI", "nightfall": "NI", "overnight": "NI", "nights": "NI",
    "mornings": "MO", "evenings": "EV", "afternoons": "AF", "daytime": "DT",
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "TM", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "10Y", "century": "100Y", "millennium": "1000Y",
}  # fmt: skip
ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
FIXED_FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year": (1, 1), "valentine's day": (2, 14),
    "may day": (5, 1), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "epiphany": (1, 6),
}  # fmt: skip
EASTER_FEASTS = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0,
    "easter monday": 1, "easter": 0, "ascension day": 39, "pentecost": 49, "whit monday": 50,
}  # fmt: skip
NTH_FEASTS = {"thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4)}
"""Month, weekday and which of them in the month: the American feasts that English wires name."""


def number(words: str) -> float | None:
    """The value of a number in digits or words ("forty-five", "2.5", "a dozen"); None for a vague one."""
    text = words.lower().replace("-", " ").replace(",", "").strip()
    if text in (
        "a",
        "an",
        "another",
        "a single",
        "single",
        "whole",
        "a full",
        "full",
        "a whole",
        "every",
        "each",
        "the",
    ):
        return 1
    if text in ("half", "half a", "half an"):
        return 0.5
    if text in ("a dozen", "dozen"):
        return 12
    try:
        return float(text)
    except ValueError:
        return _words_number(text.split())


def spelled_year(words: str) -> int:
    """The year that broadcast transcripts spell out: "nineteen ninety-four", "two thousand"."""
    first, *rest = words.lower().replace("-", " ").split()
    if first == "two":
        return 2000
    hundreds = 2000 if first == "twenty" else ONES[first] * 100
    return hundreds + int(_words_number([word for word in rest if word not in ("hundred", "oh")]) or 0)


def _words_number(words: list[str]) -> float | None:
    total = 0
    for word in words:
        if word in ONES:
            total += ONES[word]
        elif word in TENS:
            total += TENS[word]
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word not in ("a", "and"):
            return None
    return total or None


def ordinal(word: str) -> int | None:
    """The value of an ordinal in digits or words ("3rd", "third")."""
    text = word.lower()
    if text in ORDINALS:
        return ORDINALS[text]
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, None when the calendar has none such ("February 30")."""
    if not 1 <= year <= 9998 or not 1 <= month <= 12 or not 1 <= day <= _calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date | None:
    """The day so many months later, moved back to the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, _calendar.monthrange(year, month + 1)[1]))


def weekday_near(anchor: date, weekday: int, *, direction: int) -> date:
    """That weekday nearest to the anchor: the same day or before it (-1), the same day or after it (+1)."""
    gap = (anchor.weekday() - weekday) % 7 if direction < 0 else (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=gap if direction > 0 else -gap)


def week_value(day: date) -> str:
    """ISO 8601 week of a day: 2023-W46."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def monday_of(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year; None when it moves with another calendar."""
    key = " ".join(name.lower().replace("’", "'").split())
    if not 1 <= year <= 9998:
        return None
    if key in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[key])
    if key in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[key])
    if key in NTH_FEASTS:
        month, weekday, nth = NTH_FEASTS[key]
        first = weekday_near(date(year, month, 1), weekday, direction=1)
        return first + timedelta(weeks=nth - 1)
    return None


_FRIDAY_AND_SATURDAY = frozenset(
    ["BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "YE"]
)
_THURSDAY_AND_FRIDAY = frozenset(("AF", "IR"))


def weekend_begins(country: str | None) -> int:
    """The weekday (Monday 0) with which a weekend begins in a country (ISO 3166 code); Saturday where nothing is known.

    The customs of the 2020s, from CLDR's territory week data; the Emirates left Friday and Saturday in 2022.
    """
    if country in _THURSDAY_AND_FRIDAY:
        return 3
    return 4 if country in _FRIDAY_AND_SATURDAY else 5

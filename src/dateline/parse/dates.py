"""How agency lines, heads and labels write days and names: patterns that several readers of the frame share."""

from __future__ import annotations

from dateline.reference.calendar import MONTHS_ABROAD

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
ABROAD = rf"(?:(?:le|el|em|den)\s+)?\d{{1,2}}(?:\.|er|º|°)?\s+(?:de\s+)?(?:{'|'.join(MONTHS_ABROAD)})\s+(?:del?\s+)?(?:19|20)\d{{2}}"
"""A whole day in French, Spanish, Portuguese or German: "le 1er mars 2022"."""
YEAR = r"(?:(?:19|20)\d{2}|\d{2})"
DATE = (
    rf"(?i:{WEEKDAY}(?:{MONTH}\s+\d{{1,2}}(?:,?\s+{YEAR}(?!\d))?|\d{{1,2}}\s+{MONTH}(?:,?\s+{YEAR}(?!\d))?"
    rf"|{ABROAD}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{YEAR}|\d{{4}}-\d{{2}}-\d{{2}}))(?!\d)"
)
"""A day, with or without its weekday and year; the year does not eat into a clock ("14 JUN 0210L")."""
NO_DAY = r"(?!(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?[ \t]+\d))"
"""Where no weekday stands: what follows a town is its country or the day."""
NAME = r"[^\W\d_][\w'’.\-]*(?:[ \t][^\W\d_][\w'’.\-]*){0,4}"
"""One to five words of a name."""

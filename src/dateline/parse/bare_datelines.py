"""Datelines that lost their dash, or the line end before them, where a page was flattened or a feed was cleaned.

"MAIDUGURI, Nigeria May 13 Gunmen …", "BAMAKO, Mali (Reuters) Gunmen …", "(AP) Gunmen …", "By Ann Lee BAMAKO, Mali
(Reuters) - Gunmen …", and "Niamey, Niger – Gunmen …", whose dash may as well stand in a sentence. Without the dash it
takes a day or a wire agency to tell a dateline from the beginning of a sentence.
"""

from __future__ import annotations

import re

from dateline.parse.dates import DATE

_WORD = r"[A-ZÀ-Þ][\w'’.\-]*"
_NO_TOWN = r"(?!(?:In|At|On|Near|From|By|After|Since|Before|Until|Last|This|The|Early|Late)\b)"
_TOWN = rf"{_NO_TOWN}(?P<place>{_WORD}(?:[ \t]{_WORD}){{0,2}}?)"
COUNTRY = rf"(?P<country>(?!{DATE}){_WORD}(?:[ \t](?:(?:of|the|and)[ \t])?{_WORD}){{0,3}}?)"
_SENTENCE = r"(?=[\"“‘']?(?:[A-ZÀ-Þ][\w'’\-]*[ \t]|\d))"
WIRES = (
    r"(?:AP|AFP|UPI|DPA|dpa|EFE|ANSA|PTI|IANS|UNI|ANI|APA|NAN|PANA|MAP|TAP|SPA|WAM|SANA|IRNA|ISNA|TASS|RIA|BNS|MTI|PAP|CTK"
    r"|KUNA|MENA|AA|KNA|GNA|SUNA|ENA|APS|AGI|ATS|APP|Reuters|REUTERS|Xinhua|Bloomberg|Anadolu(?: Agency)?|Interfax|Thomson Reuters Foundation)"
)
"""Agencies that sign their datelines."""
_WIRE = rf"(?P<agency>{WIRES})"
_DATED = re.compile(
    rf"{_TOWN},(?:[ \t]*{COUNTRY},?)?[ \t]+(?P<date>{DATE})(?:[ \t]*\({_WIRE}\))?[ \t]+(?!\d){_SENTENCE}"
)
_SIGNED = re.compile(rf"(?:{_TOWN}(?:,[ \t]*{COUNTRY})?[ \t]+)?\({_WIRE}\)(?:[ \t]+|[ \t]*\n\s*){_SENTENCE}")
CAPITALS = r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’\-]+(?:[ \t][A-ZÀ-Þ'’\-]{2,}){0,3}"
_BEHIND_DAY = re.compile(
    rf"(?P<date>{DATE})[ \t]+\((?P<place>{CAPITALS})(?:,[ \t]*{COUNTRY})?\)[ \t]*(?:--|[–—-])[ \t]*{_SENTENCE}"
)
"""The town in brackets behind the day: "May 3, 2014 (SARO) – Gunmen …"."""
_LOCATED = re.compile(rf"{_TOWN},[ \t]*{COUNTRY}[ \t]*(?:--|[–—]|-(?=[ \t]))[ \t]*{_SENTENCE}")
_BYLINED = re.compile(
    rf"(?:By|BY)[ \t]+(?:(?!BY\b)[A-ZÀ-Þ][\w.'’\-]*[a-zà-ÿ.][ \t]+|and[ \t]+){{1,8}}"
    rf"(?P<place>[A-ZÀ-Þ]{{3}}[A-ZÀ-Þ'’\-]*(?:[ \t][A-ZÀ-Þ'’\-]{{2,}}){{0,2}})"
    rf"(?:,[ \t]*{COUNTRY})?(?:,?[ \t]+(?P<date>{DATE}))?(?:[ \t]*\({_WIRE}\))[ \t]*(?:--|[–—-])?[ \t]+{_SENTENCE}"
)
_SLANTED = re.compile(
    rf"{_TOWN},[ \t]*(?P<date>{DATE})\.?[ \t]*/(?P<agency>[A-Z][\w -]{{1,20}})/\.?[ \t]*(?:--|[–—-])?[ \t]*{_SENTENCE}"
)
"""As agencies of the East sign: "MINSK, May 3. /BelWire/. Gunmen …"."""
_TOLD = re.compile(r"[^\n]*[.!?][\"”’)]?[ \t\r]*(?:\n|\Z)|[^\n]{70}")
"""A line that holds a sentence: headlines, too, have a dash behind two names."""


def bare_dateline(text: str, at: int) -> re.Match[str] | None:
    """The dateline without a sign of its own that starts at a code point, with the parts that it names."""
    found = (pattern.match(text, at) for pattern in (_SLANTED, _DATED, _SIGNED, _BEHIND_DAY, _LOCATED))
    return next((match for match in found if match is not None and _TOLD.match(text, match.end())), None)


def behind_byline(text: str, at: int) -> re.Match[str] | None:
    """The byline that starts at a code point together with the dateline that was on the line below it."""
    return _BYLINED.match(text, at)

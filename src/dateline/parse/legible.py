"""A copy of a text that a parser trained on newspapers reads better, code point for code point as long.

Old wires are written in capitals and wrapped at 70 columns; the model takes every word of them for a name. The copy
is only what the model reads: offsets are the same, and every quoted word comes from the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from dateline.parse.capitals import Spelling, restored

STAND_INS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "retook": ("toured", "retake"),
        "overrun": ("visited", "overrun"),
        "shot dead": ("assaulted", "murder"),
        "advanced": ("traveled", "advance"),
        "battle": ("defeat", "battle"),
        "is": ("un", "is"),
        "vic": ("off", "near"),
        "ivo": ("off", "near"),
        "may": ("jul", "may"),
    }
)
"""Verbs of war that newspapers of the nineties lack and the model takes for nouns, with a verb it knows of the same length
for it to read, and the lemma that the word itself has; how logs write "in the vicinity of"; and the month that is also a
helping verb ("on 11 May killed")."""
_STANDING_IN = re.compile(
    r"\b(?:retook|shot dead|(?<=\bto )(?<!battle to )battle(?= [a-z])|(?<!cost )(?<!budget )(?<!time )(?<!the )(?<!an )overrun"
    r"|(?<!more )(?<!most )(?<!less )(?<!very )(?<!be )(?<!is )(?<!are )advanced"
    r"(?= (?:in|into|on|towards?|near|further|deeper|along|through|within|up|from|(?:north|south|east|west)\w*)\b))\b"
)
_STATE = re.compile(r"(?<![A-Z] )\bIS\b(?! (?:[A-Z]{2}|an?\b|the\b|not\b))")
"""The Islamic State by its initials, in prose: to the model they are a verb."""
_NEAR = re.compile(r"\b(?:vic|IVO|ivo|VIC)(?=\.? (?:[A-Z]|the\b))")
_MAY = re.compile(r"(?<=\d )May\b|(?<=\d(?:st|nd|rd|th) )May\b|\bMay(?= \d{1,2}\b)")
_TIMES = re.compile(r"(?<![\w.,])(\d{1,3})(?:( ?x)(?= ?[A-Z])|(x)(?= [a-z]))")
"""How logs count: "2x KIA", "3 x INS"."""
_TAG = re.compile(r"(?<![\w/&])[#＃@](?=[^\W\d_])\w+")
_LONGER = re.compile(r"(?<![\w'’-])[^\W\d_]{4,}")
_TITLED_WORD = re.compile(r"(?<= )[A-ZÀ-Þ][a-zà-ÿ]+(?![\w&])")
_LONGEST_TITLE = 200
_ALONE = re.compile("[\ud800-\udfff]")
"""Halves of a surrogate pair: JSON may bring them in, no parser can encode them."""
_CALENDAR = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\bi\b"
)
BLANKLESS = re.compile(r"\S{1000,}+")
"""No words of English: encoded data, signs by the thousand, scripts without blanks; tokenisers take minutes over them."""
_SPOKEN = re.compile(r"(?m)(^[^\n:.]{2,60}):(?= [\"“]?(?:[Ww]e|[Oo]ur|[Mm]y|I)\b)")
"""The label of words in the first person: to the model the end of a sentence."""
_STARTS = re.compile(r"(?:^|[.!?][\"”')]?\s+)(\w)")


def legible(text: str, spelling: Callable[[], Spelling | None] = lambda: None) -> str:
    """The copy: capitals lowered where nearly all letters are capitals, line ends made blanks, halves of characters signs,
    words that the model does not know replaced by others.

    Of a text in capitals `spelling` tells which words are names; it is asked for such a text only.
    """
    told = _SPOKEN.sub(r"\1.", text) if ":" in text else text
    told = BLANKLESS.sub(lambda match: "x" * len(match.group()), told)
    unwrapped = _ALONE.sub("\ufffd", told.replace("\r", " ").replace("\n", " ").replace("″", '"'))
    read = _recased(unwrapped, spelling()) if mostly_capitals(text) else unwrapped
    if read is unwrapped and titled(text) and (known := spelling()):
        read = _untitled(unwrapped, known)
    if "#" in read or "@" in read:
        read = _TAG.sub(lambda match: " " + match.group()[1:].replace("_", " "), read)
    read = _TIMES.sub(lambda match: match[1].zfill(len(match.group())), read)
    read = _STATE.sub(STAND_INS["is"][0].upper(), read) if "IS" in read else read
    read = _NEAR.sub(STAND_INS["vic"][0], read)
    read = _MAY.sub(STAND_INS["may"][0].capitalize(), read)
    return _STANDING_IN.sub(lambda match: STAND_INS[match.group()][0], read)


def lemma_of(written: str, read: str) -> str | None:
    """The lemma of a word for which the model read another; None where it read the word itself."""
    stand_in = STAND_INS.get(" ".join(written.lower().split()))
    return stand_in[1] if stand_in is not None and stand_in[0] == read else None


def titled(text: str) -> bool:
    """Whether a line is a headline that gives every longer word, four at least, a capital."""
    words = _LONGER.findall(text) if len(text) < _LONGEST_TITLE else ()
    return len(words) > 3 and all(word[0].isupper() for word in words) and not text.rstrip().endswith(".")


def mostly_capitals(text: str) -> bool:
    """Whether four in five letters are capitals, of a stretch of some words: one of 40 letters, or of four words with 15."""
    letters = sum(map(str.isalpha, text))
    long = letters >= 40 or (letters >= 15 and len(text.split()) >= 4)
    return long and sum(map(str.isupper, text)) >= 0.8 * letters


def _recased(text: str, spelling: Spelling | None) -> str:
    """Lower case, with capitals again at sentence starts, in the calendar and in names; letters that would grow stay."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = _CALENDAR.sub(lambda match: match.group().capitalize(), lowered)
    lowered = _STARTS.sub(lambda match: match.group()[:-1] + match.group(1).upper(), lowered)
    return restored(text, lowered, spelling) if spelling else lowered


def _untitled(text: str, spelling: Spelling) -> str:
    """Lower case for the words of a headline that are no names; acronyms and the first word stay."""
    return _TITLED_WORD.sub(
        lambda match: match.group() if spelling.is_name(match.group().lower()) else match.group().lower(), text
    )

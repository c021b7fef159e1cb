"""Words as the actor register sees them: folded, with their place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"(?:[ \t]|\r?\n[ \t]*){1,3}|[-\u2010-\u2014'’‘ʼ`/&.]|[-.&] | & |, |\.[-\u2010-\u2014]")
"""What may stand between two words of one name: blanks, one line break, a hyphen, an apostrophe, a dot, a comma."""

LONGEST_SHORT = 3
"""Letters of an abbreviation whose full stop may stand inside a name."""
_SAMPLE = 1500
"""Code points that are looked at to tell whether a text is set in capitals."""


class Word(NamedTuple):  # thousands to a report: a tuple is made in a third of the time
    """One run of letters and digits; `joined` says whether a name may run on from the word before."""

    start: int
    end: int
    text: str
    folded: str
    joined: bool


def fold(text: str) -> str:
    """Lower case without diacritics: Goïta and GOITA are one word."""
    if text.isascii():
        return text.lower()
    stripped = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(stripped).casefold()


def fold_name(name: str) -> str:
    """The folded words of a name, one blank between them."""
    if name.isascii():
        return " ".join(_WORD.findall(name.lower()))
    return " ".join(fold(match.group()) for match in _WORD.finditer(name))


def titled(name: str) -> str:
    """A name in capitals as it is written elsewhere: "Ministry of Defence of the Republic"."""
    first, *rest = (word.title() if word.isupper() else word for word in name.split())
    return " ".join((first, *(word.lower() if word.lower() in _SMALL else word for word in rest)))


_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "at", "to", "by", "de", "del", "la", "du", "des"))
"""Words that names write small."""


def word_set(text: str) -> frozenset[str]:
    """The words of a blank-separated list, for membership tests."""
    return frozenset(text.split())


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, offsets in code points of the text as given."""
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        gap = text[end:start]
        joined = bool(found) and (gap == " " or _JOINT.fullmatch(gap) is not None)
        if gap == ". " and joined and len(found[-1].text) > LONGEST_SHORT:
            joined = False  # "St. Paul" is one name, "in Lebanon. Troops" are two sentences
        end = match.end()
        folded = word.lower() if word.isascii() else fold(word)
        found.append(Word(start, end, word, folded, joined))
    return tuple(found)


def run_length(run: Sequence[Word], first: int, limit: int) -> int:
    """How many words from `first` on, at most `limit`, could be one name."""
    last = first + 1
    while last < len(run) and last - first < limit and run[last].joined:
        last += 1
    return last - first


def shouted(text: str) -> bool:
    """Whether a stretch is set in capitals throughout, as old wires are: capitals then tell nothing."""
    letters = "".join(filter(str.isalpha, text[:_SAMPLE]))
    return len(letters) > 12 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)

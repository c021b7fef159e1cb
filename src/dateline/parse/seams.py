"""Where one line of a page runs into the next: a headline into another, into a summary, into the first sentence.

Pages that were flattened have lost the ends of these lines. What begins a line has a capital; a word with one that is no
name, behind a word that has none, begins a line. So do words that only open sentences, and words that come again: a summary
above the body mostly is the body's first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.parse.capitals import Spelling
from dateline.reference.actor_words import word_set

_HEAD = 120
"""Words from the top among which lines may run together."""
_LEAST = 3
"""Words of the shortest line."""
_AGAIN = 6
"""Words in a row that must come again."""
_WORD = re.compile(r"\S+")
_CAPITAL = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*")
_OPENERS = word_set(
    "the a an at in on after since it he she they we this these there when as while by for more some several many most nearly about around"
    " over dozens scores hundreds thousands two three four five six seven eight nine ten eleven twelve another according earlier"
    " meanwhile both all no"
)  # fmt: skip
"""Words with which sentences begin, and which nobody is called by."""
_GOVERNING = word_set(
    "a an the this that these those its his her their our of in on at to by from for with near after before and or but not no as than"
    " into over under amid against during since who which called named said says"
)
"""Words behind which a capital is that of a name."""
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december"
)
_OF = ("of", "for", "and")
"""What goes on with a name of common words: "an operation called Wrath of the River"."""
_SPEAKING = word_set("said says told reported reports added announced claimed confirmed")


def seams(text: str, spelling: Spelling | None) -> tuple[int, ...]:
    """The code points at which lines begin that run on from others, near the top of a text."""
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)][:_HEAD]
    low = [word.lower() for _, word in words]
    found = {at for at in range(_LEAST, len(words)) if _begins([word for _, word in words], at, spelling)}
    again = {at for at in _repeated(low) if not words[at][1][0].islower()}
    kept: list[int] = []
    for at in sorted(found | again):
        if at in again or at - max((0, *kept)) >= _LEAST:
            kept.append(at)
    return tuple(words[at][0] for at in kept if at)


def _begins(words: Sequence[str], at: int, spelling: Spelling | None) -> bool:
    """Whether a word opens a line of its own."""
    word, before = words[at], words[at - 1]
    if _CAPITAL.fullmatch(word) is None or before[-1] in ".!?:,;(" or before.lower() in _GOVERNING:
        return False
    following = words[at + 1 : at + 6]
    if not following or following[0] in _SPEAKING:
        return False
    if word.lower() in _OPENERS:
        return sum(one[0].islower() or one[0].isdigit() for one in following) >= _LEAST
    lower = before[0].islower() and "-" not in before
    stems = (word.lower(), word.lower().removesuffix("s"))
    named = spelling is None or word.lower() in _CALENDAR or any(map(spelling.is_name, stems))
    return lower and not named and following[0].islower() and following[0] not in _OF


def _repeated(low: Sequence[str]) -> Iterator[int]:
    """Where words begin that come again, each time."""
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(low) - _AGAIN + 1):
        run = tuple(low[at : at + _AGAIN])
        first = seen.setdefault(run, at)
        if first < at and (first == 0 or low[first - 1] != low[at - 1]):
            yield from (first, at)

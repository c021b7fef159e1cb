"""Which known names look like an unknown one: for the reader who mistyped, never for resolving a text."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold

LETTERS = f"{ascii_lowercase} "
SHORTEST = 5
"""Shorter names are two edits away from everything."""
LONGEST = 24


def suggestions(name: str, gazetteer: Gazetteer, *, limit: int = 5) -> tuple[str, ...]:
    """Names of places one edit away, else two; the places that are most important first.

    An edit drops, doubles, swaps, changes or adds a letter. All variants are looked up, which takes milliseconds for
    one edit and half a second for two; a scan of all names would take ten.
    """
    folded = fold(name)
    if not 2 < len(folded) <= LONGEST:
        return ()
    near = set(_edits(folded)) - {folded}
    found = _known(near, gazetteer)
    if not found and len(folded) >= SHORTEST:
        found = _known({far for one in near if len(one) >= len(folded) - 1 for far in _edits(one)}, gazetteer)
    return tuple(dict.fromkeys(found))[:limit]


def _known(names: set[str], gazetteer: Gazetteer) -> list[str]:
    places = (gazetteer.first(name) for name in sorted(names) if gazetteer.knows(name))
    ranked = sorted((p for p in places if p is not None), key=lambda p: (p.kind != "country", -p.population, p.name))
    return [place.name for place in ranked]


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in LETTERS)

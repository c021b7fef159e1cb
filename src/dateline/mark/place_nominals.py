"""Common nouns that stand for places: "the town", "an army camp", "the western outskirts"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.reference.place_words import FEATURE_NOUNS

NOMINAL_PRIORITY = 50
_INSIDE = ("amod", "compound", "nummod", "nmod", "poss")


def nominal_places(parse: Parse) -> Iterator[Candidate]:
    """Noun phrases headed by a common noun of place."""
    for token in parse.tokens:
        if (
            token.sentence >= 0
            and token.lemma in FEATURE_NOUNS
            and token.pos == "NOUN"
            and _stands_for_place(parse, token)
        ):
            first = _first(parse, token)
            yield Candidate(
                start=parse.tokens[first].start,
                end=token.end,
                kind="place",
                form="nominal",
                marker="places.nominal",
                head=token.index,
                priority=NOMINAL_PRIORITY,
            )


def _stands_for_place(parse: Parse, token: Token) -> bool:
    return token.dep not in ("compound", "amod", "npadvmod")


def _first(parse: Parse, token: Token) -> int:
    """The first word of the phrase, with its article, without possessors."""
    first = token.index
    for kid in sorted(parse.kids(token, *_INSIDE, "det"), key=lambda k: -k.index):
        if kid.index < first and kid.dep != "poss" and kid.right == first - 1:
            first = kid.left
    return first

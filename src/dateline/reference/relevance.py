"""Which words speak for a conflict report, and how loudly: what the gate goes by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.errors import ConfigurationError
from dateline.reference.actor_tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedWord:
    """A word or phrase in small letters, the lemma that it counts as, and its weight.

    A weight is about the natural logarithm of how much more often the word stands in conflict reports than in English.
    """

    words: tuple[str, ...]
    lemma: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceLexicon:
    """All weighed words by their first word, the longest first; and how the gate decides by them.

    A text is relevant when the weights of the different lemmas within some `window` words add up to `threshold`; one of
    more than `typical` words needs `steepness` more each time its length grows e-fold, since chance throws words together
    somewhere in a long text. Below `shortest` words nothing can be told, and a parse costs next to nothing.
    """

    by_first_word: Mapping[str, tuple[WeighedWord, ...]]
    threshold: float = 3.5
    steepness: float = 2.0
    typical: int = 250
    window: int = 60
    shortest: int = 30

    def threshold_at(self, length: int) -> float:
        """What a text of so many words must reach."""
        return self.threshold + self.steepness * max(0.0, math.log(max(length, 1) / self.typical))


def load_relevance() -> RelevanceLexicon:
    """The lexicon that ships with the package; raises ConfigurationError for a weight that is no number."""
    found: dict[str, list[WeighedWord]] = defaultdict(list)
    for row in read_table("relevance.tsv"):
        words = tuple(row["word"].split(" "))
        found[words[0]].append(WeighedWord(words=words, lemma=row["lemma"], weight=_weight(row["weight"])))
    ordered = {first: tuple(sorted(row, key=lambda w: -len(w.words))) for first, row in found.items()}
    return RelevanceLexicon(by_first_word=MappingProxyType(ordered))


def _weight(cell: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise ConfigurationError(f"relevance.tsv has weight {cell!r}; expected a number") from error

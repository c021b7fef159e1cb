"""Nouns that head a mention of an actor, and what sort of actor they promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.reference.actor_tables import read_table
from dateline.reference.actor_words import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNoun:
    """A noun phrase, its sort (state, police, rebel, gunmen, label, government, anonymous, civilian, media, org,
    unit, role) and number (body: one that acts as one; plural: several; singular: one person).
    """

    phrase: str
    sort: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNouns:
    """All actor nouns by folded phrase."""

    by_phrase: Mapping[str, ActorNoun]
    last_words: frozenset[str]

    def longest(self, folded: tuple[str, ...]) -> ActorNoun | None:
        """The longest noun phrase that ends these folded words: "transitional government" before "government"."""
        for first in range(max(0, len(folded) - 4), len(folded)):
            noun = self.by_phrase.get(" ".join(folded[first:]))
            if noun:
                return noun
        return None


def load_nouns() -> ActorNouns:
    """The lexicon that ships with the package."""
    rows = (
        ActorNoun(phrase=fold_name(r["noun"]), sort=r["sort"], number=r["number"])
        for r in read_table("actor_nouns.tsv")
    )
    by_phrase = {row.phrase: row for row in rows}
    return ActorNouns(
        by_phrase=MappingProxyType(by_phrase), last_words=frozenset(phrase.rpartition(" ")[2] for phrase in by_phrase)
    )

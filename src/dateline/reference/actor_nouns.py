"""Nouns that head a mention of an actor, and what sort of actor they promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.reference.actor_tables import read_table
from dateline.reference.actor_words import fold_name

_GROUPS = (" group", " faction", " movement", " militia", " squad", " outfit")


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
    """All actor nouns by folded phrase; `persons` are those of one word for one person."""

    by_phrase: Mapping[str, ActorNoun]
    last_words: frozenset[str]
    persons: frozenset[str] = frozenset()

    def longest(self, folded: tuple[str, ...]) -> ActorNoun | None:
        """The longest noun phrase that ends these folded words: "transitional government" before "government"."""
        for first in range(max(0, len(folded) - 4), len(folded)):
            noun = self.by_phrase.get(" ".join(folded[first:]))
            if noun:
                return noun
        return None


def load_nouns() -> ActorNouns:
    """The lexicon that ships with the package, with the plurals of its armed groups."""
    rows = tuple(
        ActorNoun(phrase=fold_name(r["noun"]), sort=r["sort"], number=r["number"])
        for r in read_table("actor_nouns.tsv")
    )
    by_phrase = {row.phrase: row for row in (*map(_plural, filter(_is_armed_group, rows)), *rows)}
    return ActorNouns(
        by_phrase=MappingProxyType(by_phrase),
        last_words=frozenset(phrase.rpartition(" ")[2] for phrase in by_phrase),
        persons=frozenset(noun.phrase for noun in by_phrase.values() if noun.number == "singular"),
    )


def _is_armed_group(noun: ActorNoun) -> bool:
    """Whether a noun names a body of armed men of which there may be several: "resistance group", "death squad"."""
    return noun.sort == "rebel" and noun.number == "body" and noun.phrase.endswith(_GROUPS)


def _plural(noun: ActorNoun) -> ActorNoun:
    return ActorNoun(phrase=f"{noun.phrase}s", sort=noun.sort, number="plural")

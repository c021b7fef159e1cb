"""Words that name nobody by themselves, though some supposed person is called so: peoples, bodies, everyday words.

A surname that is also a word ("Baker", "King") gives a person away; what may be one stays hidden.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export.redaction import folded
from dateline.reference.actor_nouns import load_nouns
from dateline.reference.actor_tables import listed, read_table
from dateline.reference.gazetteer_build import data_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """Folded words: `peoples` are demonyms, `bodies` nouns for several people or a body, `everyday` common words.

    Neither `bodies` nor `everyday` holds a usual part of a person's name.
    """

    peoples: frozenset[str]
    bodies: frozenset[str]
    everyday: frozenset[str]

    def names_nobody(self, name: str) -> bool:
        """Whether a supposed name is a people or a body of one and nothing else: "Russian", "Kenyan MoD"."""
        return all(word in self.peoples or word in self.bodies for word in folded(name))

    def telling(self, parts: frozenset[str]) -> frozenset[str]:
        """Those parts of a name that, alone, still point to a person; none of a name made of everyday words alone."""
        rest = parts - self.peoples - self.bodies
        return frozenset() if rest <= self.everyday else rest


def load_plain_words() -> PlainWords:
    """The words of the registers that ship with the package."""
    persons = frozenset(line[0] for name in _OF_PERSONS for line in data_lines(name))
    bodies = {noun.phrase.rpartition(" ")[2] for noun in load_nouns().by_phrase.values() if noun.number != "singular"}
    return PlainWords(
        peoples=frozenset(
            word
            for row in read_table("actor_countries.tsv")
            for demonym in (*listed(row["adjectives"]), *listed(row["people"]))
            if len(word := " ".join(folded(demonym))) > 1 and " " not in word
        ),
        bodies=frozenset(bodies) - persons,
        everyday=frozenset(line[0] for line in data_lines("places_common_words.tsv")) - persons,
    )


_OF_PERSONS = ("places_surnames.tsv", "places_first_names.tsv")

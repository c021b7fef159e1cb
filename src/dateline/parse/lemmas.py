"""Lemmas that the model's lemmatizer takes for those of another verb: "raped" is of "rape", "hopes" of "hope"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST = ("VBD", "VBN", "VBG")
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one short syllable, whose last letter stands twice before an ending ("rapped", "hopping")."""

_HISSING = ("s", "x", "z", "ch", "sh", "o", "i")
"""Last letters to which an "-es" is put, or a "-y" that became "-ies"."""


def lemma_read(token: Token) -> str:
    """The lemma in lower case; a verb that does not double its last letter before "-ed" or "-ing" had an "e" there.

    So has one whose third person ends in "-es" without need: "hopes" is of "hope", "hop" has "hops".
    """
    lemma = token.lemma_.lower()
    if token.tag_ == "VBZ" and token.lower_ == lemma + "es" and not lemma.endswith(_HISSING):
        return lemma + "e"
    if token.tag_ not in PAST or len(lemma) > 6 or token.lower_[len(lemma) :] not in ("ed", "ing"):
        return lemma
    return lemma + "e" if _DOUBLES.fullmatch(lemma) else lemma

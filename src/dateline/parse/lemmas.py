"""Lemmas that the model's lemmatizer takes for those of another verb: "raped" is of "rape", not of "rap"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST = ("VBD", "VBN", "VBG")
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one short syllable, whose last letter stands twice before an ending ("rapped", "hopping")."""


def lemma_read(token: Token) -> str:
    """The lemma in lower case; a verb that does not double its last letter before "-ed" or "-ing" had an "e" there."""
    lemma = token.lemma_.lower()
    if token.tag_ not in PAST or len(lemma) > 6 or token.lower_[len(lemma) :] not in ("ed", "ing"):
        return lemma
    return lemma + "e" if _DOUBLES.fullmatch(lemma) else lemma

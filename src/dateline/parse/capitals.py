"""Case restored in texts in capitals: which of their words are names?

Old wires are written in capitals throughout. The words of English are lowered, and what is no word of English is taken
for a name. The words are those of the model's own lemmatizer (WordNet's); it knows the great names too, so that a
register of names goes before it. A name of everyday words ("SHINING PATH") stays lowered.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reference.gazetteer_fold import fold
from dateline.reference.proper_names import load_proper_names

if TYPE_CHECKING:
    from spacy.language import Language

TITLES = frozenset((
    "president", "general", "colonel", "minister", "captain", "major", "lieutenant", "sergeant", "senator", "governor",
    "mayor", "judge", "bishop", "archbishop", "monsignor", "ambassador", "secretary", "father", "doctor", "commander",
    "admiral", "deputy", "don", "dona", "mr", "mrs", "dr", "gen", "col", "maj", "capt", "lt", "sgt", "msgr", "jr",
))  # fmt: skip
"""Written with a capital before a name only."""

SAINTS = frozenset(("san", "santa", "santo"))
ARTICLES = frozenset(("el", "la", "las", "los", "al"))
"""Foreign articles, with which names of places begin ("LA LIBERTAD"); within a name they stay lowered ("DE LA CRUZ")."""

PARTICLES = frozenset(("de", "del", "della", "der", "van", "von", "und", "dos", "das", "du", "des", "bin", "ibn"))
"""Small words within names."""

PREFIXES = ("anti", "counter", "ex", "multi", "narco", "non", "over", "para", "pro", "re", "ultra", "un")
LONGEST_ACRONYM = 10
SHORTEST_NAME = 3
SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
_WORD = re.compile(r"(?<!\d)[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_OPEN, _SHUT = "[(", "])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What is known about the case of words: lemmas of English with the endings that they take, function words, names."""

    lemmas: Set[str]
    endings: tuple[tuple[str, str], ...]
    small: Set[str]
    names: Set[str]

    def is_name(self, word: str) -> bool:
        """Whether a lowered word is written with a capital in English."""
        if word in self.small or word in PARTICLES:
            return False
        return fold(word) in self.names or not self._is_english(word)

    def _is_english(self, word: str) -> bool:
        return word in TITLES or word.endswith("ly") or self._is_form(word) or self._is_built(word)

    def _is_form(self, word: str) -> bool:
        """Whether the word is a lemma or one with an ending."""
        if word in self.lemmas:
            return True
        return any(word.endswith(a) and word[: len(word) - len(a)] + b in self.lemmas for a, b in self.endings)

    def _is_built(self, word: str) -> bool:
        """Whether the word is one with a prefix, or two written together ("machineguns")."""
        if any(word.startswith(p) and self._is_part(word[len(p) :]) for p in PREFIXES):
            return True
        cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1) if len(word) >= SHORTEST_COMPOUND else ()
        return any(word[:cut] in self.lemmas and self._is_form(word[cut:]) for cut in cuts)

    def _is_part(self, rest: str) -> bool:
        return len(rest) > SHORTEST_PART and fold(rest) not in self.names and self._is_english(rest)


def load_spelling(pipeline: Language) -> Spelling | None:
    """What the model's lemmatizer and our registers know; None for a lemmatizer that works without WordNet's tables.

    Takes a fifth of a second.
    """
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not all(lookups.has_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules")):
        return None
    tables = [table for name in ("lemma_index", "lemma_exc") for table in lookups.get_table(name).values()]
    strings = pipeline.vocab.strings
    lemmas = {strings[word] if isinstance(word, int) else word for table in tables for word in table}
    endings = {(a, b) for rules in lookups.get_table("lemma_rules").values() for a, b in rules if a}
    return Spelling(
        lemmas=frozenset(lemmas),
        endings=tuple(sorted(endings)),
        small=frozenset(pipeline.Defaults.stop_words),
        names=load_proper_names(),
    )


def restored(text: str, lowered: str, spelling: Spelling) -> str:
    """The lowered copy of a text in capitals with its names as they are written elsewhere, code point for code point."""
    words = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(text)]
    known = {word: spelling.is_name(word) for word in {word for _, _, word in words}}
    acronyms = {word for start, end, word in words if known[word] and _abbreviates(text, (start, end), word)}
    named = [len(word) >= SHORTEST_NAME and known[word] for _, _, word in words]
    out = list(lowered)
    for at, (start, end, word) in enumerate(words):
        if word in acronyms:
            out[start:end] = text[start:end]
            continue
        after = at + 1 < len(words) and named[at + 1] and text[end : words[at + 1][0]] in (" ", ". ")
        before = at > 0 and (named[at - 1] or words[at - 1][2] in PARTICLES) and start - words[at - 1][1] == 1
        if named[at] or word in SAINTS or (after and (word in TITLES or (word in ARTICLES and not before))):
            out[start] = text[start]
            named[at] = word not in TITLES
    return "".join(out)


def _abbreviates(text: str, span: tuple[int, int], word: str) -> bool:
    """Whether a word that is no English is a row of initials: it stands in brackets by itself, or has no vowel."""
    start, end = span
    bracketed = start > 0 and end < len(text) and text[start - 1] in _OPEN and text[end] in _SHUT
    return (
        len(word) > 1
        and word not in TITLES
        and ((bracketed and len(word) <= LONGEST_ACRONYM) or not _VOWEL.search(word))
    )

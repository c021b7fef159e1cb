"""Texts that lost their commas and apostrophes on the way: both are put back for the model, and for all who read its tree.

Some archives strip them from every article, and the ends of the lines above the body with them. The tree of "on Friday
killing nine people the monitor said" is wrong without its commas. What is put back stands where the blank behind its word does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.parse.capitals import Spelling
from dateline.parse.gaps import gap_features
from dateline.reference.actor_words import word_set
from dateline.reference.gazetteer_fold import fold
from dateline.reference.lost_commas import LostCommas

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORTEST = 50
"""Words of a text that says by its commas whether it has lost any."""
_BETWEEN = 14
"""Words from mark to mark: prose without commas has short sentences."""
_MARK = re.compile(r"[.;:?!—–]")
_QUOTES = ('"', "”", "“")
_COUNTED = re.compile(
    r"(?i)\b(?:killed|dead|wounded|injured|hurt)(?= (?:\d+|dozens|scores|hundreds|several|many|others|two|three|four|five|six|seven|eight"
    r"|nine|ten)(?: (?!and\b|or\b)\w+){0,2} (?:injured|wounded|killed|hurt|missing)\b)"
)
"""The first of two counts of a headline: "A child killed 7 people injured"."""
_NAMED = re.compile(r"(?<![a-z])[A-Z][a-z]{2,}\b")
_NO_PLURAL = re.compile(r"[^aeiou]ys$")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_SMALL = 3
_SOURCES = word_set(
    "media tv television monitor monitors ngo ngos observatory agency activists official officials governor sources source who un"
)
_OF_SOURCES = word_set("state local official news war rights monitoring security medical")
"""Who stands at the end of a headline that is his word, and what stands before him there."""
_LIKELY, _POSSIBLE = 0.5, 0.08
"""How likely a comma must be, and how likely where there must be one."""
_NAMES = ("NNP", "NNPS")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS")
_PHRASE = (*_NOMINAL, "DT", "JJ", "JJS", "POS", "CD", "HYPH", "PRP$", "VBN")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ACTIVE = (*_FINITE, "VB", "VBG")
_OBJECTS = (*_NOMINAL, "DT", "CD", "JJ", "PRP$")
_BARE = ("VB", "VBP")
"""How the model takes a noun for a verb: "after Tuesdays raid"."""
_OWNED = (*_NOMINAL, "JJ", "CD", *_BARE)
_WITHIN = ("of", "for", "and")
_SAYING = word_set("say tell report add announce confirm claim warn explain note state declare write quote")
_LONGEST_SPEAKER, _LONGEST_REST = 10, 9
_OWNERS = frozenset(
    f"{word}s"
    for word in (
        "children", "women", "men", "people", "policemen", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "today", "yesterday",
    )
)  # fmt: skip
"""Words in "-s" that are only ever a genitive before a noun."""
_PEOPLES = ("an", "ian", "i", "ese", "ish", "ist")


def unpointed(text: str) -> bool:
    """Whether a text has no comma at all, and is of such sentences that it had some."""
    return (
        "," not in text and len(words := text.split()) >= _SHORTEST and len(words) > _BETWEEN * len(_MARK.findall(text))
    )


def lost_marks(doc: Doc, commas: LostCommas | None, known: Known) -> Mapping[int, str]:
    """The marks to put back, by the code point before which they stood."""
    found = {word.idx + len(word) - 1: "'" for word in doc[:-1] if known.owns(word)}
    found.update((count.end(), ",") for count in _COUNTED.finditer(doc.text))
    chances = {at: commas.chance(features) for at, features in gap_features(doc)} if commas else {}
    for sentence in doc.sents if chances else ():
        words = list(sentence)
        if _is_line(words):
            found.update((word.idx + len(word), ":") for word in _before_source(words))
        else:
            found.update((word.idx + len(word), ",") for word in _before_commas(words, chances))
    return {at: mark for at, mark in found.items() if mark == "'" or doc.text[at : at + 1].isspace()}


def _before_source(words: Sequence[Token]) -> Iterator[Token]:
    """The word of a headline behind which a colon stood, before whose word it is: "Blast kills six state TV"."""
    last = len(words) - 1
    if words[last].lower_ not in _SOURCES:
        return
    while last > 1 and (words[last - 1].lower_ in _OF_SOURCES or words[last - 1].tag_ == "JJ"):
        last -= 1
    if last > _SMALL and words[last - 1].tag_ in (*_NOMINAL, "CD"):
        yield words[last - 1]


def _is_line(words: Sequence[Token]) -> bool:
    """Whether words are a line of a head: they end without a mark, or most of them have a capital."""
    long = [word.text for word in words if len(word) > _SMALL and word.is_alpha]
    return not words[-1].is_punct or 2 * sum(word[0].isupper() for word in long) > len(long)


def _before_commas(words: Sequence[Token], chances: Mapping[int, float]) -> Iterator[Token]:
    """The words of a sentence behind which a comma is put back."""
    certain, within = _before_speaker(words, chances)
    aside = False
    for at, (word, after) in enumerate(pairwise(words)):
        if _marked(word) or _marked(after) or (after.text in _QUOTES and at + 1 in certain):
            continue
        likely = chances.get(word.i, 0.0) > _LIKELY and at not in within
        if at in certain or (likely and not _forbidden(word, after, aside=aside)):
            aside = True
            yield after if after.text in _QUOTES else word


def _marked(word: Token) -> bool:
    """Whether a word is a mark beside which no comma stands."""
    return word.is_punct and word.text not in _QUOTES


def _forbidden(word: Token, after: Token, *, aside: bool) -> bool:
    """Whether no comma can stand between two words: before an "and" of two nouns, around a verb alone with its subject or object."""
    if after.dep_ == "cc":
        return after.head.pos_ not in ("VERB", "AUX")
    if word.tag_ in _ACTIVE and after.tag_ in _OBJECTS:
        return True
    subject = next((kid for kid in after.children if kid.dep_ in ("nsubj", "nsubjpass")), None)
    return not aside and subject is not None and subject.right_edge.i == word.i


def _before_speaker(words: Sequence[Token], chances: Mapping[int, float]) -> tuple[frozenset[int], range]:
    """Where commas stood around the speaker with whom a clause ends, "killing nine people state media said", and his name."""
    at = _closing_verb(words)
    first = at - 1
    while first > 0 and at - first <= _LONGEST_SPEAKER and _inside(words[first]):
        first -= 1
    if words[at - 1].tag_ not in _NOMINAL or not any(word.tag_ in _FINITE for word in words[: first + 1]):
        return frozenset(), range(0)
    best = _gap_before(words[first:at], chances)
    if best is None:
        return frozenset(), range(0)
    behind = (at,) if words[at] is not words[-1] and words[at + 1].tag_ == "VBG" else ()
    return frozenset((first + best, *behind)), range(first + best + 1, at)


def _gap_before(run: Sequence[Token], chances: Mapping[int, float]) -> int | None:
    """Where in a run of nouns a speaker begins: behind a day or a quotation, before an article, before a common noun behind a name."""
    if run[0].lower_ in _DAYS or run[0].text in _QUOTES:
        return 0
    pairs = list(enumerate(pairwise(run)))
    opening = [at for at, (word, after) in pairs if _opens(word, after)]
    articles = [at for at in opening if run[at + 1].tag_ == "DT"]
    named = [at for at in opening if run[at].tag_ in _NAMES and run[at + 1].tag_ in ("NN", "NNS", "JJ")]
    if articles or named:
        return (articles or named)[0]
    best = max(opening, key=lambda at: chances.get(run[at].i, 0.0), default=0)
    return best if opening and chances.get(run[best].i, 0.0) > _POSSIBLE else None


def _opens(word: Token, after: Token) -> bool:
    """Whether another phrase may open between two words: not behind an adjective, an article, a small word."""
    closed = word.tag_ in (*_NOMINAL, "CD", "VBN", "RB", "VB", "RP", "PRP") and word.dep_ != "amod"
    return closed and after.lower_ not in _WITHIN


def _inside(word: Token) -> bool:
    """Whether a word may stand within the name of a speaker."""
    return (word.tag_ in _PHRASE or word.lower_ in _WITHIN) and word.lower_ not in _DAYS


def _closing_verb(words: Sequence[Token]) -> int:
    """The verb of saying that ends a sentence, alone, with a day or with what was done by it; 0 where none does."""
    for at in range(len(words) - 1, 0, -1):
        rest = words[at + 1 :]
        if words[at].lemma_ in _SAYING and words[at].tag_ in _FINITE:
            ends = len(rest) <= _LONGEST_REST and not any(word.tag_ in _FINITE for word in rest)
            return at if ends or rest[0].tag_ == "VBG" else 0
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What tells a genitive from a plural: the names of the language, and the words with a capital in the text."""

    names: Set[str]
    written: Set[str]

    def owns(self, word: Token) -> bool:
        """Whether a word is a genitive that lost its mark: "Fridays attack", "Malis army", "the countrys north"."""
        low, after = word.lower_, word.nbor()
        if not low.endswith("s") or len(low) <= _SMALL or after.tag_ not in _OWNED:
            return False
        if low in _OWNERS or _NO_PLURAL.search(low):
            return True
        if after.tag_ in _BARE:
            return False
        stem = word.text[:-1]
        told = stem in self.written or (fold(stem) in self.names and fold(low) not in self.names)
        return told and word.text.istitle() and not stem.endswith(_PEOPLES)


def known_in(text: str, spelling: Spelling | None) -> Known:
    """What a text itself, and the registers, say about names."""
    return Known(names=spelling.names if spelling else frozenset(), written=frozenset(_NAMED.findall(text)))

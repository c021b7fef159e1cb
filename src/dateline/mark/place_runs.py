"""Runs of words that may be a name that no register has, before their position decides whether it is a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.mark.place_names import CALENDAR, ORGANISATION_NOUNS, TITLES, opens_sentence
from dateline.mark.place_words import Word
from dateline.reference import Reference
from dateline.reference.actor_words import word_set
from dateline.reference.communities import COMMUNITIES
from dateline.reference.gazetteer_fold import fold
from dateline.reference.number_words import number
from dateline.reference.place_words import ADMIN_NOUNS, SETTLEMENT_NOUNS, TOPONYM_STARTS

Run = tuple[int, int]
"""First and last word of a name."""

SHORTEST, LONGEST = 4, 3
"""So many letters and words an unknown name has: shorter ones are codes, longer ones titles of things."""
_LANGUAGES = word_set(
    "arabic english french spanish russian ukrainian hebrew persian farsi dari pashto urdu hindi turkish kurdish swahili hausa "
    "amharic somali burmese chinese mandarin portuguese german italian dutch latin creole tagalog"
)
_NEVER = CALENDAR | ORGANISATION_NOUNS | _LANGUAGES
_ARTICLES = word_set("al el ez as ash an ar ad az")
_NO_NAME_PART = re.compile(r"\w+(?:ed|ing|style|area|run|led|born|based|wide|bound|old|strong)|\W*")
"""Words that make an adjective of the name before their hyphen ("X-based")."""
LONGEST_NOTICE = 12
"""Words between the villages that are counted and the colon before their names."""
_NEXT_TO = word_set("neighbouring neighboring nearby adjacent adjoining surrounding")
_FUNCTION = ("ADP", "DET", "SCONJ", "CCONJ", "PRON", "AUX", "PART")


def unknown_runs(words: Sequence[Word], taken: set[int], reference: Reference) -> Iterator[Run]:
    """Whole runs of capitalised words that may all be parts of an unknown name."""
    at = 0
    while at < len(words):
        first = last = at
        while words[first].capital and words[first].token.pos not in _FUNCTION and (step := _step(words, last)):
            last += step
        at = last + 1
        if last - first > LONGEST or not taken.isdisjoint(range(first, last + 1)):
            continue
        if _is_name(words, (first, last), reference):
            yield first, last


def _step(words: Sequence[Word], at: int) -> int:
    """How many words on a name goes on behind this one: over an article ("Khan al-X"), or into small letters ("X-lay")."""
    ahead = words[at + 1 : at + 3]
    if not ahead or words[at].possessive or not ahead[0].linked:
        return 0
    if ahead[0].capital or (words[at].hyphened and not _NO_NAME_PART.fullmatch(ahead[0].lower)):
        return 1
    return 2 if ahead[0].lower in _ARTICLES and len(ahead) == 2 and ahead[1].linked and ahead[1].capital else 0


def _is_name(words: Sequence[Word], run: Run, reference: Reference) -> bool:
    """Whether all words of a run may be parts of an unknown name."""
    first, last = run
    inside = [word for word in words[first : last + 1] if word.capital]
    if sum(len(word.text) for word in inside) < SHORTEST or words[last].hyphened:
        return False
    if opens_sentence(words, first) and inside[0].token.pos != "PROPN" and _is_common(inside[0], reference):
        return False
    begins = last > first and inside[0].lower in TOPONYM_STARTS
    if all(_is_everyday(word, reference) for word in inside[begins:]):
        return False
    return all(_nameable(word, reference) for word in inside[begins:])


def may_be_person(words: Sequence[Word], run: Run, reference: Reference) -> bool:
    """Whether a run begins with a given name, and not with what begins names of places as well."""
    first, last = run
    begins = last > first and words[first].lower in TOPONYM_STARTS | _ARTICLES
    return not begins and fold(words[first].text) in reference.gazetteer.first_names


def _is_common(word: Word, reference: Reference) -> bool:
    return fold(word.text) in reference.gazetteer.stops


def _is_everyday(word: Word, reference: Reference) -> bool:
    return _is_common(word, reference) and not reference.gazetteer.knows(word.text)


def _nameable(word: Word, reference: Reference) -> bool:
    """Whether a word may be part of a name that no register has: no acronym, people, title or month."""
    folded, gazetteer = fold(word.text), reference.gazetteer
    tagged = word.token.pos in ("PROPN", "X") or (
        word.token.pos in ("ADV", "ADJ", "NOUN") and gazetteer.knows(word.text)
    )
    if not tagged or word.token.tag == "NNPS" or len(folded) < 2 or word.text.isupper() or word.shouting:
        return False
    if any(c.isdigit() for c in folded) or word.lower in TITLES or number(word.lower) is not None:
        return False
    if folded in _NEVER:
        return False
    one = folded.removesuffix("s")
    peoples = {folded, one} & gazetteer.demonyms.keys() or one in COMMUNITIES
    return not peoples and folded not in reference.actors.nouns.last_words


def ends_a_list(words: Sequence[Word], run: Run) -> bool:
    """Whether a noun behind several names says what all are: "X and Y villages"."""
    after = words[run[1] + 1] if run[1] + 1 < len(words) else None
    if after is None or not after.linked or after.token.tag != "NNS":
        return False
    return after.token.lemma in SETTLEMENT_NOUNS or after.token.lemma in ADMIN_NOUNS


def has_neighbours(words: Sequence[Word], run: Run) -> bool:
    """Whether a village beside it is named in one breath with a name: "X and the nearby hamlet of Y"."""
    behind = words[run[1] + 1 : run[1] + 6]
    if [word.lower for word in behind[:1]] != ["and"] or not all(word.linked for word in behind[:3]):
        return False
    beside = any(word.lower in _NEXT_TO for word in behind[1:3])
    return beside and any(word.token.lemma in SETTLEMENT_NOUNS for word in behind[2:])


def announced(words: Sequence[Word], at: int) -> bool:
    """Whether the words before a colon count settlements: "burned down two hamlets near the dam: X and Y"."""
    before = words[max(0, at - LONGEST_NOTICE) : at + 1]
    counted = (one.token.tag == "CD" and two.token.tag == "NNS" for one, two in pairwise(before))
    settled = (two.token.lemma in SETTLEMENT_NOUNS for two in before[1:])
    return any(count and town for count, town in zip(counted, settled, strict=True))

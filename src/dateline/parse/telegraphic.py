"""Headlines and bullets that leave out "is" and "are": "Army back in Orvel", "Kolvino under fire", "Rebels out of Dorra".

The tree of a phrase without a verb says nothing of who is where. The copula is put back for the model where a closed class
of phrases stands behind the subject, and nowhere else: in the text it stands where the blank before that phrase does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from dateline.parse.headlines import plural
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST, THIRD

_LONGEST, _SHORT = 20, 12
"""Words of a headline, and of one that a full stop ends in running text."""
_LAST = 7
"""Words that a subject has at most."""
_NAMED = r"(?-i:[A-ZÀ-Þ][\w’'\-]*)"
_DEED = r"(?:attack|massacre|killing|bombing|blast|raid|abduction|kidnapping|murder|ambush|shooting|strike|explosion)s?"
_PREDICATE = re.compile(
    rf"(?:back (?:in|at|on|inside|under)\b|out of (?:the )?{_NAMED}|gone from\b|inside (?:the )?{_NAMED}"
    r"|under (?:heavy |fresh |new |renewed |constant |intense |rebel |army |enemy )?(?:fire|siege|attack|bombardment|shelling|blockade|assault)\b"
    r"|under (?:[\w’'\-]+ ){0,3}(?:control|rule)(?=\W*$|[ ]?[,:;–—-]| (?:as|after|again|amid|for|since|says?|despite)\b)"
    r"|in (?:full |firm |total |complete |sole )?(?:control|possession|charge) of\b|in (?:[\w’'\-]+ ){0,3}hands\b"
    r"|on (?:the )?(?:outskirts|edge|run|brink|verge|doorstep)\b|at (?:the )?(?:gates?|doors?|entrance|edge) of\b"
    r"|(?:about|poised|set|ready|due|likely|close) to\b|among (?:the )?(?:dead|killed|wounded|injured|hostages|missing)\b"
    rf"|behind (?:[\w’'\-]+ ){{0,3}}{_DEED}\b|(?:dead|free|homeless|missing)(?=\W*$|[ ]?[,:;–—-]| (?:after|in|as|amid|near|at|says?)\b)"
    r"|over (?=in\b|after\b|as\b)|\d+(?:\.\d+)? ?(?:km|kilomet(?:re|er)s?|miles?) from\b)",
    re.IGNORECASE,
)
"""What is said of a subject without a verb."""
_ENDING = word_set(
    "truce ceasefire cease-fire siege battle fighting war blockade standoff stand-off curfew hostage-taking manhunt"
)
"""What is "over" in a place; one is angry over anything."""
_VERBS = frozenset((*PAST, *THIRD, *PAST.values())) - word_set(
    "fire attack siege assault strike raid blast"
) | word_set(
    "is are was were be been being has have had will would may might could can do does did said says say told tell driven taken held shot"
    " killed came went fell ran sent brought met made began became spoke drew gave got grew kept knew led let lay paid rose spread stood threw won"
    " wrote pull pulls move moves go goes come comes remain remains keep keeps put puts get gets leave see sees find finds call calls"
)
_NOT_LEFT_OUT = _VERBS | word_set("the a an its his her their he she it they we i you there who which that")
"""Whoever leaves out "is" leaves out articles as well."""
_TOLD = frozenset(PAST.values()) | word_set(
    "is are was were been has have had will would may might could can did said says driven taken held"
)
_GOVERNORS = word_set("in of on at near with by from for to against after")
_MARKS = (",", ":", ";", "–", "—", " - ")
_JOINING = word_set("as after amid while when and")
_COUNT = re.compile(
    r"(?:at least |up to |some |over |more than )?(?:\d[\d,.]*|[a-z\-]+)(?: more| others)?\Z", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W_][\w’'.\-]*")


def lost_copula(text: str) -> Mapping[int, str]:
    """What to put into the first sentence of a stretch, by the offset before which it stands; most lose nothing."""
    sentence = _sentence(text)
    words = list(_WORDS.finditer(sentence))
    rest = text[len(sentence) :].strip()
    if len(words) > _LONGEST or (rest and len(words) > _SHORT) or rest == ".":
        return {}
    if not words or (not words[0].group()[0].isupper() and not words[0].group()[0].isdigit()):
        return {}
    for at, word in enumerate(words[1 : _LAST + 1], 1):
        phrase = _PREDICATE.match(sentence, word.start())
        if phrase is None:
            continue
        subject, behind = words[:at], [one for one in words[at:] if one.start() >= phrase.end()]
        behind = behind[1:] if phrase.group().lower().endswith(" to") else behind
        if not _is_subject(subject, phrase.group().lower()) or _tells(subject, behind, sentence):
            return {}
        return {word.start() - 1: " are" if _is_plural(subject) else " is"}
    return {}


def _sentence(text: str) -> str:
    """The first sentence; a full stop between digits ends none."""
    found = re.match(r"(?:[^.!?\n]|(?<=\d)\.(?=\d))*", text)
    return found.group() if found is not None else ""


def _is_subject(subject: list[re.Match[str]], phrase: str) -> bool:
    """Whether words may be the subject of a phrase: a thing that ends for "over", more than a count for "dead"."""
    if phrase.startswith("over"):
        return subject[-1].group().lower() in _ENDING
    if phrase in ("dead", "missing", "homeless"):
        return _COUNT.fullmatch(" ".join(word.group() for word in subject)) is None
    return True


def _tells(subject: list[re.Match[str]], rest: list[re.Match[str]], sentence: str) -> bool:
    """Whether a verb stands in the subject, or behind the phrase in the same clause."""
    if any(word.group().lower() in _NOT_LEFT_OUT or _is_past(word.group()) for word in subject):
        return True
    end = next((at for at, word in enumerate(rest) if _parts(sentence, subject, word)), len(rest))
    clause = [word.group().lower() for word in rest[:end]]
    if any(word in _TOLD or _is_past(word) for word in clause):
        return True
    # At the end of a clause "clashes" and "attack" are nouns.
    return any(word in _VERBS and after not in _GOVERNORS for word, after in pairwise(clause))


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word.islower()


def _parts(sentence: str, subject: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether another clause begins before a word, or with it."""
    before = sentence[subject[-1].end() : word.start()]
    return any(mark in before for mark in _MARKS) or word.group().lower() in _JOINING


def _is_plural(subject: list[re.Match[str]]) -> bool:
    words = [word.group() for word in subject]
    head = next((at for at, word in enumerate(words) if word.lower() in ("in", "of", "from", "at", "with")), len(words))
    collective = words[head - 1].lower() in ("army", "navy", "police", "government", "military")
    return "and" in words[:head] or (plural(words[head - 1].lower()) and not collective)

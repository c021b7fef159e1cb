"""Headlines put into the past tense for the parser: "Gunmen attack church, kill nine" is "attacked church and killed nine".

A model that learned from running text takes the present tense of a headline for a noun. The words are changed for the
model alone; the tree comes back upon the words as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import NAMES_TOO, PAST, THIRD, gerund

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 30
_MARKS = re.compile(r"[.!?…:][\"”’')\]]*\Z|\A\W*\Z|[a-z]{3}[.!?] [A-Z]")
_BANDS = word_set(
    "army navy police military force forces troops militia gang mob group youth youths cavalry guard patrol faction sect unit brigade "
    "regime junta government govt bomber gunman men women people policemen crowd vigilante taliban"
)
"""Nouns, of whatever number, for those who do such deeds."""
_NO_SUBJECTS = word_set(
    "a an the this that these those its his her their our my your of in on at to by from for with near after before as and or but not "
    "no as than into over under amid against during since who which"
)
_GOVERNED = word_set("on against of")
"""What follows on the name of a deed and hardly on its verb: "attack on", "murder of"."""
_MARKED = (",", ":", ";")
_BEHIND_DEEDS = ("on", "against", "in", "at", "near", "that", ",", ";")
_CLAIMS = "claims"
_LEMMAS = {**THIRD, _CLAIMS: "claim"}
_HELPERS = word_set("is are was were be been has have had will would may might could can must does do did")
_ADVERBS = word_set("again also now still")
_PASTS = frozenset(PAST.values())
AND = "and"
_LINKS = (",", AND, "&", ";")
_HOW = word_set("deadly fatal fresh new latest major suicide bomb drone missile rocket car twin double mass")
"""What stands between "claims" and the deed that somebody owns up to."""
_SINGULAR = word_set("debris paris tunis memphis kris chris bis davis lewis francis")
_FRONT = word_set("least than some over nearly about almost up another")
"""What stands before the number of those who do something."""
_OBJECTS = word_set(
    "a an the its his her their two three four five six seven eight nine ten dozens hundreds more scores"
)
_BURIED = ("compound", "amod", "nmod", "npadvmod", "relcl", "nsubj", "dep")
_STAND_IN = "took"
"""A past that is nothing else, for one that the model took for a participle or a part of a name."""


def past_tense(words: Sequence[str]) -> Mapping[int, str]:
    """Which words of a headline to read as others: its verbs in their past, the commas before later ones as "and"."""
    low = [word.lower() for word in words]
    told: dict[int, str] = {}
    for at in range(1, len(low)):
        verb = low[at] if low[at] in PAST else THIRD.get(low[at])
        if _owns_up(low, at):
            told[at] = "claimed"
        elif at - 1 in told and low[at - 1] == _CLAIMS:
            continue
        elif verb is not None and (_is_verb(low, at, verb, told) or _named_does(words, at, told)):
            joint = _joint(words, at) if told else None
            if joint is not None:
                told[joint] = AND
            told[at] = PAST[verb]
        elif verb is not None and _runs_on(low, at, verb, told):
            told[at] = gerund(verb)
    return told


def _joint(words: Sequence[str], at: int) -> int | None:
    """The comma that parts a verb from the clause before, right before it or before the name that does it."""
    first = at
    while first > 0 and at - first < _LONGEST_NAME and words[first - 1][:1].isupper():
        first -= 1
    return first - 1 if first > 0 and words[first - 1] == "," else None


_LONGEST_NAME = 3


def _named_does(words: Sequence[str], at: int, told: Mapping[int, str]) -> bool:
    """Whether the name of a deed in "-s" tells it behind a name: "RSF shells market", "Israel bombs Beirut suburb"."""
    first = max((mark for mark in range(at) if words[mark] in _LINKS or words[mark].isspace()), default=-1) + 1
    name, behind = words[first:at], words[at + 1 : at + 3]
    if words[at].lower() not in THIRD or not words[at].islower() or not 0 < len(name) <= _LONGEST_NAME or not behind:
        return False
    if (
        not all(word[:1].isupper() or word == "-" for word in name)
        or plural(name[-1].lower())
        or (told and words[first - 1] not in _LINKS)
    ):
        return False
    after = behind[0].lower()
    if after in (*_GOVERNED, *_HELPERS, *_LINKS, *_NO_SUBJECTS - _OBJECTS) or _verbal(after):
        return False
    acronym = name[-1].isupper() and len(name[-1]) > 1
    return acronym or after in _OBJECTS or behind[0][:1].isupper() or (plural(after) and (len(name) > 1 or bool(told)))


def _owns_up(low: Sequence[str], at: int) -> bool:
    """Whether somebody claims a deed that is named behind it without an article: "Faction claims attack on convoy"."""
    behind = low[at + 1 : at + 4]
    behind = behind[1:] if behind and behind[0] in _HOW else behind[:2]
    deed = bool(behind) and behind[0] in NAMES_TOO and behind[1:] in ([], *([word] for word in _BEHIND_DEEDS))
    return low[at] == _CLAIMS and deed and low[at - 1].isalpha() and low[at - 1] not in (*_NO_SUBJECTS, *_HELPERS)


def _runs_on(low: Sequence[str], at: int, verb: str, told: Mapping[int, str]) -> bool:
    """Whether a verb goes on without a comma, as in titles that lost it: "Army frees village kills 40 militants"."""
    first = next(iter(told), at)
    if (
        first == at
        or at - 1 in told
        or verb in NAMES_TOO
        or at + 1 == len(low)
        or (low[at] in THIRD) != (low[first] in THIRD)
    ):
        return False
    return low[at - 1].isalpha() and low[at - 1] not in (*_LINKS, *_NO_SUBJECTS, *_HELPERS) and not plural(low[at - 1])


def _is_verb(low: Sequence[str], at: int, verb: str, told: Mapping[int, str]) -> bool:
    """Whether a word that may be a verb is one, by the words beside it."""
    before = next((word for word in reversed(low[:at]) if not word.endswith("ly") and word not in _ADVERBS), "")
    after = low[at + 1] if at + 1 < len(low) else ""
    named = verb in NAMES_TOO
    if after in _HELPERS or (named and (after in _GOVERNED or _verbal(after))):
        return False
    if before in _LINKS:
        return bool(told) and after not in ("", ",")
    if before[-1:].isdigit() and not named and low[at] in PAST:
        return at == 1 or low[at - 2] in _FRONT or low[at - 2] in _MARKED
    if not before[-1:].isalpha() or before in _NO_SUBJECTS or before in _HELPERS or at - 1 in told:
        return False
    if told and low[at] in THIRD and not named and before not in _BANDS:
        # A second verb goes on with the subject of the first.
        return False
    if low[at] in THIRD:
        return not named or (before in _BANDS and (not after or after[:1].isalnum()))
    return plural(before) or any(plural(word) for word in low[: at - 1] if not told and not named)


def _verbal(word: str) -> bool:
    """Whether a word is a form of a verb that a deed's name may be the subject of: "attack leaves", "raids kill"."""
    return word in PAST or word in THIRD or word in _PASTS


def plural(word: str) -> bool:
    """Whether a word may be a plural, or a noun for several who do a deed."""
    peoples = word.endswith("is") and not word.endswith(("sis", "tis")) and word not in _SINGULAR
    return (
        word in _BANDS
        or word.endswith("men")
        or peoples
        or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    )


def is_headline(text: str) -> bool:
    """Whether a paragraph may be a headline: some words, not a sentence with a mark at its end."""
    return _MARKS.search(text.rstrip()) is None and text.count(" ") < _LONGEST


def as_told(doc: Doc) -> tuple[Doc, Doc, Mapping[int, str]]:
    """The words of a paragraph, those that the model is to read, and which of these are others; most have none."""
    short = 0 < len(doc) < 2 * _LONGEST and doc[-1].text != "."
    told = past_tense([token.text for token in doc]) if short and is_headline(doc.text) else {}
    if not told:
        return doc, doc, told
    words = [told.get(token.i, token.text) for token in doc]
    return doc, type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc]), told


def said_again(read: Doc, told: Mapping[int, str]) -> Doc | None:
    """The words for the model to read once more, where it took a verb for a part of a name: with a past that is none."""
    buried = {at for at, word in told.items() if word != AND and read[at].dep_ in _BURIED}
    if not buried:
        return None
    words = [_STAND_IN if token.i in buried else token.text for token in read]
    return type(read)(read.vocab, words=words, spaces=[bool(token.whitespace_) for token in read])


def as_written(read: Doc, written: Doc, told: Mapping[int, str]) -> Doc:
    """The tree of what was read over the words that were written; the verbs have the tense that they have there."""
    rows = [_row(token, written[token.i].text, told) for token in read]
    tags, parts, lemmas, deps = (list(column) for column in zip(*rows, strict=True))
    return type(read)(
        read.vocab,
        words=[token.text for token in written],
        spaces=[bool(token.whitespace_) for token in written],
        tags=tags,
        pos=parts,
        lemmas=lemmas,
        heads=[token.head.i for token in read],
        deps=deps,
    )


def _row(token: Token, written: str, told: Mapping[int, str]) -> tuple[str, str, str, str]:
    """Tag, part of speech, lemma and label of a word as it was written."""
    if token.i not in told:
        return token.tag_, token.pos_, token.lemma_, token.dep_
    if told[token.i] == AND and written != AND:
        return ",", "PUNCT", written, "punct"
    low = written.lower()
    tag = "VBZ" if low in _LEMMAS else "VBP"
    return token.tag_ if token.dep_ == "acl" else tag, "VERB", _LEMMAS.get(low, low), token.dep_

"""Mends a clause of time whose subject came as the object of its first word: "left as rebels, armed with guns, came in".

The model reads "as rebels", and has whoever left come in. A finite verb needs a subject; where it follows on a noun that
"after", "as" or "before" seems to govern, on its own phrases or on an aside between two commas, that noun is what it tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.parse.clauses import ALONE
from dateline.reference.actor_words import word_set

Changes = dict[int, Token]

_OPENERS = word_set("after as before since until while")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_HELPING = ("aux", "auxpass", "neg", "advmod")
_OPENING_CLAUSES = ("WRB", "WDT", "WP")
_NO_AGENTS = word_set(
    "dark dawn dusk midnight noon night morning evening afternoon midday nightfall daybreak sunset sunrise"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december raid attack assault bombing strike prayer prayers then"
)
"""What tells a time by itself, so that a verb behind an aside goes on with the deeds before it: "came after dark, with guns, burned …"."""
_HAPPENINGS = word_set(
    "clash clashes fight fighting firefight gunfight battle battles shelling bombardment airstrike airstrikes ambush siege blast explosion"
    " shooting skirmish skirmishes gunfire violence talks negotiations ceasefire truce unrest storm rain curfew strikes raids attacks"
)
"""What does nothing by itself, so that in "after clashes and soldiers entered" only the soldiers enter."""
_PARTS = word_set("most some many several few all both half none one two three four five six seven eight nine ten")
_NAMING = word_set(
    "act appoint describe disguise dress elect identify know label name nominate pose present recognise recognize refer regard see serve"
    " treat use work such"
)
"""What goes before "as" and says what somebody is."""
_ENDS = {",": ",", "-": "-", "–": "–", "—": "—", ")": "("}
"""The marks that close an aside, and those that open it."""


def clause_of_time(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that give a finite verb the noun behind "after" or "as" for its subject; none where it has one."""
    if not _lacks_opener(verb, here) or (verb.dep == "acl" and not _is_active(verb, here)):
        return {}
    last = _before_cluster(verb, here, first)
    opened = _aside(last, here)
    end = last if opened is None else opened - 1
    noun = _governed(verb, here, end, first) if end > 0 else None
    if noun is None:
        return {}
    lead, own = here[noun.head - first], _own_subject(verb, here)
    beside = _beside(noun, here, end, first)
    if beside is not None and own is None:
        return _as_next(verb, beside, lead, here)
    parts = own is not None and opened is not None and first + opened < own.index and own.lower in _PARTS
    if (own is not None and not parts) or (opened is not None and _goes_on(verb, noun, here)):
        return {}
    torn = (t for t in here[noun.index - first + 1 : last + 1] if not noun.index <= t.head <= first + last)
    passive = any(kid.head == verb.index and kid.dep == "auxpass" for kid in here)
    over = lead.head if lead.head != verb.index and here[lead.head - first].pos in ("VERB", "AUX") else verb.head
    return {
        **{t.index: replace(t, head=noun.index, dep="appos" if t == own else t.dep) for t in torn},
        noun.index: replace(noun, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
        lead.index: replace(lead, head=verb.index, dep="mark"),
        verb.index: replace(verb, head=over, dep="advcl"),
    }


def _is_active(verb: Token, here: Sequence[Token]) -> bool:
    """Whether what came as a participle is none: it has an object, or is of a verb that never has one."""
    kids = {kid.dep for kid in here if kid.head == verb.index}
    return "agent" not in kids and ("dobj" in kids or verb.lemma in ALONE)


def _lacks_opener(verb: Token, here: Sequence[Token]) -> bool:
    """Whether a verb is finite, and no word of its own opens its clause."""
    kids = [kid for kid in here if kid.head == verb.index]
    leads = {token.head for token in here if token.dep == "pobj"}
    if any(kid.dep == "mark" and kid.index not in leads for kid in kids):
        return False
    if any(kid.dep == "expl" or kid.tag in _OPENING_CLAUSES for kid in kids):
        return False
    helpers = [kid.tag for kid in kids if kid.dep in ("aux", "auxpass")]
    return verb.tag in _FINITE if not helpers else helpers[0] in _FINITE


def _own_subject(verb: Token, here: Sequence[Token]) -> Token | None:
    return next((kid for kid in here if kid.head == verb.index and kid.dep in _SUBJECTS), None)


def _before_cluster(verb: Token, here: Sequence[Token], first: int) -> int:
    """Where the word stands before a verb, its helpers and its adverbs."""
    at = verb.index - first - 1
    while at > 0 and here[at].head == verb.index and here[at].dep in _HELPING:
        at -= 1
    return at


def _aside(last: int, here: Sequence[Token]) -> int | None:
    """Where the mark stands that opens the aside which ends at a mark; None where no aside ends there."""
    opening = _ENDS.get(here[last].text)
    if opening is None:
        return None
    at = last - 1
    while at > 0 and here[at].text != opening and here[at].lower not in _OPENERS:
        at -= 1
    if at <= 0 or at + 1 == last or here[at].text != opening or here[at + 1].tag == "CC":
        return None
    inside = here[at + 1 : last]
    relative = inside[0].tag in _OPENING_CLAUSES
    done = {token.head for token in inside if token.dep == "agent"}
    told = any(t.tag in _FINITE and t.dep not in ("acl", "amod") and t.index not in done for t in inside)
    return None if told and not relative else at


def _governed(verb: Token, here: Sequence[Token], end: int, first: int) -> Token | None:
    """The noun that a word of time seems to govern, where nothing but its own phrases stands between it and `end`."""
    at = end
    while at > 0 and here[at].lower not in _OPENERS:
        if here[at].text in (",", ";", ":") or here[at].tag in (*_FINITE, *_OPENING_CLAUSES):
            return None
        at -= 1
    lead = here[at]
    noun = next((t for t in here[at + 1 : end + 1] if (t.head, t.dep) == (lead.index, "pobj")), None)
    if (
        lead.lower not in _OPENERS
        or lead.tag != "IN"
        or noun is None
        or noun.tag not in _NOUNS
        or (noun.left != lead.index + 1)
    ):
        return None
    if lead.lower == "as" and (here[lead.head - first].lemma in _NAMING or here[at - 1].lower in _NAMING):
        return None
    below = range(noun.left, first + end + 1)
    phrases = (t for t in here[at + 1 : end + 1] if t.head not in below and t != noun)
    return noun if lead.index < verb.index and all(t.dep in ("prep", "punct") for t in phrases) else None


def _beside(noun: Token, here: Sequence[Token], end: int, first: int) -> Token | None:
    """Who comes behind an "and" after a deed or a time: "left after clashes and soldiers entered the town" has the soldiers enter."""
    if not {noun.lemma, noun.lower} & (_NO_AGENTS | _HAPPENINGS):
        return None
    kids = (t for t in here[noun.index - first + 1 : end + 1] if t.head == noun.index and t.dep == "conj")
    other = next((kid for kid in kids if kid.right <= first + end), None)
    return None if other is None or {other.lemma, other.lower} & (_NO_AGENTS | _HAPPENINGS) else other


def _as_next(verb: Token, subject: Token, lead: Token, here: Sequence[Token]) -> Changes:
    """The changes that make of a verb and its subject a clause beside the one before."""
    passive = any(kid.head == verb.index and kid.dep == "auxpass" for kid in here)
    over = verb.head if lead.head == verb.index else lead.head
    joins = (t for t in here if t.dep == "cc" and t.head == subject.head and t.index < subject.index)
    return {
        **{t.index: replace(t, head=over) for t in joins},
        lead.index: replace(lead, head=over, dep="prep"),
        subject.index: replace(subject, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
        verb.index: replace(verb, head=over, dep="conj"),
    }


def _goes_on(verb: Token, noun: Token, here: Sequence[Token]) -> bool:
    """Whether a verb behind an aside may be one more deed of those before: behind a mere time, or with an "and" after it."""
    if noun.lemma in _NO_AGENTS or noun.lower in _NO_AGENTS:
        return True
    kids = {kid.dep for kid in here if kid.head == verb.index and kid.index > verb.index}
    return verb.dep == "conj" and {"cc", "conj"} <= kids and noun.tag in ("NNP", "NNPS")

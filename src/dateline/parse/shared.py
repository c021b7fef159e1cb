"""Mends the second of two clauses that share their helper: "two were killed and nine wounded", "have burned mills and taken men".

What suffered with the first suffers with the second; a number before a verb is whom it tells of; a participle behind
"have" and an object is no adjective of the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.model.text import Token
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST

Changes = dict[int, Token]

_ALONE: Mapping[str, str] = MappingProxyType(
    {
        **{f"{verb}d": verb for verb in ("die", "escape", "survive")},
        **{f"{verb}ed": verb for verb in ("surrender", "desert", "defect", "disappear", "remain", "retreat", "return")},
        "fled": "flee",
    }
)
"""The past of verbs without an object, which cannot share a passive."""
_ADJECTIVES = word_set("wounded injured displaced armed stolen trapped besieged occupied")
"""Participles that often describe what is named behind them."""
_TORN = ("nsubj", "nsubjpass", "advcl", "npadvmod", "dep")
"""How the first of a list hangs on the verb where the model did not see the list."""
_PERFECT = ("have", "has", "had")
_PEOPLE = word_set("dozens scores hundreds thousands others several many")


def shared_passive(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a participle behind a passive: whom it tells of has suffered; none for a verb without an object."""
    over = here[token.head - first]
    number = _number(token, here, first)
    subject = number or next((kid for kid in here if (kid.head, kid.dep) == (token.index, "nsubj")), None)
    past = token.tag in ("VBN", "VBD") or (number is not None and token.tag == "JJ")
    if not past or subject is None or over.tag != "VBN" or not _has(over, here, ("auxpass",)):
        return {}
    if token.lower in _ALONE:
        verb = replace(token, tag="VBD", pos="VERB", lemma=_ALONE[token.lower])
        return {subject.index: replace(subject, dep="nsubj"), token.index: verb}
    if _has(token, here, ("dobj", "aux", "auxpass", "ccomp", "prt")) or token.lemma not in PAST:
        return {}
    counted = subject.pos == "NUM" or subject.lower in _PEOPLE or _has(subject, here, ("nummod",))
    if not counted:
        return {}
    return {subject.index: replace(subject, dep="nsubjpass"), token.index: replace(token, tag="VBN")}


def shared_perfect(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a participle that came as what describes its object: "has blocked convoys and arrested drivers"."""
    noun = here[token.head - first]
    link = here[token.index - first - 1] if token.index > first else token
    if (
        token.tag not in ("VBN", "VBD")
        or link.dep != "cc"
        or noun.dep not in ("conj", "dobj")
        or noun.index < token.index
    ):
        return {}
    over = _verb_over(noun, here, first)
    if over is None or over.index > token.index or over.tag != "VBN" or token.lower in _ADJECTIVES:
        return {}
    perfect = any(kid.head == over.index and kid.dep == "aux" and kid.lower in _PERFECT for kid in here)
    if not perfect or _has(over, here, ("auxpass",)) or token.lemma not in PAST or _has(token, here, ("conj",)):
        return {}
    return {
        link.index: replace(link, head=over.index),
        token.index: replace(token, head=over.index, dep="conj", pos="VERB", tag="VBN"),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


def _number(token: Token, here: Sequence[Token], first: int) -> Token | None:
    """The number right before a verb that came as a number of it."""
    before = here[token.index - first - 1] if token.index > first else token
    return before if (before.head, before.dep, before.pos) == (token.index, "nummod", "NUM") else None


def _verb_over(noun: Token, here: Sequence[Token], first: int) -> Token | None:
    over = here[noun.head - first]
    while over.pos in ("NOUN", "PROPN", "ADP") and over.head != over.index:
        over = here[over.head - first]
    return over if over.pos == "VERB" else None


def _has(head: Token, here: Sequence[Token], deps: tuple[str, ...]) -> bool:
    return any(kid.head == head.index and kid.dep in deps for kid in here)


def torn_subject(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that join what stands before a comma to the rest of its list: "Kidal, Gao and Timbuktu fell"."""
    at = token.left - first
    if at < 2 or here[at - 1].text != "," or not _has(token, here, ("cc",)) or not _has(token, here, ("conj",)):
        return {}
    before = here[at - 2]
    if before.head != token.head or before.dep not in _TORN or before.pos != token.pos:
        return {}
    return {
        before.index: replace(before, dep=token.dep),
        token.index: replace(token, head=before.index, dep="conj"),
    }


def with_subject_joined(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The participle of a noun that was joined to a verb as the verb of that noun: "five died and a sixth passed away"."""
    noun = here[token.head - first]
    verb = here[noun.head - first]
    if token.tag not in ("VBN", "VBD") or noun.dep != "conj" or verb.pos != "VERB" or noun.index < verb.index:
        return {}
    if not any(kid.head == noun.index and kid.dep in ("det", "nummod") for kid in here) and noun.pos != "NUM":
        return {}
    if noun.right != token.right or not any(
        kid.head == verb.index and kid.dep in ("nsubj", "nsubjpass") for kid in here
    ):
        return {}
    went = token.lemma in _GONE
    return {
        token.index: replace(token, head=verb.index, dep="conj", pos="VERB", tag="VBD" if went else "VBN"),
        noun.index: replace(noun, head=token.index, dep="nsubj" if went else "nsubjpass"),
    }


def boast_behind_and(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """What came as a noun though an infinitive says what somebody claims: "planted mines and claim to have killed two"."""
    if token.lower not in _BOASTS or not any(kid.head == token.index and kid.dep == "xcomp" for kid in here):
        return {}
    over = here[token.head - first]
    while over.pos != "VERB" and over.head != over.index:
        over = here[over.head - first]
    if over.pos != "VERB" or over.index > token.index:
        return {}
    return {token.index: replace(token, head=over.index, dep="conj", pos="VERB", tag="VBP")}


_GONE = frozenset(("pass", "die", "flee", "perish", "succumb", "escape", "vanish", "disappear"))
_BOASTS = frozenset(("claim", "claims", "report", "reports", "say", "admit", "deny"))

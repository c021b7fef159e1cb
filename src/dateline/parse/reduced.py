"""Mends a participle taken for the verb of its sentence: in "Gunmen thought to be rebels raided Kaya" they raided.

"Thought to be" can only be a passive, so that a verb behind it which has no subject of its own is what its noun does.
So it is in "The officers captured in the raid were freed", where a helping verb has no other subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST

OPINIONS = frozenset(
    ("think", "believe", "say", "suspect", "allege", "presume", "understand", "report", "know", "claim")
)
_ALIKE = frozenset(
    (
        "sent",
        "held",
        "shot",
        "hit",
        "left",
        "lost",
        "brought",
        "caught",
        "found",
        "led",
        "built",
        "bought",
        "kept",
        "set",
    )
)
"""Participles, besides those in "-ed", that have the form of the past."""
_SUFFERED = (
    frozenset(PAST)
    | word_set("agree base bring broker build catch deploy drop find lead plant reach send sign station train")
) - OPINIONS
"""Verbs with an object, which nobody does without one: whoever is told of behind them has suffered it."""
_OPENERS = word_set("after as before since until while")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def with_reduced_passive(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended; the edges are not counted anew."""
    for token in tokens:
        if token.lemma in OPINIONS and token.tag in ("VBD", "VBN") and token.index + 1 - first < len(tokens):
            infinitive = tokens[tokens[token.index + 1 - first].head - first]
            if tokens[token.index + 1 - first].tag == "TO" and (infinitive.head, infinitive.dep) == (
                token.index,
                "xcomp",
            ):
                return _mended(tokens, token, infinitive, first)
        if token.tag in _FINITE and (bare := _behind_a_bare_phrase(tokens, token, first)):
            return _mended(tokens, *bare, first)
        if token.dep == "conj" and token.tag in _FINITE and (agented := _behind_an_agent(tokens, token, first)):
            return _mended(tokens, *agented, first)
        if token.dep in ("ccomp", "conj") and token.tag in ("VBN", "VBG") and (verbs := _shared(tokens, token, first)):
            return _mended(tokens, *verbs, first)
    return tokens


def _shared(tokens: Sequence[Token], verb: Token, first: int) -> tuple[Token, Token] | None:
    """The participle over a helped verb, and the helper: no "and" gives that verb a share in the subject of the first."""
    over = tokens[verb.head - first]
    if over.tag not in ("VBD", "VBN") or over.lemma in OPINIONS or over.dep == "relcl" or over.index > verb.index:
        return None
    kids = [token for token in tokens if token.head == verb.index and token.index < verb.index]
    if not kids or kids[0].dep not in ("aux", "auxpass") or kids[0].tag not in _FINITE:
        return None
    before = tokens[kids[0].index - first - 1]
    linked = any(token.dep == "cc" and over.index < token.index and token.head == over.index for token in tokens)
    active = any(token.head == over.index and token.dep in ("dobj", "ccomp") and token != verb for token in tokens)
    return None if linked or active or before.pos == "PUNCT" or before.index <= over.index else (over, kids[0])


def _behind_a_bare_phrase(tokens: Sequence[Token], verb: Token, first: int) -> tuple[Token, Token] | None:
    """The participle over a verb that follows on its phrases with neither comma nor "and": "rockets fired from Bor hit …"."""
    if verb.index == first:
        return None
    over, last = tokens[verb.head - first], tokens[verb.index - first - 1]
    if verb.dep not in ("advcl", "dep", "conj", "ccomp") or over.tag not in ("VBD", "VBN") or over.index >= last.index:
        return None
    if over.lemma not in _SUFFERED or not (over.lower.endswith("ed") or over.lower in _ALIKE):
        return None
    between = tokens[over.index - first + 1 : verb.index - first]
    led = any(t.head == verb.index and t.index < verb.index for t in tokens) or any(
        t.lower in _OPENERS for t in between
    )
    kids = {t.dep for t in tokens if t.head == over.index}
    phrases = all(t.pos not in ("PUNCT", "CCONJ", "VERB", "AUX", "SCONJ") for t in between) and between[0].tag in (
        "IN",
        "TO",
    )
    own = "nsubj" in kids and kids.isdisjoint(("dobj", "aux", "auxpass", "prt", "neg", "mark", "xcomp"))
    return (over, last) if phrases and own and not led else None


def _behind_an_agent(tokens: Sequence[Token], verb: Token, first: int) -> tuple[Token, Token] | None:
    """The participle before a verb without a subject, and the last word of who did it: "where men led by a major fired".

    The participle came as the verb of a clause with a subject; whoever has something done to him by somebody is no
    agent, so that the verb behind is what he does.
    """
    last = tokens[verb.index - first - 1]
    over = last
    while over.pos != "VERB" and over.head != over.index and over.head < verb.index:
        over = tokens[over.head - first]
    kids = {token.dep for token in tokens if token.head == over.index}
    mine = {token.dep for token in tokens if token.head == verb.index and token.index < verb.index}
    passive = {"nsubj", "agent"} <= kids and kids.isdisjoint(("dobj", "aux", "auxpass", "cc"))
    if over.tag not in ("VBD", "VBN") or not passive or over.index <= verb.head or mine - {"advmod", "neg"}:
        return None
    return (over, last) if last.pos != "PUNCT" else None


def _mended(tokens: Sequence[Token], told: Token, infinitive: Token, first: int) -> Sequence[Token]:
    """The tokens with what stands behind the words that end at `infinitive` as the verb of the noun before them."""
    noun = next((t for t in tokens if t.head == told.index and t.dep == "nsubj" and t.index < told.index), None)
    verb = next((t for t in tokens if t.index > infinitive.index and _does(t, told, infinitive, tokens, first)), None)
    if noun is None or verb is None or any(t.head == told.index and t.dep in ("aux", "auxpass") for t in tokens):
        return tokens
    passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
    at = verb.index if told.head == told.index else told.head
    changes = {
        noun.index: replace(noun, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
        told.index: replace(told, head=noun.index, dep="acl", tag="VBN"),
        verb.index: replace(verb, head=at, dep=told.dep, tag=verb.tag if passive or verb.tag != "VBN" else "VBD"),
    }
    for token in tokens:
        if token.head == told.index and token.index not in changes and not told.index < token.index <= infinitive.index:
            changes[token.index] = replace(token, head=verb.index)
        elif token.head == verb.index and token.dep in ("nsubj", "nsubjpass"):
            changes[token.index] = replace(token, head=infinitive.index, dep="attr")
    return [changes.get(token.index, token) for token in tokens]


def _does(verb: Token, told: Token, infinitive: Token, tokens: Sequence[Token], first: int) -> bool:
    """Whether a verb is what the noun before the opinion does: without a subject, or only with what the noun is said to be."""
    kids = [token for token in tokens if token.head == verb.index]
    subjects = [kid for kid in kids if kid.dep in ("nsubj", "nsubjpass")]
    if any(kid.dep == "mark" for kid in kids) or any(kid.left != infinitive.index + 1 for kid in subjects):
        return False
    if verb.index == infinitive.index + 1 and verb.tag in _FINITE and not subjects:
        return True
    if verb.head == told.index and verb.dep == "conj" and _set_off(told, verb, tokens, first):
        return verb.tag in _FINITE
    if verb.head == told.index and (verb.dep == "ccomp" or (verb.dep == "conj" and told.lemma not in OPINIONS)):
        return verb.tag in _FINITE or any(kid.tag in _FINITE for kid in kids)
    over = tokens[verb.head - first]
    active = any(kid.dep == "dobj" for kid in kids)
    return verb.dep == "acl" and verb.tag == "VBN" and active and (over.head, over.dep) == (infinitive.index, "attr")


def _set_off(told: Token, verb: Token, tokens: Sequence[Token], first: int) -> bool:
    """Whether what is thought of somebody stands between two commas: "the man, believed to be a deserter, fired"."""
    return told.index > first and tokens[told.index - first - 1].text == tokens[verb.index - first - 1].text == ","

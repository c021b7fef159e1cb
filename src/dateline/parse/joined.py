"""Mends what an "and" joins: in "killing her and two of her sons" the two are killed, too.

The model likes to join the last two words of a kind that it saw: a number to the verb before its object, a gerund to the
object of the gerund before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.model.text import Token
from dateline.reference.headline_verbs import PAST

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_SUBJECTS = ("nsubj", "nsubjpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DEEDS: Mapping[str, str] = MappingProxyType({past: verb for verb, past in PAST.items()})
_CLAUSAL = ("nsubj", "nsubjpass", "dobj", "aux", "auxpass", "cop", "advmod", "attr")


def joined_like_its_like(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes that join a noun to a noun and a gerund to a gerund; none where the tree has them so."""
    over = here[token.head - first]
    if over.dep == "appos" and over.text.isdigit():
        return _behind_an_age(token, over, here)
    if token.pos in _NOMINAL and over.pos == "VERB":
        return _another_object(token, over, here)
    verb = here[over.head - first]
    if (token.tag, verb.tag, over.dep) != ("VBG", "VBG", "dobj") or over.index < verb.index:
        return {}
    link = next((kid for kid in here if kid.head == over.index and kid.dep == "cc" and kid.index < token.index), None)
    if link is None or not any(kid.head == token.index and kid.dep == "dobj" for kid in here):
        return {}
    return {token.index: replace(token, head=verb.index), link.index: replace(link, head=verb.index)}


def _behind_an_age(token: Token, age: Token, here: Sequence[Token]) -> dict[int, Token]:
    """The changes that join two people of whom the first is told with an age: "Omar Diop, 68 and his wife"."""
    links = (kid for kid in here if kid.head == age.index and kid.dep == "cc" and kid.index < token.index)
    return {kid.index: replace(kid, head=age.head) for kid in (*links, token)}


def told_in_a_row(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes for a verb behind a comma that has no subject: "said they shot at cars, killed two".

    It came as one more content, or as a participle in spite of its object: "raided the market, looted shops".
    """
    before = here[token.index - first - 1] if token.index > first else token
    if token.tag not in ("VBD", "VBN") or token.left != token.index or before.text != ",":
        return {}
    if token.dep != "ccomp":
        return _after(_verb_before(token, here, first), token)
    told = (
        kid for kid in here if kid.head == token.head and kid.dep == "ccomp" and token.head < kid.index < token.index
    )
    one = next((kid for kid in told if any(sub.head == kid.index and sub.dep in _SUBJECTS for sub in here)), None)
    return {} if one is None else {token.index: replace(token, head=one.index, dep="conj", tag="VBD")}


def deed_before_its_object(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes for a deed that came as what describes its object: "stormed the market, looted shops, wounded ten".

    The model makes the shops another name for the market, or one thing of both.
    """
    noun, deed = here[token.head - first], _DEEDS.get(token.lower)
    comma = here[token.index - first - 1] if token.index > first else token
    if deed is None or comma.text != "," or noun.index < token.index or noun.dep not in ("appos", "conj", "dobj"):
        return {}
    verb = _verb_above(noun, here, first)
    if verb is None or any(kid.head == token.index for kid in here):
        return {}
    object_ = here[comma.index - first - 1]
    torn = [kid for kid in here if kid.head == noun.index and kid.index < comma.index]
    if noun.dep == "dobj" and (not torn or torn[-1] != object_):
        return {}
    below = {kid.index: replace(kid, head=object_.index) for kid in torn[:-1]}
    if torn:
        below[object_.index] = replace(object_, head=verb.index, dep="dobj", pos="NOUN")
    return {
        **below,
        **_after(verb, replace(token, pos="VERB", lemma=deed)),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


def deed_of_a_name(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes for a sentence whose only verb came as what describes its object: "Al-Shabaab regained control of it"."""
    noun, at = here[token.head - first], token.index - first
    if noun.head != noun.index or token.lower not in _DEEDS or at == 0 or here[at - 1].tag not in ("NNP", "NNPS"):
        return {}
    before = [kid for kid in here[:at] if kid.head == noun.index]
    if any(kid.tag in _FINITE for kid in here if kid != token) or any(kid.tag == "DT" for kid in before[:1]):
        return {}
    name = here[at - 1]
    return {
        **{kid.index: replace(kid, head=name.index) for kid in before if kid != name},
        name.index: replace(name, head=token.index, dep="nsubj"),
        token.index: replace(token, head=token.index, dep="ROOT", tag="VBD", pos="VERB", lemma=_DEEDS[token.lower]),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


def _after(verb: Token | None, token: Token) -> dict[int, Token]:
    """The changes that make a word the next deed behind a verb, both in the past."""
    if verb is None:
        return {}
    return {
        token.index: replace(token, head=verb.index, dep="conj", tag="VBD"),
        verb.index: replace(verb, tag="VBD"),
    }


def _verb_before(token: Token, here: Sequence[Token], first: int) -> Token | None:
    """The deed in the active before a deed with an object, or before the "and" that joins such a one to it."""
    row = (token, *(kid for kid in here if kid.head == token.index and kid.dep == "conj"))
    done = any(kid.head == verb.index and kid.dep == "dobj" for verb in row for kid in here)
    if token.lemma not in PAST or not done:
        return None
    return _verb_above(token, here, first)


def _verb_above(token: Token, here: Sequence[Token], first: int) -> Token | None:
    """The verb before and above a word that tells a deed in the past, without helpers."""
    over = here[token.head - first]
    while over.pos != "VERB" and over.head != over.index and over.index < token.index:
        over = here[over.head - first]
    passive = any(kid.head == over.index and kid.dep in ("aux", "auxpass", "nsubjpass") for kid in here)
    finite = over.lower == PAST.get(over.lemma) and over.dep not in ("acl", "amod")
    return over if finite and not passive and over.index < token.index else None


def _another_object(token: Token, verb: Token, here: Sequence[Token]) -> dict[int, Token]:
    """A noun that hangs on a verb as if it were another verb, as one more object of it."""
    if any(kid.head == token.index and kid.dep in _CLAUSAL for kid in here):
        return {}
    kids = [kid for kid in here if kid.head == verb.index and verb.index < kid.index < token.index]
    link = next((kid for kid in reversed(kids) if kid.dep == "cc"), None)
    objects = [kid for kid in kids if kid.dep == "dobj"]
    if link is None or not objects or link.index != token.left - 1:
        return {}
    return {
        token.index: replace(token, head=objects[-1].index),
        link.index: replace(link, head=objects[-1].index),
    }

"""Mends what an "and" joins: in "killing her and two of her sons" the two are killed, too.

The model likes to join the last two words of a kind that it saw: a number to the verb before its object, a gerund to the
object of the gerund before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_SUBJECTS = ("nsubj", "nsubjpass")
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
    """The changes for a verb that came as one more content, without a subject: "said they shot at cars, killed two"."""
    before = here[token.index - first - 1] if token.index > first else token
    if token.tag not in ("VBD", "VBN") or token.left != token.index or before.text != ",":
        return {}
    told = (
        kid for kid in here if kid.head == token.head and kid.dep == "ccomp" and token.head < kid.index < token.index
    )
    one = next((kid for kid in told if any(sub.head == kid.index and sub.dep in _SUBJECTS for sub in here)), None)
    return {} if one is None else {token.index: replace(token, head=one.index, dep="conj", tag="VBD")}


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

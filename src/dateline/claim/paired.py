"""Two verbs over one object or in one passive: one deed told with its means, or two deeds.

"Shot and killed two nurses" is one killing; "abducted and killed two nurses" is an abduction and a killing, of which the
first shares what stands behind the second.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.senses import Named, verb_sense
from dateline.model.text import Token

MEANS = frozenset(("attack", "air_strike", "shelling", "clash"))
"""Acts that only tell how the harm behind them was done: "bombed and destroyed", "engaged and killed"."""
GOING = frozenset(("withdraw", "displace", "advance", "return", "surrender", "clash", "agree", "protest"))
"""What is done without an object, so that the object behind the next verb is no part of it: "retreated and burned the fort"."""
ROW = 8
"""Verbs that may share one object; whoever wrote longer rows wrote no report."""


def two_deeds(material: Material, first: Token, second: Token) -> bool:
    """Whether each of two verbs around an "and" names a conflict act of its own."""
    one, other = _act(material, first, second), _act(material, second, second)
    if one is None or other is None or one.act == other.act:
        return False
    harm = other.kind == "casualty" or other.act == "losses"
    return not (harm and (one.act in MEANS or one.kind == "casualty"))


def names_deed(material: Material, verb: Token) -> bool:
    """Whether a lone word that is joined to the verb right before it tells a conflict act: "were burning and looting"."""
    return verb.dep == "conj" and verb.index - verb.head <= 2 and _act(material, verb, verb) is not None


def sharer(material: Material, verb: Token) -> Token | None:
    """The verb behind an "and" or a comma that a verb shares its object or its agent with; None where it shares none."""
    row = [verb]
    while len(row) < ROW and (beside := _beside(material, row[-1])) is not None:
        row.append(beside)
    last: Token | None = None
    for one, beside in reversed(list(pairwise(row))):
        end = last or beside
        act = _act(material, one, end)
        last = end if act is not None and act.act not in GOING else None
    return last


def _beside(material: Material, verb: Token) -> Token | None:
    """The verb of the same form that a lone "and" or comma joins to another."""
    kids = material.parse.kids(verb, "conj")
    return next((kid for kid in kids if kid.index == verb.index + 2 and _form(kid) == _form(verb)), None)


def _form(verb: Token) -> str:
    """The tag of a verb, of its past and of its participle alike, which the tagger often mistakes for each other."""
    return "VBD" if verb.tag == "VBN" else verb.tag


def shared_words(material: Material, verb: Token, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the words of the verb behind that stand behind both."""
    return tuple(index for index in tokens if index > verb.index)


def _act(material: Material, verb: Token, last: Token) -> Named | None:
    """The conflict act that a verb names with the object, or in the passive with the subject, of the last of its row."""
    top = verb
    for _ in range(ROW):
        top = material.parse.head(top) if top.dep == "conj" else top
    passive = bool(material.parse.kids(top, "auxpass"))
    subject = next((kid.index for kid in material.parse.kids(top, "nsubj", "nsubjpass")), None)
    object_ = next((kid.index for kid in material.parse.kids(last, "dobj")), None)
    clause = Clause(
        head=verb.index,
        core=verb.index,
        form="verb",
        relation="main",
        tokens=(verb.index,),
        subject=subject,
        object=None if passive else object_,
        passive=passive,
    )
    return verb_sense(material, clause, lambda sense: sense.act in CONFLICT_ACTS)

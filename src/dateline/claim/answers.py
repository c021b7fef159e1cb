"""What an answer under arms is: "the patrol responded, killing two", "replied with mortars", "answered with air strikes"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named, named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

ANSWERING = words("respond reply answer retaliate counter react")
VIOLENT = words("attack shelling air_strike ambush begin_offensive clash")
HARMING = words("kill wound injure shoot destroy repel repulse")
"""What those who only answer a letter bring about in no clause beside it."""
MEANS = {
    "shell": ("shelling", "shell"),
    "drone": ("air_strike", "drone_attack"),
    "aircraft": ("air_strike", "air_strike"),
}


def by_answer(material: Material, clause: Clause) -> Named | None:
    """The violence with which armed men answer; who answers with a protest or a statement is left to other rules."""
    core = material.parse.tokens[clause.core]
    doer = material.token(clause.subject)
    if core.lemma not in ANSWERING or clause.passive or "force" not in classes(material, doer):
        return None
    for noun in _means(material, core):
        sense = noun_sense(material, noun)
        if sense is not None and sense.act in VIOLENT:
            return named(sense, noun)
        for kind, (act, predicate) in MEANS.items():
            if kind in classes(material, noun):
                return Named(act=act, predicate=predicate, kind="event", trigger=noun.index)
        if noun.lemma == "fire":
            return Named(act="attack", predicate="shoot_at", kind="event", trigger=noun.index)
    if core.lemma in ("respond", "reply") and _fought(material, core):
        return Named(act="clash", predicate="fight", kind="event", trigger=core.index)
    return None


def _means(material: Material, core: Token) -> Iterator[Token]:
    for prep, noun in prepositions(material, core):
        if prep.lower in ("with", "by") and noun is not None:
            yield noun


def _fought(material: Material, core: Token) -> bool:
    """Whether a clause beside it tells whom the answer hit: "responded, killing five"."""
    beside = material.parse.kids(core, "advcl", "conj", "xcomp")
    return any(kid.lemma in HARMING for kid in beside)

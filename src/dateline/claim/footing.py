"""Whether the words around an act speak of a conflict: troops, weapons, violence; else "the campaign" is for votes.

Most verbs of war have a peaceful life of their own: one withdraws a bid, enters a race, fights for wages, captures the
mood. Where such a word stands, its neighbourhood must speak for a conflict, by the weights that the gate goes by too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.claim.arguments import agent_of, classes
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.passages import counted_in_columns, passage_at
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.reference.acts import Condition, Part

REACH = 2
"""Sentences before and after the claim's own that count as its neighbourhood."""
ARMED = 2.0
"""What an armed party that is named there weighs; two count at most."""
WANTED = 3.5
"""What the neighbourhood of an act must weigh, the gate's threshold for a passage: of a peaceful word without the word
itself, of a violent act, of casualties and flight with it. The dead alone are of no war."""
CALM = 1.5
"""What a word of a peaceful world takes away where no armed party is named: of sport, trade, works of art, beasts."""
CALMEST = 6.0
"""What all of these together take away at most: a battle told with a football match in it remains one."""
WORLDS = frozenset(("sport", "match", "fiction", "book", "company", "animal", "online", "hacking", "everyday"))
"""The classes of those words."""
TAME = 0.5
"""What the weight of a word counts for that itself has a peaceful life: a "battle" and a "retreat" make no war."""
SHORTEST = 30
"""Tokens below which a text is too short for its neighbourhood to tell anything, as for the gate."""
PARTS: tuple[Part, ...] = ("v", "n", "a")
OWN_FOOTING = words(
    "shell air_strike drone_attack ambush blow_up shoot shoot_at kill die wound abduct set_fire lay_mines storm"
)
"""Predicates that are violent by themselves."""
WARLIKE = words("fighting firefight gunfight gunbattle hostilities ceasefire cease-fire truce armistice skirmishes")
"""Words that name war alone, though their acts have peaceful words as well ("fight", "deal")."""


def without_footing(material: Material, clause: Clause, named: Named) -> str | None:
    """Why an act is none of a conflict: nothing in its neighbourhood speaks of one."""
    trigger = material.parse.tokens[named.trigger]
    if len(material.parse.tokens) < SHORTEST or (trigger.lower in WARLIKE and trigger.pos == "NOUN"):
        return None
    if passage_at(material, trigger) is not None and counted_in_columns(material):
        return None
    own = named.predicate in OWN_FOOTING or named.kind != "event"
    number = material.parse.tokens[clause.head].sentence
    left_out = frozenset() if own else frozenset((trigger.lemma.lower(), trigger.lower))
    around = _around(material, number, leave_out=left_out) - _calm(material, clause)
    return None if around >= WANTED else "nothing around it speaks of a conflict"


def _around(material: Material, number: int, *, leave_out: frozenset[str]) -> float:
    """The weight of the sentences around one and of the lead: every lemma once, in its heaviest form, and armed parties."""
    around = near(material, number)
    weights = _heaviest(material.loud[index] for index in around)
    armed = set().union(*(material.armed[index] for index in around))
    spoken = sum(
        weight * (TAME if _peaceful(material, lemma) else 1.0)
        for lemma, weight in weights.items()
        if lemma not in leave_out
    )
    return spoken + ARMED * min(len(armed), 2)


def _calm(material: Material, clause: Clause) -> float:
    """What the words of peaceful worlds take away, where nobody in arms does the act or is named near it."""
    number = material.parse.tokens[clause.head].sentence
    around = near(material, number)
    core = material.parse.tokens[clause.core]
    doer = agent_of(material, core) if clause.passive else material.token(clause.subject)
    if "force" in classes(material, doer) or material.armed[number] or any(material.belligerent[i] for i in around):
        return 0.0
    return min(CALM * len({word for index in around for word in _of_peace(material, index)}), CALMEST)


def near(material: Material, number: int) -> set[int]:
    """The sentences that speak for or against an act in one of them: those around it, and the lead."""
    return {*range(max(0, number - REACH), min(len(material.parse.sentences), number + REACH + 1)), 0}


def _of_peace(material: Material, number: int) -> Iterator[str]:
    """The lemmas of a sentence that belong to a peaceful world; what is part of a name belongs to none."""
    sentence = material.parse.sentences[number]
    for token in material.parse.tokens[sentence.first : sentence.last + 1]:
        common = token.pos in ("NOUN", "VERB", "ADJ") and token.index not in material.mention_at
        if common and WORLDS & material.acts.class_of(token.lemma):
            yield token.lemma


def _peaceful(material: Material, lemma: str) -> bool:
    """Whether a word names acts, but none that is violent by itself, whoever does it."""
    senses = [sense for part in PARTS for sense in material.acts.of(part, lemma) if not sense.others]
    alone = (sense for sense in senses if not any(_is_telling(condition) for condition in sense.conditions))
    return bool(senses) and not any(sense.predicate in OWN_FOOTING for sense in alone)


def _is_telling(condition: Condition) -> bool:
    """Whether a sense hangs on who does it, or on what alone it is done to: one abandons bills, and corpses."""
    return condition.slot == "subj" or (condition.slot == "obj" and condition.value == "corpse")


def _heaviest(sentences: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for weights in sentences:
        for lemma, weight in weights.items():
            found[lemma] = max(found.get(lemma, 0.0), weight)
    return found

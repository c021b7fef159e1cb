"""What a "be" says: dead, a stronghold, in the hands of, at a place."""

from __future__ import annotations

from dateline.claim.admissions import authored
from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import EMPTY_ACTS, Named, first_sense, named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.reference.acts import Part

BE = words("be remain become lie stay 's")
STRIFE = words("war conflict insurgency rebellion uprising revolution struggle")
"""What something is called ("this is a war") without any fight being told."""
RANKS = words("first second third fourth fifth sixth seventh eighth ninth tenth latest another last")
HELD_IN = words("hand control rule possession")
"""In or under what a place is that somebody holds."""
OURS = words("ours theirs us them")
"""Those whose a place is that is "ours" or "with them"."""
CUSTODY = words("custody detention jail prison arrest")
SIZES = words(
    "high heavy large great considerable enormous huge severe low light small limited substantial significant"
)


def by_copula(material: Material, clause: Clause) -> Named | None:
    """What a "be" says: dead, a stronghold, in the hands of, at a place, or just a description."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in BE:
        return None
    subject = classes(material, material.token(clause.subject))
    if _ranked(material, clause, core):
        return Named(act="characterise", predicate="follow", kind="relation", trigger=core.index)
    for kid in material.parse.kids(core, "acomp", "attr", "oprd", "advmod"):
        if kid.lower == "back":
            # "Is back in rebel hands" tells whose it is, not whom somebody backs.
            continue
        if kid.dep == "attr" and kid.lemma in STRIFE:
            return Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=core.index)
        if kid.lemma == "part" and kid.dep == "attr":
            return Named(act="characterise", predicate="linked", kind="relation", trigger=core.index)
        for part in _parts(material, kid):
            sense = noun_sense(material, kid) if part == "n" else first_sense(material, kid, part)
            if sense is not None and sense.predicate == "close" and "road" in subject:
                return Named(act="besiege", predicate="close_road", kind="state", trigger=kid.index)
            if sense is not None and (sense.act not in EMPTY_ACTS or sense.predicate == "culminates"):
                return named(sense, kid)
    if (gone := _moved(material, clause, core)) is not None:
        return gone
    deed = authored(material, core)
    if deed is not None and (sense := noun_sense(material, deed)) is not None:
        return named(sense, deed)
    told = _reached(material, clause) or _tolled(material, clause, core) or _locked_up(material, clause, core)
    return told or _on_a_side(material, subject, core) or _located(material, clause, core)


def _on_a_side(material: Material, subject: frozenset[str], core: Token) -> Named | None:
    """A place that "is with us" or "is back with the rebels" is held by them, as is one that is "theirs"."""
    if "place" not in subject:
        return None
    below = (core, *(kid for kid in material.parse.kids(core, "advmod", "acomp") if kid.lower == "back"))
    sides = [noun for word in below for prep, noun in prepositions(material, word) if prep.lower == "with"]
    armed = any(noun is not None and (noun.lower in OURS or "force" in classes(material, noun)) for noun in sides)
    armed = armed or any(
        prep.lower == "behind" and _their_lines(material, noun) for prep, noun in prepositions(material, core)
    )
    owned = any(kid.lower in OURS for kid in material.parse.kids(core, "attr", "acomp", "oprd"))
    return Named(act="hold", predicate="hold", kind="state", trigger=core.index) if armed or owned else None


def _their_lines(material: Material, noun: Token | None) -> bool:
    """Whether a noun means the lines of one side: "our lines", "rebel lines", "the lines of the army"."""
    if noun is None or noun.lemma not in ("line", "frontline"):
        return False
    owned = material.parse.kids(noun, "poss", "compound", "amod", "nmod")
    of = any(prep.lower == "of" for prep in material.parse.kids(noun, "prep"))
    return noun.lower.endswith("s") and (bool(owned) or of)


def _moved(material: Material, clause: Clause, core: Token) -> Named | None:
    """Who is back in a place has returned, who is out of it has left; captives who are free were released."""
    subject = classes(material, material.token(clause.subject))
    said = [kid for one in material.parse.kids(core, "acomp") for kid in (one, *material.parse.kids(one, "conj"))]
    free = any(kid.lower == "free" and not _free_to(material, kid) for kid in said)
    if free and subject & {"captive", "person", "civilian"} and core.lemma in ("be", "'s"):
        return Named(act="release", predicate="release", kind="event", trigger=core.index)
    if "force" not in subject or core.lemma not in ("be", "'s"):
        return None
    below = [core, *material.parse.kids(core, "advmod", "prep", "acomp")]
    told = [(prep.lower, noun) for word in below for prep, noun in prepositions(material, word) if noun is not None]
    words = {word.lower for word in below}
    if any(noun.lemma in HELD_IN for _, noun in told):
        return None
    if any(kid.lower == "gone" for kid in material.parse.kids(core, "acomp")):
        return Named(act="withdraw", predicate="withdraw", kind="event", trigger=core.index)
    if "back" in words and any(
        prep in ("in", "at", "inside", "on") and _is_place(material, noun) for prep, noun in told
    ):
        return Named(act="return", predicate="return", kind="event", trigger=core.index)
    if "out" in words and any(prep in ("of", "out") and _is_place(material, noun) for prep, noun in told):
        return Named(act="withdraw", predicate="withdraw", kind="event", trigger=core.index)
    return None


def _free_to(material: Material, free: Token) -> bool:
    """Whether somebody is free of a fever, or free to leave, and was in nobody's hands."""
    of = (prep.lower in ("of", "from") for prep in material.parse.kids(free, "prep"))
    return any(of) or bool(material.parse.kids(free, "xcomp"))


def _parts(material: Material, told: Token) -> tuple[Part, ...]:
    """As what a word behind "be" may name an act; an adjective that is a verb's bare form ("empty") tells a state."""
    if told.pos == "NOUN":
        return ("n",)
    return ("a", "n") if told.pos == "ADJ" and material.acts.of("v", told.lower) else ("a", "v", "n")


def _ranked(material: Material, clause: Clause, core: Token) -> bool:
    """Whether an event already told is placed among others: "it was the fifth attack this year"."""
    subject = material.token(clause.subject)
    if subject is None or subject.lower not in ("it", "this", "that", "these"):
        return False
    return any(
        kid.lower in RANKS or kid.tag == "JJS"
        for told in material.parse.kids(core, "attr")
        for kid in material.parse.kids(told, "amod", "nummod", "advmod")
    )


def _reached(material: Material, clause: Clause) -> Named | None:
    """Access that was (not) possible, entry that is difficult."""
    subject = material.token(clause.subject)
    sense = first_sense(material, subject, "n") if subject is not None else None
    return named(sense, subject) if sense is not None and subject is not None and sense.act == "access" else None


def _tolled(material: Material, clause: Clause, core: Token) -> Named | None:
    """Casualties that are called high or few, without a number; a toll that "was nine" counts the dead."""
    subject = material.token(clause.subject)
    numbers = (kid for kid in material.parse.kids(core, "attr", "acomp") if kid.pos == "NUM")
    if subject is not None and subject.lemma == "toll" and next(numbers, None) is not None:
        return Named(act="kill", predicate="kill", kind="casualty", trigger=subject.index)
    while subject is not None and subject.lemma in ("number", "level", "rate"):
        subject = next((noun for prep, noun in prepositions(material, subject) if prep.lower == "of"), None)
    sense = noun_sense(material, subject) if subject is not None else None
    sized = any(kid.lemma in SIZES for kid in material.parse.kids(core, "acomp", "attr"))
    casualties = sense is not None and sense.kind == "casualty" and sense.predicate in ("casualties", "report_losses")
    return named(sense, subject) if sense is not None and subject is not None and sized and casualties else None


def _locked_up(material: Material, clause: Clause, core: Token) -> Named | None:
    """Whoever is in custody or under arrest has been arrested."""
    people = classes(material, material.token(clause.subject)) & {"person", "force", "civilian"}
    where = (noun for prep, noun in prepositions(material, core) if prep.lower in ("in", "under") and noun is not None)
    if not people or not any(noun.lemma in CUSTODY for noun in where):
        return None
    return Named(act="arrest", predicate="arrest", kind="event", trigger=core.index)


def _located(material: Material, clause: Clause, core: Token) -> Named | None:
    subject = classes(material, material.token(clause.subject))
    told = prepositions(material, core)
    # "In the suburb the police station was in their hands": in whose it is tells more than where it stands.
    for prep, noun in sorted(told, key=lambda pair: pair[1] is None or pair[1].lemma not in HELD_IN):
        if noun is None:
            continue
        sense = noun_sense(material, noun) if prep.lower == "on" else None
        if sense is not None and sense.act in ("begin_offensive", "advance", "attack"):
            return named(sense, noun)
        if prep.lower == "under" and noun.lemma == "control" and "abstract" in subject:
            return Named(act="assess", predicate="assess", kind="evaluation", trigger=core.index)
        if prep.lower in ("in", "under", "beyond", "outside") and (noun.lemma in HELD_IN or _charged(material, noun)):
            return _held(material, core, subject)
        if prep.lower == "among" and any(
            t.lower in ("dead", "killed", "victims") for t in material.parse.subtree(noun)
        ):
            return Named(act="kill", predicate="die", kind="casualty", trigger=core.index)
        if prep.lower in ("in", "at", "inside", "on", "near", "within", "outside", "around"):
            if "place" in subject:
                return Named(act="locate", predicate="located_at", kind="geography", trigger=core.index)
            housed = (
                "force" in subject and bool(material.parse.kids(noun, "det", "poss")) and _is_building(material, noun)
            )
            if housed or (subject & {"force", "person", "civilian"} and _is_place(material, noun)):
                return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    return _there(material, subject, core)


def _there(material: Material, subject: frozenset[str], core: Token) -> Named | None:
    """Who is there, or "nowhere to be seen"."""
    if "force" in subject and any(kid.lower == "nowhere" for kid in material.parse.kids(core, "advmod")):
        return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    if any(kid.lower in ("there", "here") for kid in material.parse.kids(core, "expl", "advmod")):
        attribute = next(iter(material.parse.kids(core, "attr", "nsubj")), None)
        if classes(material, attribute) & {"force", "person"}:
            return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    return None


def _held(material: Material, core: Token, subject: frozenset[str]) -> Named:
    """What is in somebody's hands is held; those who are "back in control" have retaken it."""
    back = any(kid.lower in ("back", "again") for kid in material.parse.kids(core, "advmod"))
    if back and "force" in subject:
        return Named(act="retake", predicate="recapture", kind="event", trigger=core.index)
    return Named(act="hold", predicate="hold", kind="state", trigger=core.index)


def _charged(material: Material, noun: Token) -> bool:
    """Whether somebody is "in charge of" a place."""
    of = (place for prep, place in prepositions(material, noun) if prep.lower == "of" and place is not None)
    return noun.lemma == "charge" and any(_is_place(material, place) for place in of)


def _is_building(material: Material, noun: Token) -> bool:
    return bool(classes(material, noun) & {"resort", "dwelling"})


def _is_place(material: Material, noun: Token) -> bool:
    return bool(classes(material, noun) & {"place", "vehicle"}) or noun.pos == "PROPN"

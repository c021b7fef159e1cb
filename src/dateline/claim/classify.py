"""Which act a clause names: lexicon senses under conditions, light verbs, copulas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.claim.arguments import agent_of, classes, companions, hyphenated, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import ClaimKind
from dateline.model.text import Token
from dateline.reference.acts import Condition, Part, Sense

LIGHT = words(
    "launch carry conduct mount stage make begin start open perpetrate commit execute wage continue rage erupt break"
    " take occur happen follow resume end come be suffer sustain inflict cause undertake hold have give see face put"
    " remain lead leave result bring place say do perform initiate unleash report declare impose join return go"
    " provide offer lend receive deliver trigger spark reach strike sign step escalate intensify mark order"
)
"""Verbs that leave the naming of the act to their noun."""
BY_PREPOSITION = ("under", "in", "into", "on", "with")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The act that a clause names, and the token that names it."""

    act: str
    predicate: str
    kind: ClaimKind
    trigger: int


def classify(material: Material, clause: Clause) -> Named:
    """The act of a clause; every rule is tried in the order of RULES, the last one always answers."""
    for rule in RULES:
        found = rule(material, clause)
        if found is not None:
            return found
    return Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=clause.core)


def by_phrase(material: Material, clause: Clause) -> Named | None:
    """A verb with the words that make it a fixed phrase: "set fire", "take part", "pull out"."""
    return _sense(material, clause, "v", lambda sense: bool(sense.others))


def by_light_verb(material: Material, clause: Clause) -> Named | None:
    """The noun under a light verb: "launched an offensive", "came under siege", "fighting raged"."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in LIGHT or core.pos not in ("VERB", "AUX"):
        return None
    for noun in _nouns_of(material, clause, core):
        sense = noun_sense(material, noun)
        if sense is not None and sense.act not in ("intend", "characterise", "say", "assess"):
            return _named(sense, noun)
    return None


def by_verb(material: Material, clause: Clause) -> Named | None:
    """The verb's own sense."""
    return _sense(material, clause, "v", lambda sense: not sense.others)


def by_noun(material: Material, clause: Clause) -> Named | None:
    """The noun of a nominal clause."""
    core = material.parse.tokens[clause.core]
    sense = noun_sense(material, core)
    return _named(sense, core) if sense else None


def by_copula(material: Material, clause: Clause) -> Named | None:
    """What a "be" says: dead, a stronghold, in the hands of, at a place, or just a description."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in ("be", "remain", "become", "lie", "stay", "'s"):
        return None
    for kid in material.parse.kids(core, "acomp", "attr", "oprd", "advmod"):
        for part in ("a", "v", "n"):
            sense = _first(material, kid, part)
            if sense is not None and sense.act not in ("characterise", "say", "assess"):
                return _named(sense, kid)
    return _located(material, clause, core)


def _located(material: Material, clause: Clause, core: Token) -> Named | None:
    subject = classes(material, material.token(clause.subject))
    for prep, noun in prepositions(material, core):
        if noun is not None and prep.lower in ("in", "under") and noun.lemma in ("hand", "control", "rule"):
            return Named(act="hold", predicate="hold", kind="state", trigger=core.index)
        if noun is not None and prep.lower in ("in", "at", "inside", "on", "near", "within", "outside", "around"):
            if "place" in subject:
                return Named(act="locate", predicate="located_at", kind="geography", trigger=core.index)
            if subject & {"force", "person", "civilian"}:
                return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    if any(kid.lower in ("there", "here") for kid in material.parse.kids(core, "expl", "advmod")):
        attribute = next(iter(material.parse.kids(core, "attr", "nsubj")), None)
        if classes(material, attribute) & {"force", "person"}:
            return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    return None


def noun_sense(material: Material, noun: Token) -> Sense | None:
    """The first sense of a noun whose words all stand beside it."""
    return _first(material, noun, "n")


def _first(material: Material, token: Token, part: Part) -> Sense | None:
    around: frozenset[str] | None = None
    for lemma in dict.fromkeys((hyphenated(material, token), token.lemma, token.lower)):
        for sense in material.acts.of(part, lemma):
            if sense.others and around is None:
                around = companions(material, token)
            if all(word in (around or ()) for word in sense.others) and not sense.conditions:
                return sense
    return None


def _nouns_of(material: Material, clause: Clause, core: Token) -> list[Token]:
    objects = material.parse.kids(core, "dobj", "attr", "oprd")
    by_prep = [noun for prep, noun in prepositions(material, core) if noun and prep.lower in BY_PREPOSITION]
    subject = material.token(clause.subject)
    conjuncts = [kid for noun in objects for kid in material.parse.kids(noun, "conj")]
    return [*objects, *conjuncts, *by_prep, *([subject] if subject else [])]


def _sense(material: Material, clause: Clause, part: Part, wanted: Callable[[Sense], bool]) -> Named | None:
    core = material.parse.tokens[clause.core]
    around = companions(material, core)
    for lemma in dict.fromkeys((hyphenated(material, core), core.lemma, core.lower)):
        for sense in material.acts.of(part, lemma):
            if not wanted(sense) or not all(word in around for word in sense.others):
                continue
            if all(_holds(material, clause, condition) for condition in sense.conditions):
                return _named(sense, core)
    return None


def _holds(material: Material, clause: Clause, condition: Condition) -> bool:
    core = material.parse.tokens[clause.core]
    if condition.slot == "prep":
        return any(prep.lower == condition.value for prep, _ in prepositions(material, core))
    if condition.slot == "voice":
        return {"passive": clause.passive, "active": not clause.passive}.get(condition.value, clause.object is None)
    argument = _slot(material, clause, core, condition.slot)
    found = classes(material, argument)
    if condition.sign == "!":
        return condition.value not in found
    if condition.sign == ":" or argument is None:
        return condition.value in found
    return condition.value in found or not found


def _slot(material: Material, clause: Clause, core: Token, slot: str) -> Token | None:
    """The logical subject or object: a passive's subject is its object; "hit by shells" has the shells as subject."""
    if slot == "obj":
        return material.token(clause.subject if clause.passive else clause.object)
    return agent_of(material, core) if clause.passive else material.token(clause.subject)


def _named(sense: Sense, token: Token) -> Named:
    return Named(act=sense.act, predicate=sense.predicate, kind=sense.kind, trigger=token.index)


Rule = Callable[[Material, Clause], Named | None]
RULES: tuple[Rule, ...] = (by_phrase, by_copula, by_light_verb, by_verb, by_noun)

"""The senses of a word in its clause: which row of the lexicon fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.claim.arguments import agent_of, classes, companions, forms, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind
from dateline.reference.acts import Condition, Part, Sense

LIGHT = words(
    "launch carry conduct mount stage make begin start open perpetrate commit execute wage continue rage erupt break"
    " take occur happen follow resume come be suffer sustain inflict cause undertake hold have give see face put"
    " remain lead leave result bring place say do perform initiate unleash report declare impose join return go"
    " provide offer lend receive deliver trigger spark reach strike sign step escalate intensify mark order spread move"
    " engage get run maintain lay raise subject expose authorise authorize order plan expect fear demand schedule announce"
    " approve threaten call last prevail persist"
)
"""Verbs that leave the naming of the act to their noun."""
RAIDS = ("strike", "raid")
"""Nouns of attacks that may come from the air or on the ground."""
UNDERGOING = words("subject expose")
"""Light verbs behind which "to" leads to what somebody undergoes: "was subjected to a barrage"."""
SHAKING = words("rock shake jolt rattle grip engulf rip tear shatter convulse roil wrack sweep")
"""Verbs of what an event does to a place, in which only their subject can be the event: "two blasts rocked the city"."""
WITNESSED = words("hear observe witness detect")
"""Verbs of which an event is the object: who observes two air strikes tells of them and has no part in them."""
OPERATIONS = ("attack", "ambush", "shelling", "air_strike")
"""Acts of which an operation may be made."""
EMPTY_ACTS = ("characterise", "say")
REACTING = words("condemn deplore denounce mourn lament decry protest bemoan regret")
"""Verbs that take the deed which is their object for granted."""
THROUGH = words("total series wave spate string target history act round attempt bid object victim scene part threat"
                " result degree cycle pattern kind type effort start beginning resumption outbreak")  # fmt: skip
"""Nouns that say nothing of their own: the event follows "of" or "to"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The act that a clause names, and the token that names it."""

    act: str
    predicate: str
    kind: ClaimKind
    trigger: int


def noun_sense(material: Material, noun: Token) -> Sense | None:
    """The first sense of a noun whose words all stand beside it."""
    if noun.pos in ("VERB", "AUX") and not _is_gerund(material, noun):
        return None
    mention = material.mention_at.get(noun.index) if noun.pos == "PROPN" else None
    if mention is not None and mention.kind == "time":
        # The night of 1 March is no march.
        return None
    own = first_sense(material, noun, "n") or _gerund_sense(material, noun)
    if own is not None and own.act == "attack" and noun.lemma in RAIDS:
        return _from_the_air(material, noun) or own
    if own is not None and own.predicate == "conduct_operation":
        return _of_operation(material, noun) or own
    if own is not None or noun.lemma not in THROUGH:
        return own
    for prep in material.parse.kids(noun, "prep"):
        for deeper in material.parse.kids(prep, "pobj"):
            found = noun_sense(material, deeper)
            if found is not None:
                return found
    return None


def _from_the_air(material: Material, noun: Token) -> Sense | None:
    """A strike or raid as one from the air, where the report tells of such and nobody on the ground is named as its author."""
    if not material.flown or any("irregular" in classes(material, doer) for doer in _doers(material, noun)):
        return None
    return next((sense for sense in material.acts.of("n", "airstrike") if sense.act == "air_strike"), None)


def _doers(material: Material, noun: Token) -> Iterator[Token]:
    """Whose deed a noun says that it was: "the rebels' raid", "a militia raid", "raids by the militia"."""
    yield from material.parse.kids(noun, "poss", "compound", "amod", "nmod")
    for prep in material.parse.kids(noun, "prep"):
        if prep.lower in ("by", "of"):
            yield from material.parse.kids(prep, "pobj")


def _of_operation(material: Material, noun: Token) -> Sense | None:
    """The violence that an operation is said to be made of: "a counterattack operation", "ambush operations"."""
    senses = (first_sense(material, kid, "n") for kid in material.parse.kids(noun, "compound", "amod"))
    return next((sense for sense in senses if sense is not None and sense.act in OPERATIONS), None)


def _gerund_sense(material: Material, noun: Token) -> Sense | None:
    """The sense of the verb of which a noun in "-ing" tells with its object: "the storming of the prison"."""
    if not noun.lower.endswith("ing") or noun.tag not in ("NN", "VBG"):
        return None
    of = [prep for prep in material.parse.kids(noun, "prep") if prep.lower == "of"]
    object_ = next((kid for prep in of for kid in material.parse.kids(prep, "pobj")), None)
    stem = noun.lower[:-3]
    verbs = (stem, f"{stem}e", stem[:-1]) if object_ is not None else ()
    for sense in (sense for verb in verbs for sense in material.acts.of("v", verb)):
        told = ((condition, condition.value in classes(material, object_)) for condition in sense.conditions)
        if not sense.others and all(c.slot == "obj" and has != (c.sign == "!") for c, has in told):
            return sense
    return None


def _is_gerund(material: Material, token: Token) -> bool:
    """Whether a verb in "-ing" stands as a noun ("fighting between the two continued")."""
    bare = token.dep == "csubj" and not material.parse.kids(token, "dobj")
    return token.tag == "VBG" and (bare or token.dep in ("nsubj", "nsubjpass", "dobj", "pobj"))


def first_sense(material: Material, token: Token, part: Part) -> Sense | None:
    """The first sense whose words all stand beside the token; the only condition that a noun can meet is that of `at`."""
    around: frozenset[str] | None = None
    for lemma in forms(material, token):
        for sense in material.acts.of(part, lemma):
            if sense.others and around is None:
                around = companions(material, token)
            if not all(word in (around or ()) for word in sense.others):
                continue
            if all(c.slot == "at" and _is_at(material, token, c) for c in sense.conditions):
                return sense
    return None


def _is_at(material: Material, token: Token, condition: Condition) -> bool:
    """Whether the object of a preposition is of the class ("the loss of the city", "fell on the battlefield")."""
    found = any(condition.value in classes(material, noun) for _, noun in prepositions(material, token))
    return found != (condition.sign == "!")


def verb_sense(material: Material, clause: Clause, wanted: Callable[[Sense], bool]) -> Named | None:
    """The first wanted sense of the clause's verb whose words are there and whose conditions hold."""
    core = material.parse.tokens[clause.core]
    if core.pos not in ("VERB", "AUX") and clause.form == "nominal":
        return None
    around = companions(material, core)
    for lemma in forms(material, core):
        for sense in material.acts.of("v", lemma):
            if not wanted(sense) or not all(word in around for word in sense.others):
                continue
            if all(_holds(material, clause, condition) for condition in sense.conditions):
                return named(sense, core)
    return None


def _holds(material: Material, clause: Clause, condition: Condition) -> bool:
    core = material.parse.tokens[clause.core]
    if condition.slot == "prep":
        found_there = any(prep.lower in condition.value.split("|") for prep, _ in prepositions(material, core))
        return found_there != (condition.sign == "!")
    if condition.slot == "at":
        return _is_at(material, core, condition)
    if condition.slot == "voice":
        alone = clause.object is None or _is_time(material, clause.object)
        return {"passive": clause.passive, "active": not clause.passive}.get(condition.value, alone)
    argument = _slot(material, clause, core, condition.slot)
    found = classes(material, argument)
    if condition.sign == "!":
        return condition.value not in found
    if condition.sign == ":" or argument is None:
        return condition.value in found
    return condition.value in found or (
        not found and (argument.pos in ("PROPN", "PRON") or _is_named(material, argument))
    )


def _is_named(material: Material, token: Token) -> bool:
    """Whether a word has a capital in the midst of a sentence, whatever the tagger took it for ("took Sake")."""
    opens = token.index == material.parse.sentences[token.sentence].first if token.sentence >= 0 else True
    return token.pos == "NOUN" and not opens and token.text[:1].isupper() and not token.text.isupper()


def _is_time(material: Material, index: int) -> bool:
    """Whether an object is none but a time ("left around six"); "entered its third day" has one that is more."""
    mention = material.mention_at.get(index)
    told = material.parse.kids(material.parse.tokens[index], "poss", "amod")
    return mention is not None and mention.kind == "time" and not told


def _slot(material: Material, clause: Clause, core: Token, slot: str) -> Token | None:
    """The logical subject or object: a passive's subject is its object; "hit by shells" has the shells as subject."""
    if slot == "obj":
        return material.token(clause.subject if clause.passive else clause.object)
    return agent_of(material, core) if clause.passive else material.token(clause.subject)


def named(sense: Sense, token: Token) -> Named:
    """The act of a sense, named by the token."""
    return Named(act=sense.act, predicate=sense.predicate, kind=sense.kind, trigger=token.index)

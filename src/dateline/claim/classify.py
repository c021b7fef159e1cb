"""Which act a clause names: its form, fixed phrases, light verbs, verbs and nouns, tried in the order of RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.claim.admissions import by_admission
from dateline.claim.answers import by_answer
from dateline.claim.arguments import agent_of, classes, counted_object, fired_on, prepositions
from dateline.claim.attributes import STRONGHOLDS
from dateline.claim.captives import by_care, by_letting
from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.copulas import BE, by_copula
from dateline.claim.counts import BODIES, by_count
from dateline.claim.leave import by_command, by_deadline, by_permission
from dateline.claim.material import Material
from dateline.claim.orders import by_order
from dateline.claim.passages import by_column
from dateline.claim.plights import by_plight
from dateline.claim.senses import (
    EMPTY_ACTS,
    LIGHT,
    RAIDS,
    REACTING,
    SHAKING,
    UNDERGOING,
    WITNESSED,
    Named,
    first_sense,
    named,
    noun_sense,
    verb_sense,
)
from dateline.claim.shares import by_share
from dateline.claim.silence import by_silence
from dateline.claim.tolls import by_toll
from dateline.claim.voices.stances import is_nobody
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.reference.acts import Sense

BY_PREPOSITION = ("under", "in", "into", "on", "with")
NAMELESS = words("ask decline refuse request want wish prefer")
GOING_ON = words("ongoing underway under fierce heavy intense continuing over")


LOOKING = words("inspect survey fear mourn document record discuss describe remember recall view examine hear avoid debate"
                " survive film photograph commemorate forget ignore study explain detail list investigate assess"
                " risk avoid avert prevent")  # fmt: skip
"""Verbs that only look at the event that is their object, or at whose it did not become."""
PERCEIVED = words("hear see record register observe feel detect witness")
"""Verbs in the passive of which an event is the subject ("explosions were heard")."""
NAMES = ("actor", "place", "person", "time")
"""Mentions whose words name no act: nobody marches in March."""
LYING = words("lie litter strew float")
HANDLING = words(
    "bring take pull recover retrieve find discover dig unearth collect deliver carry count see drag move haul"
)
"""What is done with the dead, which kills nobody."""
WATERS = words("river lake sea canal reservoir pond well beach shore wreck wreckage")
"""Where bodies are found of people who drowned or crashed."""


def classify(material: Material, clause: Clause) -> Named:
    """The act of a clause; every rule is tried in the order of RULES; without an answer it only describes."""
    found = next((found for rule in RULES if (found := rule(material, clause)) is not None), None)
    if found is not None and found.act in CONFLICT_ACTS:
        return found
    core = material.parse.tokens[clause.core]
    if core.dep == "conj" and clause.links and material.parse.head(core).index == clause.links[-1]:
        first = classify(material, replace(clause, core=clause.links[-1], links=clause.links[:-1]))
        if found is None or first.act in CONFLICT_ACTS:
            return first
    return found or Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=clause.core)


def by_form(material: Material, clause: Clause) -> Named | None:
    """Geography and attributes name their act by their form."""
    if clause.form == "reference":
        return Named(act="cite_law", predicate="legal_basis", kind="reference", trigger=clause.core)
    if clause.form == "geography":
        return Named(act="locate", predicate="located_at", kind="geography", trigger=clause.core)
    if clause.relation == "participle" and material.parse.tokens[clause.core].lower == "occupied":
        return Named(act="hold", predicate="hold", kind="state", trigger=clause.core)
    if _stands_ready(material, clause):
        return Named(act="hold", predicate="present", kind="state", trigger=clause.core)
    if clause.form != "adjective":
        return None
    core = material.parse.tokens[clause.core]
    word = core.lower
    if core.dep == "appos":
        return Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=clause.core)
    if word in ("held", "controlled", "occupied") or core.lemma in STRONGHOLDS:
        return Named(act="hold", predicate="hold", kind="state", trigger=clause.core)
    if word in ("backed", "supported", "sponsored"):
        return Named(act="deploy", predicate="support", kind="state", trigger=clause.core)
    return Named(act="characterise", predicate="linked", kind="relation", trigger=clause.core)


def _stands_ready(material: Material, clause: Clause) -> bool:
    """Whether a country is said to have troops somewhere: "has 2,000 soldiers deployed to the island"."""
    core = material.parse.tokens[clause.core]
    over = material.parse.head(core)
    if core.lemma != "deploy" or core.tag != "VBN":
        return False
    over = material.parse.head(over) if core.dep == "acl" and over.dep == "dobj" else over
    return core.dep in ("acl", "ccomp") and over.lemma == "have" and over.index < core.index


def by_alternative(material: Material, clause: Clause) -> Named | None:
    """Killed or wounded: casualties without a separable number of dead."""
    core = material.parse.tokens[clause.core]
    either = any(kid.lower == "or" for kid in material.parse.kids(core, "cc"))
    others = {kid.lemma for kid in material.parse.kids(core, "conj")} | {material.parse.head(core).lemma}
    either = either or any(kid.lower == "or" for kid in material.parse.kids(material.parse.head(core), "cc"))
    pair = {core.lemma} | others
    if core.dep == "conj" and clause.links and not either and {"kill"} < pair <= {"kill", "wound", "injure"}:
        # "Killed and wounded dozens": some of them are dead.
        return Named(act="kill", predicate="kill", kind="casualty", trigger=core.index)
    if either and "kill" in pair and pair & {"wound", "injure"} and core.lemma in ("kill", "wound", "injure"):
        return Named(act="kill", predicate="casualties", kind="casualty", trigger=core.index)
    return None


def by_death(material: Material, clause: Clause) -> Named | None:
    """Deaths told by their outcome: who did not survive, and bodies that are counted where they are found or brought."""
    core = material.parse.tokens[clause.core]
    dead = Named(act="kill", predicate="die", kind="casualty", trigger=core.index)
    if core.lemma == "survive":
        subject = material.token(clause.subject)
        nobody = subject is not None and is_nobody(material.parse, subject)
        people = classes(material, subject) & {"person", "force"}
        return dead if nobody or (people and material.negated(core)) else None
    lying = core.lemma in LYING and not clause.passive
    bodies = material.token(clause.subject if clause.passive or lying else clause.object)
    if not (lying or core.lemma in HANDLING) or bodies is None or not {bodies.lemma, bodies.lower} & BODIES:
        return None
    where = {noun.lemma for token in (core, bodies) for _, noun in prepositions(material, token) if noun is not None}
    if where & WATERS or _brought_home(material, core):
        return None
    whose = (noun for prep, noun in prepositions(material, bodies) if noun is not None and prep.lower == "of")
    counted = any(material.parse.kids(noun, "nummod") for noun in (bodies, *whose))
    return dead if counted else None


def _brought_home(material: Material, verb: Token) -> bool:
    """Whether the dead are brought home, of whose death other sentences tell."""
    back = any(kid.lower in ("back", "home") for kid in material.parse.kids(verb, "advmod", "prt"))
    return back and verb.lemma in ("bring", "take", "carry", "deliver")


def by_fire(material: Material, clause: Clause) -> Named | None:
    """Who comes under fire is shot at, or shelled where the fire is that of mortars; so is who "was fired upon"."""
    core = material.parse.tokens[clause.core]
    if core.lemma == "fire" and clause.passive:
        shot = fired_on(material, core)
        return Named(act="attack", predicate="shoot_at", kind="event", trigger=core.index) if shot else None
    if core.lemma not in ("come", "be", "remain"):
        return None
    under = [one for prep, one in prepositions(material, core) if one is not None and prep.lower == "under"]
    for noun in (kid for one in under for kid in (one, *material.parse.kids(one, "conj"))):
        if noun.lemma == "fire":
            sense = noun_sense(material, noun)
            return (
                named(sense, noun)
                if sense
                else Named(act="attack", predicate="shoot_at", kind="event", trigger=core.index)
            )
    return None


def by_phrase(material: Material, clause: Clause) -> Named | None:
    """A verb with the words that make it a fixed phrase: "set fire", "take part", "pull out"."""
    return verb_sense(material, clause, lambda sense: bool(sense.others) and sense.act not in EMPTY_ACTS)


def by_argument(material: Material, clause: Clause) -> Named | None:
    """A verb whose sense its argument decides: to break a siege, to plant a bomb."""
    return verb_sense(material, clause, lambda sense: not sense.others and any(c.sign == ":" for c in sense.conditions))


def by_instrument(material: Material, clause: Clause) -> Named | None:
    """Attacked with shells, hit by air strikes, an air raid hit the port: the means names the act."""
    core = material.parse.tokens[clause.core]
    plain = by_verb(material, clause)
    if plain is None or plain.act != "attack" or core.pos != "VERB":
        return None
    subject = None if clause.passive else material.token(clause.subject)
    sense = noun_sense(material, subject) if subject is not None else None
    if subject is not None and sense is not None and sense.act in ("air_strike", "shelling"):
        return named(sense, subject)
    for prep, noun in prepositions(material, core):
        if noun is None or prep.lower not in ("with", "by", "in"):
            continue
        # What only the report around it makes a strike from the air leaves the verb its own sense.
        sense = None if noun.lemma in RAIDS and _plain(material, noun) else noun_sense(material, noun)
        if sense is not None and sense.act in ("air_strike", "shelling"):
            return named(sense, noun)
        if "drone" in classes(material, noun) and prep.lower == "with":
            return Named(act="air_strike", predicate="drone_attack", kind="event", trigger=core.index)
        if "shell" in classes(material, noun) and prep.lower == "with":
            return Named(act="shelling", predicate="shell", kind="event", trigger=core.index)
    return None


def _plain(material: Material, raid: Token) -> bool:
    sense = first_sense(material, raid, "n")
    return sense is not None and sense.act == "attack"


def by_anonymity(material: Material, clause: Clause) -> Named | None:
    """A condition of speaking: "who asked not to be named"."""
    links = {material.parse.tokens[i].lemma for i in clause.links}
    core = material.parse.tokens[clause.core]
    if links & NAMELESS and core.lemma in ("name", "identify", "quote"):
        return Named(act="say", predicate="comment", kind="meta", trigger=core.index)
    return None


def by_ignorance(material: Material, clause: Clause) -> Named | None:
    """An assessment ("it is not clear whether …"), unless it is about who holds a place."""
    head = material.parse.tokens[clause.head]
    unclear = any(k.lower in ("clear", "unclear", "unknown", "known") for k in material.parse.kids(head, "acomp"))
    if not unclear:
        return None
    senses = {
        sense.act
        for t in material.parse.subtree(head)
        if t.lemma != "be"
        for sense in material.acts.of("v", t.lemma)[:1]
    }
    if "hold" in senses:
        return Named(act="hold", predicate="hold", kind="state", trigger=head.index)
    return Named(act="assess", predicate="assess", kind="meta", trigger=head.index)


def by_intent(material: Material, clause: Clause) -> Named | None:
    """A purpose that is no act of its own is just an intent."""
    wanting = material.parse.tokens[clause.links[-1]].lemma if clause.links else ""
    if clause.relation != "purpose" and wanting not in ("seek", "aim", "want", "plan", "intend", "hope"):
        return None
    for rule in (by_phrase, by_argument, by_light_verb, by_verb):
        found = rule(material, clause)
        if found is not None:
            empty = found.act in (*EMPTY_ACTS, "assess", "other")
            return Named(act="intend", predicate="intend", kind="intent", trigger=found.trigger) if empty else found
    return Named(act="intend", predicate="intend", kind="intent", trigger=clause.core)


def by_denied(material: Material, clause: Clause) -> Named | None:
    """What somebody denies in so many words: "denied the seizure of the airport"; a charge points back to another claim."""
    core = material.parse.tokens[clause.core]
    noun = material.token(clause.subject if clause.passive else clause.object)
    within = noun is not None and noun.index in clause.tokens
    if core.lemma != "deny" or noun is None or not within or not material.parse.kids(noun, "prep", "poss"):
        return None
    sense = noun_sense(material, noun)
    return named(sense, noun) if sense is not None and sense.act in CONFLICT_ACTS else None


def by_light_verb(material: Material, clause: Clause) -> Named | None:
    """The noun under a light verb: "launched an offensive", "came under siege", "fighting raged"."""
    core = material.parse.tokens[clause.core]
    perceived = core.lemma in PERCEIVED and (clause.passive or core.lemma in WITNESSED)
    if (core.lemma not in LIGHT and not perceived) or core.pos not in ("VERB", "AUX"):
        return None
    for noun in _nouns_of(material, clause, core):
        if noun.index in material.mention_at and material.mention_at[noun.index].kind in NAMES:
            continue
        sense = noun_sense(material, noun)
        if sense is None or (
            sense.predicate == "convoy" and noun.index == clause.subject and clause.object is not None
        ):
            continue
        if core.lemma not in BE or sense.act not in EMPTY_ACTS:
            return _flown(material, clause, named(sense, noun))
    return None


def _flown(material: Material, clause: Clause, found: Named) -> Named:
    """An attack as what it is where aircraft made it: "the jets carried out 15 strikes"."""
    core = material.parse.tokens[clause.core]
    doer = agent_of(material, core) if clause.passive else material.token(clause.subject)
    flown = found.act == "attack" and doer is not None and "aircraft" in classes(material, doer)
    return replace(found, act="air_strike", predicate="air_strike") if flown else found


def by_verb(material: Material, clause: Clause) -> Named | None:
    """The verb's own sense."""
    return verb_sense(material, clause, lambda sense: True)


def by_noun(material: Material, clause: Clause) -> Named | None:
    """The noun of a nominal clause, else the event that is subject or object of an unknown verb."""
    core = material.parse.tokens[clause.core]
    if core.pos not in ("VERB", "AUX"):
        sense = noun_sense(material, core)
        return named(sense, core) if sense else None
    if core.lemma in REACTING:
        return None
    indexes = (clause.subject,) if core.lemma in LOOKING or core.lemma in SHAKING else (clause.subject, clause.object)
    for index in indexes:
        token = material.token(index)
        if token is not None and clause.relation == "relative" and token.index not in clause.tokens:
            # The noun before a relative clause makes a claim of its own.
            continue
        sense = noun_sense(material, token) if token is not None and token.lemma not in BODIES else None
        if token is not None and sense is not None and sense.act not in EMPTY_ACTS:
            beside = index == clause.subject and core.lemma not in SHAKING
            return None if beside and _brings_about(clause, sense) else named(sense, token)
    return None


def _brings_about(clause: Clause, sense: Sense) -> bool:
    """What an attack brings about ("the raid has drawn protests", "forcing ministers to act") is no second attack."""
    return clause.object is not None and not clause.passive and sense.act in CONFLICT_ACTS


def _nouns_of(material: Material, clause: Clause, core: Token) -> Iterator[Token]:
    subject = material.token(clause.subject)
    if clause.passive and subject is not None:
        yield subject
    counted = counted_object(material, core)
    told = (*material.parse.kids(core, "dobj", "attr", "oprd"), *((counted,) if counted else ()))
    if core.lemma == "follow" and told:
        # The raid that followed a siege is no siege, and what it followed is no news of the raid.
        return
    for noun in told:
        yield noun
        yield from material.parse.kids(noun, "conj")
    for prep, noun_or_none in prepositions(material, core):
        if told and prep.lower in ("into", "on"):
            # Who gives details on a raid, or insight into it, makes none.
            continue
        undergone = prep.lower == "to" and core.lemma in UNDERGOING
        if noun_or_none is not None and (prep.lower in BY_PREPOSITION or undergone):
            yield noun_or_none
    said = {kid.lower for kid in material.parse.kids(core, "acomp", "prep", "advmod", "attr")}
    if subject is not None and (core.lemma not in ("be", "remain") or clause.links or said & GOING_ON):
        yield subject


Rule = Callable[[Material, Clause], Named | None]
RULES: tuple[Rule, ...] = (
    by_form,
    by_column,
    by_share,
    by_toll,
    by_anonymity,
    by_silence,
    by_ignorance,
    by_command,
    by_deadline,
    by_permission,
    by_intent,
    by_count,
    by_order,
    by_alternative,
    by_death,
    by_letting,
    by_care,
    by_fire,
    by_admission,
    by_answer,
    by_phrase,
    by_instrument,
    by_argument,
    by_plight,
    by_copula,
    by_denied,
    by_light_verb,
    by_verb,
    by_noun,
)

"""Who did it where no subject says so: whose raid it was, who laid the bomb, with whom they clashed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.claim.arguments import HARMING, agent_of, prepositions
from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.instruments import USING
from dateline.claim.material import Material
from dateline.claim.paired import ROW, sharer
from dateline.claim.parties import ACTORS, BESIDE, are_people, in_name, named_at
from dateline.claim.senses import Named, noun_sense
from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.reference.acts import Sense
from dateline.reference.strike_words import are_arms

MODIFIERS = ("poss", "compound", "amod", "nmod")
ATTEMPTS = ("attempt", "bid", "try")
STAGING = ("stage", "launch", "mount", "carry", "conduct", "lead", "commit", "perpetrate", "execute", "wage", "undertake",
           "orchestrate", "make", "do", "plan", "trigger", "detonate", "set", "direct")  # fmt: skip
"""Participles behind a deed that tell who did it: "a raid carried out by rebels"."""
FIRING = ("shell", "bomb", "fire", "shoot", "bombard", "strafe", "raid", "pound", "attack", "loot", "torch")
OR = re.compile(r",?\s+or\b")
STRIKES = ("attack", "air_strike", "shelling", "ambush", "kill", "begin_offensive")
"""Acts that have a doer and a victim, so that whoever did them also brought about what came of them."""
DONE_TO_ONE = ("kill", "wound", "abduct", "arrest", "release")
"""Acts that are told as the victim's own: "his death", "the nurse's abduction"."""


def doers(material: Material, noun: Token) -> Iterator[Mention]:
    """Whose deed it is: "a rebel attack", "army artillery fire", "the killing of a chief by his guards"."""
    before = [kid for kid in material.parse.kids(noun, *MODIFIERS) if not suffered_by(material, noun, kid)]
    of_arms = [kid for arms in before if are_arms((arms.lower,)) for kid in material.parse.kids(arms, *MODIFIERS)]
    allies = [ally for kid in before for ally in material.parse.kids(kid, *BESIDE)]
    for kid in (*before, *of_arms, *allies):
        owner = material.mention_at.get(kid.index)
        if owner is not None and owner.kind in ACTORS:
            yield owner
    below = [kid for prep in material.parse.kids(noun, "prep") for kid in material.parse.kids(prep, "pobj")]
    staged = [verb for verb in material.parse.kids(noun, "acl", "relcl") if verb.lemma in STAGING]
    for token in (noun, *below, *staged):
        for prep in material.parse.kids(token, "prep", "agent"):
            for doer in material.parse.kids(prep, "pobj") if prep.lower == "by" else ():
                named = named_at(material, doer)
                yield from (one for one in named if one.kind in ACTORS or are_people(material, one))


def suffered_by(material: Material, noun: Token, owner: Token) -> bool:
    """Whether a deed is done to whoever has it: "the mayor's murder", "a boy's body", but not "the rebels' killing of two"."""
    mention = material.mention_at.get(owner.index) if owner.dep == "poss" else None
    actor = material.resolution.actor(mention.id) if mention is not None else None
    sense = noun_sense(material, noun) if actor is not None and not actor.armed else None
    told = any(prep.lower == "of" for prep in material.parse.kids(noun, "prep"))
    return sense is not None and sense.act in DONE_TO_ONE and not told


def deed(material: Material, noun: Token | None) -> Sense | None:
    """The act that a noun tells which names nobody: "the ambush", but not "the patrol" and "the convoy", who act."""
    if noun is None or noun.index in material.mention_at:
        return None
    sense = noun_sense(material, noun)
    return sense if sense is not None and sense.act in CONFLICT_ACTS and sense.act != "deploy" else None


def users(material: Material, arms: Token) -> Iterator[Mention]:
    """Whose arms they are, and who used them: "army drones", "jets of the coalition", "bombs planted by rebels"."""
    yield from in_name(material, arms)
    owners = (
        noun for prep in material.parse.kids(arms, "prep") if prep.lower == "of" for noun in material.parse.kids(prep)
    )
    yield from (mention for noun in owners for mention in named_at(material, noun) if mention.kind in ACTORS)
    for participle in material.parse.kids(arms, "acl", "relcl"):
        for verb in (participle, *material.parse.kids(participle, "xcomp", "ccomp")):
            user = agent_of(material, verb) if verb.lemma in USING else None
            if user is not None:
                yield from (mention for mention in named_at(material, user) if mention.kind in ACTORS)


def who_struck(material: Material, nouns: Iterable[Token | None]) -> Iterator[tuple[str, Mention]]:
    """Who struck when people were hurt "in a raid by gunmen" or survived "an Israeli strike"."""
    for noun in nouns:
        sense = deed(material, noun)
        struck = sense is not None and sense.act in STRIKES
        if noun is not None and (struck or noun.lemma in ATTEMPTS or is_deed_by(material, noun)):
            yield from (("agent", mention) for mention in doers(material, noun))


def is_deed_by(material: Material, gerund: Token) -> bool:
    """Whether a gerund is a noun with its doer behind it: "shelling by the army"; no subject before it does that."""
    if gerund.tag != "VBG" or gerund.lemma not in FIRING or material.parse.kids(gerund, "dobj"):
        return False
    return any(prep.lower == "by" for prep in material.parse.kids(gerund, "prep", "agent"))


def occasions(material: Material, core: Token) -> list[Token | None]:
    """In what people were hurt; one occasion serves all who are joined: "two were killed and six wounded in a raid"."""
    for told in _row(material, core):
        phrases = prepositions(material, told)
        if phrases:
            gerunds = (kid for kid in material.parse.kids(told, "advcl") if is_deed_by(material, kid))
            return [*(noun for prep, noun in phrases if prep.lower in ("in", "during")), *gerunds]
    return []


def by_whom(material: Material, core: Token) -> Token | None:
    """The noun after "by" of a passive, also of one joined to it: "two were killed and six wounded by gunmen"."""
    for told in _row(material, core):
        agent = agent_of(material, told)
        if agent is not None or prepositions(material, told):
            return agent
    return None


def _row(material: Material, core: Token) -> Iterator[Token]:
    """A verb and those that are joined to it one behind the other, so far as anybody writes such rows."""
    told: Token | None = core
    for _ in range(ROW):
        if told is None:
            return
        yield told
        told = _joined(material, told)


def _joined(material: Material, core: Token) -> Token | None:
    """The participle of harm that is joined to another one by "and" or "while", or the one right behind that shares its agent."""
    shared = sharer(material, core)
    if shared is not None:
        return shared
    for other in material.parse.kids(core, "conj", "advcl") if core.lemma in HARMING and core.tag == "VBN" else ():
        beside = other.dep == "conj" or any(kid.lower == "while" for kid in material.parse.kids(other, "mark"))
        if beside and other.lemma in HARMING and other.tag == "VBN":
            return other
    return None


def foes_of(material: Material, clause: Clause, named: Named, roles: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Against whom those fought who were hurt "in a clash with rebels": nobody says that these did it, but who else.

    Nobody is inferred where both sides may have dead, where civilians are hurt and where sides are not known.
    """
    if named.kind != "casualty" or "agent" in roles or not roles.get("patient") or clause.object is not None:
        return ()
    clashes = (noun for noun in occasions(material, material.parse.tokens[clause.core]) if noun is not None)
    fights = [noun for noun in clashes if (sense := deed(material, noun)) is not None and sense.act == "clash"]
    foes = tuple(dict.fromkeys(mention.id for noun in fights for mention in _met(material, noun)))
    return foes if foes and _apart(material, foes, roles["patient"]) else ()


def hurt_in(material: Material, fight: Token) -> Iterator[Mention]:
    """Who fought, because they were hurt in it: "four soldiers were killed in clashes with rebels"; bystanders did not."""
    verb = material.parse.head(material.parse.head(fight))
    if fight.dep != "pobj" or verb.lemma not in (*HARMING, "die"):
        return
    for subject in material.parse.kids(verb, "nsubj", "nsubjpass"):
        for mention in named_at(material, subject):
            actor = material.resolution.actor(mention.id)
            if actor is not None and actor.armed:
                yield mention


def _met(material: Material, fight: Token) -> Iterator[Mention]:
    for prep in material.parse.kids(fight, "prep"):
        for noun in material.parse.kids(prep, "pobj") if prep.lower in ("with", "against") else ():
            yield from (mention for mention in named_at(material, noun) if mention.kind in ACTORS)


def _apart(material: Material, foes: Sequence[str], hurt: Sequence[str]) -> bool:
    """Whether all of them bear arms, and either the foes or the hurt for a state: "rebels" may be the "guerrillas"."""
    first, second = ([material.resolution.actor(mention) for mention in some] for some in (foes, hurt))
    if not all(actor is not None and actor.armed for actor in (*first, *second)):
        return False
    states = [{actor is not None and actor.kind == "state_force" for actor in some} for some in (first, second)]
    return states in ([{True}, {False}], [{False}, {True}])


def one_of(material: Material, parties: Sequence[Mention]) -> bool:
    """Whether the words leave open which of the doers it was: "Syrian or Russian jets", "the army or its allies"."""
    text = material.parse.report.text
    ordered = sorted(parties, key=lambda mention: mention.span.start)
    return any(OR.match(text, one.span.end) for one, other in pairwise(ordered) if one.span.end <= other.span.start)

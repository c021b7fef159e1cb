"""Who plays which role in a claim, where and when: mention ids by syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.claim.admissions import authored
from dateline.claim.arguments import prepositions
from dateline.claim.clause import Clause
from dateline.claim.counts import BODIES, BURYING, COUNTERS, FINDING, NURSING
from dateline.claim.doers import (
    MODIFIERS,
    STRIKES,
    by_whom,
    deed,
    doers,
    hurt_in,
    is_deed_by,
    occasions,
    one_of,
    suffered_by,
    users,
    who_struck,
)
from dateline.claim.grips import GRIPPING, GRIPS, gripped
from dateline.claim.instruments import instruments, meets_mine
from dateline.claim.material import Material
from dateline.claim.numbers import counts_others, doing, puts_figure
from dateline.claim.parties import ACTORS, are_people, in_name, named_at
from dateline.claim.passages import perpetrators
from dateline.claim.senses import WITNESSED, Named
from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.vocabulary import MentionKind

FILLERS: dict[str, tuple[MentionKind, ...]] = {"patient": (*ACTORS, "weapon"), "instrument": ("weapon", "quantity")}
"""What may fill a role, where that is not just somebody."""
SEEING = ("see", "spot", "sight", "notice")
"""Verbs of those before whose eyes others are somewhere: "a driver saw soldiers on the road"."""
COUNTED = ("agent", "patient")
"""Roles that counted people play themselves, beside telling their number."""
UNACCUSATIVE = frozenset(("die", "fall", "be_defeated", "harm", "casualties", "emptied", "displaced_stock"))
"""Predicates whose grammatical subject suffers."""
BY_PREPOSITION = {"from": "origin", "to": "destination", "into": "destination", "toward": "destination",
                  "towards": "destination", "out": "origin"}  # fmt: skip
LOSING = ("lose", "suffer", "sustain", "receive", "meet", "embrace", "attain", "achieve", "lay", "pay", "breathe",
          "sacrifice")  # fmt: skip
"""Verbs whose subject suffers what the object tells: "lost two men", "sustained burns", "met their deaths"."""
CAUSING = ("leave", "cause", "inflict", "claim", "bring", "carry", "commit", "perpetrate", "execute", "do", "make",
           "launch", "stage", "mount", "conduct", "wage", "order", "wreak", "exact", "deal", "be", "blame", "accuse",
           "suspect")  # fmt: skip
"""Verbs beside a noun for the dead whose subject brought them about; whoever counts, buries or mourns them did not."""
TENDING = BURYING | FINDING | NURSING
"""What is done to the dead and the wounded after the deed."""
RESULTING = ("result", "lead", "culminate", "end", "contribute")
"""Verbs of what came of something: "the army withdrew, leading to the fall of the town" tells of no army that took it."""
INJURIES = (
    "injury",
    "wound",
    "burn",
    "fracture",
    "bruise",
    "hand",
    "arm",
    "leg",
    "foot",
    "finger",
    "limb",
    "eye",
    "sight",
)
"""What people come off with, or without: "sustained burns", "lost a leg"."""
PROVOKING = ("prompt", "spark", "trigger", "provoke", "draw", "ignite", "fuel", "stir")
"""Verbs whose subject brought about what others did: "the raid sparked protests"."""
LEADING = ("lead", "command", "send")
"""Verbs whose object does the deed that follows: "led 20 men in a raid"."""
BLAMING = ("blame", "attribute", "condemn", "repudiate", "denounce")
TARGETS = ("target", "victim", "object")
"""What somebody is who is struck: "has been the target of rebel attacks"."""
ENDURING = ("survive", "escape", "evade", "dodge", "withstand", "endure", "suffer", "sustain", "undergo", "experience")
"""Verbs whose subject was struck, or to be struck, by the deed that is their object."""
CERTIFYING = ("confirm", "declare", "pronounce", "certify")
"""Verbs of those by whom somebody is declared dead, and not killed."""
RECIPROCAL = ("clash", "talk", "agree")
HARMFUL = (*STRIKES, "wound", "abduct", "arrest", "besiege", "repel", "losses", "burn", "loot")
"""What nobody does to his own side."""


def roles_of(material: Material, clause: Clause, named: Named) -> dict[str, tuple[str, ...]]:
    """agent, patient, quantity, origin, destination, from_, recipient: the mentions that fill them."""
    found: dict[str, list[Mention]] = {}
    if named.trigger != clause.core and material.parse.tokens[clause.core].lemma == "deny":
        # Who denies a deed has no part in it.
        noun = named.trigger
        clause = replace(clause, form="nominal", head=noun, core=noun, subject=None, object=None, passive=False)
    for role, mention in _filled(material, clause, named):
        row = found.setdefault(role, [])
        if mention not in row:
            row.append(mention)
    if "agent" not in found and (beside := perpetrators(material, clause, named)):
        found["agent"] = list(beside)
    if named.act == "hold":
        found["agent"] = [mention for mention in found.get("agent", ()) if mention.kind != "quantity"]
    if one_of(material, found.get("agent", ())):
        del found["agent"]
    if clause.relation == "share":
        found = {role: [m for m in row if _within(clause, m)] for role, row in found.items() if role != "agent"}
    if named.act in HARMFUL:
        found = _without_self(material, found)
    core = material.parse.tokens[clause.core]
    if core.lemma in CERTIFYING and not any(kid.lemma == "kill" for kid in material.parse.kids(core, "xcomp", "oprd")):
        found.pop("agent", None)
    return {role: tuple(mention.id for mention in row) for role, row in found.items() if row}


def _within(clause: Clause, mention: Mention) -> bool:
    return mention.head in clause.tokens


def _without_self(material: Material, found: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    """The roles without a pronoun that was read as one's own side in what is done to it: nobody shells himself."""

    def sides(role: str) -> set[str]:
        actors = (material.resolution.actor(mention.id) for mention in found.get(role, ()) if mention.form != "pronoun")
        return {actor.side or actor.id for actor in actors if actor is not None}

    def clears(role: str, mention: Mention) -> bool:
        actor = material.resolution.actor(mention.id) if mention.form == "pronoun" and role in COUNTED else None
        other = COUNTED[role == "agent"]
        return actor is None or (actor.side or actor.id) not in sides(other)

    return {role: kept for role, row in found.items() if (kept := [m for m in row if clears(role, m)])}


def _filled(material: Material, clause: Clause, named: Named) -> Iterator[tuple[str, Mention]]:
    core = material.parse.tokens[clause.core]
    subject, object_ = _subject(material, clause), _object(material, clause)
    holds = named.act == "hold" and named.predicate != "hold"
    suffers = _suffers(material, clause, named, core) or (clause.passive and not holds)
    arms = instruments(material, clause, named, suffers=suffers)
    tells = _gives_toll(material, named, core)
    if core.lemma == "pit":
        yield from _pitted(material, core, object_)
        object_ = None
    if core.lemma in LEADING and object_ is not None and named.trigger not in (core.index, object_.index):
        yield from _argument(material, object_, "agent")
        object_ = None
    for token, role in (
        (None if _no_party(material, named, clause, core) else subject, "patient" if suffers else "agent"),
        (object_, "agent" if holds else "patient"),
        (None if tells else by_whom(material, core), "agent"),
    ):
        if token is not None and not _behind_colon(material, token, core):
            if role == "agent" and token is subject and _anothers_deed(material, named, core):
                continue
            filled = _argument(material, token, "instrument" if token.index in arms else role)
            whose = _own_deed(material, named, token) if role == "patient" else ()
            if token is subject and named.act == "hold" and gripped(material, core):
                # Whose barracks are in our hands holds nothing; a town that is in our hands is the place.
                filled = (one for one in filled if one[0] == "place")
            yield from (one for one in filled if one[1] not in whose)
            if role == "agent" and (token.index in arms or _is_weapon(material, token)):
                yield from (("agent", mention) for mention in users(material, token))
    if suffers:
        deeds = occasions(material, core) if named.kind in ("casualty", "displacement") else ()
        yield from who_struck(material, (object_, *deeds))
    if named.act == "clash" and core.pos == "NOUN":
        yield from (("agent", mention) for mention in hurt_in(material, core))
    yield from _obliques(material, named, core, arms)
    if clause.form == "nominal" and core.dep == "appos":
        yield from ((("place", m)) for m in named_at(material, material.parse.head(core)) if m.kind == "place")
    yield from _counts(material, clause, named, doers=(None if suffers else subject, by_whom(material, core)))


def _counts(
    material: Material, clause: Clause, named: Named, *, doers: tuple[Token | None, ...]
) -> Iterator[tuple[str, Mention]]:
    """The numbers of a clause that count those to whom it was done, not its doers."""
    core, theirs = material.parse.tokens[clause.core], doing(material, named, doers)
    for index in clause.tokens:
        mention = material.mention_at.get(index)
        counted = mention is not None and mention.kind == "quantity" and index not in theirs
        if mention is not None and counted and not counts_others(material, named, core, mention):
            yield "quantity", mention


def _subject(material: Material, clause: Clause) -> Token | None:
    """The subject; "it" of a side clause that names no party did nothing: "stopped the bus as it came and shot at it"."""
    core = material.parse.tokens[clause.core]
    if core.tag == "VBG" and material.parse.head(core).lemma == "report" and clause.object is None:
        # "The press office reported fighting" tells of others.
        return None
    subject = material.token(clause.subject)
    verb = material.parse.head(subject) if subject is not None else None
    if subject is None or verb is None or subject.lower != "it" or verb.dep != "advcl" or verb.index == clause.core:
        return subject
    mention = material.mention_at.get(subject.index)
    if mention is not None and material.resolution.actor(mention.id) is not None:
        return subject
    return next(iter(material.parse.kids(material.parse.head(verb), "nsubj")), None)


def _object(material: Material, clause: Clause) -> Token | None:
    """The object; the word "target" or "victim" is none."""
    noun = material.token(clause.object)
    return None if noun is not None and noun.lemma in TARGETS else noun


def _anothers_deed(material: Material, named: Named, core: Token) -> bool:
    """Whether the object is a deed of others, which the subject reports, answers, allows or suffers: "avenged a rebel raid"."""
    noun = material.parse.tokens[named.trigger]
    if noun.dep != "dobj" or noun.head != core.index or core.lemma in CAUSING:
        return False
    return deed(material, noun) is not None and (core.lemma in BLAMING or any(doers(material, noun)))


def _own_deed(material: Material, named: Named, noun: Token) -> tuple[Mention, ...]:
    """Whose deed it is that somebody answered, suffered or fled; it was not done to them."""
    if deed(material, noun) is None or not (named.trigger == noun.index or named.act == "displace"):
        return ()
    owned = any(kid.dep != "poss" for kid in material.parse.kids(noun, *MODIFIERS)) or material.parse.kids(noun, "prep")
    return tuple(doers(material, noun)) if owned else ()


def _is_weapon(material: Material, token: Token) -> bool:
    """Whether arms are the subject, so that whose they are is the doer: "its missiles sank a ship"."""
    mention = material.mention_at.get(token.index)
    return mention is not None and mention.kind == "weapon"


def _pitted(material: Material, core: Token, object_: Token | None) -> Iterator[tuple[str, Mention]]:
    """Both whom a fight pits and those against whom it pits them fight, however far behind these are named."""
    against = (token for token in material.parse.subtree(core) if token.lower == "against")
    foes = [noun for prep in against for noun in material.parse.kids(prep, "pobj")]
    for noun in (object_, *foes):
        if noun is not None:
            yield from _argument(material, noun, "agent")


def _no_party(material: Material, named: Named, clause: Clause, core: Token) -> bool:
    """Whether the subject has no part in the act: it saw it, is "the victims", or was the murder that sparked the riots."""
    if core.lemma in PROVOKING and named.trigger != core.index and named.act != "clash":
        return True
    noun = material.parse.tokens[named.trigger]
    counted = core.lemma == "include" or noun.lemma in COUNTERS
    if (named.kind == "casualty" and counted) or is_deed_by(material, core):
        return True
    if core.lemma in RESULTING and noun.dep == "pobj":
        return deed(material, material.token(clause.subject)) is None
    return _only_saw(material, named, clause, core)


def _only_saw(material: Material, named: Named, clause: Clause, core: Token) -> bool:
    """Whether the subject found, counted or took in those who were hurt, or heard the shots, and did no harm."""
    if _gives_toll(material, named, core) or (core.lemma in WITNESSED and named.trigger != core.index):
        return True
    if core.lemma in SEEING and named.predicate == "present":
        return True
    if any(material.parse.tokens[i].lemma in WITNESSED for i in clause.links):
        return True
    if named.kind != "casualty" or clause.object is None or clause.passive:
        return False
    if named.trigger == core.index:
        whom = material.parse.tokens[clause.object]
        return whom.lower in BODIES or (core.lemma in TENDING and whom.lemma not in ("life", *INJURIES))
    moved = core.lemma == "carry" and not material.parse.kids(core, "prt")
    return moved or core.lemma not in (*CAUSING, *LOSING)


def _gives_toll(material: Material, named: Named, core: Token) -> bool:
    """Whether a claim of casualties tells whose count it is, and not who caused them."""
    return named.kind == "casualty" and puts_figure(material, core)


def _behind_colon(material: Material, token: Token | None, core: Token) -> bool:
    """Whether a word names who speaks before a colon, which parsers take for an argument of what is said."""
    told = material.source_at.get(token.index) if token is not None else None
    return told is not None and told.verb == ":" and any(s.start <= core.start < s.end for s in told.contents)


def _suffers(material: Material, clause: Clause, named: Named, core: Token) -> bool:
    """Whether the subject is who suffers: died, lost two men, hit a mine; in terse reports also "one man killed"."""
    if _under(material, core, named) or meets_mine(material, clause, named):
        return True
    if (
        core.lemma == "leave"
        and named.kind == "casualty"
        and any(kid.lower == "behind" for kid in material.parse.kids(core, "prt", "advmod", "prep"))
    ):
        # Who flees "leaving behind a dozen dead" has lost them.
        return True
    if core.lemma in ENDURING and named.act in STRIKES:
        return not clause.passive
    lost = material.token(clause.object)
    if lost is not None and lost.lemma in TARGETS and core.lemma in ("be", "become", "remain"):
        return True
    if lost is not None:
        told = core.lemma in LOSING and (named.kind == "casualty" or named.predicate == "report_losses")
        return told and (core.lemma != "receive" or lost.lemma in INJURIES)
    seized = named.act in ("abduct", "arrest") or (named.act == "repel" and core.lemma in ("push", "drive", "force"))
    bare = core.tag in ("VBD", "VBN") and not material.parse.kids(core, "aux")
    terse = bare and named.trigger == core.index and (named.kind == "casualty" or seized)
    return named.predicate in UNACCUSATIVE or terse


def _under(material: Material, core: Token, named: Named) -> bool:
    """Whether the subject is at the wrong end: came under fire, was under siege, took fire."""
    if core.lemma in ("take", "receive", "draw", "face") and named.predicate in ("shoot_at", "shoot"):
        return True
    if core.lemma == "be" and named.kind == "casualty":
        return authored(material, core) is None
    return core.lemma in ("come", "be", "remain") and any(
        prep.lower == "under" and noun is not None and noun.lemma not in ("control", "rule")
        for prep, noun in prepositions(material, core)
    )


def _obliques(material: Material, named: Named, core: Token, arms: frozenset[int]) -> Iterator[tuple[str, Mention]]:
    tokens = [core, material.parse.tokens[named.trigger]] if named.trigger != core.index else [core]
    for token in tokens:
        for prep, noun in prepositions(material, token):
            if noun is None or (core.lemma == "pit" and prep.lower == "against"):
                continue
            if noun.lemma in GRIPS and prep.lower in GRIPPING:
                yield from _grip(material, noun)
                continue
            if noun.index in arms:
                yield from _argument(material, noun, "instrument")
                continue
            if noun.lemma == "direction" and prep.lower == "in":
                yield from (("destination", mention) for mention in _aimed_at(material, noun))
                continue
            if prep.lower == "of" and deed(material, noun) is not None:
                yield from (("agent", mention) for mention in doers(material, noun))
                continue
            for mention in named_at(material, noun):
                role = _oblique(named, _way(material, prep), mention, noun=token.pos == "NOUN")
                if role and not (role == "agent" and _gives_toll(material, named, core)):
                    yield role, mention
        if token.pos == "NOUN":
            yield from (("agent", mention) for mention in doers(material, token))
            owners = (kid for kid in material.parse.kids(token, "poss") if suffered_by(material, token, kid))
            yield from (("patient", mention) for kid in owners for mention in named_at(material, kid))


def _aimed_at(material: Material, direction: Token) -> Iterator[Mention]:
    """The places of "in the direction of"."""
    for prep in material.parse.kids(direction, "prep"):
        for noun in material.parse.kids(prep, "pobj"):
            yield from (mention for mention in named_at(material, noun) if mention.kind == "place")


def _way(material: Material, prep: Token) -> str:
    """The preposition that tells the way: the "out" of "out of the town"."""
    over = material.parse.head(prep)
    return over.lower if prep.lower == "of" and over.lower == "out" else prep.lower


def _grip(material: Material, noun: Token) -> Iterator[tuple[str, Mention]]:
    """Whose hands, whose control, whose siege."""
    for mention in in_name(material, noun):
        yield "agent", mention
    for prep in material.parse.kids(noun, "prep"):
        if prep.lower in ("of", "by"):
            for owner in material.parse.kids(prep, "pobj"):
                yield from _argument(material, owner, "agent")


def _oblique(named: Named, prep: str, mention: Mention, *, noun: bool) -> str | None:
    if mention.kind == "place":
        return "place" if prep == "of" and noun else BY_PREPOSITION.get(prep)
    if mention.kind not in ACTORS:
        return None
    if prep == "to" and named.predicate == "fall":
        return "agent"
    if prep == "to" and named.act in ("transfer", "arrest", "surrender", "release"):
        return "recipient"
    if prep in ("between", "with") and named.act in RECIPROCAL:
        return "agent"
    if prep == "from":
        struck = noun and named.act in STRIKES and named.kind == "event"
        return "agent" if struck else "from_" if named.act in ("capture", "retake", "release", "transfer") else None
    if prep == "by" or (named.act == "hold" and prep in ("of", "with")):
        return "agent"
    if named.kind == "casualty" and prep in ("on", "at") and not noun:
        return None
    return "patient" if prep in ("against", "on", "at", "of") and (noun or prep != "of") else None


def _argument(material: Material, token: Token, role: str) -> Iterator[tuple[str, Mention]]:
    if role == "agent" and (deed(material, token) is not None or is_deed_by(material, token)):
        yield from (("agent", mention) for mention in doers(material, token))
        return
    for mention in named_at(material, token):
        if mention.kind in FILLERS.get(role, ACTORS) or (role in COUNTED and are_people(material, mention)):
            yield role, mention
        elif mention.kind == "place":
            yield "place", mention

"""Claims that point back to another claim: denials, "that was wrong", blame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from dateline.claim.accused import charge_made
from dateline.claim.admissions import share_in, with_doer
from dateline.claim.arguments import prepositions
from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS, Judged, why_not
from dateline.claim.doubts import FALSE, looks_ahead
from dateline.claim.factuality import factuality
from dateline.claim.interest import of_charge
from dateline.claim.material import REPORTS, Material
from dateline.claim.parties import ACTORS, named_at
from dateline.claim.polarity import polarity
from dateline.claim.roles import roles_of
from dateline.claim.senses import Named, noun_sense, verb_sense
from dateline.claim.senses import named as named_by
from dateline.claim.voices.stances import is_mutual
from dateline.claim.words import words
from dateline.model.record import Claim
from dateline.model.text import Token

DENYING = words("deny refute dismiss reject dispute rebut repudiate")
COUNTING = words("count put speak give report see cite mention")
BLAMING = words("blame accuse attribute")
DENIABLE = REPORTS | words(
    "version account involvement responsibility figure toll criticism speculation notion blame link"
)
SWEEPING = words("atrocities violence aggression outrages murder hostilities complicity")
"""Charges too wide to be a deed."""
CHARGED = words("responsibility involvement accusation allegation charge")
CHARGES = words("attack clash air_strike shelling ambush kill wound abduct loot burn losses")
BLAMED = words("attack responsibility killing death violence incident act being")
"""What somebody is blamed for that was told before; "war crimes" and "abuses" are charges without a deed."""
HARM = 4
"""How many deeds and casualties back the deed may lie that a charge is about."""
REACH = 8
"""How many claims back an echo may point."""

Row = tuple[Clause, Claim]


def with_echoes(material: Material, rows: Sequence[Row]) -> tuple[Claim, ...]:
    """The claims, where each echo has taken act and roles of the claim that it points to."""
    found: list[Claim] = []
    for clause, claim in rows:
        head = material.parse.tokens[clause.head]
        if _says_false(material, head):
            found = _falsified(found, claim)
        elif _report_is_false(material, head):
            found = [_untrue(material, head, one) for one in found]
        elif claim.act in ("say", "characterise") and _denies(material, head) and not material.negated(head):
            found.append(_denied(material, head, found, claim))
        elif claim.act in ("say", "characterise") and (before := _recounted(material, head, claim, found)):
            found.append(_count_again(before, claim))
        elif head.lemma in BLAMING and claim.polarity == "positive" and not is_mutual(material.parse, head):
            charge = _charged(material, clause, claim, found) or _blamed(material, clause, claim, found)
            found.append(replace(charge, interest=of_charge(material, charge)))
        else:
            found.append(with_doer(material, clause, claim))
    return tuple(found)


def _denies(material: Material, head: Token) -> bool:
    """Whether a verb turns down a statement: "rejected the charge", "described the reports as false"; no mere "lies"."""
    if head.lemma in ("describe", "call", "brand", "label", "term", "dub"):
        objects = material.parse.kids(head, "dobj", "nsubj", "ccomp", "oprd")
        meant = any(kid.lemma in REPORTS or kid.lower in ("that", "this", "it", "these", "them") for kid in objects)
        meant = meant or any(kid.lower in FALSE and kid.left < kid.index for kid in objects)
        return meant and any(token.lower in FALSE for token in material.parse.subtree(head))
    objects = [kid for kid in material.parse.kids(head, "dobj") if kid.pos in ("NOUN", "PROPN")]
    if head.lemma in ("reject", "dismiss", "repudiate") and objects:
        return any(kid.lemma in DENIABLE for kid in objects)
    told = material.cue_at.get(head.index)
    return head.lemma in DENYING and (told is None or told.stance != "evaluate")


def _denied(material: Material, head: Token, found: list[Claim], claim: Claim) -> Claim:
    """The denial of what was told before, of the deed that it names if it names one ("denied any role in the killing")."""
    deed = share_in(material, head)
    sense = noun_sense(material, deed) if deed is not None else None
    same = [one for one in found if sense is not None and one.act == sense.act]
    objects = [kid for kid in material.parse.kids(head, "dobj") if kid.lemma in CHARGED]
    made = charge_made(material, found, claim, objects) if objects and not same else None
    if made is not None and (made.act in CONFLICT_ACTS or made.kind == "statement"):
        return _denial_of(made, claim)
    denial = _denial(same or _charged_before(material, head, found), claim)
    if made is not None:
        return replace(denial, denies=made.id, why=f"denial of {made.id}")
    if sense is None or denial.denies is not None:
        return denial
    return replace(denial, act=sense.act, predicate=sense.predicate, kind=sense.kind)


def _charged_before(material: Material, head: Token, found: list[Claim]) -> list[Claim]:
    """Who denies a charge or responsibility denies a deed, not where somebody stood; all claims for other denials."""
    objects = {kid.lemma for kid in material.parse.kids(head, "dobj")}
    deeds = _deeds(found)
    return deeds if deeds and objects & CHARGED else found


def _deeds(found: list[Claim]) -> list[Claim]:
    """What somebody may be charged with: the attack that was just told, rather than the dead that it left."""
    told = [one for one in found if one.act in CHARGES and one.polarity == "positive"]
    return [one for one in told[-HARM:] if one.kind != "casualty"] or told


def _report_is_false(material: Material, head: Token) -> bool:
    """Whether a sentence calls a report wrong and says which: "Reports that the mayor had died were incorrect"."""
    if head.lemma != "be" or material.negated(head):
        return False
    said = {kid.lower for kid in material.parse.kids(head, "acomp", "attr", "oprd")}
    subjects = material.parse.kids(head, "nsubj")
    return bool(said & FALSE) and any(kid.lemma in REPORTS and material.says_what(kid) for kid in subjects)


def _untrue(material: Material, head: Token, claim: Claim) -> Claim:
    """A claim that stands inside the report that is called wrong is denied; every other stays."""
    subject = material.parse.kids(head, "nsubj")[0]
    first, last = material.parse.tokens[subject.index].start, material.parse.tokens[subject.right].end
    if not first <= claim.spans[-1].start < last:
        return claim
    return replace(
        claim,
        modality="denied",
        polarity="negative",
        codeable=False,
        why="called wrong",
        factuality=MappingProxyType(factuality(claim.voices, "denied", "negative")),
    )


def _charged(material: Material, clause: Clause, claim: Claim, found: list[Claim]) -> Claim | None:
    """A charge that is spelled out ("accused them of shelling the town") tells that act, with the accused as agent."""
    named, part = _charge(material, clause)
    if named is None or part is None or named.act not in CONFLICT_ACTS:
        return None
    if part.pos == "NOUN" and any(one.act == named.act for one in found[-REACH:]):
        return _blame([one for one in found if one.act == named.act], claim)
    told = replace(clause, core=part.index, links=(), subject=None, object=_object_of(material, part), passive=False)
    sign = polarity(material, told)
    roles = {role: ids for role, ids in roles_of(material, told, named).items() if role != "agent"}
    roles["agent"] = claim.roles.get("patient", ())
    judged = Judged(
        clause=told,
        named=named,
        kind=named.kind,
        modality="claimed",
        polarity=sign,
        status=claim.temporal_status,
    )
    why = why_not(material, judged)
    return replace(
        claim,
        act=named.act,
        predicate=named.predicate,
        kind=named.kind,
        modality="claimed",
        polarity=sign,
        factuality=MappingProxyType(factuality(claim.voices, "claimed", sign)),
        codeable=why is None,
        why=why,
        roles=MappingProxyType({role: ids for role, ids in roles.items() if ids}),
    )


def _blamed(material: Material, clause: Clause, claim: Claim, found: list[Claim]) -> Claim:
    """Blame for what was told before; a charge of something else ("of feeding the rebels") stays a charge."""
    head = material.parse.tokens[clause.head]
    accused = [pair for noun in material.parse.kids(head, "dobj") for pair in prepositions(material, noun)]
    parts = [
        part for prep, part in (*prepositions(material, head), *accused) if prep.lower == "of" and part is not None
    ]
    if any(part.dep == "pcomp" or (part.pos == "NOUN" and part.lemma not in BLAMED) for part in parts):
        return claim
    blamed = material.token(_object_of(material, head))
    event = noun_sense(material, blamed) if blamed is not None else None
    nobody = head.lemma == "blame" and not claim.roles.get("patient") and (event is None or event.act not in CHARGES)
    same = [one for one in found if event is not None and one.act == event.act]
    if nobody:
        return claim
    blame = _blame(same or found, claim)
    if event is None or same or event.act not in CHARGES:
        return blame
    sure = MappingProxyType(factuality(claim.voices, "claimed", claim.polarity))
    blame = replace(blame, modality="claimed", factuality=sure)
    charged = replace(blame, act=event.act, predicate=event.predicate, kind=event.kind)
    on = [part for prep, part in (*prepositions(material, head), *accused) if prep.lower == "on" and part is not None]
    agents = tuple(one.id for part in on for one in named_at(material, part) if one.kind in ACTORS)
    return replace(charged, roles=MappingProxyType({"agent": agents})) if agents else charged


def _charge(material: Material, clause: Clause) -> tuple[Named | None, Token | None]:
    """The act that somebody is accused of, and the word that names it."""
    head = material.parse.tokens[clause.head]
    accused = [pair for noun in material.parse.kids(head, "dobj") for pair in prepositions(material, noun)]
    for prep, part in (*prepositions(material, head), *accused):
        if part is None or prep.lower not in ("of", "for", "with"):
            continue
        if part.dep == "pcomp":
            core = replace(clause, core=part.index, subject=None, object=_object_of(material, part), passive=False)
            found = verb_sense(material, core, lambda sense: sense.act in CONFLICT_ACTS)
        elif head.lemma in ("accuse", "blame"):
            sense = None if _sweeping(material, part) else noun_sense(material, part)
            found = named_by(sense, part) if sense is not None else None
        else:
            found = None
        if found is not None:
            return found, part
    return None, None


def _sweeping(material: Material, charge: Token) -> bool:
    """Whether a charge is too wide to be a deed: "accuse both sides of atrocities"."""
    return charge.lower in SWEEPING and not material.parse.kids(charge, "prep")


def _object_of(material: Material, verb: Token) -> int | None:
    return next((kid.index for kid in material.parse.kids(verb, "dobj")), None)


def _falsified(found: list[Claim], claim: Claim) -> list[Claim]:
    """A word called false is denied; said of one's own word it takes it back."""
    other = _pointed_to(found, claim, same_voice=True)
    if other is not None and other.believer == claim.believer and other.sentence != claim.sentence:
        taken_back = replace(
            other,
            modality="retracted",
            codeable=False,
            why=f"retracted in {claim.sentence}",
            factuality=MappingProxyType(factuality(other.voices, "retracted", other.polarity)),
        )
        return [taken_back if one is other else one for one in found]
    return [*found, _denial(found, claim)]


def _denial(found: list[Claim], claim: Claim) -> Claim:
    return _denial_of(_pointed_to(found, claim, same_voice=False), claim)


def _denial_of(other: Claim | None, claim: Claim) -> Claim:
    """The denial of a claim; of a charge that tells no deed it is one without a deed, too."""
    denied = replace(
        claim,
        modality="denied",
        polarity="negative",
        codeable=False,
        why="denial",
        factuality=MappingProxyType(factuality(claim.voices, "denied", "negative")),
    )
    if other is None:
        return denied
    if other.kind == "statement":
        return replace(denied, denies=other.id, why=f"denial of {other.id}")
    return replace(
        denied,
        act=other.act,
        predicate=other.predicate,
        kind=other.kind,
        roles=other.roles,
        time=other.time,
        place=other.place,
        denies=other.id,
        temporal_status=other.temporal_status,
        interest="self_serving" if claim.interest == "neutral" and len(claim.voices) > 1 else claim.interest,
        why=f"denial of {other.id}",
    )


def _recounted(material: Material, head: Token, claim: Claim, found: list[Claim]) -> Claim | None:
    """The casualties told just before that a bare number counts again: "another said there were three"."""
    there = head.lemma == "be" and bool(material.parse.kids(head, "expl"))
    if claim.polarity == "negative":
        return None
    if _of_those(material, head):
        return next((one for one in reversed(found[-3:]) if one.kind == "casualty"), None)
    if not (there or head.lemma in COUNTING):
        return None
    told = [material.resolution.mention(mention) for mention in claim.roles.get("quantity", ())]
    numbers = [material.parse.tokens[mention.head] for mention in told if mention is not None]
    if len(numbers) != 1 or numbers[0].pos != "NUM" or numbers[0].dep not in ("attr", "dobj", "pobj", "oprd"):
        return None
    near = (one for one in reversed(found[-3:]) if one.kind == "casualty" and one.roles.get("quantity"))
    return next(near, None)


def _of_those(material: Material, head: Token) -> bool:
    """Whether a clause tells who the dead were: "15 dead, of whom 13 were soldiers"."""
    if head.lemma != "be":
        return False
    opening = material.parse.tokens[max(0, head.left) : head.index]
    whose = any(two.lower in ("whom", "them", "these") and one.lower == "of" for one, two in pairwise(opening))
    return whose and any(
        kid.pos == "NUM" or kid.lower in ("most", "some", "many") for kid in material.parse.kids(head, "nsubj")
    )


def _count_again(other: Claim, claim: Claim) -> Claim:
    """The same casualties with another voice's number."""
    roles = {**other.roles, **{role: claim.roles[role] for role in ("quantity",) if role in claim.roles}}
    return replace(
        claim,
        act=other.act,
        predicate=other.predicate,
        kind=other.kind,
        roles=MappingProxyType(roles),
        temporal_status=other.temporal_status,
        time=claim.time or other.time,
        place=claim.place or other.place,
        codeable=other.codeable,
        why=other.why,
    )


def _blame(found: list[Claim], claim: Claim) -> Claim:
    """Blame for an event tells the event again, with an agent."""
    other = next(reversed(_deeds(found[-REACH:])), None)
    if other is None:
        return claim
    roles = {**other.roles, "agent": claim.roles.get("patient", ())}
    return replace(
        claim,
        act=other.act,
        predicate=other.predicate,
        kind=other.kind,
        roles=MappingProxyType({role: mentions for role, mentions in roles.items() if mentions}),
        modality="claimed",
        temporal_status=other.temporal_status,
        time=other.time,
        place=other.place,
        codeable=other.codeable,
        why=other.why,
    )


def _pointed_to(found: list[Claim], claim: Claim, *, same_voice: bool) -> Claim | None:
    """The nearest earlier claim of an act or a position, by another voice unless the own one may be meant."""
    for other in reversed(found[-REACH:]):
        wanted = other.act in CONFLICT_ACTS or other.act in ("hold", "deploy")
        if wanted and other.modality not in ("planned", "hypothetical") and (same_voice or other.chain != claim.chain):
            return other
    return None


def _says_false(material: Material, head: Token) -> bool:
    """Whether a sentence calls false what was said before it, not what it goes on to say ("it is a lie that …")."""
    if head.lemma != "be":
        return False
    subject = {kid.lower for kid in material.parse.kids(head, "nsubj")}
    said = material.parse.kids(head, "acomp", "attr", "oprd")
    false = any(kid.lower in FALSE for kid in said) and not looks_ahead(material, head)
    return bool(subject & {"that", "this", "which", "it"}) and false

"""Whom a state of a place is about: those whom the claim names, those whom it leaves to be understood, or nobody."""

from __future__ import annotations

import re

from dateline.derive.serving import last_armed, served_once, serves
from dateline.derive.transitions import Transition
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, places_in
from dateline.model.sides import same_side
from dateline.model.vocabulary import Fluent
from dateline.model.world import ARMED_KINDS, Actor

HOLDERS = (*ARMED_KINDS, "government", "label", "organisation", "intl_org")
FIGHTERS = (*ARMED_KINDS, "government", "label")
"""Who may contest a place; a map project that calls it contested does not."""
SEIZING = ("capture", "retake")
SOLDIERLY = ("enter", "withdraw", *SEIZING)
"""What a government does by its army; who besieges or sends may be any of its authorities."""
REACH = 2
"""Claims of other voices behind which a spokesman is still known as that of the party that spoke."""
BEFORE = 40
"""Code points before "whose commander" in which his party stands."""
_WAS = re.compile(r"\b(?:was|were|been|being|be|is|are|fell|falls|fallen)\b", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not (?:a single|any)|neither)(?: [\w-]+)? $", re.IGNORECASE)
_OWN_HANDS = re.compile(
    r"\b(?:its|our|their) (?:\w+ )?(?:hands|control|possession)\b|\bwith (?:us|them|(?:our|their) (?:own )?(?:people|men|forces|troops|side|fighters|boys))\b|\b(?:ours|theirs)\b"
    r"|\b(?:its|our|their) (?:\w+ )?(?:flags?|banners?|colours|standards?) (?:\w+ )?(?:fl(?:y|ies|ew|own)|wav|flutter|hang)",
    re.IGNORECASE,
)
_FIGHTER = re.compile(
    r"\b(?:soldier|fighter|militant|rebel|policeman|gunman|insurgent|guerrilla|combatant)$", re.IGNORECASE
)
_THEIRS = re.compile(
    r"\b(?:theirs|with them|their (?:\w+ )?(?:hands|control|possession|flags?|banners?))\b", re.IGNORECASE
)
STATE_KINDS = ("state_force", "government")
_REBEL = re.compile(
    r"\b(?:rebel|insurgent|opposition|militia|guerrilla|militant|separatist|jihadist|breakaway)s?\b", re.IGNORECASE
)
_MEN_OF_HIS = re.compile(r"(?:our|his|her|its|their) ", re.IGNORECASE)


def holders_of(case: Case, claim: Claim, rule: Transition, fluent: Fluent) -> tuple[Actor, ...] | None:
    """Whom the row is about; None when it would be about nobody although the rule needs somebody."""
    if fluent == "unknown":
        return ()
    if rule.fluent in ("held", "share_held") and rule.observed and (own := _in_own_hands(case, claim)):
        return own
    for roles in rule.holders:
        fit = ARMED_KINDS if rule.armed else FIGHTERS if rule.fluent == "contested" else HOLDERS
        actors = tuple(
            actor for actor in actors_in(case, claim, *roles) if actor.kind in fit or _one_man(actor, fluent)
        )
        if rule.fluent == "contested" and not rule.unheld:
            return actors if len(actors) > 1 else None
        if actors:
            moved = claim.act in SOLDIERLY
            if claim.act == "withdraw" and all(actor.kind in ("organisation", "intl_org") for actor in actors):
                return None  # a relief agency that leaves has held nothing
            actors = _own_men(case, claim, _own_claim(case, claim, actors))
            return tuple(dict.fromkeys(_its_force(case, actor) if moved else actor for actor in actors))
    if (fluent == "held" and rule.fluent == "not_held") or _speaks_of_himself(case, claim, rule):
        return _own_party(case, claim)
    if claim.act == "withdraw" and claim.predicate != "push_out" and claim.modality in ("confirmed", "denied"):
        own = _own_party(case, claim) or ()
        return own if any(actor.kind in FIGHTERS for actor in own) else None
    if fluent == "held" and rule.unheld:
        captor = None if claim.predicate == "fall" else _speaker(case, claim)
        return captor or (() if rule.unheld and _passive(claim) else None)
    if fluent == "not_held" and claim.kind == "state":
        return _speaker(case, claim)
    if fluent == "not_held" and claim.modality == "denied":
        return _captors(case, claim)
    return () if rule.unheld and fluent == rule.fluent else None


def _one_man(actor: Actor, fluent: Fluent) -> bool:
    """Whether not a single fighter is told to be in a place: "denied that any Kentish soldier was in the town"."""
    return fluent == "not_present" and actor.kind == "official" and _FIGHTER.search(actor.name) is not None


def _own_claim(case: Case, claim: Claim, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Of two that "both claim to control the town" each speaks of itself."""
    speaker = case.actors.get(claim.believer)
    if claim.act != "hold" or len(actors) < 2 or speaker is None or speaker not in actors:
        return actors
    twins = (other for other in case.claims_by_sentence.get(claim.sentence, ()) if other.spans == claim.spans)
    told = any(other.believer != claim.believer for other in twins)
    return tuple(actor for actor in actors if same_side(actor, speaker)) if told else actors


def _own_men(case: Case, claim: Claim, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whom a speaker calls "our fighters" or "his men" are his party, where the report tells which that is."""
    unnamed = [actor for actor in actors if actor.provisional and _MEN_OF_HIS.match(actor.name)]
    own = _own_party(case, claim) if unnamed and len(claim.voices) > 1 else None
    return actors if own is None else tuple(own[0] if actor in unnamed else actor for actor in actors)


def _its_force(case: Case, actor: Actor) -> Actor:
    """The army of a government that is said to have taken, entered or left a place, where the report names it."""
    own = (other for other in case.actors.values() if other.kind == "state_force" and other.side == actor.side)
    return next(own, actor) if actor.kind == "government" and actor.side is not None else actor


def absent(case: Case, sighting: Claim) -> tuple[Actor, ...]:
    """Whom a witness did not see: "saw a flag on the roof and no police"."""
    named = (name for role in ("agent", "patient") for name in sighting.roles.get(role, ()))
    starts = ((name, case.resolution.mention(name).span.start) for name in named)
    missed = (name for name, start in starts if _NO.search(case.report.text, max(0, start - BEFORE), start))
    actors = (case.resolution.actor(name) for name in missed)
    return tuple(actor for actor in actors if actor is not None and actor.kind in HOLDERS)


def _speaks_of_himself(case: Case, claim: Claim, rule: Transition) -> bool:
    """Whether an officer is the one who is said to have lost or left a place: he speaks of his men."""
    himself = (actor for roles in rule.holders for actor in actors_in(case, claim, *roles))
    return any(actor.id == claim.believer and actor.kind in ("person", "official") for actor in himself)


def _captors(case: Case, denial: Claim) -> tuple[Actor, ...]:
    """Who is denied to have taken a place, as another voice of the report tells; nobody where none does."""
    where = _place_ids(case, denial)
    told = (c for c in case.claims if c.act in SEIZING and c.codeable and _place_ids(case, c) & where)
    return next((actors for c in told if (actors := actors_in(case, c, "agent") or _speaker(case, c))), ())


def _place_ids(case: Case, claim: Claim) -> set[str]:
    stated = case.resolution.place(claim.place)
    return {place.id for place in (*places_in(case, claim, "place", "target", "patient"), stated) if place is not None}


def _passive(claim: Claim) -> bool:
    """Whether the words say that a place was taken without saying by whom."""
    return any(_WAS.search(span.quote) for span in claim.spans)


def _speaker(case: Case, claim: Claim) -> tuple[Actor, ...] | None:
    """A party that says "it did not fall", or tells of a capture without naming the captor, speaks of itself."""
    speaker = case.actors.get(claim.believer)
    return (speaker,) if speaker is not None and speaker.kind in HOLDERS else None


def _own_party(case: Case, claim: Claim) -> tuple[Actor, ...] | None:
    """The speaker as a party; an official speaks of the forces of his side that the report names, else of its government.

    A spokesman whose side is not told speaks for the party whose word stands before his.
    """
    speaker = case.actors.get(claim.believer)
    if speaker is None or speaker.kind not in ("person", "official"):
        return _speaker(case, claim)
    if served_once(case, speaker):
        return None
    own = serves(case, speaker)
    own = own or [actor for actor in case.actors.values() if actor.kind in HOLDERS and _may_serve(case, speaker, actor)]
    if not own and speaker.side is None:
        own = (
            _named_in(case, speaker)
            or _whose(case, claim)
            or (_speaking_before(case, claim)[:1] if _spokesman(claim) else [])
        )
    return tuple(sorted(own, key=lambda actor: actor.kind not in ARMED_KINDS)[:1]) or None


def _may_serve(case: Case, speaker: Actor, party: Actor) -> bool:
    """Whether somebody is of the side of a party; "the rebels' spokesman" is of no state's, whatever his country."""
    if not same_side(speaker, party):
        return False
    return party.kind not in STATE_KINDS or not _rebellious(case, speaker)


def _rebellious(case: Case, speaker: Actor) -> bool:
    own = (m for m in case.resolution.mentions if m.kind == "person" and _REBEL.search(m.span.quote))
    return any((actor := case.resolution.actor(m.id)) is not None and actor.id == speaker.id for m in own)


def _named_in(case: Case, speaker: Actor) -> list[Actor]:
    """The party whose name is in that of its man: "a rebel spokesman" and "the rebels' spokesman, X" speak for the rebels."""
    own = (m for m in case.resolution.mentions if m.kind == "person")
    called = [m.span.quote for m in own if (who := case.resolution.actor(m.id)) is not None and who.id == speaker.id]
    words = [_stems(name) for name in (speaker.name, *called)]
    parties = (actor for actor in case.actors.values() if actor.kind in HOLDERS)
    return [actor for actor in parties if any(_stems(actor.name) <= name for name in words)][:1]


def _stems(name: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w{2,}", name.casefold())}


def _whose(case: Case, claim: Claim) -> list[Actor]:
    """The party that is named before its man: "the group, whose commander denied …"."""
    source = claim.voices[-1].source
    if source is None or not source.quote.lower().startswith("whose "):
        return []
    named = case.resolution.within(max(0, source.start - BEFORE), source.start, "actor", "label")
    actors = [case.resolution.actor(mention.id) for mention in reversed(named)]
    return [actor for actor in actors if actor is not None and actor.kind in HOLDERS][:1]


def _spokesman(claim: Claim) -> bool:
    source = claim.voices[-1].source
    return source is not None and "spokes" in source.quote.lower()


def _speaking_before(case: Case, claim: Claim) -> list[Actor]:
    """The parties whose word stands before a claim, the nearest first."""
    before = [c for c in case.claims if len(c.voices) > 1 and c.spans[0].start < claim.spans[0].start]
    voices = (case.actors.get(c.believer) for c in reversed(before[-REACH:]))
    return [actor for actor in voices if actor is not None and actor.kind in HOLDERS]


def in_own_hands(claim: Claim) -> bool:
    """Whether the words have something "in our hands", "under its control": whoever else they name holds nothing."""
    return any(_OWN_HANDS.search(span.quote) for span in claim.spans)


def _in_own_hands(case: Case, claim: Claim) -> tuple[Actor, ...] | None:
    """The speaker's party where he says "our troops hold the town" or, naming nobody, that it is "in its hands"."""
    agents = actors_in(case, claim, "agent")
    himself = [actor for actor in agents if actor.id == claim.believer and actor.kind in ("person", "official")]
    owned = not agents and in_own_hands(claim)
    if not himself and not owned:
        return None
    theirs = owned and any(_THEIRS.search(span.quote) for span in claim.spans)
    speaker = case.actors.get(claim.believer)
    spoken_for = speaker is not None and speaker.kind in ("person", "official")
    return _own_party(case, claim) or (last_armed(case, claim) if theirs and not spoken_for else None)

"""The check on who is told about and not heard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.withheld import SILENT_ACTS, UNANSWERED, keeps_details
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in
from dateline.model.sides import speaks_for
from dateline.model.span import Span
from dateline.model.world import ARMED_KINDS, Actor
from dateline.reference import Reference

_NAMED = re.compile(
    r"\b(?:named?|identif\w+|quoted|identity|(?:allowed|authori[sz]ed|permitted|cleared|entitled) to)\b", re.IGNORECASE
)
"""Whoever asks not to be named, or may not speak to the press, does speak."""
_VIOLENCE = ("attack", "ambush", "air_strike", "shelling", "clash", "kill", "abduct", "capture", "retake")
_ANSWERING = (*ARMED_KINDS, "government", "official", "person", "label")
"""Kinds of voices that may speak for a party to the fighting."""
_GROUPS = ("rebel", "militia", "paramilitary", "coalition", "armed_groups_collective")
_OF_A_GROUP = re.compile(r"\b(?:rebel|separatist|insurgent|guerrilla|militant|militia|jihadi)", re.IGNORECASE)
"""Words in the name of a voice that speaks for an armed group: "rebel commander"."""
_ANY_MEN = ("men", "unit", "units", "elements", "suspects", "comrades")
_OF_ANY_SIDE = ("fighters", "combatants", "attackers")
"""Whole names for those who may be of any side that speaks."""
"""The last words of names for those who are a part of some party."""
_A_UNIT = re.compile(r"\b(?:battalion|brigade|regiment|division|company|platoon|squadron|corps)$", re.IGNORECASE)
"""The last word of names for a part of some army, which that army speaks for."""
_AN_ARMY = re.compile(
    r"\b(?:army|armed forces|general staff|military|ministry of defen[cs]e|defen[cs]e ministry)\b", re.IGNORECASE
)
"""Words in the name of a voice that speaks for an army, whatever the register makes of it."""
_SILENCE = re.compile(
    r"\b(?:comment|answer|repl|respon|react|claim|sa(?:y|id)|tell|told|statement|reach|silen|admit|spoke|speak|available|word|confirm)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:says?|said|saying|states?|stated|reports|reported|adds?|added|published|announced|claims?|claimed)\b",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\b(?:no|not|never|none|nobody|nor|neither|without|declin\w+|refus\w+|fail\w+)\b|n['’]t\b", re.IGNORECASE
)


def missing_party(case: Case, reference: Reference) -> Iterator[Finding]:
    """A party to the fighting is told about and never heard.

    Example: the army's account of a battle without a word from the rebels. Warning where a place changed hands or
    the party is said to be silent, else a service to the reader. One finding a report; parties are the armed
    actors of current acts of the conflict, sides known from the register or the report.
    """
    silent = _silent(case)
    fought = any(claim.codeable and actors_in(case, claim, "agent", "patient") for claim in case.claims)
    comments = [c for c in case.claims if fought and c.act in SILENT_ACTS and _is_silent(c)]
    unheard = not silent and _nobody_of_them(case)
    nobody = [] if silent or unheard else _of_nobody(case)
    if not (silent or comments or unheard or nobody):
        return
    about = [claim for claim in case.claims if _involves(case, claim, silent)] or nobody
    quoted = sorted({voice.holder for claim in case.claims for voice in claim.voices[1:]})
    taken = any(claim.act in ("capture", "retake", "transfer") and claim.codeable for claim in case.claims)
    yield Finding(
        id="",
        code="M102",
        type="missing_party",
        severity="warning" if (taken and silent) or _refuses(comments) else "info",
        spans=(*(span for claim in (*comments, *nobody[:1]) for span in claim.spans), *_first_named(case, silent)),
        claims=tuple(claim.id for claim in (*comments, *about)),
        explanation=_who_is_missing(silent, unheard=unheard, nobody=bool(nobody)) + _who_keeps_silent(case, comments),
        computation={"check": "party_balance", "quoted": quoted, "not_quoted": sorted(a.id for a in silent)},
    )


def _first_named(case: Case, silent: list[Actor]) -> Iterator[Span]:
    """Where the report first tells of each party, so that a reader finds them."""
    left = {actor.id for actor in silent}
    for mention in case.resolution.mentions if left else ():
        actor = case.resolution.actor(mention.id)
        if actor is not None and actor.id in left:
            left.discard(actor.id)
            yield mention.span


def _who_is_missing(silent: list[Actor], *, unheard: bool, nobody: bool) -> str:
    names = ", ".join(f"those called “{a.name}”" if a.kind == "label" else a.name for a in silent)
    if names:
        return f"Told about and not heard in this report: {names}."
    if nobody:
        return "Violence is told, and nobody who did it is named or heard."
    return "Nobody is heard of those who fought." if unheard else "A party is said to be silent."


def _who_keeps_silent(case: Case, comments: list[Claim]) -> str:
    """Who is said not to answer, where the words name him."""
    names = dict.fromkeys(actor.name for claim in comments for actor in actors_in(case, claim, "agent"))
    return f" Said not to answer: {', '.join(names)}." if names else ""


def _nobody_of_them(case: Case) -> bool:
    """Whether violence is told and no voice is of an armed party or a state: who did it is not named, and nobody answers."""
    violent = any(claim.codeable and claim.act in _VIOLENCE for claim in case.claims)
    return violent and not any(voice.kind in _ANSWERING for voice in _heard(case))


def _of_nobody(case: Case) -> list[Claim]:
    """The violence of a report in which no deed has an agent: only those speak to whom it was done, or who heard of it."""
    violent = [claim for claim in case.claims if claim.codeable and claim.act in _VIOLENCE]
    if any(actors_in(case, claim, "agent") for claim in violent) or any(_answers_for(case, c) for c in case.claims):
        return []
    return [claim for claim in violent if claim.kind == "event" and claim.act not in ("capture", "retake")]


def _answers_for(case: Case, claim: Claim) -> bool:
    """Whether an armed party or a state owns up to something or says that it was not so."""
    voice = case.actors.get(claim.believer) if len(claim.voices) > 1 else None
    party = voice is not None and voice.kind in (*ARMED_KINDS, "government")
    if claim.act == "claim_responsibility":
        return claim.polarity == "positive"
    return party and claim.polarity == "negative"


def _silent(case: Case) -> list[Actor]:
    """The parties without a voice; gunmen, rebels and labels may be the very group that answers for itself elsewhere."""
    voices = list(_heard(case))
    parties: dict[str, Actor] = {}
    for claim in case.claims:
        if claim.codeable:
            for actor in actors_in(case, claim, "agent", "patient", "target", "from", "from_", "recipient"):
                if actor.kind in (*ARMED_KINDS, "label"):
                    parties.setdefault(actor.id, actor)
    unheard = [case.actors[row.believer] for row in case.control if row.via == "no_statement"]
    parties |= {actor.id: actor for actor in unheard}
    told = [party for party in parties.values() if not any(speaks_for(voice, party) for voice in voices)]
    answered = any(voice.kind in _GROUPS or _OF_A_GROUP.search(voice.name) for voice in voices)
    answered = answered or any(party.kind in _GROUPS and not _is_common(party) for party in told)
    army = any(voice.kind in ("state_force", "joint_force") or _AN_ARMY.search(voice.name) for voice in voices)
    return [
        party
        for party in told
        if party.name.lower().split()[-1] not in _ANY_MEN
        and not (party.name.lower() in _OF_ANY_SIDE and any(voice.side is not None for voice in voices))
        and not (answered and _is_common(party))
        and not (army and party.side is None and _A_UNIT.search(party.name))
    ]


def _is_common(party: Actor) -> bool:
    """Whether a party has a label or a common noun instead of a name: "rebels", "militants"."""
    opening = party.provisional and party.kind in _GROUPS and " " in party.name and party.name[1:].islower()
    return party.kind in ("unidentified_armed", "label") or party.name[:1].islower() or opening


def _heard(case: Case) -> Iterator[Actor]:
    """Who speaks: the voices of claims, those of words that make no claim, and the subjects of saying.

    Whose words only a witness passes on ("villagers said the gunmen called themselves …") is not heard himself.
    """
    yield from (case.actors[name] for c in case.claims for name in _first_hand(case, c) if name in case.actors)
    outer = {attribution.id: attribution for attribution in case.attributions}
    for attribution in case.attributions:
        around = outer.get(attribution.inside or "")
        if around is not None and not _passes_on(case.resolution.actor(around.mention)):
            continue
        speaker = case.resolution.actor(attribution.mention) if attribution.speaks else None
        if speaker is not None:
            yield speaker
    for claim in case.claims:
        if claim.act == "say" and _speaks(claim):
            yield from actors_in(case, claim, "agent")


def _first_hand(case: Case, claim: Claim) -> Iterator[str]:
    """The voices of a chain up to the first that is a witness."""
    for voice in claim.voices:
        yield voice.holder
        if not _passes_on(case.actors.get(voice.holder)):
            return


def _passes_on(actor: Actor | None) -> bool:
    return actor is None or actor.kind not in ("civilian", "person", "unidentified_armed")


def _speaks(claim: Claim) -> bool:
    """Whether the words of saying are not themselves negated: who "says no change" does speak."""
    words = " ".join(span.quote for span in claim.spans)
    told = _TOLD.search(words)
    return told is not None and _NOT_TOLD.search(words, 0, told.start()) is None


def _involves(case: Case, claim: Claim, silent: list[Actor]) -> bool:
    wanted = {actor.id for actor in silent}
    found = actors_in(case, claim, "agent", "patient", "target", "from", "from_", "recipient")
    return claim.codeable and any(actor.id in wanted for actor in found)


def _is_silent(claim: Claim) -> bool:
    """Whether somebody says nothing; who asks not to be named does speak."""
    words = " ".join(span.quote for span in claim.spans)
    answers = claim.predicate == UNANSWERED or _speaks(claim) or keeps_details(claim) or claim.modality == "denied"
    silent = claim.polarity == "negative" and _SILENCE.search(words) is not None
    return silent and _NAMED.search(words) is None and not answers


def _refuses(comments: list[Claim]) -> bool:
    return any(claim.act == "say" for claim in comments)

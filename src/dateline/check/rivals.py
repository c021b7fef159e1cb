"""Checks on rival accounts in one report: who did it, on which day, where, taken or repelled, dead or alive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.check.accounts import (
    NEAR,
    befell_the_same,
    days_agree,
    on_one_site,
    other_party,
    places_agree,
    points_back,
    rival_accounts,
    told_apart,
    two_days,
    two_voices,
    voice,
)
from dateline.check.kinds import Kind
from dateline.model.derived import Finding
from dateline.model.exclusion import TAKING
from dateline.model.geodesy import distance_km
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, place_of, places_in, time_of
from dateline.model.world import Actor, Place
from dateline.reference import Reference

APART_KM = 30.0
"""Two towns nearer to each other than this may both be "near" one spot between them."""
_EACH_OTHER = re.compile(
    r"\b(?:accus\w+|blam\w+) (?:each other|one another)\b|\btraded (?:blame|accusations)\b", re.IGNORECASE
)
ABOUT = ("agent", "patient", "theme", "target")
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_FIRST_NAME = re.compile(r"\b[A-Z][\w'’-]+ $")
HEAD = 25
"""Code points before a name in which a first name that was not read with it may stand."""
_ALIVE = re.compile(
    r"\b(?:is|was|are|were|remains?|still) (?:\w+ )?(?:alive|unharmed|unhurt|not dead)\b|\bsurvived\b|\bsafe and sound\b",
    re.IGNORECASE,
)


def agent_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Two voices of one report name different parties for one incident.

    Example: the army accuses the rebels of shelling a camp, and the rebels the army of shelling the camp.
    """
    seen: set[frozenset[str]] = set()
    for one, other in rival_accounts(case):
        first, second = actors_in(case, one, "agent"), actors_in(case, other, "agent")
        tied = points_back(case, other) or on_one_site(case, one, other)
        named = first and second and all(other_party(a, b) for a in first for b in second)
        if named and tied and _one_incident(case, one, other) and _first_of(seen, first, second):
            parties = [(voice(case, c), ", ".join(a.name for a in who)) for c, who in ((one, first), (other, second))]
            text = "; ".join(f"according to {name}, it was {who}" for name, who in parties)
            yield _finding("C110", "agent_conflict", (one, other), f"Who did it is told in two ways: {text}.", parties)
    yield from _mutual(case)


def _mutual(case: Case) -> Iterator[Finding]:
    """The sides are said to accuse each other; two voices of one clause make two claims and one finding."""
    if _EACH_OTHER.search(case.report.text) is None:
        return
    blaming = {claim.spans[0]: claim for claim in reversed(case.claims) if claim.codeable or claim.act == "say"}
    for span, claim in reversed(blaming.items()):
        if _EACH_OTHER.search(span.quote):
            text = "Who did it is told in two ways: each side names the other."
            yield Kind("C110", "agent_conflict", "warning").at(claim.spans, text, (claim,))


def _first_of(seen: set[frozenset[str]], first: Iterable[Actor], second: Iterable[Actor]) -> bool:
    """Whether these two parties were not yet told apart: one quarrel is one finding."""
    parties = frozenset(actor.id for actor in (*first, *second))
    fresh = parties not in seen
    seen.add(parties)
    return fresh


def _one_incident(case: Case, one: Claim, other: Claim) -> bool:
    return places_agree(case, one, other) and days_agree(case, one, other) and befell_the_same(case, one, other)


def day_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Two voices of one report put one incident, or one change of hands, on different days.

    Example: the ministry has the attack on Tuesday, the group says it struck on Monday.
    """
    seen: set[tuple[object, ...]] = set()
    for one, other in rival_accounts(case):
        days = two_days(case, one, other)
        once = one.act == other.act and one.act in TAKING and place_of(case, one) is not None
        if not days or not (once or points_back(case, other)) or not places_agree(case, one, other):
            continue
        quarrel = (one.believer, other.believer, *days)
        if quarrel not in seen and _agents_agree(case, one, other) and befell_the_same(case, one, other):
            seen.add(quarrel)
            parties = [(voice(case, claim), day) for claim, day in zip((one, other), days, strict=True)]
            text = "; ".join(f"according to {name}, {day}" for name, day in parties)
            yield _finding("C111", "day_conflict", (one, other), f"One incident has two days: {text}.", parties)


def _agents_agree(case: Case, one: Claim, other: Claim) -> bool:
    first, second = actors_in(case, one, "agent"), actors_in(case, other, "agent")
    return not first or not second or any(not other_party(a, b) for a in first for b in second)


def place_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Two voices of one report put one incident in two places that lie far apart.

    Example: the police have the ambush near one town, the group in another, ninety kilometres away.
    """
    for one, other in rival_accounts(case):
        first, second = place_of(case, one), place_of(case, other)
        if first is None or second is None or not points_back(case, other) or not points_back(case, one):
            continue
        km = _apart(first, second)
        agree = days_agree(case, one, other) and _agents_agree(case, one, other) and befell_the_same(case, one, other)
        if km is not None and km > APART_KM and agree and not places_agree(case, one, other):
            parties = [(voice(case, c), place.name) for c, place in ((one, first), (other, second))]
            text = "; ".join(f"according to {name}, {where}" for name, where in parties)
            text = f"One incident has two places, {km:.0f} km apart: {text}."
            yield _finding("C112", "place_conflict", (one, other), text, [*parties, ("km", round(km))])


def _apart(one: Place, other: Place) -> float | None:
    """Kilometres between two places that are known to the point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km((one.lat, one.lon), (other.lat, other.lon))


def outcome_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """A place that one voice has taken and another voice, of the other party, has defended.

    Example: the rebels say that they captured the base, the army says that it repelled the attack.
    """
    took = [c for c in case.claims if c.act in ("capture", "retake") and _told(c) and len(c.voices) > 1]
    held = [c for c in case.claims if c.act == "repel" and c.predicate != "fall" and _told(c) and len(c.voices) > 1]
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    for taking, holding in ((a, b) for a in took for b in held):
        near = abs(order.get(taking.sentence, 0) - order.get(holding.sentence, 0)) <= NEAR
        first, second = sorted((taking, holding), key=lambda c: c.spans[0].start)
        one = near and two_voices(case, taking, holding) and not told_apart(case, first, second)
        if one and _one_assault(case, taking, holding):
            parties = [(voice(case, taking), "taken"), (voice(case, holding), "repelled")]
            place = next((one.name for one in _places(case, taking)), "the place")
            text = f"According to {parties[0][0]}, {place} was taken; according to {parties[1][0]}, the attack was repelled."
            found = _finding("C101", "control_conflict", (first, second), text, parties)
            yield replace(found, severity="error")


def _told(claim: Claim) -> bool:
    return claim.codeable and claim.polarity == "positive" and claim.temporal_status in ("current", "ongoing")


def _one_assault(case: Case, taking: Claim, holding: Claim) -> bool:
    """Whether both tell of one place, of parties that fight each other, and of no two different days.

    Who "beat back the attack" without a place of its own speaks of the one that was told; without a doer, of its own side.
    """
    where = [_places(case, claim) for claim in (taking, holding)]
    same = any(lies_in(case, a.id, b.id) or lies_in(case, b.id, a.id) for a in where[0] for b in where[1])
    open_ = (not where[1] or "place" in holding.bases) and points_back(case, holding)
    takers, holders = actors_in(case, taking, "agent"), actors_in(case, holding, "agent")
    speaker = case.actors.get(holding.believer)
    defenders = holders or ((speaker,) if speaker is not None else ())
    hostile = takers and defenders and all(other_party(a, b) for a in takers for b in defenders)
    times = [time_of(case, claim) for claim in (taking, holding)]
    one_undated = (times[0] is None) != (times[1] is None) and taking.sentence == holding.sentence and not open_
    return (same or open_) and bool(hostile) and days_agree(case, taking, holding) and not one_undated


def _places(case: Case, claim: Claim) -> tuple[Place, ...]:
    stated = place_of(case, claim)
    named = places_in(case, claim, "place", "target", "patient")
    return tuple(dict.fromkeys((*named, *((stated,) if stated else ()))))


def fate_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """A named person is dead to one voice and alive to another.

    Example: the army says that it killed a commander; his group says that he is alive.
    """
    dead = [c for c in case.claims if c.act == "kill" and c.polarity == "positive" and _told(c)]
    for claim, person in ((c, p) for c in dead for p in _people(case, c, "patient")):
        alive = [other for other in case.claims if _has_alive(case, other, person) and other.believer != claim.believer]
        for other in alive[:1]:
            parties = [(voice(case, claim), "dead"), (voice(case, other), "alive")]
            text = f"According to {parties[0][0]}, {person.name} is dead; according to {parties[1][0]}, alive."
            first, second = sorted((claim, other), key=lambda c: c.spans[0].start)
            yield _finding("C114", "fate_conflict", (first, second), text, parties)


def _people(case: Case, claim: Claim, *roles: str) -> Iterator[Actor]:
    """The persons with a name of their own."""
    return (actor for actor in actors_in(case, claim, *roles) if actor.kind in ("person", "official"))


def _has_alive(case: Case, claim: Claim, person: Actor) -> bool:
    told = claim.polarity == "positive" and claim.modality in ("asserted", "attributed", "claimed", "confirmed")
    not_killed = claim.act == "kill" and claim.polarity == "negative" and claim.modality != "denied"
    alive = told and any(_ALIVE.search(span.quote) for span in claim.spans) and not told_apart(case, claim, claim)
    says_so = not_killed or alive
    return says_so and any(_names(case, m, person) for role in ABOUT for m in claim.roles.get(role, ()))


def _names(case: Case, mention: str, person: Actor) -> bool:
    """Whether a mention means the person, with no other first name in or before it: a brother bears the family's name too."""
    actor = case.resolution.actor(mention)
    span = case.resolution.mention(mention).span
    before = _FIRST_NAME.search(case.report.text, max(0, span.start - HEAD), span.start)
    given = {*_NAME.findall(span.quote), *((before.group().strip(),) if before else ())}
    return actor is not None and actor.id == person.id and given <= set(_NAME.findall(person.name))


def _finding(
    code: str, kind: str, pair: tuple[Claim, Claim], text: str, parties: Sequence[tuple[str, object]]
) -> Finding:
    spans = [span for claim in pair for span in claim.spans]
    computation = {"check": kind, "accounts": [list(party) for party in parties]}
    return replace(Kind(code, kind, "warning").at(spans, text, pair), computation=computation)


RIVAL_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    agent_conflict,
    day_conflict,
    place_conflict,
    outcome_conflict,
    fate_conflict,
)

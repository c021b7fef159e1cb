"""What happened, as far as several claims tell of one thing: derived, never the truth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.derive.acled import acled
from dateline.derive.context import understood
from dateline.derive.facts import facts_of
from dateline.derive.families import names_it
from dateline.derive.grouping import TAKING_PART, Group, family_of, grouped, narrowest
from dateline.derive.plover import plover
from dateline.derive.questions import called
from dateline.derive.ucdp import ucdp
from dateline.derive.unnamed_places import unnamed_place
from dateline.model.act_nouns import heading
from dateline.model.derived import Event, Projection
from dateline.model.exclusion import TAKING
from dateline.model.locating import COUNTRIES, DIVISIONS
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Interest, Modality
from dateline.model.world import Place
from dateline.reference.codebooks import Codebooks

_TOWARDS = re.compile(
    r"\b(?:in the direction of|towards?|en route to|on (?:the|its|their) (?:road|way) to)\s+(?:the\s+)?$"
)


def derive_events(case: Case, *, codebooks: Codebooks | None = None) -> tuple[Event, ...]:
    """Every codeable claim in exactly one event, ids `e1`, `e2`, … in text order.

    With codebooks each event carries its three projections; without them it has none.
    """
    full = replace(case, claims=tuple(_placed(case, claim) for claim in understood(case)))
    return tuple(
        _event(full, group, name=f"e{number}", codebooks=codebooks)
        for number, group in enumerate(grouped(full), start=1)
    )


def _placed(case: Case, claim: Claim) -> Claim:
    """The claim without a place that it only sets out from, or from which it is some way off."""
    left = claim.place in claim.roles.get("origin", ()) and claim.act not in ("withdraw", "displace")
    apart = claim.act == "clash" and unnamed_place(case, claim) is not None
    return replace(claim, place=None) if left or apart or _headed_for(case, claim) else claim


def _headed_for(case: Case, claim: Claim) -> bool:
    """Whether something is done "in the direction of" its place, which is then not where it is done."""
    if claim.place is None or claim.act in ("withdraw", "displace", "enter"):
        return False
    start = case.resolution.mention(claim.place).span.start
    return _TOWARDS.search(case.report.text, max(0, start - 40), start) is not None


def _event(case: Case, group: Group, *, name: str, codebooks: Codebooks | None) -> Event:
    lead = _lead(group)
    place = _place(case, [c for c in group.claims if family_of(c) == family_of(lead)]) or _place(case, group.claims)
    leading = [claim for claim in group.claims if names_it(claim.act, lead=lead.act)]
    time = narrowest(case, group.claims)
    actors = [actor.id for claim in group.claims for actor in actors_in(case, claim, *TAKING_PART)]
    return Event(
        id=name,
        label=_label(case, lead, place),
        act=lead.act,
        claims=tuple(claim.id for claim in group.claims),
        time=time,
        place=place,
        actors=tuple(dict.fromkeys(actors)),
        projections=_projections(case, group, (place, time), codebooks),
        status=_status(case, group, leading, place=place),
        claimed_by=_claimed_by(case, group),
        leading=tuple(claim.id for claim in leading),
        unsearched=group.unsearched,
    )


def _projections(
    case: Case, group: Group, where_when: tuple[str | None, TimeRange | None], codebooks: Codebooks | None
) -> tuple[Projection, ...]:
    if codebooks is None:
        return ()
    place, time = where_when
    facts = facts_of(case, group.claims, place=place, time=time)
    return tuple(project(facts, codebooks) for project in (acled, ucdp, plover))


def _place(case: Case, claims: Sequence[Claim]) -> str | None:
    """The narrowest place that one of the claims tells."""
    told = [place.id for claim in claims if (place := case.resolution.place(claim.place)) is not None]
    inner = next((one for one in told if all(lies_in(case, one, other) for other in told)), None)
    inside = (one for one in told if not _is_land_around(case, one, told))
    return inner or next(inside, told[0] if told else None)


def _is_land_around(case: Case, wide: str, told: Sequence[str]) -> bool:
    """Whether a country or division is that in which another of the places lies."""
    place = case.places.get(wide)
    if place is None or place.kind not in (*COUNTRIES, *DIVISIONS):
        return False
    within = (case.places.get(one) for one in told if one != wide)
    return any(one is not None and one.country == place.country and one.kind not in COUNTRIES for one in within)


def _lead(group: Group) -> Claim:
    """The claim that names the event: the first of the group's family, else the first."""
    return next((c for c in group.claims if family_of(c) == group.family), group.claims[0])


def _label(case: Case, lead: Claim, place: str | None) -> str:
    known = case.places.get(place) if place else None
    ends = (case.resolution.place(end) for end in lead.roles.get("destination", ()))
    noun = heading(lead.act, towards=any(end is not None and end.id == place for end in ends))
    if known is not None:
        thing = unnamed_place(case, lead) if lead.act in (*TAKING, "withdraw") else None
        if thing is not None and thing.part_of == known.id and known.name not in thing.name:
            return f"{noun} {thing.name} ({known.name})"
        return f"{noun} {called(known.name)}{_within(case, known)}"
    return noun.rsplit(" ", 1)[0] + ", place not stated"


def _within(case: Case, place: Place) -> str:
    """Where a place lies that only this report has ("the market"): its name alone tells nobody."""
    around = case.places.get(place.part_of) if place.id.startswith("report:") and place.part_of else None
    return f" ({around.name})" if around is not None and around.name not in place.name else ""


def _status(case: Case, group: Group, leading: Sequence[Claim], *, place: str | None) -> str:
    """Disputed where some voice denies what a claim of the event says, else as those tell of it who tell what leads it."""
    told = (claim for claim in case.claims if claim.denies is not None or claim.modality == "denied")
    if any(_denies(case, claim, group, place) for claim in told):
        return "disputed"
    return status_of((len(claim.voices), claim.modality, claim.interest) for claim in leading)


def status_of(leading: Iterable[tuple[int, Modality, Interest]]) -> str:
    """reported_as_fact, admitted, claimed or reported, in this order, from (voices, modality, interest) of leading claims.

    What the narrator says of the dead makes no fact of the strike that others tell of, and an army that tells of its
    wounded has not granted who attacked it: claims that only add to what leads the event have no say.

    reported_as_fact: the narrator's own word · admitted: a party says it against its interest · claimed: only one side,
    in its own interest.
    """
    told = tuple(leading)
    if any(voices == 1 and modality == "asserted" for voices, modality, _ in told):
        return "reported_as_fact"
    if any(interest == "against_interest" for _, _, interest in told):
        return "admitted"
    if all(interest == "self_serving" or modality == "claimed" for _, modality, interest in told):
        return "claimed"
    return "reported"


def _denies(case: Case, claim: Claim, group: Group, place: str | None) -> bool:
    """Whether a claim is the negation of one of the group's: named as such, or the same act at the same place.

    Whoever tells the act himself ("we left; nobody drove us out") does not dispute it.
    """
    if any(one.believer == claim.believer and one.act == claim.act for one in group.claims):
        return False
    named = claim.denies in {one.id for one in group.claims}
    denied = case.claims_by_id.get(claim.denies) if claim.denies is not None else None
    if named or (claim.denies is not None and (claim.place is None or _is_charge(denied))):
        return named
    if claim.modality != "denied" or claim.kind == "casualty":
        return False
    family = family_of(claim)
    where = case.resolution.place(claim.place)
    if family not in {group.family, *map(family_of, group.claims)} and not (
        claim.predicate == "fall" and _overran(group)
    ):
        return False
    return (
        where is not None and place is not None and (lies_in(case, where.id, place) or lies_in(case, place, where.id))
    )


def _is_charge(claim: Claim | None) -> bool:
    """Whether what is denied is who did it: that it was done nobody disputes."""
    return claim is not None and claim.kind in ("statement", "relation")


def _overran(group: Group) -> bool:
    return any(claim.act in ("capture", "retake") for claim in group.claims)


def _claimed_by(case: Case, group: Group) -> tuple[str, ...]:
    """The innermost voices other than the publisher, one after the other."""
    publisher = case.resolution.publisher.id
    return tuple(dict.fromkeys(claim.believer for claim in group.claims if claim.believer != publisher))

"""Who holds which place, according to whom: one event calculus per voice, never merged here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.derive.context import CHANGING, understood
from dateline.derive.extents import (
    enclosed,
    ends_here,
    excepted,
    is_over,
    is_to_come,
    leaves_a_part,
    of_something_inside,
    only_trapped,
    tells_a_share,
)
from dateline.derive.families import LOSING
from dateline.derive.had import held_until, holds_what_is_named
from dateline.derive.handed_on import handed_on, only_leaves
from dateline.derive.holders import HOLDERS, SEIZING, absent, holders_of
from dateline.derive.inertia import denied_leaving, ended, gathered, returned
from dateline.derive.objects import holds_no_place
from dateline.derive.pointed import in_own_words
from dateline.derive.raids import Visits
from dateline.derive.silence import silent_parties
from dateline.derive.taken_up import held_by_nobody, members
from dateline.derive.transitions import SHARES, TRANSITIONS, Transition, begins_nothing, is_sighting, transition_of
from dateline.derive.unnamed_places import fought_around, fought_for, only_near, some_of, unnamed_place, with_sites
from dateline.model.derived import ControlState
from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, places_in, quantities_of, time_of
from dateline.model.sides import same_side
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Fluent
from dateline.model.world import ARMED_KINDS, Actor, Place

_HOLDING = re.compile(
    r"\b(?:control|h[eo]ld|hands|charge|presence|present|inside|there|occup|command|situation)", re.IGNORECASE
)
_CAME = re.compile(r"\b(?:come|came|arrived?|been seen)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\S+[-–](?:held|controlled|occupied|run|ruled|dominated)\b", re.IGNORECASE)
COUNTRIES = ("country", "PCLI", "state")
WATERS = ("river", "water", "lake", "sea", "stream")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOLDING = ("held", "not_held")
"""Fluents that villages around a place have for themselves; who moves outside a town has left it, though."""
_STATIONED = Transition(fluent="present", denied=None, observed=True)


def derive_control(case: Case) -> tuple[ControlState, ...]:
    """One row per voice, place, fluent and actors, in text order, ids `K01`, `K02`, …

    The believer is the innermost voice of a claim. Planned, ordered, expected, hypothetical and generic claims
    begin nothing; a retracted claim keeps its row and its modality.
    """
    visits = Visits.of(case)
    sited = with_sites(case, understood(case))
    rows = [row for claim, site in sited for row in _told(case, claim, visits, site)]
    rows = denied_leaving(_contestants(case, returned(rows)))
    rows = ended(gathered(case, _of_own_side(case, rows)))
    rows += silent_parties(case, rows)
    return tuple(replace(row, id=f"K{number:02}") for number, row in enumerate(rows, start=1))


def _told(case: Case, claim: Claim, visits: Visits, site: Place | None) -> Iterator[ControlState]:
    """What a claim tells of places: its own act, where its actors set out, and to whom others left what they held."""
    if not only_leaves(case, claim):
        yield from _rows(case, claim, visits, site)
        yield from _set_out(case, claim)
    if claim.polarity == "positive" and claim.modality not in ("denied", "unknown") and not begins_nothing(claim):
        for actor, place in handed_on(case, claim):
            rule = TRANSITIONS["hold"]
            row = _row(case, claim, _Draft(rule=rule, fluent="held", actors=(actor,), place=place))
            if not _undated_past(claim, row):
                yield row


def _rows(case: Case, claim: Claim, visits: Visits, site: Place | None) -> Iterator[ControlState]:
    rule = transition_of(claim, share=_counts_share(case, claim))
    if rule is None or begins_nothing(claim) or (claim.read_from_words and not _is_plain(case, claim)):
        return
    if claim.kind in ("displacement", "casualty"):
        return
    if any(rule(case, claim) for rule in (ends_here, is_over, is_to_come, leaves_a_part, only_trapped)):
        return
    if rule.happened and not claim.codeable and claim.modality != "retracted" and claim.polarity == "positive":
        return
    nobody = held_by_nobody(case, claim)
    fluent = "not_held" if nobody else _fluent(claim, rule)
    if fluent is None:
        return
    actors = () if nobody else holders_of(case, claim, rule, fluent)
    gone = absent(case, claim) if is_sighting(claim) else ()
    if actors is not None and gone:
        actors = tuple(actor for actor in actors if actor not in gone)
    if actors and claim.act == "withdraw":
        stayed = {taker.id for taker, _ in handed_on(case, claim)}
        actors = tuple(actor for actor in actors if actor.id not in stayed)
    if gone and not actors:
        fluent, actors, gone = "not_present", gone, ()
    if actors is None:
        return
    found = (site,) if site else _places(case, claim, rule)
    for place in (one for named in found for one in members(case, claim, named)):
        row = _row(case, claim, _Draft(rule=rule, fluent=fluent, actors=actors, place=place))
        if not _undated_past(claim, row) and not (fluent == "vacated" and visits.raided(claim, actors, place)):
            yield replace(row, where=site)
            yield from _beside(case, claim, place=place, row=row)
            yield from (replace(row, fluent="not_present", actors=(actor.id,)) for actor in gone)


def _is_plain(case: Case, claim: Claim) -> bool:
    """Whether a claim whose act no rule named tells of a place all the same: what was seen, or that nobody came."""
    if claim.act == "hold" and claim.modality != "unknown" and holds_what_is_named(case, claim):
        return True
    came = any(_CAME.search(span.quote) for span in claim.spans)
    return is_sighting(claim) or (claim.act == "enter" and claim.polarity == "negative" and came)


def _beside(case: Case, claim: Claim, *, place: Place, row: ControlState) -> Iterator[ControlState]:
    """What the same words tell besides: whoever is besieged in a place is there, who holds all but a part does not hold it."""
    seen = replace(row, via="state", initiates=(), terminates=())
    for actor in enclosed(case, claim):
        yield replace(seen, fluent="present", actors=(actor.id,))
    if row.fluent in ("held", "share_held") and claim.act in ("hold", *SEIZING) and claim.polarity == "positive":
        for part in excepted(case, claim):
            if part.id != place.id:
                yield replace(seen, place=part.id, fluent="not_held")


def _undated_past(claim: Claim, row: ControlState) -> bool:
    """Whether something long past is told without its day ("a year after losing the town"): it says nothing of today."""
    dated = row.valid is not None and row.valid.precision != "duration"
    return claim.temporal_status in ("background", "historical") and claim.kind == "event" and not dated


def _set_out(case: Case, claim: Claim) -> Iterator[ControlState]:
    """Soldiers "from the town of Ashford on their way to Oakford" were in Ashford until they set out."""
    if claim.act not in ("advance", "clash", "begin_offensive") or not claim.codeable:
        return
    for origin in claim.roles.get("origin", ()):
        place, force = case.resolution.place(origin), _before(case, claim, case.resolution.mention(origin).span.start)
        if place is not None and force is not None and place.kind not in COUNTRIES:
            draft = _Draft(rule=_STATIONED, fluent="present", actors=(force,), place=place)
            left = time_of(case, claim)
            until = TimeRange(earliest=None, latest=left.earliest, precision=left.precision) if left else None
            yield replace(_row(case, claim, draft), valid=until)


def _before(case: Case, claim: Claim, start: int) -> Actor | None:
    """The armed actor of a claim that is named last before the place it set out from."""
    named = [m for role in ("agent", "patient") for m in claim.roles.get(role, ())]
    spans = sorted((case.resolution.mention(m).span.start, m) for m in named)
    actors = [case.resolution.actor(m) for begins, m in spans if begins < start]
    armed = [actor for actor in actors if actor is not None and actor.kind in ARMED_KINDS]
    return armed[-1] if armed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    rule: Transition
    fluent: Fluent
    actors: tuple[Actor, ...]
    place: Place


def _fluent(claim: Claim, rule: Transition) -> Fluent | None:
    if claim.modality == "unknown":
        asks = any(_HOLDING.search(span.quote) for span in claim.spans)
        return "unknown" if asks and rule.fluent in ("held", "present") else None
    lost = claim.act == "withdraw" and claim.predicate in LOSING
    if not _denied(claim):
        return "not_held" if lost else rule.fluent
    return "held" if lost else rule.denied


def _denied(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.modality == "denied"


def _counts_share(case: Case, claim: Claim) -> bool:
    counted = quantities_of(case, claim)
    named = claim.act in SEIZING and unnamed_place(case, claim) is not None
    shares = any((q.measure in SHARES and not named) or q.unit in ("percent", "share") for q in counted)
    of_place = claim.act in ("hold", *SEIZING) and tells_a_share(case, claim)
    return shares or of_place or (claim.act == "hold" and some_of(case, claim) is not None)


def _places(case: Case, claim: Claim, rule: Transition) -> tuple[Place, ...]:
    """Where the fluent holds: the place of the claim, with those beside it; a country is no front."""
    named = places_in(case, claim, *rule.places)
    stated = case.resolution.place(claim.place)
    if (
        rule.fluent in HOLDING
        and stated not in named
        and (only_near(case, claim) or _holds_something_else(case, claim))
    ):
        return named
    if holds_no_place(case, claim):
        return ()
    if claim.act in TAKING and of_something_inside(case, claim):
        return tuple(place for place in named if place != stated)
    roads = tuple(place for place in named if place.kind == "road") if rule.fluent == "besieged" else ()
    if roads:
        return roads
    broad = stated is not None and (stated.kind in (*COUNTRIES, *WATERS) or _told_within(case, claim, named, stated))
    places = named if stated is None or stated in named or (named and (broad or rule.observed)) else (stated,)
    if rule.fluent == "contested":
        if (only_near(case, claim) and not fought_around(case, claim)) or fought_for(
            case, claim
        ):  # who fights near a town does not fight in it
            return ()
        if "place" in claim.bases:  # a fight that only its scene places may have been near by
            return tuple(named)
        left = {place.id for place in places_in(case, claim, "origin")}
        places = tuple(place for place in places if place.id not in left)
    if rule.fluent not in ("share_held", "besieged"):
        places = tuple(place for place in places if place.kind not in COUNTRIES)
    return places


def _told_within(case: Case, claim: Claim, named: Sequence[Place], stated: Place) -> bool:
    """Whether the words put what is taken into the place of the claim: "the last districts in central Ashford"."""
    starts = [case.resolution.mention(name).span.start for name in claim.roles.get("place", ())]
    behind = bool(starts) and claim.place is not None and max(starts) < case.resolution.mention(claim.place).span.start
    return behind and (claim.act in TAKING or all(lies_in(case, place.id, stated.id) for place in named))


def _holds_something_else(case: Case, claim: Claim) -> bool:
    """Whether what is held is no place that was read ("held the brigade headquarters"): the place told before is not it."""
    return claim.act == "hold" and "patient" in claim.roles and not in_own_words(case, claim)


def _row(case: Case, claim: Claim, draft: _Draft) -> ControlState:
    via = "explicit_unknown" if draft.fluent == "unknown" else claim.act
    observed = draft.rule.observed or claim.polarity == "negative"
    holders = ",".join(actor.id for actor in draft.actors)
    return ControlState(
        id="",
        believer=_believer(claim),
        place=draft.place.id,
        fluent=draft.fluent,
        actors=tuple(actor.id for actor in draft.actors),
        valid=held_until(case, claim, _ended(case, claim))
        if observed
        else _valid(_when(case, claim), claim, observed=False),
        via=via if not observed or via == "explicit_unknown" else "state",
        modality=claim.modality,
        claims=(claim.id,),
        initiates=() if observed else (f"{draft.fluent}({holders},{draft.place.id})",),
        terminates=_terminates(case, claim, draft) if not observed else (),
    )


def _when(case: Case, claim: Claim) -> TimeRange | None:
    """The time of the claim, else that of the event that it tells of with others; none where weekday and date disagree."""
    if _self_contradictory(case, claim):
        return None
    events = (event.time for event in case.events if claim.id in event.claims and claim.codeable)
    return time_of(case, claim) or next(events, None)


def _self_contradictory(case: Case, claim: Claim) -> bool:
    """Whether the time of a claim names a weekday that its date is not: then it dates nothing (finding W101)."""
    value = case.resolution.time(claim.time)
    if claim.time is None or value is None or value.range.precision != "day" or value.range.earliest is None:
        return False
    words = case.resolution.mention(claim.time).span.quote.lower().replace(",", " ").split()
    return any(word in WEEKDAYS and WEEKDAYS.index(word) != value.range.earliest.weekday() for word in words)


def _believer(claim: Claim) -> str:
    """Whose word a state is: what a voice calls "the reported capture" is its own hedged word, whoever reported it."""
    outer = len(claim.voices) > 1 and claim.voices[-1].mode == "implicit"
    return claim.voices[-2].holder if outer else claim.believer


def _terminates(case: Case, claim: Claim, draft: _Draft) -> tuple[str, ...]:
    if draft.fluent == "vacated" or (draft.fluent == "not_held" and draft.rule.fluent == "vacated"):
        return tuple(
            f"{fluent}({actor.id},{draft.place.id})" for actor in draft.actors for fluent in ("held", "present")
        )
    losers = actors_in(case, claim, "from", "from_", *(("agent",) if claim.act == "transfer" else ("patient",)))
    if draft.fluent != "held":
        return ()
    return tuple(f"held({actor.id},{draft.place.id})" for actor in losers if actor.kind in HOLDERS)


def _ended(case: Case, claim: Claim) -> TimeRange | None:
    """When a state that is seen holds: of one that lasted until some time that time is the end and no beginning."""
    time, value = _when(case, claim), case.resolution.time(claim.time)
    if time is None or value is None or value.bound != "until" or time.latest is None:
        return _valid(time, claim, observed=True)
    return TimeRange(earliest=None, latest=time.latest, precision=time.precision)


def _valid(time: TimeRange | None, claim: Claim, *, observed: bool) -> TimeRange | None:
    """A transition opens an interval whose end nobody has told; an observation holds when it is made."""
    if time is None or time.precision == "duration":
        return time
    if time.earliest is None:
        return time
    if observed and claim.temporal_status == "background":
        return _presupposed(time, claim)
    return TimeRange(earliest=time.earliest, latest=None, precision=time.precision)


def _presupposed(time: TimeRange, claim: Claim) -> TimeRange:
    """An adjective ("rebel-held") beside a dated event is the state before it; else the time is its beginning."""
    if len(claim.spans) == 1 and _ADJECTIVE.match(claim.spans[0].quote):
        return TimeRange(earliest=None, latest=time.earliest, precision=time.precision)
    return TimeRange(earliest=time.earliest, latest=None, precision=time.precision)


def _contestants(case: Case, rows: list[ControlState]) -> list[ControlState]:
    """A place called contested, or in nobody's hands, is so between those who are said to hold it or a part.

    That nobody holds a place of which nobody is said to hold it tells of no party: there is no such row.
    """
    nobodys = {c.id for c in case.claims if held_by_nobody(case, c)}
    lacking = [row for row in rows if not row.actors and (row.fluent == "contested" or row.claims[0] in nobodys)]
    full = [_with_parties(case, row, rows) if row in lacking else row for row in rows]
    return [row for row in full if row.actors or row.claims[0] not in nobodys]


def _of_own_side(case: Case, rows: list[ControlState]) -> list[ControlState]:
    """Who says that a place "was liberated" without saying by whom means those of its own side whom the report names.

    Whoever says that it fell means anybody but those who take it back.
    """
    return [_with_takers(case, row, rows) if row.via in SEIZING and not row.actors else row for row in rows]


def _with_takers(case: Case, row: ControlState, rows: list[ControlState]) -> ControlState:
    speaker = case.actors.get(row.believer)
    if speaker is None or row.fluent != "held" or case.claims_by_id[row.claims[0]].predicate in CHANGING:
        return row
    told = (r.actors for r in rows if r.place == row.place and r.fluent == "held" and r.via in SEIZING and r.actors)
    takers = ([case.actors[name] for name in names if name in case.actors] for names in told)
    own = next((found for found in takers if found and all(same_side(speaker, one) for one in found)), [])
    return replace(row, actors=tuple(actor.id for actor in own))


def _with_parties(case: Case, row: ControlState, rows: list[ControlState]) -> ControlState:
    about = [r for r in rows if r.fluent == "held" and (lies_in(case, r.place, row.place) or r.place == row.place)]
    return replace(row, actors=tuple(dict.fromkeys(actor for r in about for actor in r.actors)))

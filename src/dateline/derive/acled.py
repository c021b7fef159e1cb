"""An event as ACLED's codebook would type it, and the rule or the missing fact that decides."""

from __future__ import annotations

import re
from typing import Any

from dateline.derive.facts import Facts
from dateline.derive.questions import called
from dateline.model.derived import Projection
from dateline.model.time import TimeRange
from dateline.reference.codebooks import Codebooks

_STATE = ("state_force", "government", "joint_force")
_TAKEN = frozenset({"capture", "retake", "transfer", "enter"})
_FOUGHT = frozenset({"clash", "ambush", "repel"})
_DRONE_OR_AIR = re.compile(r"\b(?:air|drone|aerial|warplane|jet|helicopter|bomber)")
_SUICIDE = re.compile(r"\bsuicide\b")
_PLANTED = re.compile(r"\b(?:ied|improvised|mine|landmine|car bomb|roadside|booby|explosive device)")
_GRENADE = re.compile(r"\bgrenade\b")
_DOZENS = re.compile(r"\b(dozens|hundreds|several|many)\b")
_KIND_CODES = {
    "state_force": "state", "government": "state", "joint_force": "state", "rebel": "rebel", "coalition": "rebel",
    "militia": "political_militia", "paramilitary": "political_militia", "unidentified_armed": "political_militia",
    "armed_groups_collective": "political_militia", "civilian": "civilians", "person": "civilians",
    "intl_force": "external",
}  # fmt: skip


def acled(facts: Facts, codebooks: Codebooks) -> Projection:
    """Event type, sub-event type, precisions, interaction and fatalities as ACLED's rules give them.

    Its default of the lowest figure, and of numbers for vague words, belongs to this projection alone.
    """
    sub_type, rule, missing = _sub_type(facts)
    values: dict[str, Any] = {
        "event_type": codebooks.acled_type(sub_type),
        "sub_event_type": sub_type,
        "time_precision": _time_precision(facts.time, codebooks),
        "geo_precision": _geo_precision(facts, codebooks),
        "inter": tuple(_inter(facts, codebooks)),
    }
    figure, why = _fatalities(facts, codebooks)
    values["fatalities"] = figure
    rules = (rule, *([why] if why else []))
    unplaced = tuple(name for name, there in (("day", facts.time), ("place", facts.place)) if there is None)
    stated = (*(f"the {name} is not stated" for name in unplaced), *_unmapped(facts))
    return Projection(codebook="acled", values=values, rule="; ".join(rules), missing=(*missing, *stated))


def _unmapped(facts: Facts) -> tuple[str, ...]:
    return ("the place is on no map",) if facts.place is not None and facts.level is None else ()


def _sub_type(facts: Facts) -> tuple[str, str, tuple[str, ...]]:
    """The sub-event type by ACLED's order of precedence: battles, remote violence, civilians, developments."""
    if facts.acts & _TAKEN and not (facts.acts & _FOUGHT and not facts.acts & {"capture", "retake"}):
        return _taken(facts)
    if facts.acts & _FOUGHT or (facts.acts & {"attack", "besiege"} and _both_armed(facts)):
        return "Armed clash", "armed interaction of organised groups", ()
    if facts.acts & {"air_strike", "shelling"} or _explosive(facts):
        return _remote(facts)
    if facts.acts & {"abduct"} and not facts.acts & {"kill"}:
        return "Abduction/forced disappearance", "abduction without a killing", ()
    if facts.acts & {"attack", "kill", "wound"}:
        return _attack(facts)
    return _development(facts)


def _taken(facts: Facts) -> tuple[str, str, tuple[str, ...]]:
    """Territory changes hands: a battle where fighting is stated, a transfer where it is denied, else open."""
    where = called(facts.place.name) if facts.place else "the place"
    open_fact = (f"whether there was fighting in {where} on that day is not stated",)
    regained = bool(facts.agents) and facts.agents[0].kind in _STATE and not _abroad(facts)
    battle = "Government regains territory" if regained else "Non-state actor overtakes territory"
    if facts.fought is False or (facts.acts & {"transfer"} and not facts.fought):
        return "Non-violent transfer of territory", "the place changed hands and fighting is denied or not told", ()
    if facts.acts & {"capture", "retake"}:
        rule = "the place was taken by force or is claimed to be"
        if facts.fought:
            return battle, rule, ()
        return battle, f"{rule}; without fighting it would be a Non-violent transfer of territory", open_fact
    return "Non-violent transfer of territory", "entry without a stated take-over", open_fact


def _abroad(facts: Facts) -> bool:
    """Whether a state's forces act in another state: ACLED types what these take as what a non-state actor takes."""
    home = facts.agents[0].side or ""
    country = facts.place.country if facts.place else None
    return country is not None and len(home) == len(country) and home.isupper() and home != country


def _both_armed(facts: Facts) -> bool:
    return any(actor.armed for actor in facts.agents) and any(actor.armed for actor in facts.patients)


def _explosive(facts: Facts) -> bool:
    patterns = (_SUICIDE, _PLANTED, _GRENADE)
    return bool(facts.acts & {"attack", "kill"}) and any(pattern.search(facts.words) for pattern in patterns)


def _remote(facts: Facts) -> tuple[str, str, tuple[str, ...]]:
    for pattern, name in (
        (_SUICIDE, "Suicide bomb"),
        (_PLANTED, "Remote explosive/landmine/IED"),
        (_GRENADE, "Grenade"),
    ):
        if pattern.search(facts.words):
            return name, "means named in the text", ()
    if "air_strike" in facts.acts or _DRONE_OR_AIR.search(facts.words):
        return "Air/drone strike", "strike from the air outside a ground battle", ()
    return "Shelling/artillery/missile attack", "fire from a distance", ()


def _attack(facts: Facts) -> tuple[str, str, tuple[str, ...]]:
    if facts.civilian_victims or not any(actor.armed for actor in facts.patients):
        missing = () if facts.civilian_victims else ("whether the victims were civilians is not stated",)
        return "Attack", "violence by an armed actor against people who do not fight back", missing
    return "Armed clash", "an armed group is hit; two sides are assumed", ("who struck is not stated",)


def _development(facts: Facts) -> tuple[str, str, tuple[str, ...]]:
    table = (
        ({"withdraw"}, "Non-violent transfer of territory", ("who holds the place afterwards is not stated",)),
        ({"agree", "talk"}, "Agreement", ()),
        ({"arrest", "surrender"}, "Arrests", ()),
        ({"loot", "burn"}, "Looting/property destruction", ()),
        ({"losses"}, "Disrupted weapons use", ()),
        ({"advance", "begin_offensive", "deploy"}, "Change to group/activity", ()),
        ({"protest"}, "Peaceful protest", ("whether it stayed peaceful is not stated",)),
    )
    for acts, name, missing in table:
        if facts.acts & acts:
            return name, "no violence between groups or against civilians is stated", missing
    return "Other", "no other sub-event type fits", ()


def _time_precision(time: TimeRange | None, codebooks: Codebooks) -> int | None:
    """1 for a day, 2 for a week, 3 for a month; nothing coarser is admitted."""
    if time is None or time.earliest is None or time.latest is None:
        return None
    days = (time.latest - time.earliest).days
    name = "day" if days <= 1 else "week" if days <= 8 else "month" if days <= 31 else None
    return codebooks.code("acled", "time_precision", name) if name else None


def _geo_precision(facts: Facts, codebooks: Codebooks) -> int | None:
    """1 for a town or a part of one, 2 for near a town, 3 for a larger region; no country, and nothing off the map."""
    names = {"place": "place", "near": "near", "adm2": "region", "adm1": "region", "vague": "region", "water": "region"}
    name = names.get(facts.level or "")
    return codebooks.code("acled", "geo_precision", name) if name else None


def _inter(facts: Facts, codebooks: Codebooks) -> list[int]:
    """The interaction digits of the kinds of those who take part, lowest first."""
    names = {_KIND_CODES[actor.kind] for actor in facts.parties if actor.kind in _KIND_CODES}
    return sorted(codebooks.code("acled", "inter", name) for name in names)


def _fatalities(facts: Facts, codebooks: Codebooks) -> tuple[int | None, str | None]:
    """The lowest figure of any voice; else the codebook's number for a vague word; else zero."""
    if facts.killed is not None:
        low, high = facts.killed
        return int(low), "lowest reported figure" if high is None or high != low else None
    vague = _DOZENS.search(facts.words) if facts.acts & {"kill"} else None
    if vague is not None:
        word = vague.group(1)
        if not facts.defaults:
            return None, f"“{word}” is no number"
        return codebooks.code("acled", "vague_numbers", word), f"ACLED's default for “{word}”"
    default = codebooks.code("acled", "vague_numbers", "none_or_unclear")
    return default, "no number of dead is stated: ACLED's default" if "kill" in facts.acts else None

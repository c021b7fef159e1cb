"""An event as UCDP GED would code it, and whether it would at all."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import Any

from dateline.derive.facts import Facts
from dateline.model.derived import Projection
from dateline.model.time import TimeRange
from dateline.reference.codebooks import Codebooks

FORCE = frozenset(
    {"attack", "clash", "air_strike", "shelling", "ambush", "repel", "kill", "wound", "capture", "retake", "burn"}
)


def ucdp(facts: Facts, codebooks: Codebooks) -> Projection:
    """Type of violence, precisions, low, best and high; eligible only with a death, a place, a date, an actor."""
    violence, rule = _violence(facts)
    low, high = facts.killed if facts.killed is not None else (None, None)
    missing = tuple(_missing(facts, low))
    values: dict[str, Any] = {
        "type_of_violence": codebooks.code("ucdp", "type_of_violence", violence) if violence else None,
        "where_prec": _where_precision(facts, codebooks),
        "date_prec": _date_precision(facts.time, codebooks),
        "low": low,
        "best": low if low is not None and low == high else None,
        "high": high,
        "eligible": violence is not None and not missing,
    }
    return Projection(codebook="ucdp", values=values, rule=rule, missing=missing)


def _violence(facts: Facts) -> tuple[str | None, str]:
    """State-based with a state on one side, non-state between groups, one-sided against civilians."""
    sides = {actor.side or actor.id for actor in facts.armed}
    if not facts.acts & FORCE:
        return None, "no use of armed force is stated"
    if not facts.armed:
        return None, "no organised actor is named"
    if facts.civilian_victims and not any(actor.armed for actor in facts.patients):
        return "one_sided", "an organised actor against civilians"
    if facts.states:
        return "state_based", "the armed force of a state takes part"
    if len(sides) > 1:
        return "non_state", "organised groups, none of them a state"
    return None, "the other side is not stated"


def _missing(facts: Facts, low: float | None) -> list[str]:
    missing = []
    if low is None:
        missing.append("no number of deaths in this event is stated")
    elif low < 1:
        missing.append("whether anybody died is disputed")
    if facts.place is None:
        missing.append("the place is not stated")
    elif facts.level is None:
        missing.append("the place is on no map")
    if facts.time is None:
        missing.append("the day is not stated")
    return missing


def _where_precision(facts: Facts, codebooks: Codebooks) -> int | None:
    """1 for an exact place, 2 near one, 3 and 4 for divisions, 5 for what is vague or linear, 6 a country, 7 water."""
    if facts.level is None:
        return None
    return codebooks.code("ucdp", "where_prec", "exact" if facts.level == "place" else facts.level)


def _date_precision(time: TimeRange | None, codebooks: Codebooks) -> int | None:
    """1 for a day, 2 for two to six days, 3 for a week, 4 for a month, 5 for a year; nothing longer has a code."""
    if time is None or time.earliest is None or time.latest is None:
        return None
    days = ceil((time.latest - time.earliest) / timedelta(days=1))
    steps = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (366, "year"))
    name = next((name for limit, name in steps if days <= limit), None)
    return codebooks.code("ucdp", "date_prec", name) if name else None

"""The moments of recorded time that a reader can go back to: when the ledger came to know more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.web.views.words import many

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A value of `known_at`, how it reads, and whether it is the one that holds."""

    value: str
    label: str
    chosen: bool


def moments(recorded: Iterable[datetime], *, chosen: str | None) -> tuple[Moment, ...]:
    """The ends of the minutes in which reports came in, at most MOST of them, evenly thinned; the chosen one stays."""
    minutes = Counter(at.replace(second=0, microsecond=0) for at in recorded)
    ends, known = [], 0
    for minute in sorted(minutes):
        known += minutes[minute]
        ends.append((minute.strftime("%Y-%m-%dT%H:%M:59.999999Z"), minute, known))
    if len(ends) > MOST:
        ends = [ends[number * (len(ends) - 1) // (MOST - 1)] for number in range(MOST)]
    made = [
        Moment(value=value, label=f"{minute:%Y-%m-%d %H:%M} UTC – {many(count, 'report')}", chosen=value == chosen)
        for value, minute, count in ends
    ]
    if chosen and not any(one.chosen for one in made):
        made.append(Moment(value=chosen, label=chosen, chosen=True))
    return tuple(made)

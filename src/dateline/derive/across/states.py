"""Control observations as states of one voice: when they begin, how old the word is, what they can end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from dateline.derive.across.dossier import NEWS_DAYS, Dossier
from dateline.derive.across.origins import origin_of, origin_of_voice
from dateline.model.exclusion import ALL_OF_IT
from dateline.model.ledger import LedgerClaim, LedgerControl
from dateline.model.vocabulary import Fluent

NO_TRANSITION = frozenset({"state", "explicit_unknown", "no_statement", "assessment", "estimate", "hold"})
"""Ways of knowing that observe a state and do not tell of a change."""
ENDS: Mapping[Fluent, Mapping[Fluent, str]] = MappingProxyType(
    {
        "held": MappingProxyType(
            {
                "held": "other", "present": "other", "contested": "any", "besieged": "any", "leaving": "other",
                "vacated": "same", "not_held": "same", "not_present": "same", "unknown": "any",
            }
        ),
        "present": MappingProxyType({"vacated": "same", "not_present": "same"}),
        "vacated": MappingProxyType({"held": "same", "present": "same", "leaving": "same", "contested": "same"}),
        "contested": MappingProxyType({"held": "any"}),
        "leaving": MappingProxyType({}),
        "besieged": MappingProxyType({}),
    }
)  # fmt: skip
"""Which fluents a transition into a fluent ends: of `same` side, of the `other` side, or of `any`.

Entering is not control and ends no hold; a siege ends none; a fight in the place ends exclusive hold.
"""

_PART = re.compile(
    r"\b(?:part|parts|half|quarters?|districts?|neighbou?rhoods?|suburbs?|outskirts|areas?|sections?|streets?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One control observation with its instants; `start` and `end` None where nobody tells.

    `word` is the instant that the voice's word is of: the start of a transition, the telling of an observation.
    `partial` says that the words speak of a part of the place only ("the rebel-held quarters of the city").
    `total` that they speak of all of it ("full control of the district"). `earliest` is the first instant at which an undated transition can have happened, `out` the first at which its
    report can have been published.
    """

    row: LedgerControl
    origin: str
    start: datetime | None
    end: datetime | None
    word: datetime | None
    told: datetime | None
    earliest: datetime | None
    out: datetime | None
    transition: bool
    background: bool
    partial: bool
    against_interest: bool
    total: bool = False


def states_of(dossier: Dossier, *, closed: frozenset[str]) -> Iterator[State]:
    """The states that stand: what is retracted, or rests on closed claims alone, is out."""
    for row in sorted(dossier.holdings.control, key=lambda r: r.id):
        withdrawn = bool(row.claims) and all(name in closed for name in row.claims)
        if row.modality != "retracted" and not withdrawn:
            yield _state(dossier, row)


def _state(dossier: Dossier, row: LedgerControl) -> State:
    claims = [dossier.claims[name] for name in row.claims if name in dossier.claims]
    start, end = (row.valid.earliest, row.valid.latest) if row.valid else (None, None)
    told = dossier.told_on(row.report)
    begins = row.via not in NO_TRANSITION and row.modality not in ("denied", "unknown")
    background = bool(claims) and all(c.temporal_status in ("background", "historical") for c in claims)
    published = dossier.published(row.report)
    news = told - timedelta(days=NEWS_DAYS) if told else None
    return State(
        row=row,
        origin=_origin(dossier, row, claims),
        start=start,
        end=end,
        word=_word(start, told, begins=begins, background=background, news=news),
        told=told,
        earliest=start if start is not None else None if background else news,
        out=published.earliest or told if published else None,
        transition=begins,
        background=background,
        partial=bool(claims) and all(_PART.search(claim.quote) for claim in claims),
        against_interest=any(c.interest == "against_interest" for c in claims),
        total=any(ALL_OF_IT.search(claim.quote) for claim in claims),
    )


def _word(
    start: datetime | None, told: datetime | None, *, begins: bool, background: bool, news: datetime | None
) -> datetime | None:
    """A change is of its day; an observation of the day it is told; background is what was before the news."""
    if begins and start is not None:
        return start
    if background:
        return max((t for t in (start, news) if t is not None), default=None)
    return max((t for t in (start, told) if t is not None), default=None)


def _origin(dossier: Dossier, row: LedgerControl, claims: list[LedgerClaim]) -> str:
    if claims:
        return origin_of(dossier, claims[0])
    return origin_of_voice(dossier, row.believer, report=row.report, narrated=False)


def begun(state: State, day: date | None) -> bool:
    """Whether a state may have begun by the end of a day.

    Without a day a state is known from its telling on; a denial ("they never left") also of the days of the news.
    """
    first = state.start or (None if state.end is not None else state.out)
    if first is None or day is None:
        return True
    if state.start is None and state.row.modality == "denied":
        first -= timedelta(days=NEWS_DAYS)
    return first.date() <= day


def over(state: State, day: date | None) -> bool:
    """Whether the voice itself says that the state had ended before the day."""
    if state.end is None or day is None:
        return state.end is not None and day is None
    return state.end <= datetime(day.year, day.month, day.day)


def ends(dossier: Dossier, later: State, earlier: State) -> bool:
    """Whether a transition that some voice reports ends an older state of the place.

    Older means: the earlier word is of an instant before the transition (before anything it can be of, where its day
    is not told). A word told afterwards that says otherwise is no stale word, it is a contradiction.
    """
    if not later.transition or later is earlier or later.earliest is None:
        return False
    if earlier.word is None or not _before(earlier, later):
        return False
    rule = ENDS.get(later.row.fluent, {}).get(earlier.row.fluent)
    if rule is None:
        return False
    return rule == "any" or _concerns(dossier, later, earlier, rule)


def _before(earlier: State, later: State) -> bool:
    if earlier.word is None or later.earliest is None:
        return False
    if earlier.word < later.earliest:
        return True
    return earlier.background and later.start is not None and earlier.word <= later.start


def _concerns(dossier: Dossier, later: State, earlier: State, rule: str) -> bool:
    if not later.row.actors or not earlier.row.actors:
        return rule == "other" and later.row.fluent == "held"
    shared = any(dossier.same_side(a, b) for a in later.row.actors for b in earlier.row.actors)
    return shared if rule == "same" else not shared


def supersedes(later: State, earlier: State) -> bool:
    """Whether one origin's word gives way to its own later word about the same place; silence takes nothing back."""
    if (
        later is earlier
        or later.row.fluent == "unknown"
        or later.origin != earlier.origin
        or later.row.report == earlier.row.report
    ):
        return False
    if later.row.believer != earlier.row.believer and later.row.fluent != earlier.row.fluent:
        return False
    return later.word is not None and earlier.word is not None and later.word > earlier.word and not later.background

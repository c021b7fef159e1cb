"""What many reports together tell: events, count series, origins and who holds what; derived, never the truth.

Ids are content ids of what was derived from, so that a rebuild of the same holdings writes the same rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.record import Reason
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Fluent, Severity

Answer = Literal["same", "unsure", "different"]
PointState = Literal["live", "superseded", "part", "copy", "closed"]
Status = Literal["unknown", "uncontradicted", "agreed", "one_sided", "disputed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Whether two claims tell of one event, with every feature that says so; `one` is the smaller id.

    `judged` is the id of the judgement that decided, None where the score did.
    """

    one: str
    other: str
    answer: Answer
    score: float
    reasons: tuple[Reason, ...]
    judged: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPoint:
    """One figure of one claim. `state` says whether it counts: `live`, `superseded` by a later word of the same
    origin, `part` of a larger figure ("including three children"), `copy` of an earlier text, `closed` by a correction.
    """

    claim: str
    believer: str
    origin: str
    as_of: date | None
    low: float | None
    high: float | None
    words: str
    state: PointState

    @property
    def bounded(self) -> bool:
        """Whether the words state a number at all, be it a highest one alone ("up to 40"); vague words state none."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSeries:
    """What is counted of one side in one event, by all voices; None where only vague words are given, never zero.

    `best` is the figure of most origins, of the latest day among equals; None where that does not decide.
    `side` is a side or actor id of those counted, None where the words do not say.
    """

    measure: str
    side: str | None
    low: float | None
    best: float | None
    high: float | None
    points: tuple[CountPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many of one measure in one event, on all sides together; None where no voice gives a figure.

    A highest number without a lowest one is a bound ("up to 40", "fewer than five"). `words` are the vague words
    ("hundreds") where nobody gives a lowest number, `manner` is then how the highest is bounded; else it is "about" where
    every figure is approximate, "by voice" where voices give different ones, or empty.
    """

    low: float | None = None
    best: float | None = None
    high: float | None = None
    words: tuple[str, ...] = ()
    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossEvent:
    """What claims of several reports tell of; every codeable claim is in exactly one.

    `joined` are the comparisons that put claims of different reports together, `unsure` those that did not
    suffice: their other end lies in another event. `denials` say why each claim of `denied_by` is of this event: `one` is
    that claim, `other` the claim that stands for what it denies. `origins` are the independent ends of the chains. `closed` are the
    claims among `claims` that a correction has withdrawn. `leading` are those that tell of what names the event, and not
    only of its dead or of the fighting for it: `status` is theirs, disputed, reported_as_fact, admitted, claimed,
    reported or retracted.
    """

    id: str
    label: str
    act: str
    family: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    days: TimeRange | None
    place: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    actors: tuple[str, ...]
    claimed_by: tuple[str, ...]
    origins: tuple[str, ...]
    status: str
    counts: tuple[CountSeries, ...] = ()
    joined: tuple[Comparison, ...] = ()
    unsure: tuple[Comparison, ...] = ()
    denied_by: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    denials: tuple[Comparison, ...] = ()
    leading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A claim that a later correction of the same publisher withdraws; `replaced_by` is what it says instead."""

    claim: str
    by_report: str
    by_claim: str | None
    replaced_by: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recycling:
    """A report that repeats an earlier one's words; `share` of its shingles are found in `original`."""

    report: str
    original: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """Two reports of different publishers that tell of one day and division; `differs` names what they tell apart:
    actor, place, date, cause, casualties.
    """

    one: str
    other: str
    day: date
    division: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BelieverState:
    """What one voice says of who holds the place at the row's day.

    `live` until some voice reports a transition that ends it; then `ended_by` is that control row's id. `word` is the
    day the voice's word is of, `age_days` how old it is at the row's day (None where either day is unknown). `place`
    differs from the row's place where only a part of it with a name is spoken of; `partial` where the words are of a
    part that has none ("the rebel-held half of the town").
    """

    control: str
    report: str
    believer: str
    origin: str
    place: str
    fluent: Fluent
    actors: tuple[str, ...]
    valid: TimeRange | None
    word: date | None
    age_days: int | None
    via: str
    modality: str
    against_interest: bool
    claims: tuple[str, ...]
    live: bool = True
    ended_by: str | None = None
    partial: bool = False

    @property
    def words(self) -> str:
        """The state as "held(act:x)"."""
        return f"{self.fluent}({','.join(self.actors)})" if self.actors else self.fluent


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """All voices' states of one place side by side: nobody is picked. `as_of` None: all that is known.

    `origins` are the independent ends of the chains behind the live states.
    """

    place: str
    as_of: date | None
    status: Status
    origins: tuple[str, ...]
    states: tuple[BelieverState, ...]
    conflicts: tuple[tuple[str, str], ...] = ()
    summary: str = ""

    @property
    def live(self) -> tuple[BelieverState, ...]:
        """The states that nothing has ended."""
        return tuple(state for state in self.states if state.live)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Whom a named view takes for the holder, by its printed rule; `holder` empty where the rule decides nothing."""

    place: str
    view: str
    holder: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossFinding:
    """A contradiction or dependence between reports; `code` and `type` are those of the documented findings."""

    id: str
    code: str
    type: str
    severity: Severity
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    explanation: str
    place: str | None = None
    event: str | None = None

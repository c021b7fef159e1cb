"""What ledger commands show, as flat rows: the voice first, the words, then what was made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.desk.names import Names
from dateline.export.visible import one_line
from dateline.export.vocabulary import (
    act_word,
    manner_word,
    measure_word,
    status_word,
    time_word,
    via_word,
)
from dateline.export.wording import when
from dateline.model.across import AcrossEvent, CountSeries
from dateline.model.ledger import LedgerClaim
from dateline.model.time import TimeRange
from dateline.model.totals import figure_words, plain_number, series_total
from dateline.model.vocabulary import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim to show; days are ISO 8601 or None, `earliest` and `latest` the first and last day."""

    id: str
    according_to: str
    quote: str
    act: str
    modality: str
    polarity: str
    temporal_status: str
    codeable: bool
    earliest: str | None
    latest: str | None
    when: str
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    roles: Mapping[str, tuple[str, ...]]
    counts: tuple[str, ...]
    voices: tuple[str, ...]
    report: str
    recorded: str

    @property
    def sentence(self) -> str:
        """The claim as a sentence, the voice first."""
        return f"{self.according_to}: “{self.quote}”"

    @property
    def facts(self) -> str:
        """Act, manner, time and place on one line, in plain words."""
        denied = self.modality == "denied" or self.polarity != "negative"
        negative = () if denied else ("negated",)
        time = () if self.temporal_status == "current" else (time_word(self.temporal_status),)
        place = (self.place,) if self.place else ()
        return " · ".join((act_word(self.act), manner_word(self.modality), *negative, *time, *place, self.when))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event to show: who tells of it comes first, and who denies it; counts as low, best and high."""

    id: str
    according_to: str
    label: str
    status: str
    act: str
    earliest: str | None
    latest: str | None
    when: str
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    actors: tuple[str, ...]
    counts: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: int
    claims: tuple[str, ...]
    reports: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The event as a sentence, the voices first."""
        return f"{self.according_to}: {self.label}"

    @property
    def facts(self) -> str:
        """Status, time, counts and how many origins on one line, in plain words."""
        denied = (f"denied by {', '.join(self.denied_by)}",) if self.denied_by else ()
        origins = f"{self.origins} independent origin{'s' if self.origins != 1 else ''}"
        reports = f"{len(self.reports)} report{'s' if len(self.reports) != 1 else ''}"
        return " · ".join((status_word(self.status), *denied, self.when, *self.counts, origins, reports))


def claim_line(claim: LedgerClaim, names: Names) -> ClaimLine:
    """A claim as it is shown."""
    earliest, latest = _days(claim.days)
    return ClaimLine(
        id=claim.id,
        according_to=names.according_to(claim.chain),
        quote=one_line(claim.quote),
        act=claim.act,
        modality=claim.modality,
        polarity=claim.polarity,
        temporal_status=claim.temporal_status,
        codeable=claim.codeable,
        earliest=earliest,
        latest=latest,
        when=when(claim.days),
        place=names.of(claim.place) if claim.place else None,
        place_id=claim.place,
        lat=claim.lat,
        lon=claim.lon,
        roles={role: tuple(map(names.of, keys)) for role, keys in claim.roles.items()},
        counts=tuple(one_line(count.words) for count in claim.counts),
        voices=tuple(map(names.of, claim.chain)),
        report=claim.report,
        recorded=claim.recorded.at.isoformat(),
    )


def event_line(event: AcrossEvent, names: Names, believers: Mapping[str, str]) -> EventLine:
    """An event as it is shown; `believers` gives the innermost voice of every claim that leads or denies one.

    Who only tells of its dead or of the fighting for it, or denies it, does not tell of the event itself.
    """
    earliest, latest = _days(event.days)
    denying = dict.fromkeys(names.voice(believers[claim]) for claim in event.denied_by if claim in believers)
    telling = dict.fromkeys(names.voice(believers[claim]) for claim in event.leading if claim in believers)
    return EventLine(
        id=event.id,
        according_to=f"According to {' and '.join([voice for voice in telling if voice not in denying] or telling)}",
        label=one_line(event.label),
        status=event.status,
        act=event.act,
        earliest=earliest,
        latest=latest,
        when=when(event.days),
        place=names.of(event.place) if event.place else None,
        place_id=event.place,
        lat=event.lat,
        lon=event.lon,
        actors=tuple(map(names.of, event.actors)),
        counts=tuple(_counts(event, names)),
        denied_by=tuple(denying),
        origins=len(event.origins),
        claims=event.claims,
        reports=event.reports,
    )


def _counts(event: AcrossEvent, names: Names) -> Iterator[str]:
    for series in event.counts:
        side = f" ({side_name(event, series.side, names)})" if series.side else ""
        yield f"{measure_word(series.measure)}{side}: {_figure(series)}"


def side_name(event: AcrossEvent, side: str, names: Names) -> str:
    """Whose dead are counted: a party by its name, a state's side by the body of it that the event names."""
    if ":" in side:
        return names.of(side)
    bodies = (actor for actor in event.actors if (known := names.entities.get(actor)) and known.side == side)
    return next(map(names.of, bodies), side)


def _figure(series: CountSeries) -> str:
    """The figure and its range; the words of those who gave no number, or only a highest one."""
    if series.low is None:
        said = dict.fromkeys(one_line(point.words) for point in series.points)
        return " / ".join(f"“{words}”" for words in said)
    best = f", best {plain_number(series.best)}" if series.best is not None and series.low != series.high else ""
    return f"{figure_words(series_total(series))}{best}"


def _days(days: TimeRange | None) -> tuple[str | None, str | None]:
    first, last = (days.first_day, days.last_day) if days else (None, None)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLine:
    """What one voice says of who holds a place; `status` and `origins` are of all voices on the place together.

    `word` is the day the voice's word is of, `age_days` how old it is on the day asked for. `live` until some voice
    reports what ends it: `ended_by` says who and what. `picked` is whom the view takes for the holder. `around` is the
    place that was asked for, where the word is of a division that it lies in. `partial`: the words are of a part of the
    place that has no name of its own.
    """

    place: str
    place_id: str
    status: str
    origins: int
    according_to: str
    says: str
    of: str
    when: str
    word: str | None
    age_days: int | None
    live: bool
    ended_by: str
    via: str
    modality: str
    against_interest: bool
    view: str
    picked: str
    claims: tuple[str, ...]
    report: str
    control: str
    fluent: str = ""
    around: str = ""
    partial: bool = False

    @property
    def sentence(self) -> str:
        """The state as a sentence, the voice first; a party that is silent holds no view that could be told."""
        part = f", where {self.around} lies" if self.around else " (a part of it)" if self.partial else ""
        part = f" ({self.of} only)" if self.of != self.place else part
        if self.via == "no_statement":
            return f"{self.according_to.replace('According to', 'No word from', 1)} on {self.place}{part}"
        return f"{self.according_to}: {self.place}{part} – {self.says}"

    @property
    def facts(self) -> str:
        """How, when, how old the word is and whether it still stands, on one line."""
        age = f", {_days_old(self.age_days)}" if self.age_days is not None else ""
        word = f"word of {self.word}{age}" if self.word else "day of the word not known"
        against = ("against the speaker's interest",) if self.against_interest else ()
        over = f"no longer stands: ended by {self.ended_by}" if self.ended_by else "over by then"
        stands = "no later word ends it" if self.live else over
        return " · ".join((f"{via_word(self.via)} ({manner_word(self.modality)})", self.when, word, *against, stands))


def _days_old(days: int) -> str:
    if days < 0:
        return "of a later day"
    return f"{days} day{'s' if days != 1 else ''} old"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding across reports or within one (`scope`), as a linter prints it; line and column from 1, 0 where it is about
    no words. `words` are those of the report that a finding within it is about.
    """

    id: str
    code: str
    type: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    report: str
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    place: str | None
    event: str | None
    scope: Literal["within", "across"] = "across"
    words: str = ""

    @property
    def where(self) -> str:
        """File, line and column."""
        return f"{one_line(self.file)}:{self.line}:{self.column}" if self.line else one_line(self.file)

"""What we made of it: mentions, readings, attributions, claims, events, control, findings, and the record.

Everything here is a frozen value; ids within one record are short (`m1`, `c7`), stable for the same text,
and the record's own id is a hash of its content.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from dateline.model.derived import ControlState, Event, Finding, Merge, NotEvent, Unknown
from dateline.model.proposal import Proposed
from dateline.model.relevance import Relevance
from dateline.model.signs import Sign
from dateline.model.span import Span
from dateline.model.text import Parse, Report
from dateline.model.time import TimeRange
from dateline.model.vocabulary import (
    SILENT_STANCES,
    ClaimKind,
    Factuality,
    Form,
    Interest,
    MentionKind,
    Modality,
    Mode,
    Polarity,
    TemporalStatus,
)
from dateline.model.world import Actor, ActorKind, LegalReference, Place, Quantity, TimeValue, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name something; what they name is a Reading's business.

    `marker` names the function that proposed it; `head` is the token index of its head, `sentence` the index
    of its sentence (None in the frame of the text). Two mentions of one report never share a code point.
    """

    id: str
    span: Span
    kind: MentionKind
    form: Form
    marker: str
    head: int
    sentence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One small named feature with its weight, and why in words."""

    name: str
    weight: float
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One thing that a mention may mean; all are kept, best first (`rank` 1). `value` None: an explicit no match."""

    mention: str
    value: Value | None
    score: float
    rank: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why we believe something about the report: a kind, the words, and an explanation."""

    kind: str
    span: Span | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When the report was published: stated, or bounded by evidence in the text, never invented.

    `best` is the narrowest range that the evidence supports (None when it supports none).
    """

    range: TimeRange
    stated: bool
    best: TimeRange | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The mentions of a report with all their readings, the entities found, when it was published, and what
    days it tells about (`window`, days that the news covers; None when the text gives no day).

    `publisher` is the actor with whom every chain of voices begins, `published_by` the sign that tells so (None where the
    user names it, or nothing does).
    """

    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]
    publisher: Actor
    publication: Publication
    window: TimeRange | None = None
    published_by: Sign | None = None

    @cached_property
    def _best(self) -> Mapping[str, Value | None]:
        return MappingProxyType({r.mention: r.value for r in reversed(self.readings) if r.rank == 1})

    @cached_property
    def _actors(self) -> Mapping[str, Actor]:
        best = {r.mention: r.value for r in self.readings if r.rank == 1 and isinstance(r.value, Actor)}
        return MappingProxyType(best)

    @cached_property
    def _by_id(self) -> Mapping[str, Mention]:
        return MappingProxyType({m.id: m for m in self.mentions})

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def mention(self, mention: str) -> Mention:
        """The mention with this id; raises KeyError for an unknown one."""
        return self._by_id[mention]

    def value(self, mention: str | None) -> Value | None:
        """The best reading's value, None when there is no reading; of counted people the number."""
        return self._best.get(mention) if mention else None

    def actor(self, mention: str | None) -> Actor | None:
        """The actor that the mention means, if it means one: of "three soldiers" the army."""
        return self._actors.get(mention) if mention else None

    def place(self, mention: str | None) -> Place | None:
        """The place that the mention means, if it means one."""
        value = self.value(mention)
        return value if isinstance(value, Place) else None

    def time(self, mention: str | None) -> TimeValue | None:
        """The time that the mention means, if it means one."""
        value = self.value(mention)
        return value if isinstance(value, TimeValue) else None

    def quantity(self, mention: str | None) -> Quantity | None:
        """The quantity that the mention means, if it means one."""
        value = self.value(mention)
        return value if isinstance(value, Quantity) else None

    def legal(self, mention: str | None) -> LegalReference | None:
        """The legal text that the mention means, if it means one."""
        value = self.value(mention)
        return value if isinstance(value, LegalReference) else None

    def within(self, start: int, end: int, *kinds: MentionKind) -> list[Mention]:
        """The mentions that lie wholly in [start, end), of all kinds or of those given, in text order."""
        inside = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [m for m in inside if m.span.end <= end and (not kinds or m.kind in kinds)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One voice that answers for some words: source, cue, content.

    `source` are the words that name the voice (empty when it is only understood), `mention` the mention that
    reads them, `contents` the words it answers for, `verb` the cue's lemma, `stance` what the cue does with
    its content (`say`, `claim`, `deny`, `confirm`, `order`, `threaten`, `call_for`, `expect`, `fear`, `plan`,
    `withhold` for "declined to say", `doubt` …), `inside` the id of the attribution that this one lies in. `phrase` is
    the cue with the verbs that lead on to it and the occasion ("went on to say in a statement"), `named` the earlier words
    that say who a pronoun in `source` is, where no mention reads them.
    """

    id: str
    mode: Mode
    stance: str
    verb: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    contents: tuple[Span, ...]
    mention: str | None = None
    inside: str | None = None
    quoted: bool = False
    phrase: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether the voice vouches for its content; else the words only tell of its wishes, acts or silence."""
        return self.stance not in SILENT_STANCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks (the marks are not part of the span)."""

    id: str
    span: Span
    attribution: str | None = None
    channel: str | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a chain: who (an actor id), how, and the words that say so."""

    holder: str
    mode: Mode
    cue: Span | None = None
    source: Span | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stretch of words, an act with its roles, a chain of voices, a modality and a polarity.

    `roles` maps a role (agent, patient, place, origin, destination, quantity, target, instrument, recipient,
    figure, ground, direction …) to mention ids; `time` and `place` are mention ids too. `bases` says for an
    inferred role what it rests on. `denies` is the id of the claim that this one denies or retracts.
    `codeable` is true only for positive, current, actually happened acts of a conflict; else `why` says why not.
    """

    id: str
    sentence: str
    spans: tuple[Span, ...]
    predicate: str
    act: str
    kind: ClaimKind
    voices: tuple[Voice, ...]
    modality: Modality
    polarity: Polarity
    temporal_status: TemporalStatus
    factuality: Mapping[str, Factuality]
    codeable: bool
    why: str | None
    interest: Interest
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    bases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hedges: tuple[Span, ...] = ()
    time: str | None = None
    place: str | None = None
    denies: str | None = None
    extractor: str = "rules"

    @property
    def read_from_words(self) -> bool:
        """Whether no rule names its act, so that it begins no state of control."""
        return "words" in self.extractor.split("+")

    @property
    def chain(self) -> tuple[str, ...]:
        """The actor ids of the chain, publisher first."""
        return tuple(voice.holder for voice in self.voices)

    @property
    def believer(self) -> str:
        """The innermost voice: whose word this is."""
        return self.voices[-1].holder


def _unread_voice(voice: Voice) -> Actor:
    """A voice that no mention reads: unnamed, or named only by the words of its cue."""
    hearsay = voice.cue is not None and "report" in voice.cue.quote.lower()
    name = voice.source.quote if voice.source else "unnamed reports" if hearsay else "unnamed source"
    kind: ActorKind = "anonymous_source" if voice.holder.startswith("anon:") else "organisation"
    return Actor(id=voice.holder, name=name, kind=kind, provisional=True)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One report as far as the stages have come: what checks and derivations look at."""

    parse: Parse
    resolution: Resolution
    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_events: tuple[NotEvent, ...] = ()
    events: tuple[Event, ...] = ()
    control: tuple[ControlState, ...] = ()

    @property
    def report(self) -> Report:
        """The report that all this is about."""
        return self.parse.report

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return MappingProxyType({claim.id: claim for claim in self.claims})

    @cached_property
    def claims_by_sentence(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of every sentence that has some, in text order, by its id."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence, []).append(claim)
        return MappingProxyType({sentence: tuple(claims) for sentence, claims in found.items()})

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Where quotations begin, in order, and how far the longest reaches that has begun by then."""
        spans = sorted((quote.span.start, quote.span.end) for quote in self.quotes)
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def in_quotes(self, span: Span) -> bool:
        """Whether words stand inside a quotation."""
        starts, reach = self._quoted
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= reach[before - 1]

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor that a mention's best reading means, that speaks in a chain, and the publisher, by id."""
        found = {self.resolution.publisher.id: self.resolution.publisher}
        for reading in self.resolution.readings:
            if reading.rank == 1 and isinstance(reading.value, Actor):
                found.setdefault(reading.value.id, reading.value)
        for claim in self.claims:
            for voice in claim.voices:
                if voice.holder not in found:
                    found[voice.holder] = _unread_voice(voice)
        return MappingProxyType(found)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every place that some mention's best reading means, and every one that only a state is about, by id."""
        found: dict[str, Place] = {row.where.id: row.where for row in self.control if row.where is not None}
        for reading in self.resolution.readings:
            if reading.rank == 1 and isinstance(reading.value, Place):
                found.setdefault(reading.value.id, reading.value)
        return MappingProxyType(found)


@dataclass(frozen=True, kw_only=True)
class Record:
    """The auditable record of one report.

    `gate` is what the first look found, None when nobody asked for one; a report that it turned away was not read.
    `reader` names the edition of the rules and the parser that read it.
    """

    case: Case
    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    merges: tuple[Merge, ...] = ()
    extractor: str = "rules"
    gate: Relevance | None = None
    proposed: Proposed | None = None
    reader: str = ""

    @property
    def report(self) -> Report:
        """The report that was read."""
        return self.case.report

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in text order."""
        return self.case.claims

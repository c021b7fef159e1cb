"""A record made by hand: nesting, crossing and hostile spans without a parser."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import Any

from dateline.model.derived import ControlState, Finding, Merge, NotEvent, Repair, Unknown
from dateline.model.frame import Frame
from dateline.model.record import Case, Claim, Mention, Publication, Reading, Record, Resolution, Voice
from dateline.model.span import Span
from dateline.model.text import Parse, Report, Sentence
from dateline.model.time import TimeRange
from dateline.model.vocabulary import MentionKind, Modality
from dateline.model.world import Actor, Place, TimeValue, Value

TEXT = (
    "Vesna Wire – The 4th Brigade entered Orlovac on Monday, 6 May, the army said. 🚒\n"
    "Rebels, whom it calls “bandits”, denied it: “<b>We</b> never left & never will.”\n"
    "Nobody said how many had died."
)
WIRE = Actor(id="src:vesna-wire", name="Vesna Wire", kind="media")
ARMY = Actor(id="act:army", name="Land Army", kind="state_force")
REBELS = Actor(id="act:rebels", name="Rebels", kind="rebel", provisional=True)
TOWN = Place(id="report:orlovac", name="Orlovac", kind="town")
DAY = TimeRange.day(date(2024, 5, 6))


def sample(text: str = TEXT, name: str = "sample.txt") -> Record:
    """The record of TEXT, or of a text that holds the same words among others."""
    report = Report.of(text, name=name)

    def span(words: str) -> Span:
        start = text.index(words)
        return report.span(start, start + len(words))

    mentions = _mentions(span)
    case = Case(
        parse=Parse(report=report, sentences=_sentences(report), tokens=(), frame=Frame()),
        resolution=Resolution(
            mentions=tuple(mention for mention, _ in mentions),
            readings=tuple(Reading(mention=m.id, value=v, score=1.0, rank=1) for m, v in mentions),
            publisher=WIRE,
            publication=Publication(range=TimeRange.days(None, None), stated=False, best=DAY),
        ),
        claims=_claims(span),
        not_events=(NotEvent(id="x1", spans=(span("never will"),), reason="evaluation", explanation="no event"),),
        control=_control(),
    )
    return Record(
        case=case,
        findings=_findings(span),
        unknowns=(Unknown(id="U01", what="number of dead", status="explicitly_absent", spans=(span("Nobody said"),)),),
        merges=(
            Merge(place=TOWN.id, at="2024-05-06", by_believer={}, status="disputed", origins=2, summary="two say"),
        ),
    )


def _sentences(report: Report) -> tuple[Sentence, ...]:
    """A sentence a line, the first without the agency's name."""
    stretches = [match.span() for match in re.finditer(r"(?<=– ).+|(?<=\n).+", report.text)]
    return tuple(
        Sentence(id=f"s{i + 1}", index=i, span=report.span(start, end), first=0, last=0, root=0)
        for i, (start, end) in enumerate(stretches)
    )


def _mentions(span: Any) -> list[tuple[Mention, Value]]:
    def mention(number: int, words: str, kind: MentionKind, value: Value) -> tuple[Mention, Value]:
        form = "nominal" if words == "the army" else "name"
        made = Mention(id=f"m{number}", span=span(words), kind=kind, form=form, marker="test", head=0, sentence=0)  # type: ignore[arg-type]
        return made, value

    return [
        mention(1, "4th Brigade", "actor", ARMY),
        mention(2, "Orlovac", "place", TOWN),
        mention(3, "Monday, 6 May", "time", TimeValue(range=DAY, kind="date")),
        mention(4, "the army", "actor", ARMY),
        mention(5, "Rebels", "actor", REBELS),
    ]


def _claims(span: Any) -> tuple[Claim, ...]:
    narrator = Voice(holder=WIRE.id, mode="narrator")
    army = Voice(holder=ARMY.id, mode="indirect", source=span("the army"), mention="m4")
    rebels = Voice(holder=REBELS.id, mode="direct_quote", source=span("Rebels"), mention="m5")
    entered = span("The 4th Brigade entered Orlovac on Monday, 6 May")
    return (
        _claim("c1", entered, (narrator, army), "attributed", None),
        _claim("c2", span("entered Orlovac on Monday, 6 May, the army said"), (narrator,), "asserted", "a statement"),
        _claim("c3", span("<b>We</b> never left"), (narrator, rebels), "denied", "a denial"),
    )


def _claim(number: str, words: Span, voices: tuple[Voice, ...], modality: Modality, why: str | None) -> Claim:
    return Claim(
        id=number,
        sentence="s1",
        spans=(words,),
        predicate="enter",
        act="enter",
        kind="event",
        voices=voices,
        modality=modality,
        polarity="negative" if modality == "denied" else "positive",
        temporal_status="current",
        factuality=MappingProxyType({voices[-1].holder: "CT+"}),
        codeable=why is None,
        why=why,
        interest="neutral",
        roles=MappingProxyType({"agent": ("m1",), "place": ("m2",)}),
        time="m3",
        place="m2",
    )


def _control() -> tuple[ControlState, ...]:
    def state(number: int, believer: Actor, actor: Actor, fluent: Any) -> ControlState:
        return ControlState(
            id=f"k{number}",
            believer=believer.id,
            place=TOWN.id,
            fluent=fluent,
            actors=(actor.id,),
            valid=DAY,
            via="enter",
            modality="attributed",
            claims=(f"c{number}",),
        )

    return state(1, ARMY, ARMY, "present"), state(3, REBELS, REBELS, "held")


def _findings(span: Any) -> tuple[Finding, ...]:
    crossing = Finding(
        id="F01",
        code="W101",
        type="weekday_date_mismatch",
        severity="error",
        spans=(span("6 May, the army"),),
        claims=("c1",),
        explanation="6 May 2023 was a Saturday, not a Monday.",
        computation={"check": "weekday", "date": "2023-05-06", "actual_weekday": "Saturday"},
        repairs=(Repair(rank=1, edit={}, result="Saturday, 6 May"),),
    )
    whole = Finding(
        id="F02",
        code="M301",
        type="missing_party",
        severity="info",
        spans=(),
        claims=(),
        explanation="One side alone.",
    )
    return crossing, whole

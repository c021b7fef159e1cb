"""Small cases for tests: a text, who and what its words mean, and the claims that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.derive import derive_control, derive_events
from dateline.model.frame import Frame
from dateline.model.record import Case, Claim, Mention, Publication, Reading, Resolution, Voice
from dateline.model.span import Span
from dateline.model.text import Parse, Report, Sentence
from dateline.model.time import TimeRange
from dateline.model.vocabulary import MentionKind
from dateline.model.world import Actor, Place, Quantity, TimeValue, Value
from dateline.reference.codebooks import load_codebooks

NARRATOR = Actor(id="src:wire", name="Wire", kind="media")
ARMY = Actor(id="act:army", name="Northland Army", kind="state_force", side="NL")
REBELS = Actor(id="act:front", name="Harvest Front", kind="rebel", side="act:front")
MEMBER = Actor(id="act:brigade", name="River Brigade", kind="rebel", side="act:front", includes=())
RESIDENTS = Actor(id="anon:residents", name="residents", kind="anonymous_source")
TOWN = Place(id="report:oakford", name="Oakford", kind="town", country="NL", lat=10.0, lon=10.0)
SUBURB = Place(id="report:east-oakford", name="East Oakford", kind="part", country="NL", part_of=TOWN.id)


def day(number: int) -> TimeValue:
    """A day of March 2024."""
    return TimeValue(range=TimeRange.day(date(2024, 3, number)), kind="date")


def count(number: float, measure: str = "killed", **extra: Any) -> Quantity:
    """An exact number."""
    return Quantity(measure=measure, unit="people", exact=number, low=number, high=number, **extra)


class CaseOf:
    """Collects the readings and claims of one text; every quote is looked up in it."""

    def __init__(self, text: str) -> None:
        self.report = Report.of(text)
        self.mentions: list[Mention] = []
        self.readings: list[Reading] = []
        self.claims: list[Claim] = []
        self.sentences = self._split()

    def _split(self) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        start = 0
        for piece in self.report.text.split(". "):
            end = min(start + len(piece) + 1, len(self.report.text))
            span = self.report.span(start, end)
            found.append(Sentence(id=f"s{len(found) + 1}", index=len(found), span=span, first=0, last=0, root=0))
            start = end + 1
        return tuple(found)

    def span(self, quote: str) -> Span:
        """Where the quote stands first."""
        start = self.report.text.index(quote)
        return self.report.span(start, start + len(quote))

    def means(self, quote: str, value: Value) -> str:
        """The id of the mention of these words, with its one reading."""
        span = self.span(quote)
        name = f"m{len(self.mentions) + 1}"
        kinds: list[tuple[type, MentionKind]] = [
            (Actor, "actor"),
            (Place, "place"),
            (TimeValue, "time"),
            (Quantity, "quantity"),
        ]
        kind = next(word for value_type, word in kinds if isinstance(value, value_type))
        index = next(s.index for s in self.sentences if s.span.start <= span.start < s.span.end)
        self.mentions.append(Mention(id=name, span=span, kind=kind, form="name", marker="test", head=0, sentence=index))
        self.readings.append(Reading(mention=name, value=value, score=1.0, rank=1))
        return name

    def claim(self, quote: str, act: str, *, by: Actor | None = None, **given: Any) -> str:
        """A positive current claim of an act, by the narrator or by `by`; anything may be given otherwise."""
        span = self.span(quote)
        sentence = next(s.id for s in self.sentences if s.span.start <= span.start < s.span.end)
        voices: tuple[Voice, ...] = (Voice(holder=NARRATOR.id, mode="narrator"),)
        if by is not None:
            voices = (*voices, Voice(holder=by.id, mode="indirect"))
            if by.id not in {getattr(reading.value, "id", None) for reading in self.readings}:
                self.readings.append(Reading(mention=f"v-{by.id}", value=by, score=1.0, rank=1))
        roles: Mapping[str, tuple[str, ...]] = {
            role: tuple(mentions.split()) for role, mentions in given.pop("roles", {}).items()
        }
        claim = Claim(
            id=f"c{len(self.claims) + 1}",
            sentence=sentence,
            spans=(span,),
            predicate=given.pop("predicate", act),
            act=act,
            kind=given.pop("kind", "event"),
            voices=voices,
            modality=given.pop("modality", "attributed" if by else "asserted"),
            polarity=given.pop("polarity", "positive"),
            temporal_status=given.pop("temporal_status", "current"),
            factuality={},
            codeable=given.pop("codeable", True),
            why=None,
            interest=given.pop("interest", "neutral"),
            roles=roles,
            **given,
        )
        self.claims.append(claim)
        return claim.id

    def case(self, *, derived: bool = True) -> Case:
        """The case, with events and control unless told otherwise."""
        resolution = Resolution(
            mentions=tuple(sorted(self.mentions, key=lambda m: m.span.start)),
            readings=tuple(self.readings),
            publisher=NARRATOR,
            publication=Publication(range=TimeRange.day(date(2024, 3, 10)), stated=True),
        )
        parse = Parse(report=self.report, sentences=self.sentences, tokens=(), frame=Frame())
        case = Case(parse=parse, resolution=resolution, claims=tuple(self.claims))
        if not derived:
            return case
        case = replace(case, events=derive_events(case, codebooks=load_codebooks()))
        return replace(case, control=derive_control(case))

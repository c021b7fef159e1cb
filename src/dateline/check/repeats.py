"""Checks on what a report says twice, and on what it calls the first of its kind and tells before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.check.accounts import VIOLENCE
from dateline.check.kinds import Kind
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import lies_in, place_of
from dateline.model.span import Span
from dateline.model.text import Sentence
from dateline.model.time import TimeRange
from dateline.reference import Reference

LONG = 12
"""Words from which on a sentence that stands twice is no accident of a short phrase."""
TOLD = ("asserted", "attributed", "claimed", "confirmed")
_WORD = re.compile(r"\w+")
_ATTACK = r"(?:attack|assault|raid|killing|(?P<air>air ?strike|bombing)|(?P<shells>shelling))"
_FIRST_SINCE = re.compile(rf"\bfirst (?:such )?{_ATTACK} (?P<where>[^.;\n]{{0,60}}?)\bsince\b", re.IGNORECASE)
_ONLY_A_PLACE = re.compile(
    r"(?:\s|,|\b(?:in|on|at|against|inside|of|the|city|town|capital|village|province|region|country)\b)*", re.IGNORECASE
)
"""What may stand beside the place: any other word ("by the group", "on foreigners") makes another kind of first of it."""


def repeated_passage(case: Case, reference: Reference) -> Iterator[Finding]:
    """A sentence of twelve words or more stands twice in the report: pasted twice, or a quotation taken out of the text.

    What it counts is counted once. A headline that the first sentence repeats is none.
    """
    first: dict[tuple[str, ...], Sentence] = {}
    copied: list[tuple[Sentence, Sentence]] = []
    for sentence in case.parse.sentences:
        words = tuple(_WORD.findall(sentence.span.quote.lower()))
        if len(words) >= LONG and first.setdefault(words, sentence) is not sentence:
            copied.append((first[words], sentence))
    for run in _runs(copied):
        spans = [_whole(case, [pair[which] for pair in run]) for which in (0, 1)]
        count = f"{len(run)} sentences stand" if len(run) > 1 else "A sentence stands"
        found = Kind("A121", "repeated_passage", "info").at(spans, f"{count} twice in the report, word for word.")
        yield replace(found, computation={"check": "repeated_passage", "sentences": len(run)})


def _runs(copied: list[tuple[Sentence, Sentence]]) -> Iterator[list[tuple[Sentence, Sentence]]]:
    """The repeated sentences, those that follow each other both times as one passage."""
    run: list[tuple[Sentence, Sentence]] = []
    for pair in copied:
        if run and any(pair[which].index != run[-1][which].index + 1 for which in (0, 1)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _whole(case: Case, sentences: list[Sentence]) -> Span:
    return case.report.span(sentences[0].span.start, sentences[-1].span.end)


def first_contradicted(case: Case, reference: Reference) -> Iterator[Finding]:
    """Something is called the first of its kind since a day, and the report tells of another between the two.

    Example: "the first attack in the town since January", and a car bomb there in March. Needs the days of all three
    and one place; the day of the first is told in its sentence or the one before, else it is that of the news, and
    then only what is told as past counts as another.
    """
    for match in _FIRST_SINCE.finditer(case.report.text) if "since" in case.report.text else ():
        sentence = case.parse.sentence_at(match.start())
        since = _since(case, match.end(), sentence) if sentence and _of_a_place(case, match) else None
        if sentence is None or since is None:
            continue
        words = case.report.span(match.start(), case.resolution.mention(since).span.end)
        kinds = {"air_strike"} if match["air"] else {"shelling"} if match["shells"] else VIOLENCE
        for other in (claim for claim in _another(case, sentence, since) if claim.act in kinds):
            explanation = f"The report tells of another between the two: “{words.quote}”."
            days = [_iso(case, name) for name in (since, other.time)]
            found = Kind("C115", "first_contradicted", "warning").at((words, *other.spans), explanation, (other,))
            yield replace(found, computation={"check": "first_contradicted", "since": days[0], "told": days[1]})


def _of_a_place(case: Case, match: re.Match[str]) -> bool:
    """Whether the words between the attack and its "since" name a place and nothing else."""
    start, end = match.span("where")
    places = case.resolution.within(start, end, "place")
    words = match["where"]
    for place in reversed(places):
        words = words[: place.span.start - start] + words[place.span.end - start :]
    return bool(places) and _ONLY_A_PLACE.fullmatch(words) is not None


def _since(case: Case, end: int, sentence: Sentence) -> str | None:
    """The mention of the time since when, which holds the word itself."""
    named = case.resolution.within(max(sentence.span.start, end - len("ever since")), sentence.span.end, "time")
    beside = [m for m in named if m.span.start <= end + 1]
    return beside[0].id if beside else None


def _another(case: Case, sentence: Sentence, since: str) -> Iterator[Claim]:
    """What else of the kind happened in the places of a sentence after the one day and before the other."""
    where = [
        case.resolution.place(m.id) for m in case.resolution.within(sentence.span.start, sentence.span.end, "place")
    ]
    places = [place.id for place in where if place is not None]
    told = [_day(case, claim.time) for claim in case.claims if claim.codeable and claim.sentence in _beside(sentence)]
    until = next((when for when in told if when is not None), None)
    news = case.resolution.window if case.resolution.publication.stated else None
    for claim in case.claims:
        past = claim.temporal_status in ("background", "historical")
        bound = until or (news if past else None)
        if claim.act in VIOLENCE and claim.polarity == "positive" and claim.modality in TOLD and bound is not None:
            at = place_of(case, claim)
            here = at is not None and any(lies_in(case, at.id, place) for place in places)
            if here and _lies_between(_day(case, since), _day(case, claim.time), bound):
                yield claim


def _beside(sentence: Sentence) -> tuple[str, str]:
    """The ids of a sentence and of the one before it."""
    return sentence.id, f"s{sentence.index}"


def _day(case: Case, mention: str | None) -> TimeRange | None:
    value = case.resolution.time(mention)
    known = value is not None and value.range.earliest is not None and value.range.latest is not None
    return value.range if value is not None and known else None


def _lies_between(since: TimeRange | None, day: TimeRange | None, until: TimeRange) -> bool:
    if since is None or day is None or not (since.latest and day.earliest and day.latest and until.earliest):
        return False
    return since.latest <= day.earliest and day.latest <= until.earliest


def _iso(case: Case, mention: str | None) -> str | None:
    day = _day(case, mention)
    return day.iso() if day else None


REPEAT_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (repeated_passage, first_contradicted)

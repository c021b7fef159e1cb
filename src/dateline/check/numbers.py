"""Checks of the numbers family: rival counts, sums, parts, updates, vague figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from dateline.check.counts import PART_OF, Count, comparable, counts, disjoint, may_be_one_voice, takes_up, teller
from dateline.check.none_hurt import none_against_wounded
from dateline.check.sums import OTHERS, UPDATED, part_exceeds_whole, sum_mismatch
from dateline.check.vague import quoted, vague_quantity
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import quantities_of
from dateline.model.world import Quantity
from dateline.reference import Reference

_ANOTHER = re.compile(r"\b(?:another|other|further|additional|more)\s*$", re.IGNORECASE)
_UP_TO_NOW = re.compile(
    r"\b(?:(?:death )?tolls? since|since (?:the|it|they|\d|[A-Z])|to date|altogether|in total so far)\b"
)
_PROVISIONAL = re.compile(
    r"\b(?P<source>initial|preliminary|provisional|first|early) (?:report|reflection|indication|figure|count|toll|estimate"
    r"|assessment|information)s?\b"
    r"|\b(?:toll|figures?|numbers?|counts?) (?:is|are|was|were|remains?) (?:still )?(?:preliminary|provisional|incomplete|not (?:yet )?(?:final|complete))\b"
    r"|\b(?:toll|figures?|numbers?|count|casualties)\b[^.;]{0,30}?\b(?:expected|likely|set|could|may|might|feared)\b"
    r"[^.;]{0,15}?\b(?:rise|climb|increase|grow|change|go up)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"(?:(?<!\s)\s*)?\bof (?:the|them|those|these|her|his|their|its|whom)\b", re.IGNORECASE)
_COUNTING = re.compile(r"^(?:[\w’'-]+\s+){1,6}?counted\b", re.IGNORECASE)


def count_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Different voices count the same and their ranges exclude each other.

    Example: the army says 12 soldiers died, a hospital speaks of 29 bodies. Error between voices. Silent where a
    part is counted ("including three children"), where the words mark an update ("rose to", "earlier"), where
    ranges overlap ("at least 20" and 29), and where those counted, the place or the day differ as far as known.
    """
    measures: dict[str, list[Count]] = {}
    for count in counts(case):
        if not _marked(case, count):
            measures.setdefault(count.measure, []).append(count)
    for found in measures.values():
        left = [one for one in found if not any(_torn(case, one, other) for other in found)]
        while len({count.claim.believer for count in left}) > 1:
            told, left = _rivals(case, left[0], left[1:])
            if len(told) > 1:
                yield _rival_counts(case, told)


def _torn(case: Case, one: Count, other: Count) -> bool:
    """Whether a voice gives in one sentence two figures, of nobody it names, that would exclude each other: they are of two things."""
    told = one.claim.believer == other.claim.believer and one.claim.sentence == other.claim.sentence
    told = told and not (one.patients or other.patients)
    return told and one.claim.id != other.claim.id and disjoint(one, other) and comparable(case, one, other)


def _rivals(case: Case, seed: Count, others: list[Count]) -> tuple[list[Count], list[Count]]:
    """A count with all that some count of these excludes, and the rest."""
    told, left = [seed], others
    while more := [other for other in left if _joins(case, other, told)]:
        told = [*told, *more]
        left = [other for other in left if other not in more]
    return told, left


def _joins(case: Case, count: Count, told: list[Count]) -> bool:
    """Whether a count is of the same as all that are told, and some of these excludes it."""
    return any(_rival(case, one, count) for one in told) and all(comparable(case, one, count) for one in told)


def _marked(case: Case, count: Count) -> bool:
    """Whether the words round the count say that it is a part or an update of another one."""
    sentence = case.parse.sentence_at(count.span.start)
    if sentence is None:
        return False
    before = case.report.text[sentence.span.start : count.span.start]
    added = bool(OTHERS.search(count.span.quote)) or bool(_ANOTHER.search(before[-20:]))
    partitive = _OF_THE.search(count.span.quote) or _OF_THE.match(case.report.text, count.span.end)
    return added or bool(partitive) or bool(UPDATED.search(sentence.span.quote)) or bool(PART_OF.search(before[-60:]))


def _rival(case: Case, one: Count, other: Count) -> bool:
    """Whether two voices give figures of the same that exclude each other; what is cheap to tell apart is asked first."""
    believers = (one.claim.believer, other.claim.believer)
    if believers[0] == believers[1] or not disjoint(one, other) or _running(case, one) != _running(case, other):
        return False
    denied = "denied" in (one.claim.modality, other.claim.modality)
    toll = any(_vouched(count) and takes_up(count) for count in (one, other))
    attributed = toll or ((_vouched(one) or _vouched(other)) and all(map(_witnessed, (one, other))))
    return (attributed or denied) and comparable(case, one, other) and not may_be_one_voice(case, *believers)


def _running(case: Case, count: Count) -> bool:
    """Whether a count is a total up to now ("the toll since April"): it is no rival of one day's dead."""
    sentence = case.parse.sentence_at(count.span.start)
    return sentence is not None and _UP_TO_NOW.search(sentence.span.quote) is not None


def _vouched(count: Count) -> bool:
    """Whether somebody other than the narrator gives the count."""
    return len(count.claim.voices) > 1


def _witnessed(count: Count) -> bool:
    """Whether a voice gives the count, or the narrator tells of somebody who counted ("residents counted five bodies")."""
    words = " ".join(span.quote for span in count.claim.spans)
    return _vouched(count) or _COUNTING.search(words) is not None


def _rival_counts(case: Case, found: list[Count]) -> Finding:
    found = sorted(found, key=lambda count: count.span.start)
    values = sorted({int(count.figure) for count in found})
    told = ", ".join(f"according to {teller(case, count)} “{count.span.quote}”" for count in found)
    pairs = [(a, b) for a, b in combinations(found, 2) if disjoint(a, b)]
    one, other = next((pair for pair in pairs if pair[0].claim.believer != pair[1].claim.believer), pairs[0])
    return Finding(
        id="",
        code="N101",
        type="count_conflict",
        severity="error",
        spans=tuple(count.span for count in found),
        claims=tuple(dict.fromkeys(count.claim.id for count in found)),
        explanation=f"Numbers of {one.measure} exclude each other: {told}; {one.bounds} is not {other.bounds}.",
        computation={"check": "count_range", "values": values, "low": values[0], "high": values[-1]},
    )


def value_update(case: Case, reference: Reference) -> Iterator[Finding]:
    """One voice gives two figures of one series for two dates: an update, no contradiction.

    Example: "85 percent, up from 80 percent in January". Needs the same voice, act and place and different times,
    or words that mark an update.
    """
    numbered = [claim for claim in case.claims if quantities_of(case, claim) and claim.polarity == "positive"]
    telling = [n for n, claim in enumerate(numbered) if claim.act == "hold" or UPDATED.search(_words(claim))]
    for position, one in enumerate(numbered):
        at = bisect_left(telling, position)
        tells = telling[at : at + 1] == [position]
        for other in numbered[position + 1 :] if tells else (numbered[n] for n in telling[at:]):
            if one.believer == other.believer and _one_series(case, one, other):
                yield _update(case, one, other)
                return


def _one_series(case: Case, one: Claim, other: Claim) -> bool:
    if one.act != other.act or not _near(case, one, other):
        return False
    measures = {quantity.measure for quantity in quantities_of(case, one)}
    if not any(quantity.measure in measures for quantity in quantities_of(case, other)):
        return False
    if {_first(case, one)} == {_first(case, other)}:
        return False
    return one.act == "hold" or bool(UPDATED.search(_words(one)) or UPDATED.search(_words(other)))


def _words(claim: Claim) -> str:
    return " ".join(span.quote for span in claim.spans)


def _near(case: Case, one: Claim, other: Claim) -> bool:
    first, second = case.resolution.place(one.place), case.resolution.place(other.place)
    return first is None or second is None or first.id == second.id


def _first(case: Case, claim: Claim) -> Quantity:
    return quantities_of(case, claim)[0]


def _update(case: Case, one: Claim, other: Claim) -> Finding:
    mentions = [case.resolution.mention(claim.roles["quantity"][0]) for claim in (one, other)]
    return Finding(
        id="",
        code="N104",
        type="value_update",
        severity="info",
        spans=tuple(mention.span for mention in mentions),
        claims=(one.id, other.id),
        explanation=f"According to {case.actors[one.believer].name} two values of one series: "
        f"{quoted(mention.span for mention in mentions)}: an update, no contradiction.",
    )


def provisional_figures(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report itself calls a figure provisional.

    Examples: "initial reports suggested", "the toll is expected to rise". Where "initial" or "early" words tell of no number
    in their sentence, no figure is provisional.
    """
    counted = frozenset(mention.sentence for mention in case.resolution.mentions if mention.kind == "quantity")
    for sentence in case.parse.sentences:
        match = _PROVISIONAL.search(sentence.span.quote)
        if match is not None and (match.lastgroup is None or sentence.index in counted):
            start = sentence.span.start
            span = case.report.span(start + match.start(), start + match.end())
            inside = (c for c in case.claims if any(s.start < span.end and span.start < s.end for s in c.spans))
            yield Finding(
                id="",
                code="N106",
                type="provisional_figures",
                severity="info",
                spans=(span,),
                claims=tuple(claim.id for claim in inside),
                explanation=f"The figure is provisional by the report's own words: {quoted([span])}.",
            )


NUMBER_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    count_conflict,
    none_against_wounded,
    sum_mismatch,
    part_exceeds_whole,
    value_update,
    vague_quantity,
    provisional_figures,
)

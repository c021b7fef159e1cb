"""Checks of the numbers family: rival counts, sums, parts, updates, vague figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from dateline.check.counts import Count, comparable, counts, disjoint, may_be_one_voice
from dateline.check.none_hurt import none_against_wounded
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim, Mention
from dateline.model.roles import quantities_of, time_of
from dateline.model.span import Span
from dateline.model.world import Quantity
from dateline.reference import Reference

_UPDATED = re.compile(
    r"\b(?:(?:rose|risen|rises|climbed|increased|up) (?:to|from)|revised|updated|earlier|initially|previously|brings? to"
    r"|bringing|latest|new toll|corrected?)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:including|among (?:them|the dead|those|the casualties)|of (?:which|whom|them|those))\b", re.IGNORECASE
)
_PART_NEXT = re.compile(_PART_OF.pattern + r"(?: at least| about| some| as many as)?\s*$", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|other|further|additional|more)\s*$", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:others?|another|more|wounded|injured|hurt)\b|;", re.IGNORECASE)
_MIXED = re.compile(
    r"\b(?:neutrali[sz]ed|eliminated|liquidated|taken out|put out of action|killed or (?:injured|wounded|captured)"
    r"|dead or (?:injured|wounded))\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|several|multiple|numerous|a (?:number|handful|wave|series|majority"
    r"|large (?:majority|number|part)) of|a large majority|nearly all|almost all|most of|countless)\b",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(
    r"\b(?:initial|preliminary|provisional|first|early) (?:report|reflection|indication|figure|count|toll|estimate"
    r"|assessment|information)s?\b"
    r"|\b(?:toll|figures?|numbers?|count|casualties)\b[^.;]{0,30}?\b(?:expected|likely|set|could|may|might|feared)\b"
    r"[^.;]{0,15}?\b(?:rise|climb|increase|grow|change|go up)\b",
    re.IGNORECASE,
)
_MEASURED = ("distance", "duration", "age", "share", "value", "money", "weight", "area", "time")
_UNITS = ("km", "percent", "share", "dollars", "money")
_UNIT_WORD = re.compile(
    r"\s*[-–]?\b(?:kg|kilos?|kilograms?|tons?|tonnes?|grams?|pounds?|lbs?|litres?|liters?|gallons?|barrels?|acres?|hectares?|feet"
    r"|miles?|met(?:er|re)s?|percent|dollars?|euros?|rupees?|hours?|days?|weeks?|months?|years?|a\.?m|p\.?m)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\s*\bof (?:the|them|those|these|her|his|their|its|whom)\b", re.IGNORECASE)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_COUNTING = re.compile(r"^(?:[\w’'-]+\s+){1,6}?counted\b", re.IGNORECASE)
_ALONE = re.compile(r"\balone\b", re.IGNORECASE)
_OPENED = re.compile(r"([(:–—])\s*(?:[a-z]+ )?$")
_CLOSERS = {"(": ")", ":": ".", "–": "–", "—": "—"}
_COUNTED_ACTS = (
    "kill",
    "wound",
    "losses",
    "abduct",
    "arrest",
    "displace",
    "attack",
    "shelling",
    "loot",
    "deploy",
    "hold",
)


def count_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Different voices count the same and their ranges exclude each other.

    Example: the army says 12 soldiers died, a hospital speaks of 29 bodies. Error between voices. Silent where a
    part is counted ("including three children"), where the words mark an update ("rose to", "earlier"), where
    ranges overlap ("at least 20" and 29), and where those counted, the place or the day differ as far as known.
    """
    left = [count for count in counts(case) if not _marked(case, count)]
    while left:
        seed, left = left[0], left[1:]
        rivals = [count for count in left if _rival(case, seed, count)]
        if rivals:
            yield _rival_counts([seed, *rivals])
            left = [count for count in left if count not in rivals]


def _marked(case: Case, count: Count) -> bool:
    """Whether the words round the count say that it is a part or an update of another one."""
    sentence = case.parse.sentence_at(count.span.start)
    if sentence is None:
        return False
    before = case.report.text[sentence.span.start : count.span.start]
    added = bool(_OTHERS.search(count.span.quote)) or bool(_ANOTHER.search(before[-20:]))
    partitive = _OF_THE.search(count.span.quote) or _OF_THE.match(case.report.text, count.span.end)
    return added or bool(partitive) or bool(_UPDATED.search(sentence.span.quote)) or bool(_PART_OF.search(before[-60:]))


def _rival(case: Case, one: Count, other: Count) -> bool:
    believers = (one.claim.believer, other.claim.believer)
    voices = believers[0] != believers[1] and not may_be_one_voice(case, *believers)
    attributed = _vouched(one) + _vouched(other) > 0 and all(map(_witnessed, (one, other)))
    denied = "denied" in (one.claim.modality, other.claim.modality)
    return voices and (attributed or denied) and comparable(case, one, other) and disjoint(one, other)


def _vouched(count: Count) -> bool:
    """Whether somebody other than the narrator gives the count."""
    return len(count.claim.voices) > 1


def _witnessed(count: Count) -> bool:
    """Whether a voice gives the count, or the narrator tells of somebody who counted ("residents counted five bodies")."""
    words = " ".join(span.quote for span in count.claim.spans)
    return _vouched(count) or _COUNTING.search(words) is not None


def _rival_counts(found: list[Count]) -> Finding:
    found = sorted(found, key=lambda count: count.span.start)
    values = sorted({int(count.figure) for count in found})
    told = "; ".join(f"“{count.span.quote}”" for count in found)
    return Finding(
        id="",
        code="N101",
        type="count_conflict",
        severity="error",
        spans=tuple(count.span for count in found),
        claims=tuple(dict.fromkeys(count.claim.id for count in found)),
        explanation=f"Numbers of {found[0].measure} that exclude each other: {told}.",
        computation={"check": "count_range", "values": values, "low": values[0], "high": values[-1]},
    )


def sum_mismatch(case: Case, reference: Reference) -> Iterator[Finding]:
    """Parts that are said to make up a total do not add up to it.

    Examples: "20 people (12 soldiers and 9 civilians)"; "50 drones, of which 30 were shot down and 25 hit".
    Parts after "of which" or "including" may be fewer than the whole, never more; parts in brackets, between
    dashes or after a colon must equal it. One sentence, exact numbers only.
    """
    for sentence in case.parse.sentences:
        exact = [
            m for m in case.resolution.within(sentence.span.start, sentence.span.end, "quantity") if _number(case, m)
        ]
        for position, whole in enumerate(exact):
            parts, complete = _parts(case, whole, exact[position + 1 :])
            total, stated = sum(_number(case, part) for part in parts), _number(case, whole)
            if len(parts) > 1 and (total > stated or (complete and total != stated)):
                yield _sum(whole, parts, [_number(case, part) for part in parts], stated)
                break


def _number(case: Case, mention: Mention) -> int:
    """The exact whole number of people or things that a mention counts, else zero."""
    quantity = case.resolution.quantity(mention.id)
    if quantity is None or quantity.exact is None or quantity.measure in _MEASURED or quantity.unit in _UNITS:
        return 0
    weighed = _UNIT_WORD.search(mention.span.quote) or _UNIT_WORD.match(case.report.text, mention.span.end)
    return 0 if weighed or quantity.exact != int(quantity.exact) else int(quantity.exact)


def _parts(case: Case, whole: Mention, after: list[Mention]) -> tuple[list[Mention], bool]:
    """The numbers that the words after a whole divide it into, and whether the words say that these are all."""
    if not after:
        return [], False
    text = case.report.text
    link = text[whole.span.end : after[0].span.start]
    opened = _OPENED.search(link)
    if opened is not None:
        closing = text.find(_CLOSERS[opened.group(1)], whole.span.end + opened.end())
        inside = [m for m in after if closing < 0 or m.span.end <= closing]
        return inside, closing >= 0 and _all_listed(text, inside)
    if _PART_NEXT.search(link) and not re.search(r"[.;]", link):
        near = after if re.search(r"\bof (?:which|whom|them|those)\b", link) else _before_a_verb(case, after)
        return [m for m in near if not _OTHERS.search(text[after[0].span.start : m.span.end + 12])], False
    return [], False


def _before_a_verb(case: Case, parts: list[Mention]) -> list[Mention]:
    """The parts of an enumeration after "including": it ends where the sentence goes on with its verb."""
    tokens = case.parse.tokens_in(parts[0].span.end, parts[-1].span.end)
    ends = next((token.start for token in tokens if token.tag in _FINITE), parts[-1].span.end)
    return [part for part in parts if part.span.start < ends]


def _all_listed(text: str, parts: list[Mention]) -> bool:
    """Whether nothing but a noun, "and" or a comma stands between the parts."""
    gaps = (text[one.span.end : other.span.start] for one, other in pairwise(parts))
    return all(len(gap) <= 30 and not _PART_OF.search(gap) for gap in gaps)


def _sum(whole: Mention, parts: list[Mention], numbers: list[int], stated: int) -> Finding:
    return Finding(
        id="",
        code="N102",
        type="sum_mismatch",
        severity="error",
        spans=(whole.span, *(part.span for part in parts)),
        claims=(),
        explanation=f"{' + '.join(map(str, numbers))} is {sum(numbers)}, not {stated}.",
        computation={"check": "sum", "parts": numbers, "computed_total": sum(numbers), "stated_total": stated},
    )


def part_exceeds_whole(case: Case, reference: Reference) -> Iterator[Finding]:
    """A count for a part is higher than the count for the whole.

    Example: 61 drones shot down over the country, 63 "in his region alone"; "five dead, including seven children".
    Needs "alone" or "including", the same act, and times that overlap.
    """
    yield from _included(case)
    numbered = [claim for claim in case.claims if quantities_of(case, claim) and claim.polarity == "positive"]
    for part in numbered:
        for whole in numbered:
            pair = _part_and_whole(case, part, whole)
            if pair is not None:
                yield _exceeds([pair[0], pair[1]], [_number(case, one) for one in pair], (whole.id, part.id))


def _part_and_whole(case: Case, part: Claim, whole: Claim) -> tuple[Mention, Mention] | None:
    """The counts of a part and a whole of one kind where the part is larger."""
    if part.id == whole.id or part.act != whole.act or part.predicate != whole.predicate:
        return None
    if not _scoped(part, whole) or _elapsed(case, part, whole):
        return None
    for one in _counted(case, part):
        for other in _counted(case, whole):
            low = case.resolution.quantity(other.id)
            if low is not None and low.exact is not None and _number(case, one) > _number(case, other):
                return one, other
    return None


def _counted(case: Case, claim: Claim) -> list[Mention]:
    mentions = (case.resolution.mention(name) for name in claim.roles.get("quantity", ()))
    return [mention for mention in mentions if _number(case, mention)]


def _scoped(part: Claim, whole: Claim) -> bool:
    """Whether one claim says that it is about a part: "in this region alone"."""
    return _alone(part) and not _alone(whole)


def _alone(claim: Claim) -> bool:
    return any(_ALONE.search(span.quote) for span in claim.spans)


def _elapsed(case: Case, one: Claim, other: Claim) -> bool:
    first, second = time_of(case, one), time_of(case, other)
    return first is not None and second is not None and not first.overlaps(second)


def _included(case: Case) -> Iterator[Finding]:
    """A part of the dead that outnumbers them: the first number after "including" belongs to the one before it."""
    for sentence in case.parse.sentences:
        found = case.resolution.within(sentence.span.start, sentence.span.end, "quantity")
        for whole, part in pairwise(found):
            link = case.report.text[whole.span.end : part.span.start]
            small, large = _number(case, part), _number(case, whole)
            if large and small > large and _PART_NEXT.search(link) and not _OTHERS.search(part.span.quote):
                yield _exceeds([part, whole], [small, large], ())


def _exceeds(mentions: list[Mention], numbers: list[int], claims: tuple[str, ...]) -> Finding:
    return Finding(
        id="",
        code="N103",
        type="part_exceeds_whole",
        severity="error",
        spans=tuple(sorted((mention.span for mention in mentions), key=lambda span: span.start)),
        claims=claims,
        explanation=f"{numbers[0]} for a part is more than {numbers[1]} for the whole.",
        computation={"check": "part_whole_count", "part": numbers[0], "whole": numbers[1]},
    )


def value_update(case: Case, reference: Reference) -> Iterator[Finding]:
    """One voice gives two figures of one series for two dates: an update, no contradiction.

    Example: "85 percent, up from 80 percent in January". Needs the same voice, act and place and different times,
    or words that mark an update.
    """
    numbered = [claim for claim in case.claims if quantities_of(case, claim) and claim.polarity == "positive"]
    for position, one in enumerate(numbered):
        for other in numbered[position + 1 :]:
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
    return one.act == "hold" or bool(_UPDATED.search(" ".join(span.quote for span in (*one.spans, *other.spans))))


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
        explanation="Two values of one series by one voice: an update, no contradiction.",
    )


def vague_quantity(case: Case, reference: Reference) -> Iterator[Finding]:
    """Words that count nothing exactly, or that mix the dead with others.

    Examples: "more than 60 fighters neutralised", "eight to twelve killed or injured", "dozens". They stay words:
    no number is derived from them, except in the one export whose codebook prescribes a default. Only in claims
    of casualties, materiel, captives, displacement and shares of a place.
    """
    spans: list[Span] = []
    claims: list[str] = []
    for claim in case.claims:
        if claim.polarity == "positive" and claim.act in _COUNTED_ACTS and claim.temporal_status != "future":
            hits = tuple(_vague_words(case, claim))
            spans.extend(hits)
            claims.extend([claim.id] if hits else [])
    if spans:
        yield Finding(
            id="",
            code="N105",
            type="vague_quantity",
            severity="info",
            spans=tuple(dict.fromkeys(spans)),
            claims=tuple(claims),
            explanation="These words give no number of dead or of things; they stay words.",
        )


def _vague_words(case: Case, claim: Claim) -> Iterator[Span]:
    for mention in claim.roles.get("quantity", ()):
        span = case.resolution.mention(mention).span
        if _VAGUE.search(span.quote):
            yield span
    mixed = claim.act in ("kill", "wound", "losses") and any(_MIXED.search(span.quote) for span in claim.spans)
    if mixed and claim.roles.get("quantity"):
        yield from claim.spans


def provisional_figures(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report itself calls a figure provisional.

    Examples: "initial reports suggested", "the toll is expected to rise". Found by the words alone.
    """
    for sentence in case.parse.sentences:
        match = _PROVISIONAL.search(sentence.span.quote)
        if match is not None:
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
                explanation="The figure is provisional by the report's own words.",
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

"""Wholes and their parts: sums that do not add up, parts that are more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.check.counts import MEASURES, PART_OF
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim, Mention
from dateline.model.roles import quantities_of, time_of
from dateline.model.world import Quantity
from dateline.reference import Reference

UPDATED = re.compile(
    r"\b(?:(?:rose|risen|rises|climbed|increased|up) (?:to|from)|revised|updated|earlier|initially|previously|brings? to"
    r"|bringing|latest|new toll|corrected?)\b",
    re.IGNORECASE,
)
_PART_NEXT = re.compile(PART_OF.pattern + r"(?: at least| about| some| as many as)?\s*$", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:others?|another|more|wounded|injured|hurt)\b|;", re.IGNORECASE)
_MEASURED = ("distance", "duration", "age", "share", "value", "money", "weight", "area", "time")
_UNITS = ("km", "percent", "share", "dollars", "money")
_UNIT_WORD = re.compile(
    r"(?:(?<!\s)\s*[-–]?)?\b(?:kg|kilos?|kilograms?|tons?|tonnes?|grams?|pounds?|lbs?|litres?|liters?|gallons?|barrels?|acres?|hectares?|feet"
    r"|miles?|met(?:er|re)s?|percent|dollars?|euros?|rupees?|hours?|days?|weeks?|months?|years?|a\.?m|p\.?m)\b",
    re.IGNORECASE,
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ALONE = re.compile(r"\balone\b", re.IGNORECASE)
LIST_GAP = 30
"""Code points between two numbers of one list."""
TOTAL_GAP = 90
"""Code points between the last number of a list and "a total of": the verb with its time stands between."""
_TOTAL_OF = re.compile(r"\btotal of\b", re.IGNORECASE)
_IN_ALL = re.compile(r"^\s*(?:[\w-]+\s+){0,2}(?:in all|in total|altogether)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:since|so far|to date|this (?:week|month|year)|in the (?:past|last))\b", re.IGNORECASE)
_BROKEN = re.compile(rf"[.;]|{PART_OF.pattern}|{UPDATED.pattern}", re.IGNORECASE)
_OPENED = re.compile(r"([(:–—])\s*(?:[a-z]+ )?$")
_AT_LEAST = re.compile(r"(?:at least|no fewer than|not less than|no less than)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"(?:^|[.,;:\n–—-]\s*)(?:out )?of (?:the|these|those|its|their|some)\s*$", re.IGNORECASE)
_NOUN_AND_COMMA = re.compile(r"(?:\s+[\w’'-]+){0,4},")
_CLOSERS = {"(": ")", ":": ".", "–": "–", "—": "—"}


def sum_mismatch(case: Case, reference: Reference) -> Iterator[Finding]:
    """Parts that are said to make up a total do not add up to it.

    Examples: "20 people (12 soldiers and 9 civilians)"; "50 drones, of which 30 were shot down and 25 hit"; "of the 30
    hostages, 12 are free and 20 held"; "eight dead and four hurt, a total of 14". Parts after "of which", "including"
    or a number that is divided may be fewer than the whole, never more;
    parts in brackets, between dashes, after a colon or before "a total of" must equal it. One sentence, exact numbers
    only.
    """
    for sentence in case.parse.sentences:
        exact = [
            m for m in case.resolution.within(sentence.span.start, sentence.span.end, "quantity") if _number(case, m)
        ]
        for position, whole in enumerate(exact):
            parts, complete = _parts(case, whole, exact[position + 1 :])
            if not parts and _divided(case, whole):
                parts = _unnamed(case, exact[position + 1 :])
            if _added_up(case, whole, exact[:position]):
                parts, complete = exact[:position], True
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
        return [m for m in near if not OTHERS.search(text[after[0].span.start : m.span.end + 12])], False
    return [], False


def _divided(case: Case, whole: Mention) -> bool:
    """Whether what follows says what became of the parts of a number: "Of the 30 hostages, 12 were freed …"."""
    opens = _OF_THESE.search(case.report.text, max(0, whole.span.start - 16), whole.span.start)
    return opens is not None and _NOUN_AND_COMMA.match(case.report.text, whole.span.end) is not None


def _unnamed(case: Case, after: list[Mention]) -> list[Mention]:
    """The numbers without a noun of their own: they count those who were told of."""
    values = ((mention, case.resolution.quantity(mention.id)) for mention in after)
    return [mention for mention, value in values if value is not None and value.noun is None]


def _added_up(case: Case, whole: Mention, before: list[Mention]) -> bool:
    """Whether a number of people is said to be the total of those before it: "81 killed, 12 captured, 90 in all"."""
    counted = (case.resolution.quantity(mention.id) for mention in (*before, whole))
    if len(before) < 2 or any(one is None or not _of_people(one) for one in counted):
        return False
    text, listed = case.report.text, before[-1].span.end
    link, after = text[listed : whole.span.end], text[whole.span.end : whole.span.end + LIST_GAP]
    total = _TOTAL_OF.search(link) is not None
    if whole.span.start - listed > (TOTAL_GAP if total else LIST_GAP) or _BROKEN.search(link) or _SO_FAR.search(after):
        return False
    in_all = _IN_ALL.match(after) is not None and re.search(r"[,–—-]", link) is not None
    return (in_all or total) and _all_listed(text, before)


def _of_people(quantity: Quantity) -> bool:
    """Whether people are counted, be it by what befell them ("81 killed")."""
    return quantity.unit == "people" or quantity.noun in MEASURES


def _before_a_verb(case: Case, parts: list[Mention]) -> list[Mention]:
    """The parts of an enumeration after "including": it ends where the sentence goes on with its verb."""
    tokens = case.parse.tokens_in(parts[0].span.end, parts[-1].span.end)
    ends = next((token.start for token in tokens if token.tag in _FINITE), parts[-1].span.end)
    return [part for part in parts if part.span.start < ends]


def _all_listed(text: str, parts: list[Mention]) -> bool:
    """Whether nothing but a noun, "and" or a comma stands between the parts."""
    gaps = (text[one.span.end : other.span.start] for one, other in pairwise(parts))
    return all(len(gap) <= LIST_GAP and not PART_OF.search(gap) for gap in gaps)


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

    Example: 61 drones shot down over the country, 63 "in his region alone"; "five dead, including seven children";
    "at least 12, among them 15 guards". Needs "alone" or "including", the same act, and times that overlap.
    """
    yield from _included(case)
    numbered = [claim for claim in case.claims if quantities_of(case, claim) and claim.polarity == "positive"]
    parts = {claim.id: claim for claim in numbered if _alone(claim)}
    wholes = [claim for claim in numbered if claim.id not in parts] if parts else []
    for part in parts.values():
        for whole in wholes:
            pair = _part_and_whole(case, part, whole)
            if pair is not None:
                yield _exceeds([pair[0], pair[1]], [_number(case, one) for one in pair], (whole.id, part.id))


def _part_and_whole(case: Case, part: Claim, whole: Claim) -> tuple[Mention, Mention] | None:
    """The counts of a part and a whole of one kind where the part is larger."""
    if _elapsed(case, part, whole):
        return None
    named = not (part.read_from_words or whole.read_from_words)
    alike = named and part.act == whole.act and part.predicate == whole.predicate
    for one in _counted(case, part):
        for other in _counted(case, whole):
            low, high = case.resolution.quantity(other.id), case.resolution.quantity(one.id)
            same = alike or (low is not None and high is not None and low.measure == high.measure in MEASURES)
            if same and low is not None and low.exact is not None and _number(case, one) > _number(case, other):
                return one, other
    return None


def _counted(case: Case, claim: Claim) -> list[Mention]:
    mentions = (case.resolution.mention(name) for name in claim.roles.get("quantity", ()))
    return [mention for mention in mentions if _number(case, mention)]


def _alone(claim: Claim) -> bool:
    """Whether a claim says that it is about a part: "in this region alone"."""
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
            small, large = _number(case, part), _number(case, whole) or _floor(case, whole)
            if large and small > large and _PART_NEXT.search(link) and not OTHERS.search(part.span.quote):
                yield _exceeds([part, whole], [small, large], ())


def _floor(case: Case, mention: Mention) -> int:
    """The number of "at least 12 people", else zero: who knows of fifteen guards would have said fifteen."""
    quantity = case.resolution.quantity(mention.id)
    if quantity is None or quantity.vague or quantity.high is not None or quantity.low is None:
        return 0
    counted = quantity.measure not in _MEASURED and quantity.unit not in _UNITS
    return int(quantity.low) if counted and _AT_LEAST.match(mention.span.quote) else 0


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

"""Checks of the calendar family: weekdays, publication, order, and times that cannot be placed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.check.calendar_repairs import Constraints, repairs
from dateline.model.derived import Finding
from dateline.model.frame import Field
from dateline.model.record import Case, Claim, Mention
from dateline.model.span import Span
from dateline.model.world import TimeValue
from dateline.reference import Reference
from dateline.reference.calendar_expression import Expression
from dateline.reference.calendar_grammar import find_expressions

_FIRST_YEAR = 1923
"""Greece, the last European state to do so, took the Gregorian calendar in 1923; older weekdays may be Julian."""

_NEARBY_DAYS = 31
_WRITTEN = re.compile(r"\b[12]\d{3}\b")
_YEAR = re.compile(r"[12]\d{3}(?![\dX])")

_TOLD = ("asserted", "attributed", "claimed", "confirmed")
_LISTED_AFTER = re.compile(
    r"\s*(?:,|and|or|to|&|-|–|—|through)\s*\d{1,2}\b(?!\s*[:.]\d|\s*(?:a\.?m|p\.?m))", re.IGNORECASE
)
_LISTED_BEFORE = re.compile(
    r"(?:day|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun))\.?\s*(?:and|or|to|&|/|-|–|—|,)\s*$", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:the|black|bloody|good|ash|palm|easter|super|holy)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A time mention with its best reading and the words that the grammar reads in it."""

    mention: Mention
    value: TimeValue
    core: Span


def weekday_date_mismatch(case: Case, reference: Reference) -> Iterator[Finding]:
    """The weekday written beside a date is not the weekday of that date.

    Example: the report says Monday, and the day of the month it gives was a Tuesday that year. Lists every
    single edit that mends it and ranks them by what they break. Silent where the year is only guessed from a
    story, in lists of days, and before 1923, when a weekday may be Julian.
    """
    for dated in _dated(case):
        day = dated.value.range.first_day
        if dated.value.weekday_ok is False and day is not None and _can_tell(case, dated, day):
            yield _mismatch(case, dated, day)


def _can_tell(case: Case, dated: Dated, day: date) -> bool:
    publication, text = case.resolution.publication, case.report.text
    told = not dated.value.year_source or publication.stated or publication.best is not None
    known = told or len(_written_years(case)) == 1 or _told_nearby(case, day)
    around = text[max(0, dated.core.start - 16) : dated.core.start]
    listed = _LISTED_AFTER.match(text, dated.core.end) or _LISTED_BEFORE.search(around)
    return known and day.year >= _FIRST_YEAR and not listed and not _NAMED.search(around)


def _told_nearby(case: Case, day: date) -> bool:
    """Whether the report writes another day, with its year and the right weekday, within a month of this one."""
    full = (dated for dated in _dated(case) if dated.value.weekday_ok and _WRITTEN.search(dated.core.quote))
    values = (dated.value for dated in full)
    return any(v.range.first_day and abs((v.range.first_day - day).days) <= _NEARBY_DAYS for v in values)


def _written_years(case: Case) -> set[int]:
    """The years that the text writes, beside a day or a month or alone."""
    values = (dated.value.timex_value or "" for dated in _dated(case) if not dated.value.year_source)
    return {int(value[:4]) for value in values if _YEAR.match(value)}


def _mismatch(case: Case, dated: Dated, day: date) -> Finding:
    actual, stated = day.strftime("%A"), (dated.value.weekday or "").title()
    constraints = _constraints(case, dated)
    expression = _expression(dated.core.quote)
    mended = repairs(expression, day, constraints) if expression is not None else ()
    whole = [r for r in mended if not r.violates]
    advice = ""
    if len(whole) == 1 and constraints.window is not None:
        advice = (
            f" Of {len(mended)} single edits only “{whole[0].result}” fits the news window {constraints.window.iso()}."
        )
    return Finding(
        id="",
        code="W101",
        type="weekday_date_mismatch",
        severity="error",
        spans=(dated.core,),
        claims=_claims_at(case, dated.mention),
        explanation=f"{day.day} {day.strftime('%B %Y')} was a {actual}, not a {stated}.{advice}",
        computation={
            "check": "weekday",
            "date": day.isoformat(),
            "stated_weekday": stated,
            "actual_weekday": actual,
        },
        repairs=mended,
    )


def _constraints(case: Case, dated: Dated) -> Constraints:
    publication = case.resolution.publication
    latest = (publication.best or publication.range).last_day if publication.stated or publication.best else None
    start = _start(case, dated)
    return Constraints(
        window=case.resolution.window,
        published=latest,
        start=start[1] if start else None,
        year_from=dated.value.year_source,
    )


def date_after_publication(case: Case, reference: Reference) -> Iterator[Finding]:
    """Something told as past is dated after the day on which the report was published.

    Example: a report of 4 May tells what happened on 9 May. Only for dates with a written year, or with a weekday that
    fits no neighbouring year, and for claims that are told as having happened; a day's grace is left for time zones.
    """
    published = case.resolution.publication
    limit = published.range.last_day if published.stated else None
    if limit is None:
        return
    told: dict[str | None, list[Claim]] = {}
    for claim in case.claims:
        if _happened(claim):
            told.setdefault(claim.time, []).append(claim)
    for dated in _dated(case):
        day = dated.value.range.first_day
        guessed = dated.value.year_source and not dated.value.weekday_ok
        if day is None or guessed or dated.value.range.precision not in ("day", "night", "hour"):
            continue
        claims = told.get(dated.mention.id, [])
        if claims and day > limit + timedelta(days=1):
            yield Finding(
                id="",
                code="W102",
                type="date_after_publication",
                severity="error",
                spans=(dated.core,),
                claims=tuple(claim.id for claim in claims),
                explanation=f"{day} is told as past, but the report is dated {limit}.",
                computation={"check": "order", "earlier": limit.isoformat(), "must_not_precede": day.isoformat()},
            )


def _happened(claim: Claim) -> bool:
    return claim.modality in _TOLD and claim.polarity == "positive" and claim.temporal_status in ("current", "ongoing")


def order_inconsistency(case: Case, reference: Reference) -> Iterator[Finding]:
    """What followed from an operation is dated before the operation began.

    Example: an offensive began on the 11th, and the advance made in it is dated three months earlier. Told
    only where the date contradicts its weekday too: an earlier day alone may simply be background.
    """
    for dated in _dated(case):
        day = dated.value.range.first_day
        if day is None or dated.value.weekday_ok is not False or not _can_tell(case, dated, day):
            continue
        start = _start(case, dated)
        if start is None:
            continue
        claim, began = start
        if day < began:
            days = (began - day).days
            yield Finding(
                id="",
                code="W103",
                type="order_inconsistency",
                severity="error",
                spans=(dated.core, *claim.spans),
                claims=(*_claims_at(case, dated.mention), claim.id),
                explanation=f"As written this is {days} days before the start that the report gives, {began}.",
                computation={"check": "order", "earlier": day.isoformat(), "must_not_precede": began.isoformat()},
            )


def _start(case: Case, dated: Dated) -> tuple[Claim, date] | None:
    """The claim before the mention that says when the operation began, and the day."""
    for claim in case.claims:
        value = case.resolution.time(claim.time)
        day = value.range.first_day if value and value.range.precision == "day" else None
        before = claim.spans and claim.spans[0].start < dated.core.start
        if claim.act == "begin_offensive" and day is not None and before and value and value.weekday_ok is not False:
            return claim, day
    return None


def undated_report(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report does not say when it was published, or says it in a line that names no day.

    Example: an agency line with a town and no date; "Published: two days ago". What evidence bounds the day stands in
    the explanation, and so does a line of the head that could not be used, with the reason.
    """
    publication = case.resolution.publication
    if publication.stated:
        return
    reasons = "; ".join(evidence.why for evidence in publication.evidence)
    known = publication.best or (publication.range if publication.range.earliest else None)
    bounded = f" Evidence puts it at {known.iso()}: {reasons}." if known else ""
    lines = [field for field in case.parse.frame.fields if field.name == "published"]
    found = [f"The line “{field.line.quote}” was found and could not be used: {_unusable(field)}." for field in lines]
    yield Finding(
        id="",
        code="W104",
        type="undated_report",
        severity="warning",
        spans=tuple(field.line for field in lines),
        claims=(),
        explanation=f"{' '.join(found) or 'The text gives no publication date.'}{bounded}",
    )


def _unusable(field: Field) -> str:
    """Why a line of the head dates no report."""
    words = field.value.quote
    expressions = find_expressions(words)
    if not expressions:
        return "it holds no date that can be read"
    first = expressions[0]
    if first.kind == "numeric":
        return "its numbers can be read as two days"
    if first.kind in ("month", "year", "yearrange", "season"):
        return "it names no day"
    if first.kind in ("date", "monthday", "range") and not first.get("year"):
        return "it names no year, and nothing else in the text settles which"
    return "it does not name one day of the calendar"


def ambiguous_time(case: Case, reference: Reference) -> Iterator[Finding]:
    """A time can mean two different days.

    Example: midnight of a Tuesday is its start or its end; 03/04 is March or April. Told only where the text
    settles neither.
    """
    second = {r.mention: r.value for r in case.resolution.readings if r.rank == 2 and isinstance(r.value, TimeValue)}
    for dated in _dated(case):
        other = second.get(dated.mention.id)
        if other is not None and other.range.first_day is not None:
            yield _ambiguous(case, dated, f"{dated.value.range.first_day} or {other.range.first_day}")
        elif (
            dated.value.timex_value
            and dated.value.timex_value.endswith("T24:00")
            and " on " in dated.mention.span.quote
        ):
            yield _ambiguous(case, dated, "the start or the end of the day")


def _ambiguous(case: Case, dated: Dated, choice: str) -> Finding:
    return Finding(
        id="",
        code="W105",
        type="ambiguous_time",
        severity="info",
        spans=(dated.mention.span,),
        claims=_claims_at(case, dated.mention),
        explanation=f"“{dated.mention.span.quote}” can mean {choice}.",
    )


def _dated(case: Case) -> Iterator[Dated]:
    for mention in case.resolution.mentions:
        value = case.resolution.time(mention.id) if mention.kind == "time" else None
        if value is not None:
            start, end = value.core or (mention.span.start, mention.span.end)
            yield Dated(mention=mention, value=value, core=case.report.span(start, end))


def _claims_at(case: Case, mention: Mention) -> tuple[str, ...]:
    return tuple(claim.id for claim in case.claims if claim.time == mention.id)


def _expression(quote: str) -> Expression | None:
    return next((e for e in find_expressions(quote) if e.get("weekday")), None)


CALENDAR_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    weekday_date_mismatch,
    date_after_publication,
    order_inconsistency,
    undated_report,
    ambiguous_time,
)

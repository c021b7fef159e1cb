"""A record as rows of plain words: what the terminal's table and the web page both show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.export.name_rows import name_rows
from dateline.export.position import Lines
from dateline.export.pronouns import voiced
from dateline.export.rows import ClaimRow, EventRow, FindingRow, HoldRow, NoteRow, RecordView
from dateline.export.visible import one_line
from dateline.export.vocabulary import (
    act_word,
    manner_word,
    plain,
    role_word,
    status_word,
    time_word,
    unknown_word,
    unknown_words,
    via_word,
    why_words,
)
from dateline.export.wording import (
    according_to,
    actor_name,
    holds,
    place_name,
    publisher_name,
    quoted,
    voice_name,
    when,
)
from dateline.model.derived import Event, Finding, Merge, Projection, Unknown
from dateline.model.record import Case, Claim, Record
from dateline.model.relevance import Relevance
from dateline.model.time import TimeRange

_DENIAL = re.compile(r"denial of (\w+)")


def view(record: Record) -> RecordView:
    """The rows of a record, in text order."""
    case = record.case
    lines = Lines.of(record.report.text)
    return RecordView(
        name=one_line(record.report.name),
        publisher=publisher_name(case),
        published=_published(record),
        counts=_counts(record),
        gate=_gate(record.gate),
        claims=tuple(_claim(case, claim) for claim in record.claims),
        findings=tuple(sorted((_finding(case, f, lines) for f in record.findings), key=_in_text_order)),
        holds=_holds(case),
        merges=tuple(_merged(case, merge) for merge in record.merges),
        events=tuple(_event(case, event) for event in case.events),
        names=name_rows(case),
        unknowns=tuple(_unknown(unknown) for unknown in record.unknowns),
        not_events=tuple(_set_aside(case)),
    )


def _merged(case: Case, merge: Merge) -> str:
    """How the voices on a place stand to each other, and on which day: a place may have changed hands."""
    day = f" on {merge.at}" if merge.at else ""
    return one_line(f"{place_name(case, merge.place)}{day}: {status_word(merge.status)} – {merge.summary}")


def _gate(look: Relevance | None) -> str:
    if look is None or look.relevant:
        return ""
    words = ", ".join(f"{one_line(word.span.quote)} {word.weight:.1f}" for word in look.words) or "none"
    return (
        f"not read: the gate found no conflict report (score {look.score:.1f} of {look.threshold:.1f}; words: {words})"
    )


def _published(record: Record) -> str:
    publication = record.case.resolution.publication
    if publication.stated:
        return f"{when(publication.range)} (stated)"
    known = publication.best or publication.range
    if known.first_day is None and known.last_day is None:
        return "no date is given"
    return f"no date is given; by the text {when(known)}"


def _counts(record: Record) -> str:
    coded = sum(claim.codeable for claim in record.claims)
    parts = (
        (len(record.claims), "claim", f", {coded} coded"),
        (len(record.case.events), "event", ""),
        (len(record.findings), "finding", ""),
        (len(record.unknowns), "unknown", ""),
    )  # fmt: skip
    return " · ".join(f"{number} {noun}{'' if number == 1 else 's'}{more}" for number, noun, more in parts)


def _claim(case: Case, claim: Claim) -> ClaimRow:
    return ClaimRow(
        id=claim.id,
        sentence=claim.sentence,
        voice=according_to(case, claim.voices),
        words=quoted(claim.spans),
        tags=tuple(_tags(claim)),
        details=_details(case, claim),
        codeable=claim.codeable,
        why="" if claim.codeable else one_line(_why(claim)),
    )


def _why(claim: Claim) -> str:
    """Why it is no event; on a page with all claims, which one it denies."""
    denied = _DENIAL.match(claim.why or "")
    return f"it denies {denied[1]}" if denied else why_words(claim.why) or "no reason given"


def _tags(claim: Claim) -> Iterator[str]:
    """What a claim is: act and manner, and what is not to be expected of news: that it is denied, or of another time."""
    yield act_word(claim.act)
    yield manner_word(claim.modality)
    if claim.polarity == "negative" and claim.modality != "denied":
        yield "negated"
    if claim.temporal_status not in ("current", claim.why):
        yield time_word(claim.temporal_status)


def _details(case: Case, claim: Claim) -> tuple[str, ...]:
    """Who, to whom, where, when: the words of the mentions, with what they were read as."""
    roles: dict[str, list[str]] = {
        role_word(role): list(mentions) for role, mentions in claim.roles.items() if mentions
    }
    if claim.place and "place" not in claim.roles:
        roles.setdefault(role_word("place"), []).append(claim.place)
    if claim.time:
        roles.setdefault(role_word("time"), []).append(claim.time)
    return tuple(
        f"{role}: {', '.join(_mention(case, mention) for mention in mentions)}" for role, mentions in roles.items()
    )


def _mention(case: Case, mention: str) -> str:
    words = one_line(case.resolution.mention(mention).span.quote)
    time = case.resolution.time(mention)
    named = case.resolution.actor(mention) or case.resolution.place(mention)
    meant = _days(time.range) if time else one_line(named.name if named else "")
    return words if not meant or meant.casefold() in words.casefold() else f"{words} [{meant}]"


def _days(days: TimeRange) -> str:
    return when(days) if days.first_day or days.last_day else ""


def _finding(case: Case, finding: Finding, lines: Lines) -> FindingRow:
    line, column = lines.position(finding.spans[0].start) if finding.spans else (0, 0)
    return FindingRow(
        id=finding.id,
        code=finding.code,
        type=finding.type,
        severity=finding.severity,
        line=line,
        column=column,
        words=quoted(finding.spans),
        message=one_line(finding.explanation),
        arithmetic=_arithmetic(case, finding.computation),
        repairs=tuple(one_line(repair.result) for repair in finding.repairs),
    )


def _in_text_order(row: FindingRow) -> tuple[bool, int, int, str]:
    """Findings about no words in particular come last."""
    return row.line == 0, row.line, row.column, row.code


def _arithmetic(case: Case, computation: Mapping[str, Any] | None) -> str:
    parts = (computation or {}).items()
    return one_line(", ".join(f"{plain(name)} {_value(case, value)}" for name, value in parts if name != "check"))


def _value(case: Case, value: Any) -> str:
    """A value for people: ids by their names, numbers as they are, tables as JSON."""
    if isinstance(value, list | tuple):
        words = any(isinstance(part, str) for part in value)
        return (" and " if words else ", ").join(_value(case, part) for part in value) or "nobody"
    if isinstance(value, str):
        known = case.actors.get(value) or case.places.get(value)
        return known.name if known else value
    return json.dumps(value, ensure_ascii=False, default=str)


def _unknown(unknown: Unknown) -> NoteRow:
    return NoteRow(
        what=one_line(unknown_words(unknown.what)), kind=unknown_word(unknown.status), words=quoted(unknown.spans)
    )


def _set_aside(case: Case) -> Iterator[NoteRow]:
    """Words that are no event, where no claim of the same words says so and why."""
    told = {claim.spans for claim in case.claims if not claim.codeable}
    for row in case.not_events:
        if row.spans not in told:
            kind, what = why_words(row.reason), why_words(row.explanation)
            yield NoteRow(what=one_line(what), kind="" if kind == what else one_line(kind), words=quoted(row.spans))


def _believer(case: Case, actor: str) -> str:
    return publisher_name(case) if actor == case.resolution.publisher.id else voiced(actor_name(case, actor))


def _holds(case: Case) -> tuple[HoldRow, ...]:
    rows = (
        HoldRow(
            believer=_believer(case, state.believer),
            place=place_name(case, state.place),
            says=holds(case, state),
            when=when(state.valid),
            via=via_word(state.via),
            modality=manner_word(state.modality),
            note=one_line(state.note or ""),
        )
        for state in case.control
    )
    return tuple(sorted(rows, key=lambda row: (row.believer, row.place)))


def _event(case: Case, event: Event) -> EventRow:
    claims = {claim.id: claim for claim in case.claims}
    telling = (claims[name].voices for name in event.leading or event.claims)
    voices = dict.fromkeys(voice_name(case, chain[-1]) if chain else "an unnamed voice" for chain in telling)
    return EventRow(
        id=event.id,
        voices=f"According to {' and '.join(voices)}",
        label=one_line(event.label),
        when=when(event.time),
        status=status_word(event.status),
        claims=", ".join(event.claims),
        projections=tuple(_projection(projection) for projection in event.projections),
    )


def _projection(projection: Projection) -> str:
    """The codebook, its first word for the event, and the rule that decided."""
    names = ("sub_event_type", "event_type", "event", "type_of_violence")
    word = next((str(projection.values[n]) for n in names if projection.values.get(n) is not None), "nothing")
    return one_line(f"{projection.codebook.upper()}: {word} – {projection.rule}")

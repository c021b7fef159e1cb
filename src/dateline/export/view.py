"""A record as rows of plain words: what the terminal's table and the web page both show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.export.position import Lines
from dateline.export.visible import one_line
from dateline.export.wording import according_to, actor_name, claim_tags, holds, place_name, quoted, when
from dateline.model.record import Case, Claim, Finding, Record
from dateline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim: whose word, which words, what they are; `why` says why it is not coded (empty when it is)."""

    id: str
    sentence: str
    voice: str
    words: str
    tags: tuple[str, ...]
    details: tuple[str, ...]
    codeable: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding with its place in the text: `line` and `column` from 1, both 0 when it is about no words."""

    id: str
    code: str
    type: str
    severity: str
    line: int
    column: int
    words: str
    message: str
    arithmetic: str
    repairs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRow:
    """What one voice says of who holds a place, and since or until when."""

    believer: str
    place: str
    says: str
    when: str
    via: str
    modality: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """Something unknown, or words that are no event: what, of which kind, and the words."""

    what: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """Everything a face shows of one record."""

    name: str
    publisher: str
    published: str
    counts: str
    claims: tuple[ClaimRow, ...]
    findings: tuple[FindingRow, ...]
    holds: tuple[HoldRow, ...]
    merges: tuple[str, ...]
    unknowns: tuple[NoteRow, ...]
    not_events: tuple[NoteRow, ...]


def view(record: Record) -> RecordView:
    """The rows of a record, in text order."""
    case = record.case
    lines = Lines.of(record.report.text)
    return RecordView(
        name=one_line(record.report.name),
        publisher=one_line(record.report.source or case.resolution.publisher.name),
        published=_published(record),
        counts=_counts(record),
        claims=tuple(_claim(case, claim) for claim in record.claims),
        findings=tuple(sorted((_finding(f, lines) for f in record.findings), key=_in_text_order)),
        holds=_holds(case),
        merges=tuple(one_line(f"{place_name(case, m.place)}: {m.status} – {m.summary}") for m in record.merges),
        unknowns=tuple(
            NoteRow(what=one_line(u.what), kind=_plain(u.status), words=quoted(u.spans)) for u in record.unknowns
        ),
        not_events=tuple(
            NoteRow(what=one_line(n.explanation), kind=_plain(n.reason), words=quoted(n.spans)) for n in case.not_events
        ),
    )


def _published(record: Record) -> str:
    publication = record.case.resolution.publication
    if publication.stated:
        return f"{when(publication.range)} (stated)"
    known = publication.best or publication.range
    if known.first_day is None and known.last_day is None:
        return "not stated"
    return f"not stated; by the text {when(known)}"


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
        tags=claim_tags(claim),
        details=_details(case, claim),
        codeable=claim.codeable,
        why="" if claim.codeable else one_line(claim.why or "no reason given"),
    )


def _details(case: Case, claim: Claim) -> tuple[str, ...]:
    """Who, to whom, where, when: the words of the mentions, with what they were read as."""
    roles = [(role, mention) for role, mentions in claim.roles.items() for mention in mentions]
    if claim.place and "place" not in claim.roles:
        roles.append(("place", claim.place))
    if claim.time:
        roles.append(("time", claim.time))
    return tuple(f"{role}: {_mention(case, mention)}" for role, mention in roles)


def _mention(case: Case, mention: str) -> str:
    words = one_line(case.resolution.mention(mention).span.quote)
    time = case.resolution.time(mention)
    named = case.resolution.actor(mention) or case.resolution.place(mention)
    meant = when(time.range) if time else one_line(named.name if named else "")
    return words if not meant or meant.casefold() in words.casefold() else f"{words} = {meant}"


def _finding(finding: Finding, lines: Lines) -> FindingRow:
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
        arithmetic=_arithmetic(finding.computation),
        repairs=tuple(one_line(repair.result) for repair in finding.repairs),
    )


def _in_text_order(row: FindingRow) -> tuple[bool, int, int, str]:
    """Findings about no words in particular come last."""
    return row.line == 0, row.line, row.column, row.code


def _arithmetic(computation: Mapping[str, Any] | None) -> str:
    parts = (computation or {}).items()
    return one_line(", ".join(f"{_plain(name)} {_value(value)}" for name, value in parts if name != "check"))


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _holds(case: Case) -> tuple[HoldRow, ...]:
    rows = (
        HoldRow(
            believer=actor_name(case, state.believer),
            place=place_name(case, state.place),
            says=holds(case, state),
            when=when(state.valid),
            via=_plain(state.via),
            modality=state.modality,
            note=one_line(state.note or ""),
        )
        for state in case.control
    )
    return tuple(sorted(rows, key=lambda row: (row.believer, row.place)))


def _plain(name: str) -> str:
    return one_line(name.replace("_", " "))


def first_span(finding: Finding) -> Span | None:
    """The words where a finding is shown; None when it is about the whole report."""
    return finding.spans[0] if finding.spans else None

"""The rows that faces show of a record: plain words, safe to print, voices first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim: whose word, which words, what they are (act, manner, time); `why` says why it is not coded (empty when it is)."""

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
class EventRow:
    """What some claims tell of: who tells of it, how together, and what outside codebooks would make of it and why."""

    id: str
    voices: str
    label: str
    when: str
    status: str
    claims: str
    projections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """An actor or place, the words that name it in this report, and what the registers say of it."""

    name: str
    kind: str
    words: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """Something unknown, or words that are no event: what, of which kind, and the words."""

    what: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """Everything a face shows of one record; `gate` says that it was not read, and why (empty when it was)."""

    name: str
    publisher: str
    published: str
    counts: str
    claims: tuple[ClaimRow, ...]
    findings: tuple[FindingRow, ...]
    holds: tuple[HoldRow, ...]
    merges: tuple[str, ...]
    events: tuple[EventRow, ...]
    names: tuple[NameRow, ...]
    unknowns: tuple[NoteRow, ...]
    not_events: tuple[NoteRow, ...]
    gate: str = ""

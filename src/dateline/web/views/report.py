"""A report in the room: its words with underline lanes, the chains of voices as brackets, findings at their line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from dateline.desk import Names
from dateline.export.lanes import Mark, Segment, segments
from dateline.export.position import Lines
from dateline.export.visible import direction_controls, one_line, visible
from dateline.export.vocabulary import (
    act_word,
    kind_word,
    manner_word,
    plain,
    time_word,
    unknown_word,
    unknown_words,
    why_words,
)
from dateline.model.ledger import LedgerClaim
from dateline.web.views.coding import coding_sentence
from dateline.web.views.coding import plain as as_words
from dateline.web.views.lane_classes import depth_class, lane_classes
from dateline.web.views.words import precision

PART = 200
"""Sentences of a report on one page; almost every report has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A small link before words: which claim or finding begins there.

    `anchor` is what links from elsewhere lead to: set where the claim's first words begin, at `first`, and nowhere else.
    A finding, which may be about many words of a text, has its sign at the first of them alone.
    """

    label: str
    href: str
    name: str
    anchor: str = ""
    first: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words under the same marks: the classes of their lanes, what begins here, and what the marks are in words."""

    words: str
    classes: str
    signs: tuple[Sign, ...]
    odd: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding with its arithmetic and repairs; `line` 0 where it is about no words."""

    id: str
    code: str
    type: str
    severity: str
    line: int
    column: int
    message: str
    quote: str
    repairs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of the report with the findings beside it."""

    pieces: tuple[Piece, ...]
    depth: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A chain of voices in the margin with the claims that hang on it: (sign, anchor of its card)."""

    voice: str
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Sentences for which the same chains answer; one bracket holds them together."""

    chains: tuple[Chain, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in the list below the text; `event` is its event's id, empty for one that is in none."""

    id: str
    sign: str
    voice: str
    quote: str
    sentence: str
    facts: tuple[str, ...]
    precision: str
    time_words: str
    why: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something unknown, or words that are no event: what, of which kind, and the words."""

    what: str
    kind: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Everything that the screen of a report shows below its head: `part` of `parts`, both from 1."""

    language: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    unknowns: tuple[Note, ...]
    set_aside: tuple[Note, ...]
    gate: str
    part: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report as the ledger keeps it. `event_of` gives the id of the event that a claim tells of (empty: none)."""

    text: str
    record: Mapping[str, Any]
    claims: tuple[LedgerClaim, ...]
    names: Names
    event_of: Callable[[str], str]


def part_at(kept: Kept, offset: int) -> int:
    """The part in which a code point of the text stands."""
    return max(0, bisect_right(_starts(kept), max(0, offset)) - 1) // PART + 1


def report_view(kept: Kept, *, part: int = 1, size: int = PART) -> ReportView:
    """One part of a report as it is shown, with the claims and findings whose first words stand in it."""
    starts = _starts(kept)
    parts = max(1, -(-len(starts) // size))
    part = min(part, parts)
    edges = [*starts, len(kept.text)]
    window = (edges[(part - 1) * size], edges[min(part * size, len(starts))], part == 1)
    findings = tuple(_findings(kept))
    here = tuple(
        finding
        for raw, finding in zip(kept.record["findings"], findings, strict=True)
        if _within(raw["spans"][0]["start"] if raw["spans"] else None, window)
    )
    times = _time_words(kept.record)
    return ReportView(
        language=str(kept.record["doc"].get("language") or "und"),
        blocks=tuple(_blocks(kept, findings, range((part - 1) * size, min(part * size, len(starts))))),
        cards=tuple(
            _card(claim, kept, times.get(claim.local, ""))
            for claim in kept.claims
            if _within(claim.spans[0][0] if claim.spans else None, window)
        ),
        findings=here,
        unknowns=_noted(kept.record["unknowns"], "what", "status"),
        set_aside=tuple(_aside(kept.record["not_events"])),
        gate=_gate(kept.record.get("gate")),
        part=part,
        parts=parts,
    )


def _within(first: int | None, window: tuple[int, int, bool]) -> bool:
    """Whether something that begins there belongs to a part; what is about no words belongs to the first."""
    begin, end, is_first = window
    return is_first if first is None else begin <= first < end


def _noted(rows: Iterable[Mapping[str, Any]], what: str, kind: str) -> tuple[Note, ...]:
    return tuple(
        Note(what=one_line(unknown_words(r[what])), kind=unknown_word(r[kind]), quote=_quotes(r["spans"])) for r in rows
    )


def _aside(rows: Iterable[Mapping[str, Any]]) -> Iterator[Note]:
    for row in rows:
        why, told = one_line(why_words(row["reason"])), one_line(row["explanation"])
        yield Note(what=why, kind="" if told == row["reason"] else told, quote=_quotes(row["spans"]))


def _gate(gate: Mapping[str, Any] | None) -> str:
    if not gate or gate.get("relevant", True):
        return ""
    return "This report was not read further: the gate found no conflict report in it."


def _blocks(kept: Kept, findings: Sequence[Finding], wanted: range) -> Iterator[Block]:
    """The wanted sentences in order; neighbours with the same chains share a bracket."""
    starts = _starts(kept)
    stretches = tuple(pairwise([*starts, len(kept.text)])) if kept.text else ()
    marks = _by_line(starts, _marks(kept))
    notes = _notes(kept, findings, starts)
    chains = {number: _chains(kept, *stretches[number]) for number in wanted if number < len(stretches)}
    signs = _signs(kept)
    for voices, numbers in groupby(chains, key=lambda n: tuple(c.voice for c in chains[n])):
        lines = list(numbers)
        yield Block(
            chains=_merged(voices, [chain for number in lines for chain in chains[number]]),
            lines=tuple(_line(kept.text, stretches[n], marks[n], notes=notes[n], signs=signs) for n in lines),
        )


def _starts(kept: Kept) -> list[int]:
    sentences = (int(sentence["start"]) for sentence in kept.record["sentences"])
    return sorted({0, *(start for start in sentences if start < len(kept.text))})


def _by_line(starts: Sequence[int], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of every line; one that runs over several lines belongs to all of them."""
    lines: list[list[Mark]] = [[] for _ in starts]
    for mark in marks:
        for index in range(bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end - 1)):
            lines[index].append(mark)
    return lines


def _marks(kept: Kept) -> Iterator[Mark]:
    for mention in kept.record["mentions"]:
        if mention["start"] < mention["end"]:
            yield Mark(
                start=mention["start"], end=mention["end"], kind=f"m-{mention['kind']}", label=str(mention["id"])
            )
    for claim in kept.claims:
        kind = "claim" if claim.codeable else "claim uncoded"
        yield from (Mark(start=a, end=b, kind=kind, label=claim.local, tier=1) for a, b in claim.spans if a < b)
    for finding in kept.record["findings"]:
        for span in finding["spans"]:
            if span["start"] < span["end"]:
                kind = f"f-{finding['severity']}"
                yield Mark(start=span["start"], end=span["end"], kind=kind, label=str(finding["id"]), tier=2)


def _signs(kept: Kept) -> Mapping[str, Sign]:
    """What a small link says, by the label of its mark; mentions have none."""
    claims = {
        claim.local: Sign(
            label=claim.local,
            href=f"#{claim.id}",
            name=f"claim {claim.local}: {act_word(claim.act)}",
            anchor=f"w-{claim.id}",
            first=claim.spans[0][0] if claim.spans else -1,
        )
        for claim in kept.claims
    }
    findings = {
        str(f["id"]): Sign(
            label=f["code"],
            href=f"#f-{f['id']}",
            name=f"{f['severity']} {f['code']}: {plain(f['type'])}",
            first=f["spans"][0]["start"] if f["spans"] else -1,
        )
        for f in kept.record["findings"]
    }
    return {**claims, **findings}


def _line(
    text: str,
    stretch: tuple[int, int],
    marks: Sequence[Mark],
    *,
    notes: Sequence[Finding],
    signs: Mapping[str, Sign],
) -> Line:
    cut = segments(*stretch, marks)
    return Line(
        pieces=tuple(_piece(text, segment, signs) for segment in cut),
        depth=depth_class(len(cut[0].lanes)) if cut else "d0",
        findings=tuple(notes),
    )


def _piece(text: str, segment: Segment, signs: Mapping[str, Sign]) -> Piece:
    raw = text[segment.start : segment.end]
    marks = [mark for mark in segment.lanes if mark]
    begun = (
        signs[mark.label]
        for mark in segment.begins
        if mark.label in signs and (mark.tier == 1 or signs[mark.label].first == mark.start)
    )
    return Piece(
        words=visible(raw),
        classes=lane_classes([mark.kind if mark else "" for mark in segment.lanes]),
        signs=tuple(sign if sign.first == segment.start else replace(sign, anchor="") for sign in begun),
        odd=" ".join(direction_controls(raw)),
        names=" · ".join(signs[m.label].name if m.label in signs else m.kind.removeprefix("m-") for m in marks),
    )


def _chains(kept: Kept, start: int, end: int) -> tuple[Chain, ...]:
    """The chains of the claims that begin in a stretch, in the order of their first words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for claim in kept.claims:
        if claim.spans and start <= claim.spans[0][0] < end:
            voice = kept.names.according_to(claim.chain)
            found.setdefault(voice, []).append((claim.local, claim.id))
    return tuple(Chain(voice=voice, claims=tuple(claims)) for voice, claims in found.items())


def _merged(voices: tuple[str, ...], chains: Sequence[Chain]) -> tuple[Chain, ...]:
    return tuple(
        Chain(voice=voice, claims=tuple(c for chain in chains if chain.voice == voice for c in chain.claims))
        for voice in voices
    )


def _findings(kept: Kept) -> Iterator[Finding]:
    lines = Lines.of(kept.text)
    for found in kept.record["findings"]:
        spans = found["spans"]
        line, column = lines.position(spans[0]["start"]) if spans else (0, 0)
        yield Finding(
            id=str(found["id"]),
            code=found["code"],
            type=plain(found["type"]),
            severity=found["severity"],
            line=line,
            column=column,
            message=one_line(found["explanation"]),
            quote=_quotes(spans),
            repairs=tuple(one_line(_result(repair)) for repair in found["repairs"] or ()),
        )


def _result(repair: Mapping[str, Any] | str) -> str:
    return repair if isinstance(repair, str) else str(repair.get("result", ""))


def _notes(kept: Kept, findings: Sequence[Finding], starts: Sequence[int]) -> list[list[Finding]]:
    lines: list[list[Finding]] = [[] for _ in starts]
    for raw, finding in zip(kept.record["findings"], findings, strict=True):
        if raw["spans"]:
            lines[bisect_right(starts, raw["spans"][0]["start"]) - 1].append(finding)
    return lines


def _card(claim: LedgerClaim, kept: Kept, time_words: str) -> Card:
    voice = kept.names.according_to(claim.chain)
    return Card(
        id=claim.id,
        sign=claim.local,
        voice=voice.removeprefix("According to "),
        quote=one_line(claim.quote),
        sentence=as_words(coding_sentence(claim, kept.names)).removeprefix(f"{voice}, ").removesuffix("."),
        facts=(manner_word(claim.modality), time_word(claim.temporal_status), kind_word(claim.kind)),
        precision=precision(claim.days),
        time_words=time_words,
        why=one_line(why_words(claim.why)) if not claim.codeable else "",
        event=kept.event_of(claim.id),
    )


def _time_words(record: Mapping[str, Any]) -> Mapping[str, str]:
    """The words from which a claim's days were read, by the claim's id in its record."""
    words = {time["id"]: one_line(time["span"]["quote"]) for time in record["times"] if time["span"]}
    return {claim["id"]: words[claim["time"]] for claim in record["claims"] if claim.get("time") in words}


def _quotes(spans: Iterable[Mapping[str, Any]]) -> str:
    return " […] ".join(dict.fromkeys(one_line(span["quote"]) for span in spans))

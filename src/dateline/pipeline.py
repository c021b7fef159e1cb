"""The stages in order: nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dateline.check import check
from dateline.claim import attribute, claim
from dateline.derive import (
    derive_control,
    derive_events,
    derive_unknowns,
    merge_control,
    with_corrections,
    with_denials,
)
from dateline.gate import relevant
from dateline.mark import mark
from dateline.model.record import Case, Record
from dateline.model.relevance import Relevance
from dateline.model.text import Report
from dateline.parse import Parser, load_parser, parse, unread
from dateline.propose import Transport, propose
from dateline.reference import Reference, load_reference
from dateline.reference.edition import edition
from dateline.resolve import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What the stages need: a parser and the reference; `transport` leads to a language model, if the user has one.

    `reader` says which edition of the rules and which parser it is made of.
    """

    parser: Parser
    reference: Reference
    transport: Transport | None = None
    reader: str = ""


def load_engine(*, model: str | None = None, places: Path | None = None, actors: Path | None = None) -> Engine:
    """Load parser and reference; raises ConfigurationError when a model or data file is missing.

    `places` is the folder of the countries that were added to the gazetteer, `actors` that of the lists that were added to
    the register, by default the user's.
    """
    parser = load_parser(model)
    reader = f"{edition()} {parser.info.model} {parser.info.version}"
    return Engine(parser=parser, reference=load_reference(places=places, actors=actors), reader=reader)


def run(report: Report, *, engine: Engine, gate: bool = False) -> Record:
    """The record of one report; a pure function of the report and the engine.

    With `gate`, a text in which a first look finds no conflict report is not read: its record is empty and says so.
    """
    look = relevant(report, engine.reference.relevance) if gate else None
    if look is not None and not look.relevant:
        return _turned_away(report, look, engine=engine)
    parsed = parse(report, parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    attributions, quotes = attribute(parsed, resolution, reference=engine.reference)
    acts = engine.reference.acts.acts()
    proposed = propose(parsed, resolution, transport=engine.transport, acts=acts) if engine.transport else None
    proposals = proposed.proposals if proposed else ()
    claims, not_events = claim(parsed, resolution, attributions, reference=engine.reference, proposals=proposals)
    case = Case(
        parse=parsed,
        resolution=resolution,
        attributions=attributions,
        quotes=quotes,
        claims=claims,
        not_events=not_events,
    )
    case = with_corrections(case)
    case = replace(case, claims=with_denials(case))
    case = replace(case, events=derive_events(case, codebooks=engine.reference.codebooks))
    case = replace(case, control=derive_control(case))
    findings = check(case, reference=engine.reference)
    return Record(
        case=case,
        findings=findings,
        unknowns=derive_unknowns(case),
        merges=merge_control(case),
        extractor=f"rules+{engine.transport.endpoint.name}" if engine.transport else "rules",
        proposed=proposed,
        gate=look,
        reader=engine.reader,
    )


def _turned_away(report: Report, look: Relevance, *, engine: Engine) -> Record:
    """The record of a report that was not read: who published it and when, by its frame, and why there is no more."""
    parsed = unread(report)
    case = Case(parse=parsed, resolution=resolve(parsed, (), reference=engine.reference))
    return Record(case=case, findings=(), unknowns=(), gate=look, reader=engine.reader)

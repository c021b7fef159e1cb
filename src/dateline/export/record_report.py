"""The head of a record: publisher, dateline, publication date, who is quoted and who is not."""

from __future__ import annotations

from typing import Any

from dateline.export.names import Names
from dateline.export.record_layers import days_json, span_json
from dateline.model.record import Case
from dateline.model.span import Span

GRADE = {
    "reliability": "F",
    "credibility": 6,
    "why": "default; reliability is never inferred from the text, the user sets it per source",
}


def report_json(case: Case, names: Names) -> dict[str, Any]:
    """The report's own statements about itself, and which parties speak in it."""
    frame = case.parse.frame
    quoted, silent = _parties(case)
    window = days_json(case.resolution.window)
    return {
        "publisher": _publisher(case),
        "slug_span": _or_none(frame.slugs[0] if frame.slugs else None),
        "dateline": _dateline(case, names),
        "byline_codes": {"span": span_json(frame.byline), "content": False} if frame.byline else None,
        "publication_date": _publication(case),
        "document_type": frame.kind,
        "news_window": [window["earliest"], window["latest"]] if case.resolution.window else None,
        "language": case.report.language,
        "parties_quoted": quoted,
        "parties_not_quoted": silent,
        "source_grade": dict(GRADE),
    }


def _publisher(case: Case) -> dict[str, Any]:
    """Who publishes the report, where it says so and by what sign, and the other signs that need nothing besides."""
    frame, told = case.parse.frame, case.resolution.published_by
    sure = (sign for sign in sorted(frame.signs, key=lambda sign: sign.rank) if sign.is_sure)
    signs = {(sign.kind, sign.name.quote): sign for sign in (*((told,) if told else ()), *sure)}
    return {
        "entity": case.resolution.publisher.id,
        "span": _or_none(told.name if told else frame.agency or frame.signed),
        "signs": [{"kind": sign.kind, "span": span_json(sign.name)} for sign in signs.values()],
    }


def _or_none(span: Span | None) -> dict[str, Any] | None:
    return span_json(span) if span else None


def _dateline(case: Case, names: Names) -> dict[str, Any]:
    frame = case.parse.frame
    mention = next((m for m in case.resolution.mentions if frame.place and m.span.overlaps(frame.place)), None)
    return {
        "agency": _or_none(frame.agency),
        "place": _or_none(frame.place),
        "place_ref": names.refs[mention.id] if mention and mention.kind == "place" else None,
        "country": _or_none(frame.country),
        "date": _or_none(frame.date),
    }


def _publication(case: Case) -> dict[str, Any]:
    publication = case.resolution.publication
    days = days_json(publication.range)
    best = days_json(publication.best) if publication.best else None
    return {
        "stated": days["earliest"] if publication.stated else None,
        **days,
        "best": [best["earliest"], best["latest"]] if best else None,
        "precision": publication.range.precision if publication.stated else "inferred",
        "evidence": [{"kind": e.kind, "span": _or_none(e.span), "why": e.why} for e in publication.evidence],
    }


def _parties(case: Case) -> tuple[list[str], list[str]]:
    """Armed or governing parties whose word is given, and those that only act."""
    heard = {holder for claim in case.claims for holder in claim.chain[1:]}
    acting = {
        actor.id
        for claim in case.claims
        for role in ("agent", "patient")
        for mention in claim.roles.get(role, ())
        if (actor := case.resolution.actor(mention)) and actor.armed
    }
    sides = {case.actors[holder].side for holder in heard if holder in case.actors} - {None}
    silent = [a for a in sorted(acting - heard) if a in case.actors and case.actors[a].side not in sides]
    quoted = [h for h in sorted(heard) if h in case.actors and not case.actors[h].anonymous]
    return quoted, silent

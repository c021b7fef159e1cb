"""Attribution (PolNeAR): who says what, with which cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.claim import attribute
from dateline.mark import mark
from dateline.model.record import Attribution
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row per attribution: `source`, `cue` and `content` as [start, end] pairs.

    PolNeAR annotates the outer attribution only and conjoined sources as one, so nested ones are left out and
    the sources that share a cue are put together.
    """
    for doc in docs:
        parsed = parse(Report.of(doc["text"], name=str(doc["id"])), parser=engine.parser)
        mentions = mark(parsed, reference=engine.reference)
        resolution = resolve(parsed, mentions, reference=engine.reference)
        attributions, _ = attribute(parsed, resolution, reference=engine.reference, attitudes=True)
        for row in rows(str(doc["id"]), attributions):
            yield row | {"source": [_closed(doc["text"], start, end) for start, end in row["source"]]}


def rows(doc: str, attributions: Iterable[Attribution]) -> Iterator[dict[str, Any]]:
    """The rows of one document; of a labelled turn in a dialogue PolNeAR marks what is said inside it."""
    by_cue: dict[tuple[Span, ...], list[Attribution]] = {}
    attributions = _uncovered(tuple(attributions))
    turns = {one.id for one in attributions if one.verb == ":" and one.mode == "direct_quote"}
    for attribution in attributions:
        if attribution.mode != "relayed" and attribution.inside in (None, *turns) and attribution.id not in turns:
            by_cue.setdefault(attribution.phrase or attribution.cue, []).append(attribution)
    for cue, twins in by_cue.items():
        yield {
            "doc": doc,
            "source": _hull([span for twin in twins for span in twin.source]),
            "cue": _pairs(cue),
            "content": _pairs(twins[0].contents),
        }


def _uncovered(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions without relays, and without polls and the like in which people say something: "in a survey, most said …"."""
    by_id = {one.id: one for one in attributions}
    dropped = {one.inside for one in attributions if one.inside and one.stance != "attitude"}
    dropped = {name for name in dropped if by_id[name].mode == "relayed" or _tells_where(by_id[name])}
    kept = (one for one in attributions if one.id not in dropped)
    return tuple(replace(one, inside=_outer(one, by_id, dropped)) for one in kept)


def _tells_where(one: Attribution) -> bool:
    return one.stance == "attitude" and one.mode == "adjunct"


def _outer(one: Attribution, by_id: Mapping[str, Attribution], dropped: set[str]) -> str | None:
    outer = one.inside
    while outer in dropped:
        outer = by_id[outer].inside
    return outer


def _hull(spans: list[Span]) -> list[list[int]]:
    """One stretch from the first to the last source."""
    return [[min(s.start for s in spans), max(s.end for s in spans)]] if spans else []


def _closed(text: str, start: int, end: int) -> list[int]:
    """A source without a mark before it and with the comma that closes its apposition, as PolNeAR counts them."""
    while start < end - 1 and not text[start].isalnum() and text[start] not in "[($@#“''":
        start += 1
    return [start, end + 1 if "," in text[start:end] and text[end : end + 1] == "," else end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

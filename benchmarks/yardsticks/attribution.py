"""Attribution (PolNeAR): who says what, with which cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """One row per attribution: `source`, `cue` and `content` as [start, end] pairs."""
    for doc in docs:
        parsed = parse(Report.of(doc["text"], name=str(doc["id"])), parser=engine.parser)
        mentions = mark(parsed, reference=engine.reference)
        resolution = resolve(parsed, mentions, reference=engine.reference)
        attributions, _ = attribute(parsed, resolution, reference=engine.reference)
        for attribution in attributions:
            if attribution.mode != "relayed":
                yield _row(doc["id"], attribution)


def _row(doc: str, attribution: Attribution) -> dict[str, Any]:
    return {
        "doc": doc,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.contents),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

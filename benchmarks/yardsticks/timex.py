"""Runs the temporal layer over a TIMEX3 yardstick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dateline.mark.markers import mark
from dateline.mark.times import mark_times
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.times import timexes


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row per time expression that has a TIMEX3 value; the creation time, where given, is the publication."""
    for doc in docs:
        created = doc.get("dct")
        published = TimeRange.day(date.fromisoformat(created[:10])) if created else None
        parsed = parse(Report.of(doc["text"], published=published), parser=engine.parser)
        mentions = mark(parsed, reference=engine.reference, markers=(mark_times,))
        for timex in timexes(parsed, mentions):
            if timex.value is not None:
                yield {
                    "doc": doc["id"],
                    "start": timex.start,
                    "end": timex.end,
                    "value": timex.value,
                    "type": timex.type,
                }

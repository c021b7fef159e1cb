"""Yardstick `places`: toponyms and their points, TR-News and GeoWebNews.

Only the place layer runs: in a whole record "Moscow said" is an actor, here it is a toponym. Names count, common
nouns do not. Adjectives of nationality are toponyms of this yardstick (and places nowhere else): they get their
country's point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.text import Parse, Report
from dateline.model.world import Place
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.reference import Reference
from dateline.reference.gazetteer_fold import fold
from dateline.resolve.places import resolve_places


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row a toponym, in the scorer's format."""
    for doc in docs:
        parsed = parse(Report.of(doc["text"]), parser=engine.parser)
        for start, end, place in toponyms(parsed, engine.reference):
            yield {"doc": doc["id"], "start": start, "end": end, "lat": place.lat, "lon": place.lon}


def toponyms(parsed: Parse, reference: Reference) -> Iterator[tuple[int, int, Place]]:
    mentions = mark(parsed, reference=reference, markers=(mark_places,))
    values = {r.mention: r.value for r in resolve_places(parsed, mentions, reference) if r.rank == 1}
    named = [m for m in mentions if m.form == "name"]
    for mention in named:
        value = values.get(mention.id)
        if isinstance(value, Place):
            yield mention.span.start, mention.span.end, value
    for token in parsed.tokens:
        country = reference.gazetteer.demonyms.get(fold(token.text), "")
        inside = any(m.span.start < token.end and token.start < m.span.end for m in named)
        if (
            country in reference.gazetteer.countries
            and token.text[0].isupper()
            and not inside
            and token.dep in ("amod", "compound")
        ):
            yield token.start, token.end, reference.gazetteer.countries[country]

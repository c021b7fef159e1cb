"""What "the town" or "the region" means: the latest place that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.record import Mention, Reading, Reason
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference import Reference
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import FEATURE_NOUNS
from dateline.resolve.place_context import CountryFocus

_SETTLED = ("capital", "city", "town", "village", "camp", "place")


def nominal_readings(
    parse: Parse,
    mention: Mention,
    best: dict[str, Place],
    places: Sequence[Mention],
    focus: CountryFocus,
    reference: Reference,
) -> Iterator[Reading]:
    """The reading of a common noun: an earlier place, else a place of this report."""
    noun = parse.tokens[mention.head].lemma
    kind = FEATURE_NOUNS.get(noun, "place")
    value = _coreferent(mention, noun, kind, best, places, focus, reference)
    why = "the latest place that fits"
    if value is None:
        slug = re.sub(r"\W+", "-", fold(mention.span.quote)).strip("-") or "place"
        value = Place(id=f"report:{slug}", name=mention.span.quote, kind=kind, country=focus.first)
        why = "named only by a common noun"
    yield Reading(
        mention=mention.id, value=value, score=0.5, rank=1, reasons=(Reason(name="nominal", weight=0.5, why=why),)
    )


def _coreferent(
    mention: Mention,
    noun: str,
    kind: str,
    best: dict[str, Place],
    places: Sequence[Mention],
    focus: CountryFocus,
    reference: Reference,
) -> Place | None:
    gazetteer = reference.gazetteer
    country = focus.first
    if kind == "country":
        return gazetteer.countries.get(country) if country else None
    if noun == "capital":
        return gazetteer.capital(country) if country else None
    earlier = [best[m.id] for m in places if m.id in best and m.span.start < mention.span.start]
    if noun in ("city", "town", "village", "settlement"):
        return next((p for p in reversed(earlier) if p.kind in _SETTLED), None)
    return next((p for p in reversed(earlier) if p.kind == kind), None)

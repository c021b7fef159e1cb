"""In what, or beside what, the text says that a site without a name lies: "a camp at X", "a village near X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference.place_words import FEATURE_NOUNS, SITE_KINDS
from dateline.resolve.place_context import stated_owner

_HOLDS = re.compile(
    r"(?:of (?:the |an? )?[^,;.]{2,40} )?(?:of|in|inside|across|throughout)(?: the)?"
    r"(?: (?:village|town|city|district|province|region) of)?"
)
"""Words between a common noun and what it lies in: "villages across X", "the offices of a company in X"."""
_CALLED = frozenset({"called", "named", "known as"})
"""Words between a common noun and its own name: "an area called X"."""
_NEAR = re.compile(
    r"(?:near|outside|close to|not far from|(?:just |to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))? of)"
    r"(?: the)?(?: (?:village|town|city) of)?"
)
"""Words between a common noun and what it lies beside."""
_WIDE = ("country", "continent", "region", "set")
"""Kinds in which a site is not looked for: "a warehouse in Ukraine" may lie in the town just spoken of."""


def holders_of(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> dict[str, Place]:
    """For a common noun, the place that the text says it belongs to: "the outskirts of X", "X's port", "a camp at X"."""
    named = {place.id for place in places if place.form == "name"}
    beside = {mention: place for mention, place in settings(parse, places, settled) if mention not in named}
    found = {**beside, **dict(_sites(parse, places, settled))}
    owned = {one.id: two for one, two in pairwise(places) if stated_owner(parse, one, two)}
    for one, two in pairwise(places):
        between = parse.report.text[one.span.end : two.span.start].strip().lower()
        two = owned.get(two.id, two) if one.form == "nominal" else two  # "in Russia's Belgorod region"
        holds = between in _CALLED or (_HOLDS.fullmatch(between) and not _acts(parse, one, two))
        if one.form == "nominal" and two.id in settled and holds:
            found[one.id] = settled[two.id]
        elif two.form == "nominal" and between in ("'s", "’s", "'", "’") and one.id in settled:
            found[two.id] = settled[one.id]
    return found


def settings(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """The sites of a row or of a line with a label, with the place that the row or label is of.

    What stands in the line itself tells more: a site behind the name of a settlement is left out, and so is one spoken
    of as known ("the camp").
    """
    if not parse.frame.passages:
        return
    starts = {m.span.start: settled[m.id] for m in places if m.id in settled and m.form == "name"}
    for site in places:
        passage = parse.passage_at(site.span.start)
        if passage is None or passage.section or site.id in settled or not _is_site(parse, site):
            continue
        if site.form != "name" and site.span.quote.split()[0].lower() not in ("a", "an", "one"):
            continue
        told = any(span.start <= at < site.span.start for span in passage.contents for at in starts)
        place = next((starts[at.start] for at in passage.setting if at.start in starts), None)
        if place is not None and place.kind not in _WIDE and not told:
            yield site.id, place


def apposed(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """For a settlement by a common noun, the name that stands in apposition: "its capital, X, fell"."""
    for one, two in pairwise(places):
        comma = parse.report.text[one.span.end : two.span.start].strip() == ","
        named = one.form == "nominal" and two.id in settled and two.form == "name"
        closed = _CLOSED.match(parse.report.text, two.span.end) is not None
        if named and comma and closed and _APPOSED.search(one.span.quote):
            yield one.id, settled[two.id]


_APPOSED = re.compile(r"(?:capital|city|town|village)$")
_CLOSED = re.compile(r"\s*[,.;)–—]|\s*$")


def neighbours(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """For a common noun, the place that the text puts it beside: "a village near X", "a hill outside the town of X"."""
    for one, two in pairwise(places):
        between = parse.report.text[one.span.end : two.span.start].strip().lower()
        if one.form == "nominal" and two.id in settled and _NEAR.fullmatch(between):
            yield one.id, settled[two.id]


def _sites(parse: Parse, places: Sequence[Mention], settled: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """Sites with the settlement that they, or what happens to them, are put in: "set a warehouse on fire in X"."""
    named = {m.head: settled[m.id] for m in places if m.id in settled and settled[m.id].kind not in _WIDE}
    for site in places:
        token = parse.tokens[site.head]
        if site.form != "nominal" or not _is_site(parse, site):
            continue
        suffers = token.dep in ("dobj", "nsubjpass")
        deed = [kid for kid in parse.kids(parse.head(token), "prep") if suffers and kid.lower in ("in", "at")]
        own = [kid for kid in parse.kids(token, "prep") if kid.lower == "at"]
        for preposition in (*deed, *own):
            yield from ((site.id, named[at.index]) for at in parse.kids(preposition, "pobj") if at.index in named)


def _is_site(parse: Parse, mention: Mention) -> bool:
    return FEATURE_NOUNS.get(parse.tokens[mention.head].lemma) in (*SITE_KINDS, "camp")


def _acts(parse: Parse, one: Mention, two: Mention) -> bool:
    """Whether a verb stands between two mentions: what the second is said of is then the deed."""
    return any(token.pos in ("VERB", "AUX") for token in parse.tokens_in(one.span.end, two.span.start))

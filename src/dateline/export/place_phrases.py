"""What readers call a place that no register has: its noun with the town it stands in, or with the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.locating import COUNTRIES
from dateline.model.record import Case
from dateline.model.roles import chain_of
from dateline.model.world import Place

_BEHIND = re.compile(r"\s(?:in|of|at|on|near|outside|around|along|within|from)\s(?:[^\s,.;:]+\s){0,4}")
"""The words between a thing and the name of the place that it is in, at or near."""
_GROUND = re.compile(r"\s(?:front|district|province|region|county|area|road|river|valley|axis|sector)\b")
_KIND = re.compile(r"\s(?:district|province|county|governorate|city|town|village)$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|other|another|further|new)\s")
_JOINTS = ("in", "of", "at")
REACH = 60
"""Code points behind a noun within which the place stands that it is in, with the words between."""


def phrases(place: Place, case: Case) -> Iterator[str]:
    """The names by which a place of this report alone may be meant ("army base in Ashford", "three hills on the Kent front")."""
    if not place.id.startswith("report:"):
        return
    bare = _MORE.sub("", place.name)
    yield bare
    yield from (bare + behind for behind in _written_behind(place, case))
    for around in _around(place, case):
        if around.casefold() not in place.name.casefold():
            yield from (f"{bare} {joint} {around}" for joint in _JOINTS)


def _around(place: Place, case: Case) -> tuple[str, ...]:
    """The names that the report gives the nearest place with a name of its own in which a place lies."""
    wider = (case.places.get(name) for name in chain_of(case, place.id))
    around = next((one for one in wider if one is not None and not one.id.startswith("report:")), None)
    if around is None or around.kind in COUNTRIES:
        return ()
    named = (m for m in case.resolution.mentions if m.kind == "place" and m.form == "name")
    written = (m.span.quote for m in named if case.resolution.place(m.id) == around)
    names = (*written, around.name)
    return tuple(dict.fromkeys((*names, *(_KIND.sub("", name) for name in names))))


def _written_behind(place: Place, case: Case) -> Iterator[str]:
    """The words that the text puts behind the name of a place, up to the place that they lead to and its noun."""
    text = case.report.text
    for match in re.finditer(rf"\b{re.escape(place.name)}\b", text):
        led = case.resolution.within(match.end(), match.end() + REACH, "place")
        leading = next((m.span for m in led if _BEHIND.fullmatch(text, match.end(), m.span.start)), None)
        if leading is not None:
            noun = _GROUND.match(text, leading.end)
            yield " " + " ".join(text[match.end() : noun.end() if noun else leading.end].split())

"""Finds distance phrases: "80 km north of Gao", "some thirty kilometres away", "within 5 miles of the border"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.record import Mention
from dateline.model.span import Span
from dateline.model.text import Parse
from dateline.reference.place_words import ADMIN_NOUNS, COMPASS

KM = {
    "km": 1.0,
    "kilomet": 1.0,
    "kms": 1.0,
    "mile": 1.609344,
    "mi": 1.609344,
    "m": 0.001,
    "met": 0.001,
    "nautical": 1.852,
}
_NUMBERS = {
    word: value
    for value, words in {
        0.5: "half a", 1: "a|one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve", 15: "fifteen", 20: "twenty", 25: "twenty-five", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty",
        70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred|a hundred|one hundred", 200: "two hundred", 300: "three hundred",
    }.items()
    for word in words.split("|")
}  # fmt: skip
_VAGUE = {"a couple of": (1.0, 3.0), "a few": (2.0, 10.0), "several": (3.0, 10.0), "a dozen": (9.0, 15.0), "dozens of": (20.0, 99.0), "tens of": (20.0, 99.0), "hundreds of": (200.0, 999.0)}  # fmt: skip
_WORDS = "|".join(sorted((re.escape(w) for w in (*_NUMBERS, *_VAGUE)), key=len, reverse=True)).replace(r"\ ", r"\s+")
_POINT = "north|south|east|west"
_DIRECTION = rf"(?:(?:the\s+)?(?P<dir>(?:{_POINT})(?:[-\s]?(?:{_POINT})){{0,2}})(?:ern)?(?:\s+and\s+(?:{_POINT})(?:[-\s]?(?:{_POINT}))?)?)"
_PHRASE = re.compile(
    rf"(?P<hedge>(?:(?:just|only|some|about|around|approximately|approx\.?|roughly|nearly|almost|over|more\s+than|up\s+to|less\s+than|within|barely|at\s+least)\s+)*)"
    rf"(?P<num>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?|{_WORDS})"
    rf"(?:\s?(?:-|–|to)\s?(?P<num2>\d+(?:[.,]\d+)?))?"
    rf"(?:\s*|-)(?P<unit>nautical\s+miles?|kilomet(?:er|re)s?|kms?|miles?|mi|met(?:er|re)s?|m)\b\.?"
    rf"(?:\s*\([^()\n]{{2,30}}\))?"
    rf"(?P<rest>\s+(?:(?:further|farther|due)\s+)?(?:(?:away|out|down|inland)\s+)?(?:to\s+|in\s+)?{_DIRECTION}?\s*(?:(?P<link>of|from|outside|away)\b)?)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"kilomet|km|mile|met(?:er|re)|\bm(?:i)?\b", re.IGNORECASE)
BEFORE_UNIT, AFTER_UNIT = 60, 90
"""So many characters around a unit hold the longest phrase."""
_TO_GROUND = re.compile(r"\s*(?:away\s+from\s+)?(?:(?:the|its)\s+)?(?:(?:provincial|regional|state|district|main|country['’]?s?)\s+)?(?:(?:city|town|village|capital|port|province|border|centre|center|district)\s+(?:city\s+)?(?:of\s+|with\s+)?)?(?:the\s+)?", re.IGNORECASE)  # fmt: skip
_TO_FIGURE = re.compile(
    r"[\s,(–—-]*(?:(?:which|that)\s+)?(?:(?:is|lies|lay|are|was|were|stands|sits)\s+)?"
    r"(?:an?\s+(?:\w+\s+){0,2}(?:village|town|hamlet|settlement|commune)\s+)?(?:(?:located|situated|lying|based|also|city|town|district)\s+)*\(?",
    re.IGNORECASE,
)  # fmt: skip
_BETWEEN_FIGURES = re.compile(r"\s*(?:,|in|\(|of|a|an|the)?\s*(?:the|a|an|in)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DistancePhrase:
    """A stated distance: `figure` lies `km` (low, high) from `ground`, in a direction if one is given.

    `figure` and `ground` are mention ids, None where the words name none; `span` reaches from the hedge to the
    end of the ground ("about 60 km east of Goma"), `measure` covers "about 60 km" alone. `stated` is the written
    number in kilometres, `bearing` in degrees.
    """

    span: Span
    measure: Span
    stated: float
    km: tuple[float, float]
    direction: str | None = None
    bearing: float | None = None
    figure: str | None = None
    ground: str | None = None


def distance_phrases(parse: Parse, mentions: Sequence[Mention]) -> tuple[DistancePhrase, ...]:
    """All distance phrases of a report that say how far something is from some place, in text order."""
    places = [m for m in mentions if m.kind == "place"]
    return tuple(_phrases(parse, places)) if places else ()


def _matches(text: str) -> Iterator[re.Match[str]]:
    """All matches of the phrase; it is tried only around words that look like units, for it is slow on plain prose."""
    at = 0
    for unit in _UNIT.finditer(text):
        if unit.start() >= at:
            found = _PHRASE.search(text, max(at, unit.start() - BEFORE_UNIT), unit.end() + AFTER_UNIT)
            if found:
                at = found.end()
                yield found


def stated_distances(text: str) -> Iterator[tuple[int, int]]:
    """The stretches "about 60 km east of", "25 miles from", "20 km away from", without what stands around them."""
    for found in _matches(text):
        if found["link"]:
            ground = _TO_GROUND.match(text, found.end())
            yield found.start(), ground.end() if ground else found.end()


def speaks_of_distance(text: str) -> bool:
    """Whether a text states how far something is from somewhere; cheap, without a parse."""
    return any(_relates(found) for found in _matches(text))


def _phrases(parse: Parse, places: Sequence[Mention]) -> Iterator[DistancePhrase]:
    text = parse.report.text
    for found in _matches(text):
        direction, link = found["dir"], (found["link"] or "").lower()
        if not _relates(found):
            continue
        km = _kilometres(found)
        ground = _ground(text, found.end(), places) if link in ("of", "from", "outside", "away") else None
        figure = _figure(text, found.start(), places)
        if ground is None and (direction or figure is None):
            continue
        if ground is None:
            ground, figure = figure, None
        if ground is None:
            continue
        point = _point(direction) if direction else None
        end = ground.span.end if ground.span.start >= found.end() else _trimmed(text, found.end("rest"))
        start = found.start()
        yield DistancePhrase(
            span=parse.report.span(start, end),
            measure=parse.report.span(start, found.end("unit")),
            stated=km[2],
            km=(km[0], km[1]),
            direction=point,
            bearing=COMPASS[point] if point else None,
            figure=figure.id if figure else None,
            ground=ground.id,
        )


def _relates(found: re.Match[str]) -> bool:
    """Whether the words relate two places: a direction, "from", "away", or "within 5 km of"."""
    if found["dir"] or (found["link"] or "").lower() in ("from", "outside", "away"):
        return True
    return "away" in found["rest"].lower() or ((found["link"] or "") == "of" and "within" in found["hedge"].lower())


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _point(direction: str) -> str | None:
    """The point of the compass under one spelling ("North-East" is `northeast`)."""
    parts = re.findall(_POINT, direction.lower())
    name = "".join(parts) if len(parts) < 3 else f"{parts[0]}-{parts[1]}{parts[2]}"
    return name if name in COMPASS else None


def _kilometres(found: re.Match[str]) -> tuple[float, float, float]:
    """(low, high, stated) in kilometres."""
    factor = next(value for unit, value in KM_UNITS if found["unit"].lower().startswith(unit))
    word = " ".join(found["num"].lower().split())
    if word in _VAGUE:
        low, high = _VAGUE[word]
        return low * factor, high * factor, (low + high) / 2 * factor
    stated = (_NUMBERS[word] if word in _NUMBERS else _number(word)) * factor
    high = _number(found["num2"]) * factor if found["num2"] else stated
    hedge = found["hedge"].lower()
    if any(cue in hedge for cue in ("within", "less", "up", "under")):
        return 0.0, stated, stated
    slack = 0.25 if word in _NUMBERS or stated % 10 == 0 else 0.1
    return stated * (1 - slack), max(stated, high) * (1 + slack), (stated + max(stated, high)) / 2


KM_UNITS = sorted(KM.items(), key=lambda unit: -len(unit[0]))


def _number(written: str) -> float:
    """A written number; a comma before three digits groups, before others it is a decimal comma."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return float(written.replace(",", ""))
    return float(written.replace(",", "."))


def _ground(text: str, end: int, places: Sequence[Mention]) -> Mention | None:
    """The place mention that begins right after the phrase, articles and "the city of" aside."""
    for place in places:
        if place.span.start >= end and place.span.start - end < 60:
            gap = text[end : place.span.start]
            if place.form == "nominal" and (after := _named_after(text, place, places)) is not None:
                return after if _TO_GROUND.fullmatch(gap) else None
            return place if _TO_GROUND.fullmatch(gap) else None
    return None


def _named_after(text: str, nominal: Mention, places: Sequence[Mention]) -> Mention | None:
    """The name in "the capital Damascus", "the city of Homs", where the common noun is a mention of its own."""
    for place in places:
        if place.span.start >= nominal.span.end:
            gap = text[nominal.span.end : place.span.start].strip().lower()
            return place if place.form == "name" and gap in ("", ",", "of", "city", "city of") else None
    return None


def _figure(text: str, start: int, places: Sequence[Mention]) -> Mention | None:
    """The place that the phrase is said of: right before it, over "which is located" and over appositions."""
    figure: Mention | None = None
    at, pattern = start, _TO_FIGURE
    for place in reversed([p for p in places if p.span.end <= start]):
        if not pattern.fullmatch(text[place.span.end : at]):
            break
        figure = place
        if place.form == "name" and place.span.quote.split()[-1].lower() not in ADMIN_NOUNS:
            break
        at, pattern = place.span.start, _BETWEEN_FIGURES
    return figure

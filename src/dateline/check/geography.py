"""Checks of the geography family: a text against the map."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dateline.model.derived import Finding, Repair
from dateline.model.geodesy import Point, angle_between, bearing, distance_km
from dateline.model.record import Case, Claim, Mention
from dateline.model.world import Place
from dateline.reference import Reference
from dateline.reference.distance import DistancePhrase, distance_phrases
from dateline.reference.place_words import COMPASS

SECTOR = 22.5
"""Half the width of one of eight points of the compass: "north" covers 337.5 to 22.5 degrees."""
TOLERANCE = 22.5
"""What writers add. Of 67 distance phrases of real news whose places are known and whose distance fits, half are less
than 17 degrees off, nine in ten less than 36; beyond 45 the four looked up are wrong in the text (dev part of the
phrases yardstick). A true north-east is often called north, hence not less than a whole sector in all."""
POSITION_KM = 4.0
"""How far a town's point may lie from where the writer measures; over short distances that turns the bearing."""
CITY_RADIUS = 0.004
"""Kilometres for the square root of the inhabitants: a city of eight million reaches 11 km from its point."""
LEAST, MOST, MOST_IN_MOUNTAINS = 0.8, 1.7, 2.5
"""Stated against geodesic distance. Under the geodesic nothing can lie (a fifth is left for round numbers and wide
cities). Of 88 right distances in real news (dev parts), those of plains are 0.8 to 1.45 times the geodesic, those of
Central America and the Andes up to 2.2, for their roads wind."""
MOUNTAINOUS = frozenset(
    {
        "CO", "EC", "PE", "BO", "CL", "AR", "VE", "MX", "GT", "HN", "SV", "NI", "CR", "PA", "HT", "DO", "JM", "AF",
        "PK", "IN", "NP", "BT", "CN", "TJ", "KG", "UZ", "GE", "AM", "AZ", "RU", "TR", "IR", "LB", "YE", "OM", "ET",
        "ER", "LS", "RW", "BI", "UG", "CD", "KE", "TZ", "CM", "MM", "LA", "VN", "TH", "PH", "ID", "PG", "TL", "JP",
        "KR", "KP", "TW", "CH", "AT", "IT", "FR", "ES", "PT", "AD", "NO", "IS", "AL", "ME", "MK", "XK", "BA", "RS",
        "HR", "SI", "GR", "BG", "RO", "SK", "NZ", "US", "CA", "MA", "DZ", "CY",
    }
)  # fmt: skip
"""Countries with ranges or fjords that roads must go around: a rule of thumb by the map, on the safe side."""
ROAD = 1.6
"""Beyond it a wrong direction means another place of that name rather than a slip of the pen."""
SAME_STORY = (0.25, 4.0)
"""Outside this range of ratios the register knows another place of that name, and the check says nothing."""
TOWN_AND_DIVISION_KM = 75.0
CERTAIN, CERTAIN_ALIAS = 0.8, 0.9
"""So sure must both readings be before a distance alone is called wrong."""
ADMINISTRATIVE = (
    "country",
    "continent",
    "ADM1",
    "ADM2",
    "ADM3",
    "region",
    "sea",
    "river",
    "desert",
    "part",
    "line",
    "road",
)
OBSERVED = ("displacement", "access")
"""Kinds of claim that somebody must have seen on the spot; counts and communiqués travel."""
REMOTE_KM = 300.0
"""From so far away a dispatch reports from hearsay: a day's drive on bad roads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A pair of points that a phrase may mean, against what it states."""

    figure: Place
    ground: Place
    km: float
    bearing: float
    ratio: float
    error: float | None

    @property
    def tolerance(self) -> float:
        """How far the bearing may be off at this distance."""
        reach = POSITION_KM + CITY_RADIUS * math.sqrt(max(self.figure.population, self.ground.population))
        return SECTOR + TOLERANCE + math.degrees(math.atan2(reach, max(self.km, 0.1)))

    @property
    def direction_fits(self) -> bool:
        """Whether the stated direction is compatible, or none is stated."""
        return self.error is None or self.error <= self.tolerance

    @property
    def distance_fits(self) -> bool:
        """Whether the stated distance is compatible with the map, by air or by road."""
        slack = POSITION_KM / max(self.km, 0.1)
        winding = MOUNTAINOUS & {self.figure.country, self.ground.country}
        return LEAST - slack <= self.ratio <= (MOST_IN_MOUNTAINS if winding else MOST) + slack


def stated_distance_contradicts_map(case: Case, reference: Reference) -> Iterator[Finding]:
    """G101 bearing_mismatch, G102 distance_mismatch, G103 impossible_distance: all homonyms are tried first."""
    for phrase in distance_phrases(case.parse, case.resolution.mentions):
        if phrase.figure is None or phrase.ground is None:
            continue
        pairs = _pairs(case, phrase)
        if not pairs or any(pair.direction_fits and pair.distance_fits for pair in pairs):
            continue
        wrong_way = [p for p in pairs if p.distance_fits and p.ratio <= ROAD and not p.direction_fits]
        wrong_far = [p for p in pairs[:1] if p.direction_fits and _same_story(p)]
        if wrong_way:
            yield _bearing_mismatch(case, phrase, wrong_way[0])
        elif wrong_far and _certain(case, phrase.figure) and _certain(case, phrase.ground):
            yield _distance_mismatch(case, phrase, wrong_far[0])


def _certain(case: Case, mention: str) -> bool:
    """Whether the best reading is sure, an alias surer; a town and its division of the same name count as one."""
    readings = [r for r in case.resolution.readings if r.mention == mention and isinstance(r.value, Place)]
    best = next((r for r in readings if r.rank == 1), None)
    if best is None or not _has_point(best.value):
        return False
    alias = any(reason.name == "alias" for reason in best.reasons)
    return sum(r.score for r in readings if _beside(r.value, best.value)) >= (CERTAIN_ALIAS if alias else CERTAIN)


def _has_point(value: object) -> bool:
    return isinstance(value, Place) and value.lat is not None and value.lon is not None


def _beside(one: object, other: object) -> bool:
    """Whether two readings are of one town for the purpose; a small country is more than its capital."""
    if not (isinstance(one, Place) and isinstance(other, Place) and _has_point(one) and _has_point(other)):
        return False
    if "country" in (one.kind, other.kind):
        return one.id == other.id
    return distance_km(_point(one), _point(other)) <= TOWN_AND_DIVISION_KM


def _same_story(pair: Measured) -> bool:
    return SAME_STORY[0] <= pair.ratio <= SAME_STORY[1]


def _pairs(case: Case, phrase: DistancePhrase) -> list[Measured]:
    """Every pair of readings with points, the likeliest first."""
    found = []
    for ground in _points(case, phrase.ground):
        for figure in _points(case, phrase.figure):
            if figure.id != ground.id:
                found.append(_measured(figure, ground, phrase))
    return found


def _points(case: Case, mention: str | None) -> list[Place]:
    """The places that a mention may mean and that have a point of their own."""
    values = [r.value for r in case.resolution.readings if r.mention == mention]
    return [
        v
        for v in values
        if isinstance(v, Place) and v.lat is not None and v.ground is None and v.kind not in ADMINISTRATIVE
    ]


def _measured(figure: Place, ground: Place, phrase: DistancePhrase) -> Measured:
    a, b = _point(ground), _point(figure)
    km, course = distance_km(a, b), bearing(a, b)
    error = angle_between(course, phrase.bearing) if phrase.bearing is not None else None
    return Measured(
        figure=figure, ground=ground, km=km, bearing=course, ratio=phrase.stated / max(km, 0.1), error=error
    )


def _point(place: Place) -> Point:
    return (place.lat or 0.0, place.lon or 0.0)


def _computation(phrase: DistancePhrase, pair: Measured) -> Mapping[str, Any]:
    values: dict[str, Any] = {
        "check": "bearing",
        "ground": list(_point(pair.ground)),
        "figure": list(_point(pair.figure)),
        "stated_direction": phrase.direction,
        "stated_bearing": round(phrase.bearing) if phrase.bearing is not None else None,
        "stated_km": round(phrase.stated, 1),
        "actual_bearing": round(pair.bearing),
        "actual_km": round(pair.km, 1),
        "angular_error": round(pair.error) if pair.error is not None else None,
        "distance_ratio": round(pair.ratio, 2),
    }
    return MappingProxyType(values)


def _bearing_mismatch(case: Case, phrase: DistancePhrase, pair: Measured) -> Finding:
    road = f"; {phrase.stated:.0f} km fits a distance by road" if 1.05 < pair.ratio <= ROAD else ""
    return Finding(
        id="",
        code="G101",
        type="bearing_mismatch",
        severity="warning",
        spans=(phrase.span,),
        claims=_claims(case, phrase),
        explanation=(
            f"{pair.figure.name} lies {_compass(pair.bearing)} of {pair.ground.name} (bearing {pair.bearing:.0f} degrees, "
            f"{pair.km:.0f} km in a straight line), not {phrase.direction}{road}."
        ),
        computation=_computation(phrase, pair),
        repairs=_repairs(phrase, pair),
    )


def _distance_mismatch(case: Case, phrase: DistancePhrase, pair: Measured) -> Finding:
    impossible = pair.ratio < LEAST
    why = (
        "less than the straight line, which no road can be"
        if impossible
        else "more than a road between them would take"
    )
    return Finding(
        id="",
        code="G103" if impossible else "G102",
        type="impossible_distance" if impossible else "distance_mismatch",
        severity="warning",
        spans=(phrase.span,),
        claims=_claims(case, phrase),
        explanation=(
            f"{pair.figure.name} lies {pair.km:.0f} km {_compass(pair.bearing)} of {pair.ground.name} in a straight line; "
            f"{phrase.stated:.0f} km is {why}."
        ),
        computation=_computation(phrase, pair),
        repairs=(
            Repair(
                rank=1,
                edit=MappingProxyType({"distance_km": round(pair.km)}),
                result=f"about {pair.km:.0f} km {phrase.direction or 'from'} {pair.ground.name}",
                satisfies=("distance", "direction"),
            ),
        ),
    )


def _repairs(phrase: DistancePhrase, pair: Measured) -> tuple[Repair, ...]:
    """The direction that the map has; and ground and figure swapped, when that is what makes it right."""
    point = _compass(pair.bearing)
    repairs = [
        Repair(
            rank=1,
            edit=MappingProxyType({"direction": point}),
            result=f"{phrase.measure.quote} {point} of {pair.ground.name}",
            satisfies=("direction", "distance"),
        )
    ]
    back = (pair.bearing + 180) % 360
    if phrase.bearing is not None and angle_between(back, phrase.bearing) <= SECTOR + TOLERANCE:
        repairs.append(
            Repair(
                rank=2,
                edit=MappingProxyType({"figure": pair.ground.name, "ground": pair.figure.name}),
                result=f"{pair.ground.name} is {phrase.measure.quote} {phrase.direction} of {pair.figure.name}",
                satisfies=("direction", "distance"),
                violates=("figure and ground as written",),
            )
        )
    return tuple(repairs)


def _compass(degrees: float) -> str:
    """The nearest of sixteen points of the compass, hyphenated as newspapers do."""
    name = min(COMPASS, key=lambda point: angle_between(COMPASS[point], degrees))
    return (
        name.replace("northe", "north-e")
        .replace("northw", "north-w")
        .replace("southe", "south-e")
        .replace("southw", "south-w")
    )


def _claims(case: Case, phrase: DistancePhrase) -> tuple[str, ...]:
    """The claims that state this geometry, when some do."""
    return tuple(
        claim.id
        for claim in case.claims
        if claim.kind == "geography" and any(span.overlaps(phrase.span) for span in claim.spans)
    )


def dispatch_is_filed_from_afar(case: Case, reference: Reference) -> Iterator[Finding]:
    """G104 remote_dateline: what only an eyewitness sees is told as the report's own knowledge, from far away."""
    dateline = _dateline(case)
    if dateline is None:
        return
    home, mention = dateline
    for claim, place in _observations(case):
        km = distance_km(_point(home), _point(place))
        if km >= REMOTE_KM and place.id != home.id:
            yield Finding(
                id="",
                code="G104",
                type="remote_dateline",
                severity="info",
                spans=(mention.span, claim.spans[0]),
                claims=(claim.id,),
                explanation=(
                    f"Filed from {home.name}, about {round(km, -1):.0f} km from {place.name}; "
                    f"how things are in {place.name} is told as fact, and no source is named."
                ),
                computation=MappingProxyType(
                    {"check": "distance", "a": list(_point(home)), "b": list(_point(place)), "km": round(km)}
                ),
            )
            return


def _dateline(case: Case) -> tuple[Place, Mention] | None:
    frame = case.parse.frame.place
    for mention in case.resolution.mentions:
        if frame is not None and mention.kind == "place" and mention.span.overlaps(frame):
            place = case.resolution.place(mention.id)
            return (place, mention) if place is not None and place.lat is not None else None
    return None


def _observations(case: Case) -> Iterator[tuple[Claim, Place]]:
    """Claims about people moving or access to a settlement that nobody but the publisher answers for."""
    for claim in case.claims:
        place = case.resolution.place(claim.place)
        own = len(claim.voices) == 1 and claim.modality == "asserted" and claim.temporal_status == "current"
        if (
            own
            and claim.kind in OBSERVED
            and place is not None
            and _has_point(place)
            and place.kind not in ADMINISTRATIVE
        ):
            yield claim, place


def place_is_called_by_several_kinds(case: Case, reference: Reference) -> Iterator[Finding]:
    """G105 place_type_variation: one place is a town here and a city there; harmless, but it hides two places in one."""
    called: dict[str, dict[str, Mention]] = {}
    for mention, kind in _typed(case):
        place = case.resolution.place(mention.id)
        if place is not None:
            called.setdefault(place.id, {}).setdefault(kind, mention)
    for kinds in called.values():
        if len(kinds) > 1:
            spans = sorted((m.span for m in kinds.values()), key=lambda s: s.start)
            place = case.resolution.place(next(iter(kinds.values())).id)
            yield Finding(
                id="",
                code="G105",
                type="place_type_variation",
                severity="info",
                spans=tuple(spans),
                claims=(),
                explanation=f"{place.name if place else spans[0].quote} is called {', '.join(sorted(kinds))} within one text.",
            )


TYPES = ("village", "town", "city")


def _typed(case: Case) -> Iterator[tuple[Mention, str]]:
    """Place mentions that say what kind of settlement they are: "the city", "the town of X", "X city"."""
    text = case.report.text
    for mention in case.resolution.mentions:
        if mention.kind != "place":
            continue
        words = mention.span.quote.lower().split()
        before = text[max(0, mention.span.start - 20) : mention.span.start].lower().split()
        if words[-1] in TYPES:
            yield mention, words[-1]
        elif len(before) > 1 and before[-1] == "of" and before[-2] in TYPES:
            yield mention, before[-2]


GEOGRAPHY_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    stated_distance_contradicts_map,
    dispatch_is_filed_from_afar,
    place_is_called_by_several_kinds,
)

"""Places that only a distance fixes: "a village 60 km east of Goma", or a name that no register has."""

from __future__ import annotations

from dateline.model.geodesy import destination
from dateline.model.world import Place
from dateline.reference.distance import DistancePhrase

BEARING_SHARE = 0.4
"""Of the distance: the uncertainty that half an eighth of the compass leaves sideways (tan 22.5 degrees)."""


def relative_place(place: Place, phrase: DistancePhrase, ground: Place) -> Place:
    """The place with its ground, distance and bearing; with a point only where a direction is stated.

    `uncertainty_m` joins the spread of the distance with that of the direction.
    """
    lat = lon = uncertainty = None
    km = (phrase.km[0] + phrase.km[1]) / 2
    if ground.lat is not None and ground.lon is not None:
        if phrase.bearing is not None:
            lat, lon = destination((ground.lat, ground.lon), bearing_deg=phrase.bearing, km=phrase.stated)
            spread = max(phrase.km[1] - km, km * BEARING_SHARE)
        else:
            lat, lon, spread = ground.lat, ground.lon, phrase.km[1]
        uncertainty = round(spread * 1000, -2)
    return Place(
        id=place.id,
        name=place.name,
        kind=place.kind,
        country=ground.country,
        admin1=ground.admin1,
        lat=round(lat, 4) if lat is not None else None,
        lon=round(lon, 4) if lon is not None else None,
        aliases=place.aliases,
        part_of=place.part_of,
        ground=ground.id,
        distance_km=(round(phrase.km[0], 1), round(phrase.km[1], 1)),
        bearing=phrase.bearing,
        uncertainty_m=uncertainty,
        source="computed from the stated distance",
    )

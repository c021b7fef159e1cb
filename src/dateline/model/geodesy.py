"""Distances and directions on the sphere, computed as the gold records compute them."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""

Point = tuple[float, float]
"""(latitude, longitude) in degrees WGS84."""


def distance_km(a: Point, b: Point) -> float:
    """The great-circle distance in kilometres (haversine); up to 0.6 % off the ellipsoid."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def bearing(a: Point, b: Point) -> float:
    """The initial bearing from a to b in degrees, 0 is north, 90 east."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    east = math.sin(lon_b - lon_a) * math.cos(lat_b)
    north = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(lon_b - lon_a)
    return math.degrees(math.atan2(east, north)) % 360


def destination(start: Point, *, bearing_deg: float, km: float) -> Point:
    """The point that lies so far from the start in that initial direction; longitudes in [-180, 180)."""
    lat, lon, course = math.radians(start[0]), math.radians(start[1]), math.radians(bearing_deg)
    arc = km / EARTH_RADIUS_KM
    to_lat = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(course))
    east = math.sin(course) * math.sin(arc) * math.cos(lat)
    to_lon = lon + math.atan2(east, math.cos(arc) - math.sin(lat) * math.sin(to_lat))
    return math.degrees(to_lat), (math.degrees(to_lon) + 180) % 360 - 180


def angle_between(a: float, b: float) -> float:
    """The smaller angle between two bearings, 0 to 180 degrees."""
    return abs((a - b + 180) % 360 - 180)

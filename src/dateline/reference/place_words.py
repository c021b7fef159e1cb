"""Common nouns that name kinds of places, and the words of direction: what markers, resolvers and checks share."""

from __future__ import annotations

ADMIN_NOUNS = {
    "province": "ADM1", "region": "ADM1", "governorate": "ADM1", "oblast": "ADM1", "state": "ADM1", "department": "ADM1",
    "division": "ADM1", "wilaya": "ADM1", "canton": "ADM1", "prefecture": "ADM1", "republic": "ADM1",
    "district": "ADM2", "county": "ADM2", "raion": "ADM2", "cercle": "ADM2", "township": "ADM2", "municipality": "ADM2",
    "commune": "ADM2", "territory": "ADM2", "parish": "ADM2", "sub-district": "ADM2", "subdistrict": "ADM2", "locality": "ADM2",
    "tehsil": "ADM2", "agency": "ADM2", "woreda": "ADM2",
}  # fmt: skip
"""Nouns of administrative divisions, with the level that they mostly mean."""

SETTLEMENT_NOUNS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "settlement": "town", "capital": "capital",
    "neighborhood": "part", "neighbourhood": "part", "suburb": "part", "quarter": "part", "downtown": "part", "slum": "part",
    "camp": "camp", "metropolis": "city", "township": "town", "enclave": "region", "outskirt": "part",
    "countryside": "region", "stronghold": "town",
}  # fmt: skip

NATURAL_NOUNS = {
    "river": "river", "mountain": "mountain", "mount": "mountain", "hill": "hill", "hilltop": "hill", "valley": "valley",
    "canyon": "valley", "gorge": "valley", "desert": "desert", "forest": "forest", "lake": "lake", "island": "island", "peninsula": "peninsula", "sea": "sea", "gulf": "sea",
    "bay": "sea", "strait": "sea", "straits": "sea", "canal": "canal", "basin": "region", "plateau": "region", "massif": "mountain",
    "coast": "region", "delta": "region", "ridge": "hill", "wadi": "river", "jungle": "forest", "archipelago": "island",
    "ocean": "sea", "creek": "river", "plain": "region", "oasis": "region",
}  # fmt: skip

FACILITY_NOUNS = {
    "airport": "airport", "airbase": "base", "airfield": "airport", "airstrip": "airport", "base": "base", "hospital": "hospital",
    "university": "school", "school": "school", "prison": "prison", "jail": "prison", "penitentiary": "prison", "bridge": "bridge",
    "road": "road", "highway": "road", "motorway": "road", "street": "street", "avenue": "street", "boulevard": "street",
    "square": "square", "port": "port", "harbour": "port", "harbor": "port", "checkpoint": "checkpoint", "crossing": "checkpoint",
    "market": "market", "marketplace": "market", "bazaar": "market", "mosque": "worship", "church": "worship",
    "cathedral": "worship", "monastery": "worship", "temple": "worship", "shrine": "worship", "synagogue": "worship",
    "station": "facility", "substation": "facility", "refinery": "facility", "factory": "facility", "plant": "facility",
    "stadium": "facility", "hotel": "facility", "palace": "facility", "castle": "facility", "clinic": "hospital",
    "farm": "facility", "farms": "facility", "barracks": "base", "gate": "facility", "park": "facility", "mall": "facility", "dam": "facility",
    "museum": "facility", "cemetery": "facility", "embassy": "facility", "consulate": "facility", "farmland": "region",
    "garrison": "base", "outpost": "base", "compound": "facility", "complex": "facility", "building": "facility",
    "shop": "facility", "house": "facility", "residence": "facility", "headquarters": "facility", "restaurant": "facility",
    "cafe": "facility", "office": "facility", "warehouse": "facility", "route": "road", "junction": "road", "tunnel": "facility",
    "library": "facility", "laboratory": "facility", "kindergarten": "school", "college": "school", "madrasa": "school",
    "depot": "facility", "terminal": "facility", "fort": "base", "fortress": "base", "shelter": "facility", "courthouse": "facility",
    "pipeline": "facility", "oilfield": "facility", "farmhouse": "facility", "apartment": "facility",
    "ward": "facility", "beach": "facility", "roundabout": "road", "intersection": "road", "railway": "road", "seminary": "school",
    "post": "base",
}  # fmt: skip

AREA_NOUNS = {
    "area": "region", "zone": "region", "part": "part", "territory": "region", "country": "country", "nation": "country",
    "place": "set", "position": "facility", "site": "facility", "side": "part", "frontline": "region",
    "border": "line", "half": "part", "centre": "part", "center": "part", "bank": "part", "location": "facility",
    "homeland": "country", "kingdom": "country", "continent": "continent", "sector": "part", "corridor": "region",
    "heartland": "region", "hinterland": "region", "locality": "town", "borderland": "region",
}  # fmt: skip

FEATURE_NOUNS = {**AREA_NOUNS, **FACILITY_NOUNS, **NATURAL_NOUNS, **SETTLEMENT_NOUNS, **ADMIN_NOUNS}
"""Every noun that names a kind of place, with that kind."""

SITE_KINDS = frozenset(FACILITY_NOUNS.values()) - {"region", "road", "street"}
"""Kinds of what lies in a town and is held for itself: airports, bases, bridges."""

COMPASS = {
    "north": 0.0, "north-northeast": 22.5, "northeast": 45.0, "east-northeast": 67.5, "east": 90.0, "east-southeast": 112.5,
    "southeast": 135.0, "south-southeast": 157.5, "south": 180.0, "south-southwest": 202.5, "southwest": 225.0,
    "west-southwest": 247.5, "west": 270.0, "west-northwest": 292.5, "northwest": 315.0, "north-northwest": 337.5,
}  # fmt: skip
"""Bearings of the points of the compass in degrees."""

PLACE_VERBS = frozenset(
    [
        "reach",
        "enter",
        "re-enter",
        "reenter",
        "capture",
        "recapture",
        "retake",
        "seize",
        "overrun",
        "leave",
        "flee",
        "besiege",
        "encircle",
        "bomb",
        "bombard",
        "shell",
        "liberate",
        "control",
        "visit",
        "hit",
        "strike",
        "storm",
        "take",
        "hold",
        "occupy",
        "evacuate",
        "abandon",
        "target",
        "invade",
        "quit",
        "recover",
        "regain",
        "defend",
        "secure",
        "surround",
        "near",
        "approach",
        "raid",
        "pound",
        "devastate",
        "blockade",
        "attack",
        "torch",
        "loot",
        "ransack",
        "raze",
    ]
)
"""Verbs whose object is often a place."""

TOPONYM_STARTS = frozenset(
    [
        "abu",
        "ain",
        "ayn",
        "bab",
        "bani",
        "banu",
        "beit",
        "bayt",
        "bir",
        "bueng",
        "deir",
        "dayr",
        "el",
        "garin",
        "gidan",
        "hajar",
        "jabal",
        "jebel",
        "kafr",
        "kafar",
        "khan",
        "khirbet",
        "khirbat",
        "la",
        "las",
        "los",
        "majdal",
        "mala",
        "male",
        "mount",
        "nahr",
        "nova",
        "nove",
        "novo",
        "novi",
        "nueva",
        "nuevo",
        "old",
        "new",
        "puerto",
        "qasr",
        "qalat",
        "ras",
        "rugan",
        "saint",
        "san",
        "santa",
        "santo",
        "sainte",
        "stara",
        "stare",
        "stary",
        "tal",
        "tall",
        "tel",
        "tell",
        "tudun",
        "umm",
        "unguwan",
        "unguwar",
        "velyka",
        "velyki",
        "velyke",
        "veliko",
        "verkhnia",
        "villa",
        "wad",
        "wadi",
        "nyzhnia",
        "mali",
        "ouro",
        "chak",
        "kot",
        "dera",
        "mong",
        "nam",
        "ban",
        "kampung",
        "port",
        "fort",
    ]
)
"""First words of many names of places, in several languages: what follows is a place's name, though it may be a person's too."""

DIRECTION_ADJECTIVES = frozenset(
    f"{a}{b}" for a in ("north", "south", "east", "west", "central", "north-", "south-") for b in ("", "ern", "east", "west", "eastern", "western")
) | frozenset({"upper", "lower", "greater", "central", "inner", "outer", "downtown", "mid", "rural"})  # fmt: skip
"""Words before a name that pick a part of the place."""

STRONG_PREPOSITIONS = frozenset(
    {"in", "at", "near", "around", "outside", "throughout", "across", "inside", "vic", "ivo"}
)

LOCATIVE_PREPOSITIONS = frozenset(
    {
        "in", "at", "near", "from", "to", "into", "towards", "toward", "around", "outside", "inside", "across", "throughout",
        "of", "within", "through", "between", "on", "along", "via", "over", "beyond", "off", "for", "against", "onto",
    }
)  # fmt: skip


PRESS_ROOMS = frozenset(
    (
        "geneva", "vienna", "the hague", "brussels", "rome", "nicosia", "nairobi", "dakar", "abidjan", "libreville",
        "johannesburg", "pretoria", "cairo", "amman", "doha", "dubai", "abu dhabi", "bangkok", "singapore", "kuala lumpur",
        "panama city",
    )
)  # fmt: skip
"""Towns from which agencies report on wars elsewhere, and whose countries wage none abroad by themselves."""

"""What a quantity measures and in which unit, from its words and the verb that governs it."""

from __future__ import annotations

import re

from dateline.reference.actor_words import word_set

_UNITS: tuple[tuple[str, str, str], ...] = (
    (r"\b(?:km|kms|kilomet(?:re|er)s?)\b", "distance", "km"),
    (r"\bmiles?\b", "distance", "miles"),
    (r"\b(?:met(?:re|er)s?)\b", "distance", "m"),
    (r"\byards?\b", "distance", "yards"),
    (r"\bfeet\b", "distance", "feet"),
    (r"\bpercent|per\s?cent|%", "share", "percent"),
    (r"\bhours?\b|-hour\b", "duration", "hours"),
    (r"\bminutes?\b|-minute\b", "duration", "minutes"),
    (r"\bdays?\b", "duration", "days"),
    (r"\bhectares?\b", "area", "hectares"),
    (r"\bdollars\b", "value", "dollars"),
    (r"\beuros\b", "value", "euros"),
    (r"\b(?:francs|pounds)\b", "value", "currency"),
    (r"\btons?|tonnes?\b", "weight", "tonnes"),
    (r"\bmajority|nearly all|almost all|half|most of|thirds? of|two-thirds", "share", "share"),
    (r"almost (?:empty|deserted)", "population_share", "share"),
)
_MEASURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "killed",
        ("kill", "dead", "die", "death", "slay", "murder", "execute", "massacre", "assassinate", "toll"),
    ),
    ("wounded", ("wound", "wounded")),
    ("injured", ("injure", "injured", "injury", "hurt")),
    ("bodies", ("body", "corpse")),
    ("casualties", ("casualty", "victim")),
    ("losses", ("loss", "lose")),
    ("displaced", ("displace", "displaced", "flee", "evacuate")),
    ("arrested", ("arrest", "detain", "capture", "seize", "hold")),
    ("abducted", ("abduct", "kidnap", "hostage")),
    ("missing", ("missing", "disappear")),
    ("surrendered", ("surrender",)),
    ("neutralised", ("neutralise", "neutralize", "eliminate")),
    ("shot_down", ("down", "intercept")),
    ("launched", ("launch", "fire")),
    ("destroyed", ("destroy", "burn", "damage", "raze")),
    ("arrived", ("arrive", "reach")),
    ("left", ("leave",)),
    ("share_controlled", ("control",)),
)
_PEOPLE = word_set(
    "people person personnel civilian woman man child soldier fighter militant rebel insurgent troop policeman officer member "
    "resident villager inmate prisoner refugee body casualty dead death victim student guerrilla terrorist gunman "
    "passenger worker protester other others family_member sergeant girl boy guard hostage"
)
_VEHICLES = word_set("vehicle car truck sedan tank pickup motorcycle convoy")
_ABSTRACT = frozenset(("loss", "losses", "resource", "resources", "damage", "number", "toll"))
_HOUSEHOLDS = frozenset(("household", "family"))
_OF_PEOPLE = frozenset(
    ("killed", "wounded", "injured", "casualties", "displaced", "arrested", "abducted", "missing", "surrendered", "bodies",
     "neutralised", "losses")
)  # fmt: skip


def measured(words: str, noun: str | None, context: tuple[str, ...]) -> tuple[str, str]:
    """(measure, unit): "distance", "km" or "killed", "people"; the noun itself when nothing tells more."""
    for pattern, kind, scale in _UNITS:
        if re.search(pattern, words):
            return _share(kind, context), scale
    hints = tuple(part for part in re.findall(r"[a-z]+", words))
    measure = _first(hints, exact=False) or _first(context, exact=True)
    unit = _unit(noun)
    if measure is None:
        return (noun or "count"), unit or (noun or "unspecified")
    if unit is None:
        unit = "people" if noun is None and measure in _OF_PEOPLE else noun or "unspecified"
    return measure, unit


def _share(measure: str, context: tuple[str, ...]) -> str:
    return "share_controlled" if measure == "share" and {"control", "hold", "lie"} & set(context) else measure


def _first(lemmas: tuple[str, ...], *, exact: bool) -> str | None:
    for lemma in lemmas:
        for measure, triggers in _MEASURES:
            if lemma in triggers or (not exact and lemma.rstrip("s") in triggers) or lemma == measure:
                return measure
    return None


def _unit(noun: str | None) -> str | None:
    if noun is None:
        return None
    if noun in _ABSTRACT:
        return "unspecified"
    if noun in _HOUSEHOLDS:
        return "households"
    if noun in _VEHICLES:
        return "vehicles"
    if noun in _PEOPLE or noun.rstrip("s") in _PEOPLE:
        return "people"
    return noun if noun.endswith("s") else noun + "s"

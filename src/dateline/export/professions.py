"""Voices that are people by their work: "aid workers" name no place, whatever places such people work in."""

from __future__ import annotations

import re

from dateline.export.masks import PROTECTED_PLACE
from dateline.export.protection import names_protected_place

_PEOPLE = re.compile(
    r"(?:workers?|staff|staffers?|personnel|employees?|officials?|officers?|sources?|crews?|teams?|members?|volunteers?|"
    r"doctors?|nurses?|medics?|paramedics?|physicians?|surgeons?|midwi(?:fe|ves)|pharmacists?|drivers?|directors?|"
    r"administrators?|managers?|heads?|chiefs?|coordinators?|spokes(?:man|men|woman|women|person|persons|people)|"
    r"representatives?|authorities|rescuers?|responders?|agenc(?:y|ies)|organi[sz]ations?|groups?|charit(?:y|ies)|ngos?|"
    r"bod(?:y|ies)|partners?|people|persons?|famil(?:y|ies)|women|men|children|residents?|patients?|refugees?|evacuees?|"
    r"returnees?|survivors?|witness(?:es)?|relatives?)",
    re.IGNORECASE,
)
"""The last word of what people are called by their work or lot."""
_SITE = re.compile(
    r"\b(?:hospital|clinic|polyclinic|infirmary|dispensary|maternity|camp|shelter|cent(?:re|er)|compound|school|kitchen|"
    r"bakery|orphanage|warehouse|site|settlement|facility|post|point|ward)s?\b",
    re.IGNORECASE,
)
"""Nouns of sites: a name before one of them is the site's, not that of those who work there."""
_WHERE = re.compile(r"\s+(?=(?:at|in|from|of|near|inside|outside|with|for|by|who|that)\s)", re.IGNORECASE)
_OPENERS = frozenset({
    "the", "a", "an", "one", "two", "three", "four", "several", "some", "many", "local", "foreign", "international",
    "senior", "medical", "health", "field", "military", "government", "un", "displaced", "refugee", "humanitarian",
    "aid", "relief",
})  # fmt: skip
"""Words that open a phrase with a capital and are no site's name."""


def without_sites(name: str) -> str:
    """The name of people with the protected place in it masked; all of it masked where it is no name of people."""
    head, *rest = _WHERE.split(name, maxsplit=1)
    if not _are_people(head):
        return PROTECTED_PLACE
    if not rest or not names_protected_place(rest[0]):
        return name
    return f"{head} {rest[0].split()[0]} {PROTECTED_PLACE}"


def name_people_alone(name: str) -> bool:
    """Whether a name that speaks of refuge, care or aid means people by their work and tells no place of theirs."""
    return without_sites(name) == name


def _are_people(head: str) -> bool:
    """Whether words before any preposition are of people; a capital before a site's noun may be the site's name."""
    words = head.split()
    if not words or _PEOPLE.fullmatch(words[-1].strip("“”\"'’,.")) is None:
        return False
    site = _SITE.search(head)
    before = head[: site.start()].split() if site else []
    return not any(word[:1].isupper() and word.casefold() not in _OPENERS for word in before)

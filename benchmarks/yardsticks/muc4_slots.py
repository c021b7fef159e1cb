"""The slots of a MUC-4 template that are read off the record: date, place, confidence in the organisation, stage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from benchmarks.yardsticks.muc4_candidates import Message, normal
from dateline.model.record import Claim
from dateline.model.time import TimeRange
from dateline.model.world import Place

COUNTRIES = {
    "AR": "ARGENTINA", "BO": "BOLIVIA", "BR": "BRAZIL", "CL": "CHILE", "CO": "COLOMBIA", "CR": "COSTA RICA", "CU": "CUBA",
    "EC": "ECUADOR", "SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "JM": "JAMAICA", "MX": "MEXICO",
    "NI": "NICARAGUA", "PA": "PANAMA", "PE": "PERU", "PY": "PARAGUAY", "UY": "URUGUAY", "VE": "VENEZUELA",
}  # fmt: skip
"""The countries that the keys may name, as they name them."""

CLAIMED = re.compile(
    r"claim\w* (\w+ ){0,3}(responsib|credit)|\badmit(s|ted|ting)\b|(take|took|taken|assum\w+) (the )?(full )?responsib"
    r"|\b(communique|leaflet|message|spokesman)\b.{0,80}\b(we|our)\b",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(possibl\w+|apparent\w*|presum\w+|perhaps|not ruled out|probabl\w+|seem\w*|rumor\w*|unconfirmed)\b",
    re.IGNORECASE,
)
ACCUSED = re.compile(
    r"\b(suspect\w*|accus\w*|blam\w*|attribut\w*|alleg\w*|believ\w*|implicat\w*|charged (that|with)|responsib(le|ility) for)\b",
    re.IGNORECASE,
)
_OFFICE = r"(police|army|military|armed forces|government|authorit\w+|officials?|security (forces|sources))"
AUTHORITY_BEFORE = re.compile(
    rf"\b({_OFFICE}|minist\w+|president|prosecutor|judge|colonel|general|command|investigat\w+|intelligence)\b[^.]{{0,60}}$",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    rf"according to (the )?{_OFFICE}|\b{_OFFICE} (\w+ ){{0,4}}(said|report|believ|blam|accus|attrib|suspect)",
    re.IGNORECASE,
)
THREATENED, ATTEMPTED = ("threatened", "planned"), re.compile(r"\b(attempt\w*|tried|fail\w*|deactivat\w*|defus\w*)\b")


class Named(Protocol):
    """Something with a text: a filler."""

    @property
    def text(self) -> str: ...


def slots(message: Message, sentences: Collection[int], mine: Mapping[str, Sequence[Named]]) -> dict[str, Any]:
    """Date, location, confidence and stage of the incident that these sentences tell."""
    claims = [c for c in message.case.claims if (s := message.sentence_of(c)) and s.index in sentences]
    text = " ".join(message.parse.sentences[i].span.quote for i in sorted(sentences))
    return {
        "date": when(message, claims, sentences),
        "location": where(message, sentences),
        "confidence": confidence(message, [f.text for f in mine["PerpOrg"]]),
        "stage": stage(claims, text),
    }


def when(message: Message, claims: Sequence[Claim], sentences: Collection[int]) -> str | None:
    """The day of the first dated claim; else "on or before" the message's own day."""
    published = _published(message)
    for range_ in _ranges(message, claims, sentences):
        first, last = range_.first_day, range_.last_day
        if first and last and (published is None or last <= published) and (last - first).days <= 31:
            return first.isoformat() if first == last else f"{first}/{last}"
    return f"../{published}" if published else None


def _ranges(message: Message, claims: Sequence[Claim], sentences: Collection[int]) -> Iterator[TimeRange]:
    """The times of the claims, then those that stand in the sentences."""
    resolution = message.case.resolution
    for claim in claims:
        if claim.act not in ("say", "characterise", "other") and (value := resolution.time(claim.time)):
            yield value.range
    for mention in resolution.mentions:
        if mention.sentence in sentences and (value := resolution.time(mention.id)):
            yield value.range


def _published(message: Message) -> Any:
    """The day in the message's head."""
    frame = message.parse.frame
    for mention in message.case.resolution.mentions:
        inside = frame.date and frame.date.start <= mention.span.start < frame.date.end
        if inside and (value := message.case.resolution.time(mention.id)):
            return value.range.last_day
    best = message.case.resolution.publication.best
    return best.last_day if best else None


def where(message: Message, sentences: Collection[int]) -> list[str]:
    """The country told of most, then the names of the places in the incident's sentences."""
    near = list(_places(message, sentences))
    countries = Counter(COUNTRIES[p.country] for _, p in near if p.country in COUNTRIES)
    if not countries:
        everywhere = range(len(message.parse.sentences))
        countries = Counter(COUNTRIES[p.country] for _, p in _places(message, everywhere) if p.country in COUNTRIES)
    if not countries and (home := message.parse.frame.place):
        told = (message.case.resolution.place(m.id) for m in message.case.resolution.within(home.start, home.end))
        countries = Counter(COUNTRIES[p.country] for p in told if p and p.country in COUNTRIES)
    if not countries:
        return []
    names = [
        name for words, place in near for name in (words, place.name.upper(), (place.admin1 or "").upper()) if name
    ]
    country = countries.most_common(1)[0][0]
    return [country, *dict.fromkeys(n for n in names if n != country)]


def _places(message: Message, sentences: Collection[int]) -> Iterator[tuple[str, Place]]:
    for mention in message.case.resolution.mentions:
        place = message.case.resolution.place(mention.id)
        if place and mention.form == "name" and mention.sentence in sentences:
            words = re.sub(
                r"^THE | (CITY|DEPARTMENT|PROVINCE|MUNICIPALITY)$", "", " ".join(mention.span.quote.upper().split())
            )
            yield words, place


def confidence(message: Message, organisations: Sequence[str]) -> list[str]:
    """How surely the message holds that each organisation did it, in the words of the key; equal values once."""
    sentences = [" ".join(s.span.quote.split()) for s in message.parse.sentences]
    told = ([s for s in sentences if _names(s, organisation)] for organisation in organisations)
    return list(dict.fromkeys(map(judged, told)))


def judged(told: Sequence[str]) -> str:
    """The confidence that these sentences express, by their cues."""
    text = " ".join(told)
    if CLAIMED.search(text):
        return "CLAIMED OR ADMITTED"
    accused = [(s, m.start()) for s in told if (m := ACCUSED.search(s))]
    if accused:
        official = AUTHORITY.search(text) or any(AUTHORITY_BEFORE.search(s[:start]) for s, start in accused)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return "POSSIBLE" if POSSIBLE.search(text) else "REPORTED AS FACT"


def _names(quote: str, organisation: str) -> bool:
    return f" {organisation} " in f" {normal(quote)} "


def stage(claims: Sequence[Claim], text: str) -> str:
    """Whether the incident was carried out, only tried, or only threatened."""
    real = [c for c in claims if c.act not in ("say", "characterise", "other")]
    if real and all(c.modality in THREATENED for c in real):
        return "THREATENED"
    tried = ATTEMPTED.search(text.lower()) is not None
    return "ATTEMPTED" if tried and not any(c.act in ("kill", "wound") for c in real) else "ACCOMPLISHED"

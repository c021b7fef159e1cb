"""Places that a state is about and no mention names: a point told by its distance, a set of which none is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.derive.fights import fights_over
from dateline.derive.objects import unnamed_object
from dateline.derive.restated import holds_it
from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import place_of, places_in
from dateline.model.span import Span
from dateline.model.world import Place
from dateline.reference.place_words import FEATURE_NOUNS

GROUND_ROLES = ("destination", "place", "target")
_SET = re.compile(
    r"\b(?:many|several|some|other|numerous|a (?:few|number|handful) of|most|dozens of)(?: (?:other|more|smaller|nearby))?"
    r" (?:places|towns|villages|areas|localities|settlements|cities|districts|positions)"
    r"(?: (?:in|of|around|near|across|outside) [^,.;:]{2,40}?)?(?= (?:that|which|are|were|is|still|remain)\b)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|around|outside|overlooking|surrounding|beside|close to|next to|on the (?:edge|outskirts) of|(?:north|south|east|west)\w* of"
    r"|(?:km|kilomet(?:er|re)s?|miles?) from|(?:stronghold|bastion|foothold|enclave|pocket)s? in)(?: the (?:town|city|village|port|capital)(?: of)?)? ?$"
)
_AROUND = re.compile(r"\baround(?: the (?:town|city|village|port)(?: of)?)? ?$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|over)(?: (?!(?:in|at|near|around|inside)\b)[\w-]+){0,5} ?$")
_TAKEN_FROM = re.compile(r"(?:[\w-]+ ){1,3}?(?:out )?of (?:the |its |their )?", re.IGNORECASE)
TOWNS = ("town", "city", "village", "capital")
_OTHER_PLACES = re.compile(r"\b(?:places|towns|villages|cities|settlements)\b", re.IGNORECASE)
"""Of these no town is made: "many other places in the region" lie around the one that is told of."""
NOUN_REACH = 4
"""Words behind a number within which the noun that it counts stands."""
FINITE = ("VBP", "VBZ", "VBD", "MD")
"""Tags of the verb that ends the noun phrase before it."""
MEMORY = 3
"""Sentences for which a site without a name stays understood."""
_BEFORE = 60
"""Characters before a place in which the words stand that say that something else lies near it."""


def only_near(case: Case, claim: Claim) -> bool:
    """Whether a claim names its place only as what something without a name lies near: "two villages near the town"."""
    return _before_place(case, claim, _NEAR)


def _before_place(case: Case, claim: Claim, words: re.Pattern[str]) -> bool:
    if claim.place is None:
        return False
    start = case.resolution.mention(claim.place).span.start
    return words.search(" ".join(case.report.text[max(0, start - _BEFORE) : start].split())) is not None


def fought_around(case: Case, claim: Claim) -> bool:
    """Whether a fight goes on around a place, which is no less contested than one in which it goes on."""
    return claim.act == "clash" and _before_place(case, claim, _AROUND)


def fought_for(case: Case, claim: Claim) -> bool:
    """Whether a place is only what a fight is about ("the battle for control of the town")."""
    return claim.act == "clash" and fights_over(case, claim) is None and _before_place(case, claim, _FOR)


def with_sites(case: Case, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Place | None]]:
    """The claims with their places without a name; who is driven out again leaves the site that was taken just before."""
    taken: tuple[Claim, Place] | None = None
    for claim in claims:
        site = unnamed_place(case, claim)
        if site is None and taken is not None and _is_of(case, claim, taken[0]):
            site = taken[1]
        elif claim.act in TAKING or (site is not None and claim.act != "withdraw"):
            taken = (claim, site) if site is not None else None
        yield claim, site


def _is_of(case: Case, claim: Claim, taking: Claim) -> bool:
    """Whether a change of hands that names no place is of what another claim has taken."""
    if not (claim.act in ("withdraw", *TAKING) or holds_it(claim)) or place_of(case, claim) != place_of(case, taking):
        return False
    told = case.resolution.mention(claim.place).span if claim.place else None
    named = told is not None and any(span.start <= told.start < span.end for span in claim.spans)
    near = sum(
        s.span.start > taking.spans[0].start for s in case.parse.sentences if s.span.start <= claim.spans[0].start
    )
    return not named and near <= MEMORY


def unnamed_place(case: Case, claim: Claim) -> Place | None:
    """The place of a fight "twenty kilometres from the town", of a state of "many other villages that …" or of "two of
    the five bridges", or the nameless base that somebody took.
    """
    if claim.act == "clash":
        return _away_from(case, claim)
    if claim.act == "hold":
        return _set_of(case, claim) or some_of(case, claim) or unnamed_object(case, claim)
    return unnamed_object(case, claim)


def _away_from(case: Case, claim: Claim) -> Place | None:
    """A fight beside a distance that has no other figure is where the distance ends, not in the town it is from."""
    for other in case.claims:
        if other.act != "locate" or other.sentence != claim.sentence or not _follows(other, claim):
            continue
        ground = place_of(case, other)
        grounds = {place.id for place in (*places_in(case, claim, *GROUND_ROLES), place_of(case, claim)) if place}
        if ground is not None and ground.id in grounds and not _has_figure(case, other, ground):
            return _relative(case, other, ground)
    return None


def _follows(other: Claim, claim: Claim) -> bool:
    return claim.spans[0].start <= other.spans[0].start


def _has_figure(case: Case, claim: Claim, ground: Place) -> bool:
    """Whether the distance is that of a place with a name ("Ashford, 12 km from the town")."""
    span = claim.spans[0]
    places = (case.resolution.place(m.id) for m in case.resolution.within(span.start, span.end, "place"))
    return any(place is not None and place.id != ground.id for place in places)


def _relative(case: Case, claim: Claim, ground: Place) -> Place | None:
    for mention in claim.roles.get("quantity", ()):
        quantity = case.resolution.quantity(mention)
        if quantity is None or quantity.unit != "km":
            continue
        stated = quantity.exact if quantity.exact is not None else _middle(quantity.low, quantity.high)
        if stated is None:
            continue
        about = "about " if quantity.exact is None or quantity.approximate else ""
        low, high = quantity.low or stated, quantity.high or stated
        return Place(
            id=f"report:{stated:g}-km-from-{ground.id.split(':')[-1]}",
            name=f"{about}{stated:g} km from {ground.name}",
            kind="relative",
            country=ground.country,
            admin1=ground.admin1,
            ground=ground.id,
            distance_km=(low, high),
            source="told by its distance alone; no direction is stated",
        )
    return None


def _middle(low: float | None, high: float | None) -> float | None:
    return (low + high) / 2 if low is not None and high is not None else None


def _set_of(case: Case, claim: Claim) -> Place | None:
    """A set of places in the words of the report; which ones they are it does not tell."""
    sentence = case.parse.sentence_at(claim.spans[0].start)
    if sentence is None:
        return None
    end = claim.spans[0].end
    found = [m for m in _SET.finditer(sentence.span.quote) if sentence.span.start + m.end() <= end]
    near = [m for m in found if sentence.span.start + m.end() >= claim.spans[0].start - 2]
    return _set(case, _span(case, sentence.span, near[-1]), claim) if near else None


def some_of(case: Case, claim: Claim) -> Place | None:
    """The set of which some are held ("two of the five bridges"): the land around it is not shared for that."""
    clause = claim.spans[0]
    for name in claim.roles.get("quantity", ()):
        start = case.resolution.mention(name).span.start
        taken = _TAKEN_FROM.match(case.report.text, start, clause.end) if clause.start <= start else None
        behind = case.parse.tokens_in(taken.end(), clause.end)[:NOUN_REACH] if taken else ()
        counted = next((token for token in behind if token.tag == "NNS" and token.lemma in FEATURE_NOUNS), None)
        if taken and counted is not None:
            after = case.parse.tokens_in(counted.end, clause.end)
            end = next((token.start for token in after if token.tag in FINITE), clause.end)
            return _set(case, case.report.span(taken.end(), end), claim)
    return None


def _span(case: Case, sentence: Span, match: re.Match[str]) -> Span:
    return case.report.span(sentence.start + match.start(), sentence.start + match.end())


def _set(case: Case, span: Span, claim: Claim) -> Place:
    words = " ".join(span.quote.split())
    around = place_of(case, claim)
    if around is not None and around.kind in TOWNS and _OTHER_PLACES.search(words):
        around = case.places.get(around.part_of or "")
    return Place(
        id=f"report:{re.sub(r'[^a-z0-9]+', '-', words.lower()).strip('-')}",
        name=words,
        kind="set",
        country=around.country if around else None,
        part_of=around.id if around and around.kind != "country" else None,
        source="a set in the words of the report; which places it means is not stated",
    )

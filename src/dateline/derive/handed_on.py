"""To whom a place is left: "lost the town to the rebels", "leaving the city in rebel hands"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.derive.holders import FIGHTERS
from dateline.model.record import Case, Claim, Mention
from dateline.model.roles import actors_in, place_of
from dateline.model.sides import same_side
from dateline.model.span import Span
from dateline.model.world import Actor, Place

_LEAVING = re.compile(r"\b(?:leaving|leaves|left)\b", re.IGNORECASE)
_LEAVING_IT = re.compile(r"\b(?:leaving|leaves|left) (?:it|them|both)\b", re.IGNORECASE)
_GIVES_UP = re.compile(
    r"\b(?:los(?:t|es|ing|e)|ced(?:ed|es|ing|e)|conced(?:ed|es|ing|e)|abandon(?:ed|s|ing)?|left|leaving|leaves)"
    r"(?: (?:control|hold|possession|command) of)?(?: (?:only|all|most|much|the|its|their))*(?: (?:town|city|village|district) of)? ?$",
    re.IGNORECASE,
)
"""Before the place that is given up; who goes from a place, or to it, gives nobody anything by that."""
_GROUND = re.compile(
    r", (?:[\w-]+ )*?(?:(?:north|south|east|west)[\w-]* of|near|outside|close to|on the (?:road|way) to|from) (?:the )?",
    re.IGNORECASE,
)
"""Between a place and another that only says where it lies."""
_TO = re.compile(
    r"(?:, [^,.;]{3,60},)?(?: (?:on|in|back|again|early|late|last|this)(?: \w+)?)? to (?:the |an? )?", re.IGNORECASE
)
_WAS_LOST = re.compile(
    r" (?:was|were|had been|has been|have been) (?:\w+ )?(?:lost|ceded|abandoned|left|conceded)" + _TO.pattern,
    re.IGNORECASE,
)
_IN = r"(?: in [^,.;]{1,30}?)?(?: \w+ly| still| now)? (?:in|under) (?:the )?"
_IN_THEIRS = re.compile(_IN + r"(?:\w+ )?", re.IGNORECASE)
_IN_HANDS_OF = re.compile(_IN + r"(?:\w+ )?(?:hands|control|rule) of (?:the )?", re.IGNORECASE)
_HANDS = re.compile(r"(?:['’]s?)?(?: \w+)? (?:hands|control|rule|occupation)\b", re.IGNORECASE)
_INSIDE = re.compile(r" (?:in|of|at) (?:the )?|, ", re.IGNORECASE)
_BETWEEN = 70
"""Code points that tell where a place lies between the words of its loss."""
_BEFORE = 50
"""Code points before a place in which the words stand that give it up."""


def handed_on(case: Case, claim: Claim) -> Iterator[tuple[Actor, Place]]:
    """Who has which place because another lost it or left it, by the words of a claim."""
    givers = actors_in(case, claim, "agent", "patient") if claim.act == "withdraw" else ()
    for span in (*claim.spans, *_round(case, claim)):
        for place, name in _followed(case, span):
            lost = claim.act == "withdraw" and _is_lost_to(case, span, place, name)
            if not lost and not _is_left_in_hands(case, span, place, name):
                continue
            taker, site = case.resolution.actor(name.id), case.resolution.place(place.id)
            own = lost and any(taker is not None and same_side(taker, giver) for giver in givers)
            if taker is not None and site is not None and taker.kind in FIGHTERS and not own:
                yield taker, site
        yield from _left_it_to(case, claim, span)


def _round(case: Case, claim: Claim) -> tuple[Span, ...]:
    """All from the first words of a claim to its last, where others stand between: "lost Ashford, west of Oakford, to the army"."""
    first, last = claim.spans[0], claim.spans[-1]
    near = claim.act == "withdraw" and first is not last and 0 < last.start - first.end < _BETWEEN
    return (case.report.span(first.start, last.end),) if near else ()


def _left_it_to(case: Case, claim: Claim, span: Span) -> Iterator[tuple[Actor, Place]]:
    """As in "withdrew from the town, leaving it in the hands of the rebels": it is the place of the withdrawal."""
    name, site = _left_it_in_hands(case, span), place_of(case, claim)
    taker = case.resolution.actor(name.id) if name is not None and claim.act == "withdraw" else None
    if taker is not None and site is not None and taker.kind in FIGHTERS:
        yield taker, site


def _left_it_in_hands(case: Case, span: Span) -> Mention | None:
    """Who is named behind "leaving it in the hands of", "left it under … control"."""
    left = _LEAVING_IT.search(case.report.text, span.start, span.end)
    named = case.resolution.within(left.end(), span.end, "actor", "label") if left is not None else []
    first = min(named, key=_start, default=None)
    return first if left is not None and first is not None and _in_hands(case, left.end(), first) else None


def only_leaves(case: Case, claim: Claim) -> bool:
    """Whether the words say no more than in whose hands a place was left ("leaving the town in rebel hands"): nobody goes."""
    span = claim.spans[0]
    opens = _LEAVING.match(case.report.text, span.start) is not None
    it = _left_it_in_hands(case, span) is not None
    return opens and (it or any(_is_left_in_hands(case, span, *pair) for pair in _followed(case, span)))


def _followed(case: Case, span: Span) -> Iterator[tuple[Mention, Mention]]:
    """The places of some words with the actor that is named next; of "the port in Ashford" it is the port."""
    place: Mention | None = None
    for mention in sorted(case.resolution.within(span.start, span.end, "place", "actor", "label"), key=_start):
        if mention.kind == "place":
            between = _words(case, place.span.end, mention.span.start) if place is not None else ""
            inside = _INSIDE.fullmatch(between) or _GROUND.fullmatch(between)
            place = place if inside else mention
        elif place is not None:
            yield place, mention
            place = None


def _start(mention: Mention) -> int:
    return mention.span.start


def _is_lost_to(case: Case, span: Span, place: Mention, name: Mention) -> bool:
    before = _words(case, max(span.start, place.span.start - _BEFORE), place.span.start)
    between = _words(case, place.span.end, name.span.start)
    gives = _TO.fullmatch(between) is not None and _GIVES_UP.search(before) is not None
    return gives or _WAS_LOST.fullmatch(between) is not None


def _is_left_in_hands(case: Case, span: Span, place: Mention, name: Mention) -> bool:
    text = case.report.text
    if _LEAVING.search(text, span.start, place.span.start) is None:
        return False
    return _in_hands(case, place.span.end, name)


def _in_hands(case: Case, end: int, name: Mention) -> bool:
    """Whether what stands behind some words puts them in somebody's hands: "in rebel hands", "in the hands of the rebels"."""
    between = _words(case, end, name.span.start)
    theirs = _IN_THEIRS.fullmatch(between) is not None and _HANDS.match(case.report.text, name.span.end) is not None
    return theirs or _IN_HANDS_OF.fullmatch(between) is not None


def _words(case: Case, start: int, end: int) -> str:
    """The words between, with one space for every gap."""
    return re.sub(r"\s+", " ", case.report.text[start:end])

"""What readers call a place: the noun phrase in which a report names it, with the words behind it or the town it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.locating import COUNTRIES
from dateline.model.record import Case, Mention
from dateline.model.roles import chain_of
from dateline.model.text import Parse, Token
from dateline.model.world import Place
from dateline.reference.place_words import FACILITY_NOUNS, FEATURE_NOUNS

_KIND = re.compile(r"\s(?:district|province|county|governorate|city|town|village)$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|other|another|further|new)\s")
_JOINTS = ("in", "of", "at")
_BEFORE = ("amod", "compound", "nmod", "nummod")
_BEHIND = re.compile(
    r"\s(?:in|of|at|on|to|near|outside|around|along|within|from|over|overlooking|between|crossing)\s(?:[^\s,.;:]+\s){0,4}"
)
"""The words between a thing and the name of the place that it is in, at or near."""
_UNREAD = re.compile(r"\s(?:in|of|at|on|near|above|outside)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}")
"""The same behind a thing whose place is a name that nobody read."""
_OWNED = re.compile(r"\s(?:of|(?:held|manned|occupied|controlled|run) by|belonging to)\s(?:the\s)?", re.IGNORECASE)
"""The words between a site and those whose it is."""
_WHOSE = re.compile(r"(?:[\w’'-]+\s){0,3}?[\w’'-]+(?:['’]s|s['’])\s|(?:its|their|our|his)\s", re.IGNORECASE)
_LONGEST = 14
"""Tokens that a phrase has by which a place is called."""
REACH = 60
"""Code points behind a noun within which the place stands that it is in, with the words between."""


def phrases(place: Place, case: Case) -> Iterator[str]:
    """The names by which a report calls a place besides its own ("Ashford bus station", "three hills on the Kent front").

    A place of the register has those alone that end in the noun of a place.
    """
    unnamed = place.id.startswith("report:")
    yield from _turned(place.name)
    nouns = [_MORE.sub("", place.name)] if unnamed else []
    for found in re.finditer(rf"\b(?:the )?{re.escape(place.name)}\b", case.report.text) if unnamed else ():
        yield found[0]
        yield from (f"{nouns[0]} {behind}" for behind in _behind(case, found.end()))
        nouns += _of_owner(case, nouns[0], found.end())
    for mention in case.resolution.mentions:
        named = case.resolution.place(mention.id)
        if named is None or named.id != place.id:
            continue
        first, last = _noun_phrase(case.parse, mention)
        noun = _MORE.sub("", _words(case, first.start, last.end))
        if unnamed:
            yield " ".join(mention.span.quote.split())
            nouns += [noun, *_of_owner(case, noun, last.end)]
            yield from (f"{noun} {behind}" for behind in _behind(case, last.end))
            yield from _whole(case, first, last)
        elif mention.form == "name" and last.lemma.lower() in FEATURE_NOUNS:
            yield noun
    for noun in dict.fromkeys(nouns):
        yield noun
        for around in _around(place, case):
            if around.casefold() not in noun.casefold():
                yield from (f"{noun} {joint} {around}" for joint in _JOINTS)
                yield f"{around}'s {noun}"


def _of_owner(case: Case, noun: str, end: int) -> Iterator[str]:
    """A site without a name by whose it is: "a camp of the Kent Front" is the "Kent Front camp", "the army's base" is the base."""
    whose = _WHOSE.match(noun)
    if whose is not None:
        yield noun[whose.end() :]
    held = _OWNED.match(case.report.text, end)
    owners = case.resolution.within(held.end(), held.end() + REACH, "actor") if held is not None else []
    beside = [mention for mention in owners if held is not None and mention.span.start == held.end()]
    actor = case.resolution.actor(beside[0].id) if beside else None
    if actor is not None and actor.armed:
        names = dict.fromkeys((beside[0].span.quote, actor.name, *(name for name in actor.aliases if name.isupper())))
        yield from (f"{name} {noun}" for name in names if name in case.report.text)


def _turned(name: str) -> Iterator[str]:
    """A facility's name the other way round: "University of Ashford" is "Ashford University"."""
    kind, _, town = name.partition(" of ")
    if town and kind.lower() in FACILITY_NOUNS:
        yield f"{town} {kind}"


def _noun_phrase(parse: Parse, mention: Mention) -> tuple[Token, Token]:
    """The first and last token of the noun phrase that ends in the noun to which a name belongs, without its article."""
    noun = parse.tokens[mention.head]
    while noun.dep in ("compound", "nmod") and noun.head > noun.index:
        noun = parse.head(noun)
    kids = [kid for kid in parse.kids(noun, *_BEFORE) if kid.index < noun.index]
    inside = parse.tokens_in(mention.span.start, mention.span.end)
    starts = [token for token in inside if token.pos != "DET"][:1]
    first = min((kid.left for kid in kids), default=noun.index)
    number = [kid.index for kid in parse.kids(noun, "nummod") if kid.index == noun.index + 1]
    last = max(noun.index, inside[-1].index, *number)
    return parse.tokens[min(first, starts[0].index if starts else first)], parse.tokens[last]


def _behind(case: Case, start: int) -> Iterator[str]:
    """The phrases behind a noun that say where it is, each up to the next place: "on the outskirts", "on the outskirts of X"."""
    end = start
    while leading := _led_to(case, end):
        noun = _noun_phrase(case.parse, leading)[1]
        end = max(noun.end, leading.span.end)
        yield _words(case, start + 1, end)
    unread = _UNREAD.match(case.report.text, start) if end == start else None
    if unread is not None and not case.resolution.within(start, unread.end()):
        yield _words(case, start + 1, unread.end())


def _whole(case: Case, first: Token, last: Token) -> Iterator[str]:
    """A noun with all phrases behind it that hold no clause: "hilltop within range of the road to Ashford"."""
    end = last.index
    for prep in case.parse.kids(last, "prep"):
        inside = case.parse.subtree(prep)
        if prep.left == end + 1 and not any(token.dep in ("relcl", "acl", "advcl", "appos") for token in inside):
            end = prep.right
    if last.index < end < first.index + _LONGEST:
        yield _words(case, first.start, case.parse.tokens[end].end)


def _led_to(case: Case, end: int) -> Mention | None:
    """The place to which the words behind a noun lead."""
    near = case.resolution.within(end, end + REACH, "place")
    return next((m for m in near if _BEHIND.fullmatch(case.report.text, end, m.span.start)), None)


def _words(case: Case, start: int, end: int) -> str:
    """The words of a report with the names of the places that it only calls "the town" there."""
    said: list[str] = []
    for mention in case.resolution.within(start, end, "place"):
        place = case.resolution.place(mention.id)
        if mention.form != "name" and place is not None and place.name[:1].isupper() and mention.span.start > start:
            said += [case.report.text[start : mention.span.start], next(_written(place, case), place.name)]
            start = mention.span.end
    return " ".join("".join((*said, case.report.text[start:end])).split())


def _written(place: Place, case: Case) -> Iterator[str]:
    """The names by which a report calls a place."""
    named = (m for m in case.resolution.mentions if m.kind == "place" and m.form == "name")
    return (m.span.quote for m in named if case.resolution.place(m.id) == place)


def _around(place: Place, case: Case) -> tuple[str, ...]:
    """The names that the report gives the nearest place with a name of its own in which a place lies."""
    wider = (case.places.get(name) for name in chain_of(case, place.id))
    around = next((one for one in wider if one is not None and not one.id.startswith("report:")), None)
    if around is None or around.kind in COUNTRIES:
        return ()
    names = (*_written(around, case), around.name)
    return tuple(dict.fromkeys((*names, *(_KIND.sub("", name) for name in names))))

"""Resolves quantities: value and range, what is counted, in which unit; vague words stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.record import Mention, Reading, Reason
from dateline.model.text import Parse, Token
from dateline.model.world import Quantity
from dateline.resolve.quantity_measures import measured
from dateline.resolve.quantity_ranges import ranged


def resolve_quantities(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Reading, ...]:
    """Every quantity mention's reading."""
    reason = Reason(name="numeral", weight=1.0, why="read from its own words")
    readings: list[Reading] = []
    before: tuple[Mention, Quantity] | None = None
    for index, mention in enumerate(mentions):
        if mention.kind == "quantity":
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            quantity = _quantity(parse, mention, people=_counts_actors(parse, mention, following), before=before)
            readings.append(Reading(mention=mention.id, value=quantity, score=1.0, rank=1, reasons=(reason,)))
            before = (mention, quantity)
    return tuple(readings)


def _counts_actors(parse: Parse, mention: Mention, following: Mention | None) -> bool:
    """Whether the counted noun is an actor's own mention right behind the number."""
    if following is None or following.kind not in ("actor", "label", "person"):
        return False
    noun = _noun(parse, mention)
    beside = 0 < following.span.start - mention.span.end <= 16
    return beside and (noun is None or following.span.start <= noun.start < following.span.end)


def _quantity(parse: Parse, mention: Mention, *, people: bool, before: tuple[Mention, Quantity] | None) -> Quantity:
    words = " ".join(mention.span.quote.split())
    bounds = ranged(words)
    heading = _heading(parse, mention)
    noun = None if heading else _noun(parse, mention)
    measure, unit = measured(words.lower(), noun.lemma if noun else None, heading or tuple(_context(parse, mention)))
    if heading is None and people and measure not in ("distance", "share", "duration"):
        measure, unit = (measure if noun is None or measure != noun.lemma else "people"), "people"
    elif noun is None and heading is None and before and before[0].sentence == mention.sentence and before[1].noun:
        unit = before[1].unit if unit == "unspecified" else unit
    return Quantity(
        measure=measure,
        unit=unit,
        exact=bounds.exact,
        low=bounds.low,
        high=bounds.high,
        vague=bounds.vague,
        approximate=bounds.approximate,
        noun=noun.text if noun else None,
    )


def _heading(parse: Parse, mention: Mention) -> tuple[str, ...] | None:
    """What the heading over a number says that it counts; None in running text."""
    passage = parse.passage_at(mention.span.start)
    tallies = passage.tallies if passage else ()
    return next(((tally.act,) for tally in tallies if tally.number.overlaps(mention.span)), None)


def _noun(parse: Parse, mention: Mention) -> Token | None:
    """The counted noun: in the words themselves, or the one that the number modifies."""
    inside = [t for t in parse.tokens_in(mention.span.start, mention.span.end) if t.pos in ("NOUN", "PROPN")]
    if inside and not re.fullmatch(r"(?:hundred|thousand|million|billion|dozen)s?", inside[-1].lower):
        return inside[-1]
    head = parse.tokens[mention.head]
    while head.dep in ("nummod", "quantmod", "compound") and head.head != head.index:
        head = parse.head(head)
    return head if head.pos in ("NOUN", "PROPN") and head.index != mention.head else None


def _context(parse: Parse, mention: Mention) -> Iterator[str]:
    """The lemmas that say what happened to the counted: heads up to the verb, then the words right behind."""
    token = parse.tokens[mention.head]
    for child in parse.kids(token, "acl", "relcl", "amod"):
        yield child.lemma
    for ancestor in parse.ancestors(token):
        if any(kid.lower == "down" for kid in parse.kids(ancestor, "prt", "advmod")):
            yield "down"
        yield ancestor.lemma
        if ancestor.pos in ("VERB", "AUX"):
            yield from _counted_by(parse, ancestor)
            for kid in parse.kids(ancestor, "acomp", "oprd", "attr", "xcomp"):
                yield kid.lemma
            break
    for after in parse.tokens_in(mention.span.end, min(len(parse.report.text), mention.span.end + 24))[:3]:
        yield after.lemma


_FALLEN = ("dead", "wounded", "injured", "missing", "fatality", "death", "injury")
_PUTTING = ("put", "estimate", "number", "total", "rise", "climb", "reach", "stand", "give")
"""Verbs that give a number to those whom they name: "put the dead at eleven"."""


def _counted_by(parse: Parse, verb: Token) -> Iterator[str]:
    """The lemmas of "the number of …" whose value the verb gives ("the toll rose to 26")."""
    for kid in parse.kids(verb, "nsubj", "nsubjpass", "dobj"):
        fallen = kid.lemma in _FALLEN and verb.lemma in _PUTTING
        if fallen or kid.lemma in ("number", "toll", "figure", "total", "count", "losses", "casualty"):
            for token in parse.subtree(kid):
                yield "down" if token.lower == "downed" else token.lemma

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
    return tuple(
        Reading(
            mention=mention.id,
            value=_quantity(parse, mention),
            score=1.0,
            rank=1,
            reasons=(Reason(name="numeral", weight=1.0, why="read from its own words"),),
        )
        for mention in mentions
        if mention.kind == "quantity"
    )


def _quantity(parse: Parse, mention: Mention) -> Quantity:
    words = " ".join(mention.span.quote.split())
    bounds = ranged(words)
    noun = _noun(parse, mention)
    measure, unit = measured(words.lower(), noun.lemma if noun else None, tuple(_context(parse, mention)))
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
        yield ancestor.lemma
        if ancestor.pos in ("VERB", "AUX"):
            for kid in parse.kids(ancestor, "acomp", "oprd", "attr", "xcomp"):
                yield kid.lemma
            break
    for after in parse.tokens_in(mention.span.end, min(len(parse.report.text), mention.span.end + 24))[:3]:
        yield after.lemma

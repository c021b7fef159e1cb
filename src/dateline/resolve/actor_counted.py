"""Reads counted people as a party: "at least three paramilitary soldiers" are a number and men of the army."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.reference.actor_words import fold, word_set
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_memory import Memory
from dateline.resolve.actor_nominals import nominal_option, noun_of
from dateline.resolve.actor_scene import Scene

_SORTS = ("state", "police", "rebel", "gunmen", "label", "civilian")
_ANYBODY = word_set(
    "people person persons men man others victims families family population public leaders households colleagues "
    "supporters patients visitors wounded displaced"
)
"""Nouns that do not tell of which party the counted are, nor whether they bear arms."""
_AMOUNTS = word_set("dozen dozens hundred hundreds thousand thousands million scores other more additional few")


def counted_people(scene: Scene, memory: Memory, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Option]]:
    """Every quantity that counts people of a kind, with who they are; who is named behind it is not yet known there."""
    for mention in mentions:
        people = _people(scene.parse, mention) if mention.kind == "quantity" else None
        noun = noun_of(scene, people) if people is not None else None
        if people is None or noun is None or noun.sort not in _SORTS or noun.phrase in _ANYBODY:
            continue
        if fold(scene.parse.tokens[people.head].text) != noun.phrase.rpartition(" ")[2]:
            continue
        before = memory.seen[: bisect_left(memory.seen, mention.span.start, key=lambda seen: seen.mention.span.start)]
        yield mention, nominal_option(scene, replace(memory, seen=before), people)


def _people(parse: Parse, mention: Mention) -> Mention | None:
    """The counted noun with what describes it, as if it stood alone; None where the mention is a bare number."""
    inside = parse.tokens_in(mention.span.start, mention.span.end)
    last = len(inside)
    while last and _describes(inside[last - 1]):
        last -= 1
    if last in (0, len(inside)) or inside[-1].pos not in ("NOUN", "PROPN"):
        return None
    span = parse.report.span(inside[last].start, inside[-1].end)
    return replace(mention, span=span, kind="actor", form="nominal", head=inside[-1].index)


def _describes(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ") and fold(token.text) not in _AMOUNTS

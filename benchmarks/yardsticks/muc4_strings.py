"""The strings of a MUC-4 message that may fill each role, with how likely they do: each noun speaks for its likeliest string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.yardsticks import muc4_cuts, muc4_heads
from benchmarks.yardsticks.muc4_candidates import Message
from benchmarks.yardsticks.muc4_encoder import Reading
from benchmarks.yardsticks.muc4_heads import Classes, Head
from benchmarks.yardsticks.muc4_model import ROLES, SLOTS, TYPES, Layer, Model, chance

TYPE_FLAG = 0.35
"""A message counts as telling of a type, for the features of its nouns, from this probability on."""

LEAST = -6.0
"""The log odds of what a message has no string for."""

HEARD = -3.5
"""Nouns with lower log odds for a role offer no string for it."""

NEAR = 1.5
"""A string stands, for the parting of incidents, where its log odds are at most so much below its highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A noun with its log odds for each role and for each type of incident."""

    head: Head
    roles: Mapping[str, float]
    types: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A string with its log odds for one role and for each type of incident, and the sentences that say so."""

    text: str
    score: float
    types: Mapping[str, float]
    sentences: tuple[int, ...]


def flags(topic: Mapping[str, float]) -> tuple[list[str], str]:
    """The types that the message tells of, and how surely it tells of any, from the topic's log odds."""
    types = [name for name in TYPES if chance(topic[name]) > TYPE_FLAG]
    return types or ["none"], str(int(chance(topic["any"]) * 4))


def told(message: Message, head: Head, topic: Mapping[str, float], classes: Classes) -> Iterator[str]:
    """What the whole message is about, beside what the noun is."""
    token = message.parse.tokens[head.index]
    group = muc4_heads.classes_of(token, classes)[0]
    types, surely = flags(topic)
    for name in types:
        yield from (f"T={name}", f"T={name}|{group}", f"T={name}|{token.lemma}")
    yield from (f"A={surely}", f"A={surely}|{message.kind(head.index)}", f"A={surely}|{group}")


def rated(message: Message, topic: Mapping[str, float], model: Model, classes: Classes) -> Iterator[Rated]:
    """Every noun of the message with its scores by its features."""
    for head in muc4_heads.heads(message):
        said = {*muc4_heads.features(message, head, classes), *told(message, head, topic, classes)}
        yield Rated(head=head, roles=model.role.scores(said), types=model.incident.scores(said))


def weighed(message: Message, noun: Rated, reading: Reading, model: Model) -> Rated:
    """The noun with its scores by its features and by the encoder."""
    roles, types = read_at(message, noun.head, reading)
    return Rated(head=noun.head, roles=model.weigh(noun.roles, roles), types=model.weigh(noun.types, types))


def read_at(message: Message, head: Head, reading: Reading) -> tuple[dict[str, float], dict[str, float]]:
    """What the encoder says of a noun: its roles and its types of incident."""
    token = message.parse.tokens[head.index]
    return reading.at(token.start, token.end)


def strings(message: Message, nouns: Sequence[Rated], cut: Layer) -> dict[str, list[Scored]]:
    """The strings of each role, surest first."""
    return {role: _of_role(message, nouns, role, cut) for role in SLOTS}


def _of_role(message: Message, nouns: Iterable[Rated], role: str, cut: Layer) -> list[Scored]:
    groups: dict[str, list[Rated]] = {}
    for noun in nouns:
        if noun.roles[role] >= HEARD:
            groups.setdefault(muc4_cuts.best(message, noun.head, role, cut).text, []).append(noun)
    found = (_scored(message, text, group, role) for text, group in groups.items())
    return sorted(found, key=lambda string: (-string.score, string.text))


def _scored(message: Message, text: str, group: Sequence[Rated], role: str) -> Scored:
    score = max(noun.roles[role] for noun in group)
    near = (noun.head.index for noun in group if noun.roles[role] > score - NEAR)
    return Scored(
        text=text,
        score=score,
        types={name: max(noun.types[name] for noun in group) for name in TYPES},
        sentences=tuple(sorted({message.parse.tokens[index].sentence for index in near})),
    )


def surest(topic: Mapping[str, float], found: Mapping[str, Sequence[Scored]]) -> dict[str, float]:
    """What the layer `whole` weighs: the topic's log odds, those of the two surest strings of a role, of the surest of a type."""
    numbers = {f"topic={name}": score for name, score in topic.items()}
    for role in SLOTS:
        best = [string.score for string in found.get(role, ())[:2]]
        for rank in range(2):
            numbers[f"{role}{rank}"] = max(best[rank], LEAST) if rank < len(best) else LEAST
    for name in TYPES:
        best = [string.types[name] + string.score for role in ROLES for string in found.get(role, ())]
        numbers[f"in={name}"] = max([LEAST, *best])
    return numbers

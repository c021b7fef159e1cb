"""The strings of a MUC-4 message and how likely each fills a role: by all its occurrences together, and by its best one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.yardsticks.muc4_candidates import Message, candidates, features, normal
from benchmarks.yardsticks.muc4_model import ROLES, SLOTS, TYPES, Layer, Model
from benchmarks.yardsticks.muc4_near import near

TYPE_FLAG = 0.35
"""A message counts as telling of a type, for the features of its strings, from this probability on."""

LEAST = -6.0
"""The log odds of what a message has no string for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurring:
    """A string with the features of each of its occurrences, and the sentences they stand in."""

    text: str
    here: tuple[tuple[str, ...], ...]
    sentences: tuple[int, ...]

    @property
    def together(self) -> set[str]:
        """The features of all occurrences."""
        return {feature for place in self.here for feature in place}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A string with its log odds for each role and for each type of incident."""

    text: str
    sentences: tuple[int, ...]
    roles: Mapping[str, float]
    types: Mapping[str, float]


def strings(message: Message) -> list[Occurring]:
    """Each candidate string of the message; its features are interned, for the training holds millions."""
    table: dict[str, tuple[list[tuple[str, ...]], list[int]]] = {}
    for candidate in candidates(message.parse):
        name = normal(candidate.text)
        if name and not name.isdecimal():
            here, sentences = table.setdefault(name, ([], []))
            told = {*features(message, candidate), *near(message.parse, candidate)}
            here.append(tuple(map(sys.intern, sorted(told))))
            sentences.append(message.parse.tokens[candidate.head].sentence)
    return [
        Occurring(text=name, here=tuple(here), sentences=tuple(sentences)) for name, (here, sentences) in table.items()
    ]


def topic_flags(topic: Mapping[str, float]) -> list[str]:
    """What the message tells of, as features of its strings."""
    types = [f"T={name}" for name in TYPES if topic[name] > TYPE_FLAG] or ["T=none"]
    return [*types, f"A={int(topic['any'] * 5)}"]


def named(string: Occurring, flags: Iterable[str]) -> set[str]:
    """The features of a string as a whole."""
    return {*string.together, *flags, f"occ={min(len(string.sentences), 4)}"}


def scored(string: Occurring, flags: Iterable[str], model: Model) -> Scored:
    """The string with its log odds: half by all its occurrences together, half by the one that speaks loudest."""
    whole = named(string, flags)
    return Scored(
        text=string.text,
        sentences=tuple(sorted(set(string.sentences))),
        roles=mixed(model.role.scores(whole), loudest(model.role_here, string)),
        types=mixed(model.incident.scores(whole), loudest(model.incident_here, string)),
    )


def loudest(layer: Layer, string: Occurring) -> dict[str, float]:
    """Each output's highest log odds over the occurrences."""
    places = [layer.scores(place) for place in string.here]
    return {name: max(place[name] for place in places) for name in layer.outputs}


def mixed(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """The mean of two tables of log odds."""
    return {name: (score + other[name]) / 2 for name, score in one.items()}


def surest(topic: Mapping[str, float], found: Sequence[Scored]) -> dict[str, float]:
    """What the layer `whole` weighs: the topic's log odds, those of the two surest strings of a role, of the surest of a type."""
    numbers = {f"topic={name}": score for name, score in topic.items()}
    for role in SLOTS:
        best = sorted((s.roles[role] for s in found), reverse=True)
        for rank in range(2):
            numbers[f"{role}{rank}"] = max(best[rank], LEAST) if rank < len(best) else LEAST
    for name in TYPES:
        best = [s.types[name] + max(s.roles[role] for role in ROLES) for s in found]
        numbers[f"in={name}"] = max([LEAST, *best])
    return numbers

"""The small linear model of the MUC-4 runner: logistic scores over named features.

Trained on the development messages of MUC-4 (a public research set) by `muc4_train`, with a fixed seed; the weights lie
beside this module. A score is a probability or its log odds; every weight can be read by its feature's name.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import exp

TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery")
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
DESCRIBED = "VictimDesc"
"""Victims described but not named: no role of the five, but what pairs an incident with its key."""

SLOTS = (*ROLES, DESCRIBED)
TOPICS = (*TYPES, "any")
LAYERS = ("topic", "role", "incident", "cut", "whole")
SAID, READ = "said", "read"
"""The two log odds that a layer of `weighed` adds up: of the features, and of the encoder."""

WEIGHTS = "muc4_weights.json.gz"


def chance(score: float) -> float:
    """The probability for log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Several logistic outputs over the same features."""

    outputs: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def scores(self, features: Iterable[str] | Mapping[str, float]) -> dict[str, float]:
        """Each output's log odds; a feature without a number counts once, one that the training did not see nothing."""
        numbers = features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)
        sums = list(self.bias)
        for feature, number in numbers.items():
            for index, weight in enumerate(self.weights.get(feature, ())):
                sums[index] += weight * number
        return dict(zip(self.outputs, sums, strict=True))

    def probabilities(self, features: Iterable[str] | Mapping[str, float]) -> dict[str, float]:
        """Each output's probability."""
        return {name: chance(score) for name, score in self.scores(features).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Which questions the layers answer.

    `topic`: what do the words of the message tell of; `role`: what does a noun fill; `incident`: in which type of
    incident; `cut`: is this the string around the noun that a key would give; `whole`: of which types does the
    message get templates, by its topic and its surest strings. `weighed` has a layer for every role and type of incident:
    how much what the features say of a noun counts beside what the encoder reads there.
    """

    topic: Layer
    role: Layer
    incident: Layer
    cut: Layer
    whole: Layer
    weighed: Mapping[str, Layer]

    def weigh(self, said: Mapping[str, float], read: Mapping[str, float]) -> dict[str, float]:
        """The log odds of each role or type by the features and by the encoder together."""
        pairs = {name: {SAID: said[name], READ: read[name]} for name in said}
        return {name: self.weighed[name].scores(pair)[name] for name, pair in pairs.items()}


Tables = Mapping[str, Mapping[str, list[str] | list[float] | dict[str, list[float]]]]


def load_model() -> Model:
    """The weights beside this module."""
    packed = files("benchmarks.yardsticks").joinpath(WEIGHTS).read_bytes()
    return model_of(json.loads(gzip.decompress(packed)))


def model_of(tables: Tables) -> Model:
    """The model in the tables of a weights file."""
    weighed = {name: layer_of(tables[f"weighed {name}"]) for name in (*SLOTS, *TYPES)}
    return Model(**{name: layer_of(tables[name]) for name in LAYERS}, weighed=weighed)


def layer_of(table: Mapping[str, list[str] | list[float] | dict[str, list[float]]]) -> Layer:
    """The layer in its table of a weights file."""
    outputs, bias, weights = table["outputs"], table["bias"], table["weights"]
    if not isinstance(weights, dict):
        raise TypeError("a layer's weights are a table by feature")
    return Layer(
        outputs=tuple(str(name) for name in outputs),
        bias=tuple(float(x) for x in bias),
        weights={feature: tuple(row) for feature, row in weights.items()},
    )

"""The small linear model of the MUC-4 runner: logistic scores over named features.

Trained on the development messages of MUC-4 (a public research set) by `muc4_train`, with a fixed seed; the weights lie
beside this module. A score is a probability; every weight can be read by its feature's name.
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
WEIGHTS = "muc4_weights.json.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Several logistic outputs over the same features."""

    outputs: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Each output's probability; a feature that the training did not see counts nothing."""
        sums = list(self.bias)
        for feature in features:
            for index, weight in enumerate(self.weights.get(feature, ())):
                sums[index] += weight
        return {name: 1 / (1 + exp(-max(-30.0, min(30.0, x)))) for name, x in zip(self.outputs, sums, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """`topic`: what a message tells of; `role`: what a string fills; `incident`: of which type of incident it is."""

    topic: Layer
    role: Layer
    incident: Layer


def load_model() -> Model:
    """The weights beside this module."""
    packed = files("benchmarks.yardsticks").joinpath(WEIGHTS).read_bytes()
    layers = json.loads(gzip.decompress(packed))
    return Model(**{name: _layer(layers[name]) for name in ("topic", "role", "incident")})


def _layer(table: Mapping[str, list[str] | list[float] | dict[str, list[float]]]) -> Layer:
    outputs, bias, weights = table["outputs"], table["bias"], table["weights"]
    if not isinstance(weights, dict):
        raise TypeError("a layer's weights are a table by feature")
    return Layer(
        outputs=tuple(str(name) for name in outputs),
        bias=tuple(float(x) for x in bias),
        weights={feature: tuple(row) for feature, row in weights.items()},
    )

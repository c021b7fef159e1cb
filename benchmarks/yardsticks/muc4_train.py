"""Train the MUC-4 runner's linear model: `python -m benchmarks.yardsticks.muc4_train --data FOLDER`.

FOLDER holds `docs.jsonl` and `gold.jsonl` of the development part (MUC is a public research set). The seed is fixed and
the optimiser deterministic, so the same record gives the same weights. Strings see topic probabilities of messages that
the topic layer was not trained on (threefold), as they will at prediction. It takes about
seven minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardsticks.muc4 import strings, topic_flags
from benchmarks.yardsticks.muc4_candidates import Message, normal, topics
from benchmarks.yardsticks.muc4_model import ROLES, TYPES, WEIGHTS
from dateline.model.text import Report
from dateline.pipeline import load_engine, run

SEED = 0
FOLDS = 3
NEGATIVES = 0.4
"""The share of strings without a role that is trained on."""

PENALTY = 8.0
"""On the squared weights of strings; 3 and 30 did worse in threefold cross-validation."""

SMALL = 0.04
"""Weights below are dropped."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Sets of features as index arrays: entry i belongs to row `row[i]` and has feature `index[i]`."""

    names: tuple[str, ...]
    row: NDArray[np.int64]
    index: NDArray[np.int64]
    count: int

    @classmethod
    def of(cls, sets: Sequence[Iterable[str]], *, least: int) -> Rows:
        """The rows with the features that at least so many of them have."""
        seen = Counter(feature for features in sets for feature in features)
        names = tuple(sorted(feature for feature, n in seen.items() if n >= least))
        ids = {feature: i for i, feature in enumerate(names)}
        pairs = [(n, ids[feature]) for n, features in enumerate(sets) for feature in features if feature in ids]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return cls(names=names, row=table[:, 0], index=table[:, 1], count=len(sets))

    def take(self, mask: NDArray[np.bool_]) -> Rows:
        """The rows where the mask holds."""
        kept, renumbered = mask[self.row], np.cumsum(mask) - 1
        return Rows(
            names=self.names, row=renumbered[self.row[kept]], index=self.index[kept], count=int(np.count_nonzero(mask))
        )

    def scores(self, weights: Array, bias: float) -> Array:
        """The probability of every row."""
        sums = np.bincount(self.row, weights=weights[self.index], minlength=self.count) + bias
        return np.asarray(1 / (1 + np.exp(-np.clip(sums, -30, 30))), dtype=np.float64)


def fit(rows: Rows, truth: Array, *, penalty: float, steps: int) -> tuple[Array, float]:
    """Logistic regression with an L2 penalty, by full-batch Adam with a cosine step."""
    size = len(rows.names)
    point, mean, square = np.zeros(size + 1), np.zeros(size + 1), np.zeros(size + 1)
    rate = float(truth.mean())
    point[-1] = np.log((rate + 1e-6) / (1 - rate + 1e-6))
    for step in range(1, steps + 1):
        error = rows.scores(point[:-1], float(point[-1])) - truth
        slope = np.append(np.bincount(rows.index, weights=error[rows.row], minlength=size), error.sum())
        slope[:-1] += penalty * point[:-1]
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        length = 0.15 * 0.5 * (1 + np.cos(np.pi * step / steps))
        point -= length * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return point[:-1], float(point[-1])


def layer(rows: Rows, truths: dict[str, Array], *, penalty: float, steps: int) -> dict[str, Any]:
    """A layer as the weights file holds it."""
    fitted = {name: fit(rows, truth, penalty=penalty, steps=steps) for name, truth in truths.items()}
    table = np.stack([weights for weights, _ in fitted.values()], axis=1)
    strong = np.abs(table).max(axis=1) >= SMALL
    return {
        "outputs": list(fitted),
        "bias": [round(bias, 4) for _, bias in fitted.values()],
        "weights": {rows.names[i]: [round(float(x), 3) for x in table[i]] for i in np.flatnonzero(strong)},
    }


def messages(folder: Path) -> Iterable[tuple[str, Message]]:
    """Every message of the folder with its record."""
    engine = load_engine()
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        for number, doc in enumerate(map(json.loads, lines)):
            if number % 100 == 0:
                print(f"{number} messages read", flush=True)
            yield doc["id"], Message(case=run(Report.of(doc["text"]), engine=engine).case)


def keys(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Message → its key's templates."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        return {row["doc"]: row["roles"] for row in map(json.loads, lines)}


def _types(template: dict[str, Any]) -> set[str]:
    return set(re.split(r" / ", template["incident_type"]))


def _fills(templates: Iterable[dict[str, Any]], roles: Iterable[str]) -> set[str]:
    return {normal(m) for t in templates for role in roles for entity in t[role] for m in entity}


def train(folder: Path) -> dict[str, Any]:
    """The layers of the weights file."""
    gold = keys(folder)
    names: list[str] = []
    told: list[set[str]] = []
    found: list[dict[str, tuple[set[str], list[int]]]] = []
    for name, message in messages(folder):
        names.append(name)
        told.append(set(topics(message)))
        found.append(strings(message))
    topic_rows = Rows.of(told, least=4)
    truths = {t: np.array([any(t in _types(x) for x in gold[n]) for n in names], dtype=np.float64) for t in TYPES}
    truths["any"] = np.array([bool(gold[n]) for n in names], dtype=np.float64)
    unseen = _cross(topic_rows, truths)
    topic = layer(topic_rows, truths, penalty=3, steps=100)
    return {"topic": topic, **_string_layers(names, found, unseen, gold)}


def _cross(rows: Rows, truths: dict[str, Array]) -> list[dict[str, float]]:
    """Topic probabilities of each message from models that did not see it."""
    fold = np.arange(rows.count) % FOLDS
    out: dict[str, Array] = {name: np.zeros(rows.count) for name in truths}
    for k in range(FOLDS):
        rest, held = rows.take(fold != k), rows.take(fold == k)
        for name, truth in truths.items():
            out[name][fold == k] = held.scores(*fit(rest, truth[fold != k], penalty=3, steps=100))
    return [{name: float(out[name][i]) for name in truths} for i in range(rows.count)]


def _string_layers(
    names: Sequence[str],
    found: Sequence[dict[str, tuple[set[str], list[int]]]],
    topic: Sequence[dict[str, float]],
    gold: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    sets: list[set[str]] = []
    role_truth: dict[str, list[bool]] = {role: [] for role in ROLES}
    type_truth: dict[str, list[bool]] = {name: [] for name in TYPES}
    for name, table, probabilities in zip(names, found, topic, strict=True):
        flags = topic_flags(probabilities)
        by_role = {role: _fills(gold[name], (role,)) for role in ROLES}
        by_type = {t: _fills([x for x in gold[name] if t in _types(x)], ROLES) for t in TYPES}
        for text, (seen, sentences) in table.items():
            sets.append({*seen, *flags, f"occ={min(len(sentences), 4)}"})
            for role in ROLES:
                role_truth[role].append(text in by_role[role])
            for t in TYPES:
                type_truth[t].append(text in by_type[t])
    roles = {role: np.array(truth, dtype=np.float64) for role, truth in role_truth.items()}
    types = {t: np.array(truth, dtype=np.float64) for t, truth in type_truth.items()}
    rows = Rows.of(sets, least=6)
    some = np.sum(list(roles.values()), axis=0) > 0
    kept = some | (np.random.default_rng(SEED).random(rows.count) < NEGATIVES)
    return {
        "role": layer(rows.take(kept), {r: t[kept] for r, t in roles.items()}, penalty=PENALTY, steps=60),
        "incident": layer(rows.take(some), {t: x[some] for t, x in types.items()}, penalty=PENALTY, steps=50),
    }


def main() -> None:
    """Train and write the weights beside this module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    packed = json.dumps(train(options.data), sort_keys=True, separators=(",", ":")).encode()
    Path(__file__).with_name(WEIGHTS).write_bytes(gzip.compress(packed, mtime=0))


if __name__ == "__main__":
    main()

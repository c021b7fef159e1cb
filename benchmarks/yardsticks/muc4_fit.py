"""Logistic layers over sparse features, fitted by L-BFGS; for the training of the MUC-4 runner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse  # type: ignore[import-untyped]  # scipy has no types of its own

SMALL = 0.04
"""Weights below are dropped."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A sparse table: one row a set of features, one column a feature."""

    names: tuple[str, ...]
    table: Any

    @classmethod
    def of(cls, sets: Sequence[Iterable[str]], *, least: int) -> Rows:
        """The rows with the features that at least so many of them have."""
        seen = Counter(feature for features in sets for feature in features)
        names = tuple(sorted(feature for feature, n in seen.items() if n >= least))
        ids = {feature: i for i, feature in enumerate(names)}
        columns = [np.array(sorted(ids[f] for f in features if f in ids), dtype=np.int32) for features in sets]
        ends = np.cumsum([0, *map(len, columns)])
        index = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int32)
        ones = np.ones(len(index), dtype=np.float32)
        return cls(names=names, table=sparse.csr_matrix((ones, index, ends), shape=(len(sets), len(names))))

    @classmethod
    def numbers(cls, rows: Sequence[dict[str, float]]) -> Rows:
        """Rows of the same named numbers."""
        names = tuple(sorted(rows[0]))
        table = np.array([[row[name] for name in names] for row in rows], dtype=np.float32)
        return cls(names=names, table=sparse.csr_matrix(table))


def fit(table: Any, truth: Array, *, penalty: float, steps: int) -> Array:
    """Weights, one column an output, the last row the bias: logistic regression with an L2 penalty on the weights."""
    across, size, outputs = table.T.tocsr(), table.shape[1], truth.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        point = flat.reshape(size + 1, outputs)
        scores = np.clip(table @ point[:-1].astype(np.float32) + point[-1], -30, 30)
        error = 1 / (1 + np.exp(-scores)) - truth
        slope = np.vstack([across @ error.astype(np.float32) + penalty * point[:-1], error.sum(axis=0)])
        value = (np.logaddexp(0, scores) - truth * scores).sum() + penalty / 2 * (point[:-1] ** 2).sum()
        return float(value), slope.ravel().astype(np.float64)

    rate = truth.mean(axis=0)
    start = np.vstack([np.zeros((size, outputs)), np.log((rate + 1e-6) / (1 - rate + 1e-6))])
    found = optimize.minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6})
    return np.asarray(found.x, dtype=np.float64).reshape(size + 1, outputs)


def scores(table: Any, point: Array) -> Array:
    """The log odds of every row and output."""
    return np.asarray(table @ point[:-1].astype(np.float32) + point[-1], dtype=np.float64)


def layer(names: Sequence[str], outputs: Sequence[str], point: Array, *, small: float = SMALL) -> dict[str, Any]:
    """A layer as the weights file holds it."""
    strong = map(int, np.flatnonzero(np.abs(point[:-1]).max(axis=1) >= small))
    return {
        "outputs": list(outputs),
        "bias": [round(float(x), 4) for x in point[-1]],
        "weights": {names[i]: [round(float(x), 3) for x in point[i]] for i in strong},
    }


def level(table: Any, truth: Array, *, penalty: float, steps: int) -> Array:
    """`fit` over numbers of different sizes: the penalty is on weights of numbers brought to one scale."""
    dense = table.toarray()
    middle, spread = dense.mean(axis=0), dense.std(axis=0) + 1e-6
    point = fit(sparse.csr_matrix((dense - middle) / spread), truth, penalty=penalty, steps=steps)
    weights = point[:-1] / spread[:, None]
    return np.asarray(np.vstack([weights, point[-1] - middle @ weights]), dtype=np.float64)

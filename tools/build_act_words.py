"""Teach the reader of acts and write `reference/data/act_words.tsv.gz`; the same clauses and rules give the same file.

usage: python -m tools.build_act_words [--folds N] [CLAUSES.tsv OUT.tsv.gz]

`act_clauses.tsv` has an act and a clause a line, written for this. Every clause goes through the parser, the markers and the
finder of clauses, so that its features are made as they are when a report is read; of several clauses in a line the
longest counts. A softmax regression with an L2 penalty is fitted from nought by L-BFGS, so there is no seed. Whoever changes
what `claim/features.py` looks at fits again. With --folds, nothing is written: each part of the lines is read by a reader that learned
from the others, and what is printed is how often it is right where the rules name no act.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse  # type: ignore[import-untyped]  # scipy has no types of its own

from dateline.claim import attribute
from dateline.claim.by_words import OPEN, surer
from dateline.claim.claims import clauses_of, material_of
from dateline.claim.classify import classify
from dateline.claim.features import features
from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine, load_engine
from dateline.reference.act_words import BIAS, FILE, SCALE, ZERO
from dateline.resolve import resolve

HERE = Path(__file__).resolve().parent
CLAUSES = HERE / "act_clauses.tsv"
OUT = HERE.parent / "src" / "dateline" / "reference" / "data" / FILE
LEAST, PENALTY, STEPS = 2, 0.1, 150
"""Lines that must have a feature; strength of the penalty; steps of the fit."""
COVERED = 0.35
"""Share of a line's words that its clause must cover to be taught by it."""
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One line: the act it is an example of, what it looks like, and the act and the predicate that the rules name."""

    act: str
    features: frozenset[str]
    ruled: str
    predicate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Weights: a row a feature, in the order of `names`, the last the bias; a column an act."""

    names: tuple[str, ...]
    acts: tuple[str, ...]
    weights: Array


def lessons(path: Path, engine: Engine) -> Iterator[Lesson]:
    """The lines of the file whose words make a clause."""
    for line in path.read_text("utf-8").splitlines():
        act, _, words = line.partition("\t")
        found = lesson(act, words, engine) if words else None
        if found is not None:
            yield found


def lesson(act: str, words: str, engine: Engine) -> Lesson | None:
    """What one line teaches."""
    parsed = parse(Report.of(words), parser=engine.parser)
    resolution = resolve(parsed, mark(parsed, reference=engine.reference), reference=engine.reference)
    attributions, _ = attribute(parsed, resolution, reference=engine.reference)
    material = material_of(parsed, resolution, attributions, reference=engine.reference)
    clause = max(clauses_of(material), key=lambda clause: len(clause.tokens), default=None)
    if clause is None or len(clause.tokens) < COVERED * len(parsed.tokens):
        return None
    named = classify(material, clause)
    seen = features(material, clause, act=named.act, predicate=named.predicate)
    return Lesson(act=act, features=seen, ruled=named.act, predicate=named.predicate)


def table(names: Sequence[str], sets: Sequence[frozenset[str]]) -> Any:
    """A sparse table, one row a set of features, each of length 1."""
    ids = {name: number for number, name in enumerate(names)}
    columns = [sorted(ids[feature] for feature in one if feature in ids) for one in sets]
    values = [np.full(len(row), 1 / np.sqrt(max(len(row), 1))) for row in columns]
    ends = np.cumsum([0, *map(len, columns)])
    index = np.array([column for row in columns for column in row], dtype=np.int32)
    return sparse.csr_matrix((np.concatenate(values), index, ends), shape=(len(sets), len(names)))


def fit(taught: Sequence[Lesson]) -> Fit:
    """The softmax regression over all features that at least `LEAST` lessons have."""
    seen = Counter(feature for one in taught for feature in one.features)
    names = tuple(sorted(feature for feature, number in seen.items() if number >= LEAST))
    acts = tuple(sorted({one.act for one in taught}))
    rows = table(names, [one.features for one in taught])
    across, truth = rows.T.tocsr(), np.array([[one.act == act for act in acts] for one in taught], dtype=np.float64)

    def loss(flat: Array) -> tuple[float, Array]:
        point = flat.reshape(len(names) + 1, len(acts))
        chances = _softmax(rows @ point[:-1] + point[-1])
        error = chances - truth
        value = -np.log((chances * truth).sum(axis=1)).sum() + PENALTY / 2 * (point[:-1] ** 2).sum()
        slope = np.vstack([across @ error + PENALTY * point[:-1], error.sum(axis=0)])
        return float(value), slope.ravel()

    start = np.zeros((len(names) + 1) * len(acts))
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 6})
    return Fit(names=names, acts=acts, weights=np.asarray(found.x).reshape(len(names) + 1, len(acts)))


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def written(found: Fit) -> bytes:
    """The weights as the file holds them, in whole eighths."""
    whole = np.clip(np.rint(found.weights * SCALE) + ZERO, 0, 2 * ZERO - 1).astype(np.uint8)
    rows = zip((*found.names, BIAS), whole, strict=True)
    lines = ("\t".join(("feature", *found.acts)), *(f"{name}\t{row.tobytes().hex()}" for name, row in rows))
    return gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0)


def held_out(taught: Sequence[Lesson], folds: int) -> Counter[str]:
    """Of lines that a reader did not see and whose act it may doubt: how many, how often the rules are right, how often both."""
    found: Counter[str] = Counter()
    for fold in range(folds):
        learned = fit([one for number, one in enumerate(taught) if number % folds != fold])
        asked = [one for one in taught[fold::folds] if one.ruled in OPEN]
        for one, chances in zip(asked, _softmax_of(learned, asked), strict=True):
            act = surer(dict(zip(learned.acts, chances.tolist(), strict=True)), one.ruled, one.predicate)
            found.update({"asked": 1, "rules": one.ruled == one.act, "reader": act == one.act})
    return found


def _softmax_of(learned: Fit, asked: Sequence[Lesson]) -> Array:
    rows = table(learned.names, [one.features for one in asked])
    return _softmax(np.asarray(rows @ learned.weights[:-1] + learned.weights[-1]))


def main() -> None:
    """Write the file, or print what was held out."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("paths", nargs="*", type=Path, default=[CLAUSES, OUT], metavar="CLAUSES OUT")
    options.add_argument("--folds", type=int, default=0)
    told = options.parse_args()
    clauses, out = told.paths
    taught = tuple(lessons(clauses, load_engine()))
    if told.folds:
        sys.stdout.write(f"{dict(held_out(taught, told.folds))}\n")
    else:
        out.write_bytes(written(fit(taught)))


if __name__ == "__main__":
    main()

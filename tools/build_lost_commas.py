"""Teach where commas were lost and write `reference/data/lost_commas.tsv.gz`; the same sentences give the same file.

usage: python -m tools.build_lost_commas [--folds N] [SENTENCES.txt OUT.tsv.gz]

`comma_sentences.txt` has a paragraph a line, all written for this project: its dispatches, the sentences of its tests and
more of their kind, none of a record by which the program is measured. Their commas and apostrophes are taken out, the parser
reads what is left, and every gap between two words of a sentence is a lesson: a comma stood there or none did. A logistic
regression with an L2 penalty is fitted from nought by L-BFGS, so there is no seed. Whoever changes what `parse/gaps.py`
looks at fits again. With --folds, nothing is written: each part of the paragraphs is asked of weights that were learned from
the others, and what is printed is how many commas are put back, rightly and wrongly.
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

from dateline.parse import Parser, load_parser
from dateline.parse.gaps import gap_features
from dateline.reference.lost_commas import BIAS, FILE, SCALE, LostCommas

HERE = Path(__file__).resolve().parent
SENTENCES = HERE / "comma_sentences.txt"
OUT = HERE.parent / "src" / "dateline" / "reference" / "data" / FILE
LEAST, PENALTY, STEPS = 6, 3.0, 200
"""Gaps that must have a feature; strength of the penalty; steps of the fit."""
SLIGHT = 6
"""Hundredths of a weight that is not worth its line."""
HALF = 0.5
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A gap: what stands around it, and whether a comma did."""

    features: frozenset[str]
    comma: bool


def stripped(text: str) -> tuple[str, frozenset[int]]:
    """A paragraph without commas and apostrophes, and before which of its code points a comma stood."""
    kept: list[str] = []
    commas: set[int] = set()
    for at, char in enumerate(text):
        if char not in ",'’":
            kept.append(char)
        elif char == "," and text[at + 1 : at + 2] in ("", " ", '"', "”"):
            commas.add(len(kept))
    return "".join(kept), frozenset(commas)


def lessons(paragraphs: Sequence[str], parser: Parser) -> Iterator[list[Lesson]]:
    """The gaps of each paragraph."""
    bare = [stripped(paragraph) for paragraph in paragraphs]
    docs = parser.pipeline.pipe((text for text, _ in bare), disable=["ner", "lemmatizer"])
    for (_, commas), doc in zip(bare, docs, strict=True):
        told = ((doc[at].idx + len(doc[at]), doc[at + 1].idx, features) for at, features in gap_features(doc))
        yield [
            Lesson(features=features, comma=not commas.isdisjoint(range(end, start + 1)))
            for end, start, features in told
        ]


def fit(taught: Sequence[Lesson]) -> LostCommas:
    """The weights of all features that at least `LEAST` gaps have, without those that hardly matter."""
    seen = Counter(feature for one in taught for feature in one.features)
    names = sorted(feature for feature, number in seen.items() if number >= LEAST)
    rows = _table(names, taught)
    across, truth = rows.T.tocsr(), np.array([one.comma for one in taught], dtype=np.float64)

    def loss(point: Array) -> tuple[float, Array]:
        scores = rows @ point[:-1] + point[-1]
        value = (np.logaddexp(0, scores) - truth * scores).sum() + PENALTY / 2 * (point[:-1] ** 2).sum()
        error = 1 / (1 + np.exp(-scores)) - truth
        return float(value), np.append(across @ error + PENALTY * point[:-1], error.sum())

    found = optimize.minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    whole = np.rint(np.asarray(found.x) * SCALE).astype(int).tolist()
    weights = {name: weight for name, weight in zip(names, whole[:-1], strict=True) if abs(weight) > SLIGHT}
    return LostCommas(weights={**weights, BIAS: whole[-1]})


def _table(names: Sequence[str], taught: Sequence[Lesson]) -> Any:
    """A sparse table, one row a gap."""
    ids = {name: number for number, name in enumerate(names)}
    columns = [sorted(ids[feature] for feature in one.features if feature in ids) for one in taught]
    ends = np.cumsum([0, *map(len, columns)])
    index = np.array([column for row in columns for column in row], dtype=np.int32)
    return sparse.csr_matrix((np.ones(len(index)), index, ends), shape=(len(taught), len(names)))


def written(found: LostCommas) -> bytes:
    """The weights as the file holds them."""
    lines = (f"{name}\t{weight}\n" for name, weight in sorted(found.weights.items()))
    return gzip.compress("".join(lines).encode(), mtime=0)


def held_out(paragraphs: Sequence[Sequence[Lesson]], folds: int) -> Counter[str]:
    """What is put back into paragraphs that were not learned from: right, wrong and missed."""
    found: Counter[str] = Counter()
    for fold in range(folds):
        learned = fit([one for at, gaps in enumerate(paragraphs) if at % folds != fold for one in gaps])
        for one in (one for gaps in paragraphs[fold::folds] for one in gaps):
            put = learned.chance(one.features) > HALF
            found["right" if put and one.comma else "wrong" if put else "missed" if one.comma else "none"] += 1
    return found


def main() -> None:
    """Write the file, or print what was held out."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("paths", nargs="*", type=Path, default=[SENTENCES, OUT], metavar="SENTENCES OUT")
    options.add_argument("--folds", type=int, default=0)
    told = options.parse_args()
    sentences, out = told.paths
    taught = list(lessons(sentences.read_text("utf-8").splitlines(), load_parser()))
    if told.folds:
        sys.stdout.write(f"{dict(held_out(taught, told.folds))}\n")
    else:
        out.write_bytes(written(fit([one for gaps in taught for one in gaps])))


if __name__ == "__main__":
    main()

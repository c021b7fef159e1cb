"""What speaks for a comma that was lost between two words, as learned from sentences with their commas taken out."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from dateline.errors import ConfigurationError

FILE = "lost_commas.tsv.gz"
"""Written by `python -m tools.build_lost_commas`: a feature and its weight a line."""
SCALE = 100
"""What the whole numbers of the file are hundredths of."""
BIAS = "(bias)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LostCommas:
    """A logistic regression over what stands around a gap between two words."""

    weights: Mapping[str, int]

    def chance(self, features: Iterable[str]) -> float:
        """How likely a comma stood there, from 0 to 1."""
        score = self.weights[BIAS] + sum(self.weights.get(feature, 0) for feature in features)
        return 1 / (1 + math.exp(-score / SCALE))


def load_lost_commas() -> LostCommas | None:
    """The weights that ship with the package; None where they are missing."""
    file = resources.files("dateline.reference") / "data" / FILE
    if not file.is_file():
        return None
    rows = (line.split("\t") for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines())
    weights = {name: int(weight) for name, weight in rows}
    if BIAS not in weights:
        raise ConfigurationError(f"{FILE} has no row {BIAS}: build it with python -m tools.build_lost_commas")
    return LostCommas(weights=weights)

"""Which words and arguments speak for which act, as learned from clauses that were written to teach it."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable

from dateline.errors import ConfigurationError

FILE = "act_words.tsv.gz"
"""Written by `python -m tools.build_act_words`: a row a feature, a column an act."""
SCALE = 100
"""What the whole numbers of the file are hundredths of."""
BIAS = "(bias)"


@dataclass(frozen=True, kw_only=True)
class ActWords:
    """A softmax regression over the features of a clause; its file is read when first it is asked.

    Without the file it has no opinion on anything, and `found` says so.
    """

    file: Traversable

    @property
    def found(self) -> bool:
        """Whether there is anything to go by."""
        return self.file.is_file()

    def likeliest(self, features: Iterable[str]) -> tuple[str, float] | None:
        """The likeliest act with its probability; None where it knows none of the features."""
        acts, rows = self._table
        known = [rows[feature] for feature in sorted(features) if feature in rows]
        if not known:
            return None
        weights = [[int(cell) for cell in row.split("\t")] for row in known]
        size = SCALE * math.sqrt(len(known))
        bias = map(int, rows[BIAS].split("\t"))
        scores = [sum(column) / size + b / SCALE for column, b in zip(zip(*weights, strict=True), bias, strict=True)]
        best = max(range(len(acts)), key=scores.__getitem__)
        return acts[best], 1 / sum(math.exp(score - scores[best]) for score in scores)

    @cached_property
    def _table(self) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """The acts, and the weights of each feature as they stand in the file: few are ever looked at."""
        if not self.found:
            return (), {}
        lines = gzip.decompress(self.file.read_bytes()).decode("utf-8").splitlines()
        (_, *acts), *body = (line.split("\t", 1 if number else -1) for number, line in enumerate(lines))
        rows = {row[0]: row[1] for row in body}
        if BIAS not in rows:
            raise ConfigurationError(
                f"{self.file.name} has no row {BIAS}: build it with python -m tools.build_act_words"
            )
        return tuple(acts), rows


def load_act_words() -> ActWords:
    """The weights that ship with the package, or none where they are missing."""
    return ActWords(file=resources.files("dateline.reference") / "data" / FILE)

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
"""Written by `python -m tools.build_act_words`: the acts, then a row a feature, its weights as two hex digits an act."""
SCALE = 8
"""What the weights are eighths of."""
ZERO = 128
"""What stands for a weight of nought."""
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

    def chances(self, features: Iterable[str]) -> Mapping[str, float]:
        """How likely each act is; empty where it knows none of the features."""
        acts, rows = self._table
        known = [bytes.fromhex(rows[feature]) for feature in features if feature in rows]
        if not known:
            return {}
        size = math.sqrt(len(known))
        sums = (sum(column) - ZERO * len(known) for column in zip(*known, strict=True))
        bias = (weight - ZERO for weight in bytes.fromhex(rows[BIAS]))
        scores = [(score / size + b) / SCALE for score, b in zip(sums, bias, strict=True)]
        best = max(scores)
        raised = [math.exp(score - best) for score in scores]
        whole = sum(raised)
        return {act: one / whole for act, one in zip(acts, raised, strict=True)}

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

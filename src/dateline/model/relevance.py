"""Whether a text is worth a parse, and which words spoke for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

Decision = Literal["conflict", "nothing_found", "too_short_to_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWord:
    """One word or phrase that spoke for a conflict report, and how loudly."""

    span: Span
    lemma: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """What a first look at a text found: the score of its densest passage, held against `threshold`.

    `words` are those of that passage, each lemma once; their weights add up to `score`. A text that is too short to
    tell is relevant whatever its score.
    """

    score: float
    threshold: float
    decision: Decision
    words: tuple[SpokenWord, ...]

    @property
    def relevant(self) -> bool:
        """Whether the text is to be read."""
        return self.decision != "nothing_found"

"""A stretch of words that may be a claim, before anybody has judged it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["verb", "nominal", "adjective", "geography", "reference"]
Relation = Literal[
    "main", "content", "relative", "adverbial", "purpose", "participle", "subject", "gerund", "part", "topic",
    "share",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words around a predicate, as token indexes.

    `head` governs the words, `core` is the token whose lemma names the act (the verb under "began to",
    the noun under "launched an"), `links` are the verbs from head to core. `tokens` are the words it covers, in text
    order. `relation` says how it hangs in its sentence.
    """

    head: int
    core: int
    form: Form
    relation: Relation
    tokens: tuple[int, ...]
    links: tuple[int, ...] = ()
    subject: int | None = None
    object: int | None = None
    passive: bool = False

    @property
    def first(self) -> int:
        """The first token of its words."""
        return self.tokens[0]

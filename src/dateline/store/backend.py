"""What the two databases must each do in their own way: a backend is one of them, opened at one place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Select


@dataclass(frozen=True, slots=True)
class Question:
    """A statement with named parameters, known by its shape: a backend makes it where it has not made that shape yet.

    Building and compiling a statement takes SQLAlchemy ten times as long as SQLite needs to answer it.
    """

    shape: Hashable
    make: Callable[[], Select[Any]]


SHAPES = 256
"""Shapes that a backend remembers; whoever asks in more ways than that makes it begin anew."""


class Backend(Protocol):
    """One database. Everything that is not here is plain SQLAlchemy Core, the same for both."""

    @property
    def where(self) -> str:
        """The ledger as messages name it; never with a password."""

    def exists(self) -> bool:
        """Whether there is a ledger already; raises LedgerDamaged where there is something else."""

    def create(self) -> None:
        """Make an empty ledger, wholly or not at all; nothing when another process was faster."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that cannot write, in one transaction: all it reads is of one moment."""

    def answers(self, question: Question, given: Mapping[str, Any]) -> AbstractContextManager[Iterable[Sequence[Any]]]:
        """The rows of one statement, of one moment, as plain values in the order of its columns, fetched as asked for.

        Truth values may come as 0 and 1.
        """

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection in one transaction, with no other writer beside it; what it wrote is on the disk afterwards."""

    def index_words(self, connection: Connection, words: Mapping[int, str]) -> None:
        """Add folded words of reports, by `reports.seq`, to the index of words."""

    def forget_words(self, connection: Connection, seq: int, words: str) -> None:
        """Take one report out of the index of words; `words` are those that it was added with."""

    def drop_words(self, connection: Connection) -> None:
        """Empty the index of words."""

    def with_words(self) -> Select[tuple[int]]:
        """`reports.seq` of the reports that have the words of the parameter `fts`."""

    def word_query(self, words: str) -> str:
        """What `fts` must be for reports that have all these folded words."""

    def guards(self, connection: Connection) -> frozenset[str]:
        """The names of the kept tables that refuse to update and to delete."""

    def sealed(self, connection: Connection) -> str:
        """What the database itself finds wrong with its files; empty when nothing, or when it cannot tell."""

    def close(self) -> None:
        """Let go of everything that is open."""

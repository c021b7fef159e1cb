"""The predicates of a report: which tokens get a clause of their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Token indexes of verbal and nominal predicates; `joined` are verbs that share a clause with the verb before
    them ("shot and killed"), by the index of the first.
    """

    verbal: frozenset[int]
    nominal: frozenset[int]
    joined: frozenset[int]

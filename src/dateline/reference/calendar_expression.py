"""One time expression of a text: its place, its shape, and the words that bound it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_BOUNDS = {
    "by": "by", "since": "since", "until": "until", "till": "until", "before": "before", "prior to": "before",
    "after": "after", "from": "from", "through": "until",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: [start, end) is its extent in TIMEX3's sense, [outer, end) that with its preposition.

    `fields` are the named parts of the rule that found it; `day` and `clock` are set for a joined one
    ("9 pm on Friday"), `parts` for a range ("from May 3 to June 1").
    """

    start: int
    end: int
    kind: str
    text: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    outer: int = -1
    preposition: str | None = None
    day: Expression | None = None
    clock: Expression | None = None
    parts: tuple[Expression, ...] = ()

    def get(self, name: str) -> str:
        """A named part in lower case with single spaces, empty when absent."""
        return " ".join(self.fields.get(name, "").lower().split())

    @property
    def bound(self) -> str | None:
        """Which side of the time is meant: by, since, until, before, after, from; None for the time itself."""
        if self.kind in ("timed", "partday"):
            return None  # "before dawn on Monday" bounds the hour, not the day
        return _BOUNDS.get(self.preposition or "")

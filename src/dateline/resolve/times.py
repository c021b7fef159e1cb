"""Resolves time expressions, the publication time and the news window."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.record import Mention, Publication, Reading
from dateline.model.text import Parse
from dateline.model.time import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The readings of all time mentions, the publication time, and the days that the news covers."""

    readings: tuple[Reading, ...]
    publication: Publication
    window: TimeRange | None


def resolve_times(parse: Parse, mentions: tuple[Mention, ...]) -> Times:
    """Read every time mention against its anchors."""
    unknown = TimeRange(earliest=None, latest=None, precision="vague")
    return Times(readings=(), publication=Publication(range=unknown, stated=False), window=None)

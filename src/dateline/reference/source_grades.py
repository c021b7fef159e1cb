"""Scales by which people grade sources and what they say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeScale:
    """A scale of two axes: how far a source has been right before, and how far other sources bear out what it says."""

    name: str
    source: str
    reliability: Mapping[str, str]
    credibility: Mapping[str, str]

    def parsed(self, grade: str) -> tuple[str, str] | None:
        """Both parts of "B2", "B" or "2", empty where not given; None for what is no grade."""
        letters, digits = grade.strip().upper(), ""
        if letters[-1:].isdigit():
            letters, digits = letters[:-1], letters[-1:]
        known = (not letters or letters in self.reliability) and (not digits or digits in self.credibility)
        return (letters, digits) if known and (letters or digits) else None

    def said(self, grade: str) -> str:
        """The grade in words; empty for what is no grade."""
        letter, digit = self.parsed(grade) or ("", "")
        return ", ".join(words for words in (self.reliability.get(letter), self.credibility.get(digit)) if words)


def load_grade_scale(name: str = "admiralty") -> GradeScale:
    """A scale of `data/source_grades.json`."""
    found = json.loads((files("dateline.reference") / "data" / "source_grades.json").read_text("utf-8"))[name]
    return GradeScale(
        name=name,
        source=found["source"],
        reliability=MappingProxyType(found["reliability"]),
        credibility=MappingProxyType(found["credibility"]),
    )

"""Which verbs and nouns name which act."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLexicon:
    """Which verbs and nouns name which act."""


def load_acts() -> ActLexicon:
    """The register that ships with the package."""
    return ActLexicon()

"""Words that hand a statement to a voice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """Words that hand a statement to a voice."""


def load_cues() -> CueLexicon:
    """The register that ships with the package."""
    return CueLexicon()

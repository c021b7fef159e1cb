"""Known forces, groups, institutions and office-holders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRegister:
    """Known forces, groups, institutions and office-holders."""


def load_actors() -> ActorRegister:
    """The register that ships with the package."""
    return ActorRegister()

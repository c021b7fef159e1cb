"""The outside codebooks that events are projected on: their names and codes, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dateline.errors import ConfigurationError

NAMES = ("acled", "ucdp", "plover")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebooks:
    """ACLED, UCDP GED and PLOVER: event types, codes and act tables, each as its own JSON object."""

    acled: Mapping[str, Any]
    ucdp: Mapping[str, Any]
    plover: Mapping[str, Any]

    def code(self, codebook: str, table: str, key: str) -> int:
        """A numeric code; raises ConfigurationError when the codebook has none by that name."""
        found = getattr(self, codebook)[table].get(key)
        if not isinstance(found, int):
            raise ConfigurationError(f"codebook {codebook} has no code {key!r} in {table}")
        return found

    def acled_type(self, sub_type: str) -> str:
        """The ACLED event type that a sub-event type belongs to; raises ConfigurationError for an unknown one."""
        for event_type, row in self.acled["event_types"].items():
            if sub_type in row["sub_types"]:
                return str(event_type)
        raise ConfigurationError(f"codebook acled has no sub-event type {sub_type!r}")


def load_codebooks() -> Codebooks:
    """The codebooks that ship with the package; raises ConfigurationError when a file is missing or broken."""
    return Codebooks(**{name: _load(name) for name in NAMES})


def _load(name: str) -> Mapping[str, Any]:
    path = resources.files("dateline.reference") / "data" / f"codebook_{name}.json"
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"codebook {name} cannot be read: {error}") from error
    if not isinstance(found, dict) or found.get("name") != name:
        raise ConfigurationError(f"codebook {name} is not the JSON object that its name promises")
    return found

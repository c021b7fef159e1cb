"""Every kind of finding with its rule, example and limits: what `dateline explain` prints."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, get_args

from dateline.errors import ConfigurationError
from dateline.model.vocabulary import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """One documented kind; the letter of its code is its family.

    `severity` is the usual level, `severities` all that the kind may have.
    """

    code: str
    type: str
    severities: tuple[Severity, ...]
    family: str
    rule: str
    example: str
    limits: str

    @property
    def severity(self) -> Severity:
        """The usual level."""
        return self.severities[0]


def load_findings() -> tuple[FindingKind, ...]:
    """All kinds in the order of the data file; raises ConfigurationError when the file is broken."""
    path = resources.files("dateline.reference") / "data" / "findings.toml"
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["finding"]
        kinds = tuple(_kind(row) for row in rows)
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"the table of findings cannot be read: {error!r}") from error
    if len({kind.code for kind in kinds}) != len(kinds) or len({kind.type for kind in kinds}) != len(kinds):
        raise ConfigurationError("the table of findings names a code or a type twice")
    return kinds


def _kind(row: dict[str, Any]) -> FindingKind:
    severities = tuple(row["severities"])
    if not severities or not set(severities) <= set(get_args(Severity)):
        raise ConfigurationError(f"finding {row['code']} has no known severity: {severities}")
    return FindingKind(**{**row, "severities": severities})

"""What kind of finding a check of the attribution family makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.derived import Finding
from dateline.model.record import Claim
from dateline.model.span import Span
from dateline.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A documented code, the finding's type, and how much it weighs."""

    code: str
    type: str
    severity: Severity

    def at(self, spans: Iterable[Span], explanation: str, claims: Iterable[Claim] = ()) -> Finding:
        """A finding of this kind about these words; every span once."""
        return Finding(
            id="",
            code=self.code,
            type=self.type,
            severity=self.severity,
            spans=tuple(dict.fromkeys(spans)),
            claims=tuple(claim.id for claim in claims),
            explanation=explanation,
        )

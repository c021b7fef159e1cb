"""What decides how a claim is put: its clause, its trigger, its polarity, whose word it is."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claim.clause import Clause
from dateline.model.record import Attribution
from dateline.model.vocabulary import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What a modality rule looks at: the clause, the word that names its act, its polarity, the innermost attribution."""

    clause: Clause
    trigger: int
    polarity: Polarity
    attribution: Attribution | None

"""What decides when a claim holds: its clause, its act, how it is put, the range of its time."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claim.clause import Clause
from dateline.claim.senses import Named
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a status rule looks at: the clause, its act, its modality, the range of its time if it has one.

    `voiced` tells that somebody but the narrator says so, `older_month` that its time is a day of a month before that of the news.
    """

    clause: Clause
    named: Named
    modality: Modality
    when: TimeRange | None
    voiced: bool = False
    older_month: bool = False

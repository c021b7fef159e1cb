"""A brief of a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.derive.across import control_of
from dateline.desk.derived import Whole
from dateline.desk.sharing import share
from dateline.export.brief import Brief, Picture, brief
from dateline.export.shared import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a brief is to be: its title, and the day of which it tells who holds what (None: all that is known)."""

    title: str
    as_of: date | None = None


def make_brief(whole: Whole, order: Order, terms: Terms) -> Brief:
    """The brief of all that is known, as it may leave."""
    denials = {claim: event.denied_by for event in whole.events for claim in event.claims if event.denied_by}
    picture = Picture(
        title=order.title,
        control=whole.control if order.as_of is None else control_of(whole.dossier, as_of=order.as_of),
        denials=denials,
        day=order.as_of or terms.at.date(),
    )
    return brief(share(whole.dossier, terms, events=whole.events), picture)

"""Parts of the ledger with all that ties them to the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from sqlalchemy import Connection

from dateline.derive.across import Dossier
from dateline.derive.across.dossier import Ties, long_words
from dateline.model.ledger import Holdings
from dateline.store.slices import Part, Slicer
from dateline.store.working_ties import closures_in, first_with, originals_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """Cuts parts that know what ties them to the rest; the tables of ties must be up to date."""

    connection: Connection
    slicer: Slicer

    def dossier(self, part: Part) -> Dossier:
        """A part, from which events and rows are derived as from the whole."""
        held = self.slicer.cut(part)
        ties = self.ties(Dossier(holdings=held, ties=Ties()).holdings)
        sources = {*ties.first_quotes.values(), *(found.original for found in ties.recycling)}
        return Dossier(holdings=self._with_heads(held, sources), ties=ties)

    def ties(self, held: Holdings) -> Ties:
        """What ties the claims of a part to other reports."""
        told = {report.id for report in held.reports}
        words = (long_words(claim.quote) for claim in held.claims)
        first = first_with(self.connection, (key for key in words if key is not None))
        originals = originals_of(self.connection, {*told, *first.values()})
        closed = closures_in(self.connection, told)
        return Ties(
            recycling=tuple(originals[name] for name in sorted(originals)),
            first_quotes=MappingProxyType(first),
            closures=tuple(closed[name] for name in sorted(closed)),
        )

    def _with_heads(self, held: Holdings, sources: Iterable[str]) -> Holdings:
        missing = frozenset(sources) - {report.id for report in held.reports}
        if not missing:
            return held
        more = self.slicer.cut(Part(heads=missing))
        entities = MappingProxyType({**more.entities, **held.entities})
        return replace(held, reports=(*held.reports, *more.reports), entities=entities)

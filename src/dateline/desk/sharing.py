"""What may leave the ledger: everything passes the one safety filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.derive.across import Dossier, events_of
from dateline.derive.across.projections import fights_denied, projections_across
from dateline.export.formats import Exporter, sidecar
from dateline.export.gather import facts_across, gathered
from dateline.export.safety import Sieve
from dateline.export.screen import Screen
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, Shared, Terms
from dateline.model.across import AcrossEvent
from dateline.model.ledger import LedgerClaim
from dateline.reference.codebooks import Codebooks, load_codebooks
from dateline.reference.countries import load_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file's content, and that of the `.meta.json` beside it where its format has one."""

    content: bytes
    meta: bytes | None
    shared: Shared


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """All of a ledger's rows with the safety filter set up for them, so that any part can be shared alone.

    The filter looks at everything, since words of one row may guard another; what it lets pass is made when asked for.
    """

    dossier: Dossier
    events: tuple[AcrossEvent, ...]
    sieve: Sieve
    codebooks: Codebooks

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        terms: Terms,
        *,
        events: Iterable[AcrossEvent] | None = None,
        screen: Screen | None = None,
    ) -> Shelf:
        """The shelf of a dossier; `events` are those derived from it, where that was done already.

        `screen` is that of an earlier dossier: its answers are used again where nothing is named that was not then.
        """
        told = tuple(events_of(dossier) if events is None else events)
        rows = gathered(dossier.holdings, map(facts_across, told), countries=load_countries())
        return cls(
            dossier=dossier,
            events=told,
            sieve=Sieve.of(
                rows, terms, screen=screen if screen and screen.entities == dossier.holdings.entities else None
            ),
            codebooks=load_codebooks(),
        )

    def part(
        self, events: Iterable[ExportEvent], *, claims: Iterable[ExportClaim] = (), holds: Iterable[ExportHold] = ()
    ) -> Shared:
        """Those of these gathered rows that may leave, as they do with all others."""
        return self.sieve.part(tuple(map(self._projected, events)), claims=claims, holds=holds)

    def whole(self) -> Shared:
        """All that may leave."""
        rows = self.sieve.gathered
        return self.part(rows.events, claims=rows.claims, holds=rows.holds)

    def _projected(self, event: ExportEvent) -> ExportEvent:
        """With what the codebooks make of it, which takes a while for all."""
        across = (self._across[event.claims[0].id],)
        made = projections_across(self.dossier, across, codebooks=self.codebooks, peaceful=self._peaceful)
        return replace(event, projections=next(facts_across(*one).projections for one in made))

    @cached_property
    def _across(self) -> Mapping[str, AcrossEvent]:
        """The derived events by their claims: every claim is in one event at most."""
        return {claim: event for event in self.events for claim in event.claims}

    @cached_property
    def _peaceful(self) -> Mapping[str | None, list[LedgerClaim]]:
        return fights_denied(self.dossier)


def share(dossier: Dossier, terms: Terms, *, events: Iterable[AcrossEvent] | None = None) -> Shared:
    """Events, claims and holds as they may leave under these terms; `events` as in `Shelf.of`."""
    return Shelf.of(dossier, terms, events=events).whole()


def export(
    dossier: Dossier, exporter: Exporter, terms: Terms, *, events: Iterable[AcrossEvent] | None = None
) -> Exported:
    """The file of one format; `events` as in `Shelf.of`."""
    shared = exporter.admitted(share(dossier, terms, events=events))
    content = b"".join(exporter.write(shared))
    return Exported(content=content, meta=sidecar(shared, exporter, content), shared=shared)

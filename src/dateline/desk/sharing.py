"""What may leave the ledger: everything passes the one safety filter."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.derive.across import Dossier, events_of
from dateline.derive.across.projections import projections_across
from dateline.export.formats import Exporter, sidecar
from dateline.export.gather import facts_across, gathered
from dateline.export.safety import filtered
from dateline.export.shared import Shared, Terms
from dateline.reference.codebooks import load_codebooks
from dateline.reference.countries import load_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file's content, and that of the `.meta.json` beside it where its format has one."""

    content: bytes
    meta: bytes | None
    shared: Shared


def share(dossier: Dossier, terms: Terms) -> Shared:
    """Events, claims and holds as they may leave under these terms."""
    projected = projections_across(dossier, events_of(dossier), codebooks=load_codebooks())
    facts = (facts_across(event, projections) for event, projections in projected)
    return filtered(gathered(dossier.holdings, facts, countries=load_countries()), terms)


def export(dossier: Dossier, exporter: Exporter, terms: Terms) -> Exported:
    """The file of one format."""
    shared = share(dossier, terms)
    content = b"".join(exporter.write(shared))
    return Exported(content=content, meta=sidecar(shared, exporter, content), shared=shared)

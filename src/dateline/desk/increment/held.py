"""The rows of places that a change touches, derived anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.derive.across import Dossier, control_of
from dateline.derive.across.control import shown_in
from dateline.derive.merge import PARTS
from dateline.desk.increment.changed import Changed
from dateline.desk.increment.slicing import Tied
from dateline.desk.remembering import names_by_place
from dateline.model.across import ControlRow
from dateline.reference.place_words import SITE_KINDS
from dateline.store.slices import Part
from dateline.store.working_cells import parts_of, places_naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The rows of some places, with the dossier that they were derived from and who is named in them."""

    places: frozenset[str]
    rows: tuple[ControlRow, ...]
    names: frozenset[tuple[str, str]]
    dossier: Dossier


def held_anew(tied: Tied, change: Changed) -> Held:
    """The rows of the places that the changed reports tell of, or that name who is described otherwise now."""
    before = places_naming(tied.connection, change.reports | change.entities)
    now = tied.dossier(Part(whole=change.reports))
    telling = {shown_in(now, row.place) for row in now.holdings.control if row.report in change.reports}
    described = tied.dossier(Part(named=change.entities))
    moved = {shown_in(described, place) for place in change.entities}
    places = before | telling | moved
    dossier = places_dossier(tied, places)
    return Held(
        places=places,
        rows=tuple(row for row in control_of(dossier) if row.place in places),
        names=frozenset(pair for pair in names_by_place(dossier) if pair[1] in places),
        dossier=dossier,
    )


def places_dossier(tied: Tied, places: Iterable[str], *, named: frozenset[str] = frozenset()) -> Dossier:
    """All that is said of who holds these places, or parts of them and sites in them; what was edited may be said of any place."""
    wanted = frozenset(places)
    inner = wanted | parts_of(tied.connection, wanted, (*PARTS, *SITE_KINDS))
    edited = (judgement.subject for judgement in tied.slicer.judgements if judgement.action == "edit")
    return tied.dossier(Part(held=inner, claims=frozenset(edited), named=named | wanted))

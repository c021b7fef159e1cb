"""The events that a change touches, derived anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.derive.across import Dossier
from dateline.derive.across.clusters import TRANSITIVITY, candidates
from dateline.derive.across.compare import compare
from dateline.derive.across.denials import denials
from dateline.derive.across.events import events_among
from dateline.derive.across.units import Unit, cells_near, cells_of_denials_near, units_of
from dateline.desk.increment.changed import Changed
from dateline.desk.increment.slicing import Tied
from dateline.desk.remembering import asked, cell_rows, denials_of
from dateline.model.across import AcrossEvent, Comparison
from dateline.store.slices import Part
from dateline.store.working import reports_of_claims
from dateline.store.working_cells import events_kept, events_telling, events_with, found_near, write_cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Events that take the place of others, with the dossier that they were derived from."""

    gone: frozenset[str]
    events: tuple[AcrossEvent, ...]
    dossier: Dossier


def told_anew(tied: Tied, change: Changed) -> Told:
    """The events of what changed, and of all that this may have joined, parted or left in doubt."""
    dossier = tied.dossier(Part(whole=change.reports))
    units = units_of(dossier, dossier.decided)
    write_cells(tied.connection, cell_rows(dossier, units), of=change.reports)
    claims = change.claims | _beside(dossier, change.claims)
    moved = tuple(unit for unit in units if any(claim.id in claims for claim in unit.claims))
    claims |= {claim.id for unit in moved for claim in unit.claims}
    old = events_kept(tied.connection, events_with(tied.connection, claims))
    linked = _linked(tied, change, claims, (*moved, *(d for d in denials_of(dossier) if d.id in claims)))
    core = _core(tied, old, linked)
    claims |= {name for event in core.values() for name in event.claims}
    return _derived(tied, claims, core)


def _beside(dossier: Dossier, claims: frozenset[str]) -> frozenset[str]:
    """The claims that their reports join with these: what people split off one may part the others, too."""
    groups = {(c.report, c.event) for c in dossier.holdings.claims if c.id in claims and c.event is not None}
    return frozenset(c.id for c in dossier.holdings.claims if (c.report, c.event) in groups)


def _linked(tied: Tied, change: Changed, claims: frozenset[str], moved: Iterable[Unit]) -> frozenset[str]:
    """The claims elsewhere with which these may be of one event, surely or not, or which they deny."""
    near = found_near(tied.connection, asked(cell for unit in moved for cell in cells_near(unit)))
    judged = {name for pair in _decided(tied) if claims & set(pair) for name in pair}
    of = reports_of_claims(tied.connection, judged, tied.slicer.seq)
    dossier = tied.dossier(Part(whole=change.reports | frozenset(near.values()) | frozenset(of.values())))
    known = {unit.id: unit for unit in units_of(dossier, dossier.decided)}
    ours = {name for name, unit in known.items() if any(claim.id in claims for claim in unit.claims)}
    pairs = (pair for pair in candidates(known.values(), decided=dossier.decided) if ours & set(pair))
    found = {
        name
        for pair in pairs
        if compare(dossier, *(known[name] for name in pair), decided=dossier.decided).answer != "different"
        for name in pair
    }
    denied = denials(dossier, known.values())
    return frozenset(found | {name for name, ties in denied.items() if any(tie.one in claims for tie in ties)})


def _decided(tied: Tied) -> Iterable[tuple[str, str]]:
    return Dossier(holdings=tied.slicer.cut(Part())).decided.pairs


def _core(tied: Tied, old: Mapping[str, AcrossEvent], linked: Iterable[str]) -> dict[str, AcrossEvent]:
    """All events that must be derived together, as they are kept."""
    doubted = {name for event in old.values() for pair in event.unsure for name in (pair.one, pair.other)}
    wanted = {*old, *events_telling(tied.connection, {*doubted, *linked}).values()}
    core: dict[str, AcrossEvent] = {}
    while wanted:
        new = events_kept(tied.connection, wanted)
        core.update(new)
        kept_apart = {
            name for event in new.values() for pair in event.unsure if _forbidden(pair) for name in _ends(pair)
        }
        wanted = set(events_telling(tied.connection, kept_apart).values()) - core.keys()
    return core


def _forbidden(pair: Comparison) -> bool:
    """Whether two units were the same but for a contradiction."""
    return bool(pair.reasons) and pair.reasons[-1].name == TRANSITIVITY


def _ends(pair: Comparison) -> tuple[str, str]:
    return pair.one, pair.other


def _derived(tied: Tied, claims: frozenset[str], core: Mapping[str, AcrossEvent]) -> Told:
    """The events of these claims; comparisons with units outside stay as they are kept."""
    of = frozenset(reports_of_claims(tied.connection, claims, tied.slicer.seq).values())
    dossier = tied.dossier(Part(whole=of))
    near = asked(cell for unit in _units(dossier, claims) for cell in cells_of_denials_near(unit))
    denying = frozenset(found_near(tied.connection, near).values())
    if denying - of:
        dossier = tied.dossier(Part(whole=of | denying))
    outside = {
        (pair.one, pair.other): pair
        for event in core.values()
        for pair in event.unsure
        if not claims.issuperset(_ends(pair))
    }
    events = events_among(dossier, _units(dossier, claims), outside=outside.values())
    return Told(gone=frozenset(core), events=events, dossier=dossier)


def _units(dossier: Dossier, claims: frozenset[str]) -> Iterator[Unit]:
    return (u for u in units_of(dossier, dossier.decided) if any(claim.id in claims for claim in u.claims))

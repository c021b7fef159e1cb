"""What lines of the log changed: the claims to look at again, and the ties between reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dateline.derive.across import Dossier, closures
from dateline.derive.across.recycling import COPY, Hasher, collapsed, first_told, shingles_of
from dateline.desk.remembering import quote_rows, told_row
from dateline.model.ledger import Holdings, Judgement, LedgerEntity, LedgerReport
from dateline.store.entities import entities_at
from dateline.store.slices import Part, Slicer, texts_of
from dateline.store.working import (
    claims_naming,
    claims_of,
    described_by,
    entities_kept,
    forget_entities,
    inner_places,
    reports_of_claims,
    touched_between,
    write_entities,
)
from dateline.store.working_ties import (
    claims_with,
    closures_in,
    closures_of,
    connected,
    copies_of,
    originals_of,
    pairs_among,
    quotes_of,
    replace_recycling,
    reports_sharing,
    told_by,
    told_of,
    write_bands,
    write_closures,
    write_pairs,
    write_quotes,
    write_told,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is to be looked at again.

    `fresh` are reports with a new record or another publisher's description, `claims` those that are new, gone, judged,
    or of another origin or standing now, `reports` theirs. `entities` are described otherwise, or for the first time.
    `apart` are the copies and closed claims that findings of their own tell of.
    """

    fresh: frozenset[str]
    reports: frozenset[str]
    claims: frozenset[str]
    entities: frozenset[str]
    apart: frozenset[str] = frozenset()


def changed(connection: Connection, slicer: Slicer, *, after: int) -> Changed:
    """What the lines of the log after one changed, before any tie is followed; brings `known_entities` up to date."""
    touched = touched_between(connection, after, slicer.seq)
    entities = inner_places(connection, _described_anew(connection, touched.reports, slicer.seq))
    fresh = touched.reports | told_by(connection, entities)
    judged = set(_judged(slicer.judgements, touched.judgements))
    edited = {judgement.subject for judgement in slicer.judgements if judgement.action == "edit" and entities}
    named = judged | edited | set(claims_naming(connection, entities, slicer.seq))
    of = reports_of_claims(connection, named, slicer.seq)
    return Changed(
        fresh=fresh,
        reports=fresh | frozenset(of.values()),
        claims=frozenset(named) | claims_of(connection, fresh, seq=None),
        entities=entities,
    )


def with_ties(connection: Connection, slicer: Slicer, change: Changed) -> Changed:
    """The same with what ties lead to; brings the tables of ties up to date."""
    before = told_of(connection, change.fresh)
    held = slicer.cut(Part(whole=change.reports))
    write_told(connection, (told_row(report) for report in held.reports if report.id in change.fresh))
    words = _words(connection, change, Dossier(holdings=held).holdings)
    repeated = copies_of(connection, change.fresh)
    copies = _copies(connection, slicer, replace(held, reports=_among(held, change.fresh)))
    repeating = copies | repeated
    words |= {key for key, _, _ in quotes_of(connection, repeating)}
    was = {row.publisher for row in before.values() if row.correction}
    publishers = {row.publisher for row in before.values()} | {report.publisher for report in held.reports}
    closed = _closed(connection, slicer, change, _Publishers(all=frozenset(publishers), corrected=frozenset(was)))
    claims = change.claims | claims_with(connection, words).keys() | claims_of(connection, repeating, seq=slicer.seq)
    claims |= closed
    of = reports_of_claims(connection, claims, slicer.seq)
    return replace(
        change, claims=claims, reports=change.reports | repeating | frozenset(of.values()), apart=copies | closed
    )


def _among(held: Holdings, names: frozenset[str]) -> tuple[LedgerReport, ...]:
    return tuple(report for report in held.reports if report.id in names)


def _described_anew(connection: Connection, names: Iterable[str], seq: int) -> frozenset[str]:
    """The actors and places that these reports' records made others: by more than a name to add."""
    ids = described_by(connection, names)
    before, now = entities_kept(connection, ids), entities_at(connection, ids, seq)
    write_entities(connection, now)
    forget_entities(connection, ids - now.keys())
    return frozenset(key for key in ids if _bare(before.get(key)) != _bare(now.get(key)))


def _bare(entity: LedgerEntity | None) -> LedgerEntity | None:
    """Aliases are for searching: nothing is derived from them."""
    return replace(entity, aliases=()) if entity is not None else None


def _judged(judgements: Iterable[Judgement], new: Iterable[str]) -> Iterator[str]:
    """What new judgements name, and what those named that they undo: the ids of claims among it."""
    known = {judgement.id: judgement for judgement in judgements}
    queue, seen = list(new), set[str]()
    while queue:
        name = queue.pop()
        if name in known and name not in seen:
            seen.add(name)
            queue.extend((known[name].undoes or "",))
            yield known[name].subject
            yield from texts_of(known[name].value)


def _words(connection: Connection, change: Changed, held: Holdings) -> frozenset[str]:
    """The long words that other claims have now or had, or that another report may be the first to have."""
    before = quotes_of(connection, change.reports)
    now = frozenset(quote_rows(claim for claim in held.claims if claim.report in change.reports))
    write_quotes(connection, now, of=change.reports)
    return frozenset(
        words
        for words, claim, report in before | now
        if report in change.fresh or (words, claim, report) in before ^ now
    )


def _copies(connection: Connection, slicer: Slicer, held: Holdings) -> frozenset[str]:
    """The reports that repeat another report, or none, after these have come in."""
    fresh = frozenset(report.id for report in held.reports)
    partners = {name for pair in pairs_among(connection, fresh) for name in pair}
    write_pairs(connection, dict(_pairs(connection, slicer, held)), of=fresh)
    members = connected(connection, fresh | partners)
    ranks = {name: (row.rank, 0, "") for name, row in told_of(connection, members).items()}
    made = {found.report: found for found in collapsed(pairs_among(connection, members), ranks)}
    before = originals_of(connection, members)
    replace_recycling(connection, made.values(), of=members)
    return frozenset(name for name in members if before.get(name) != made.get(name))


def _pairs(connection: Connection, slicer: Slicer, held: Holdings) -> Iterator[tuple[tuple[str, str], float]]:
    """The pairs that these reports make with any other."""
    sets = {report.id: shingles_of(held, report) for report in held.reports}
    hasher = Hasher()
    bands = {name: hasher.bands(found) if found else () for name, found in sets.items()}
    write_bands(connection, bands)
    near = {name: reports_sharing(connection, found) for name, found in bands.items()}
    others = slicer.cut(Part(heads=frozenset().union(*near.values()) - sets.keys(), texts=True))
    told = {report.id: first_told(report) for report in (*held.reports, *others.reports)}
    sets |= {report.id: shingles_of(others, report) for report in others.reports}
    for name, found in near.items():
        for other in found - {name}:
            later, earlier = sorted((name, other), key=told.__getitem__, reverse=True)
            if (share := len(sets[later] & sets[earlier]) / len(sets[later])) >= COPY:
                yield (later, earlier), share


def _closed(connection: Connection, slicer: Slicer, change: Changed, publishers: _Publishers) -> frozenset[str]:
    """The claims that corrections close otherwise than before, or whose closure rests on what changed."""
    corrections = told_by(connection, publishers.all, corrections=True)
    before = closures_of(connection, change.reports)
    if not corrections and not before:
        return frozenset()
    own = told_of(connection, change.reports)
    wide = publishers.corrected | {row.publisher for row in own.values() if row.correction}
    involved = change.reports | corrections | told_by(connection, wide)
    involved |= frozenset(reports_of_claims(connection, before, slicer.seq).values())
    before |= closures_in(connection, involved)
    dossier = Dossier(holdings=slicer.cut(Part(whole=involved)))
    now = {closure.claim: closure for closure in closures(dossier)}
    write_closures(connection, ((dossier.claims[name].report, one) for name, one in now.items()), gone=before.keys())
    resting = {name for name in now if {dossier.claims[name].report, now[name].by_report} & change.reports}
    return frozenset(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)) | resting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Publishers:
    """Those whose reports changed; `corrected` told a correction before that may be none now."""

    all: frozenset[str]
    corrected: frozenset[str]

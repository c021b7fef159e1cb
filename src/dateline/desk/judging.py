"""What people decide, as rows: appended, undone by another row; nothing that was coded is overwritten.

Every function here writes one judgement and returns it. On a ledger that is open for reading only it checks the same
and writes nothing. Raises UsageError for an id that the ledger does not hold and for values that cannot be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, get_args

from dateline.derive.across import Dossier, events_of
from dateline.derive.across.edits import edits_of, with_fields
from dateline.desk.deriving import follow
from dateline.desk.editing import Scene, checked
from dateline.desk.names import Names
from dateline.errors import UsageError
from dateline.export.gather import OWN_IDS, event_digest
from dateline.model.across import AcrossEvent
from dateline.model.ledger import Judgement, LedgerClaim, Verdict
from dateline.reference.acts import load_acts
from dateline.reference.source_grades import load_grade_scale
from dateline.store import ClaimQuery, Ledger, find_claims, holdings, judge
from dateline.store.chain import canonical
from dateline.store.entities import find_entities
from dateline.store.judged import judgements_of, mentions_of, text_of

MOST_EVENTS = 50
"""Events merged by one judgement: more are a mistake, not a decision."""


def give_verdict(ledger: Ledger, subject: str, verdict: Verdict, *, by: str, reason: str) -> Judgement:
    """Judge a claim: positive, negative, unsure, or none to take one's own verdict back."""
    if verdict not in get_args(Verdict):
        raise UsageError(f"{verdict!r} is no verdict: {', '.join(get_args(Verdict))}")
    claim_of(ledger, subject)
    return _kept(ledger, _Draft(subject=subject, action="verdict", verdict=verdict), by=by, reason=reason)


def edit_claim(
    ledger: Ledger,
    subject: str,
    fields: Mapping[str, Any],
    *,
    by: str,
    reason: str,
    words: Mapping[str, str] = MappingProxyType({}),
) -> Judgement:
    """Correct fields of a claim, which says that the claim is right so; what was coded stays.

    `fields` are by name what `desk.editing.EDITABLE` lists ("act", "place", "days", "roles", "quote", …), actors and
    places by name or id. `words` are per field the words of the report that say so, for what it does not name itself.
    The reason is required.
    """
    if not reason.strip():
        raise UsageError("an edit needs a reason")
    found = checked(_scene(ledger, claim_of(ledger, subject)), fields, words)
    value = {"fields": dict(found.fields), "words": {name: list(map(list, at)) for name, at in found.words.items()}}
    return _kept(ledger, _Draft(subject=subject, action="edit", verdict="positive", value=value), by=by, reason=reason)


def merge_events(ledger: Ledger, events: Iterable[str], *, by: str, reason: str) -> Judgement:
    """Say that two or more events are one: all their claims belong together.

    Events are named by their ids here (e…) or by those of exports (dl:…).
    """
    ids = tuple(dict.fromkeys(events))
    if not 2 <= len(ids) <= MOST_EVENTS:
        raise UsageError(f"a merge takes 2 to {MOST_EVENTS} different events, not {len(ids)}")
    found = _events_named(ledger, ids)
    if len({event.id for event in found}) < len(found):
        raise UsageError(f"{', '.join(ids)}: some of these ids are of one event already")
    claims = sorted({claim for event in found for claim in event.claims})
    value = {"claims": claims, "events": [event.id for event in found]}
    draft = _Draft(subject=found[0].id, action="merge", verdict="positive", value=value)
    return _kept(ledger, draft, by=by, reason=reason)


def split_event(ledger: Ledger, event: str, claims: Iterable[str], *, by: str, reason: str) -> Judgement:
    """Say that these claims of an event tell of another event than its other claims."""
    (known,) = _events_named(ledger, (event,))
    apart = set(claims)
    if stray := sorted(apart - set(known.claims)):
        raise UsageError(f"event {event} has no claim {stray[0]!r}; its claims: {', '.join(known.claims)}")
    rest = [claim for claim in known.claims if claim not in apart]
    if not apart or not rest:
        raise UsageError(f"a split takes some claims of an event and leaves some: {event} has {len(known.claims)}")
    value = {"claims": sorted(apart), "from": rest}
    return _kept(
        ledger, _Draft(subject=known.id, action="split", verdict="negative", value=value), by=by, reason=reason
    )


def grade_source(ledger: Ledger, source: str, grade: str, *, by: str, reason: str) -> Judgement:
    """Grade a source by the Admiralty code, as "B", or what one report or claim says, as "B2" or "2"; "" takes it back.

    `source` is a publisher or another actor, by name or id, or the id of a report or claim. Only reports and claims
    have a credibility (1 to 6); a source has a reliability (A to F).
    """
    subject, is_source = _graded(ledger, source)
    scale = load_grade_scale()
    parsed = scale.parsed(grade) if grade else ("", "")
    if parsed is None:
        raise UsageError(f"{grade!r} is no grade: a letter A to F, a digit 1 to 6, or both as B2")
    if is_source and parsed[1]:
        raise UsageError(f"{grade!r}: a source has a letter only; the digit grades what one report or claim says")
    value = {"scale": scale.name, "grade": "".join(parsed)}
    return _kept(ledger, _Draft(subject=subject, action="grade", verdict="none", value=value), by=by, reason=reason)


def undo(ledger: Ledger, judgement: str, *, by: str, reason: str) -> Judgement:
    """Take a judgement back, also an undo."""
    known = {one.id: one for one in judgements_of(ledger)}
    if judgement not in known:
        raise UsageError(f"the ledger holds no judgement {judgement!r}; `dateline changes` prints ids")
    draft = _Draft(subject=known[judgement].subject, action="undo", verdict="none", undoes=judgement)
    return _kept(ledger, draft, by=by, reason=reason)


def claim_of(ledger: Ledger, claim: str) -> LedgerClaim:
    """The claim of this id as it was coded."""
    found = next(find_claims(ledger, ClaimQuery(id=claim, limit=1)), None)
    if found is None:
        raise UsageError(f"the ledger holds no claim {claim!r}; `dateline claims` prints ids")
    return found


def as_edited(ledger: Ledger, claim: LedgerClaim, judgements: Iterable[Judgement] | None = None) -> LedgerClaim:
    """The claim with the edits that stand (among `judgements`; default: all)."""
    edits = edits_of(judgements_of(ledger) if judgements is None else judgements).get(claim.id)
    if not edits:
        return claim
    entities = find_entities(ledger, [edits["place"]] if edits.get("place") else [])
    return with_fields(claim, edits, text=text_of(ledger, claim.report) or "", entities=entities)


def _scene(ledger: Ledger, coded: LedgerClaim) -> Scene:
    return Scene(
        claim=as_edited(ledger, coded),
        text=text_of(ledger, coded.report) or "",
        names=Names(entities=find_entities(ledger)),
        mentions=mentions_of(ledger, coded.report),
        acts=load_acts().acts(),
        uncertainty=lambda place: _uncertainty(ledger, place),
    )


def _uncertainty(ledger: Ledger, place: str) -> float | None:
    """How far off the place's point may be, in metres, as any claim has it."""
    found = next(find_claims(ledger, ClaimQuery(place=place, limit=1)), None)
    return found.uncertainty_m if found else None


def _events_named(ledger: Ledger, names: Iterable[str]) -> tuple[AcrossEvent, ...]:
    """The events of these ids, of either kind; raises UsageError for one that the ledger has not."""
    dossier = Dossier(holdings=holdings(ledger))
    events = events_of(dossier)
    by_id = {event.id: event for event in events}
    exported = {event_digest(dossier.claims[name] for name in event.claims): event for event in events}
    return tuple(_event(by_id, exported, name) for name in names)


def _event(by_id: Mapping[str, AcrossEvent], exported: Mapping[str, AcrossEvent], name: str) -> AcrossEvent:
    digest = name.rpartition(":")[2] if name.startswith(OWN_IDS) else ""
    found = by_id.get(name) or exported.get(digest)
    if found is None:
        raise UsageError(
            f"the ledger has no event {name!r} now; `dateline events` prints ids (e…), and so do exports (dl:…)"
        )
    return found


def _graded(ledger: Ledger, source: str) -> tuple[str, bool]:
    """The id of what is graded, and whether it is a source; raises UsageError where a name is several actors'."""
    if text_of(ledger, source) is not None:
        return source, False
    if next(find_claims(ledger, ClaimQuery(id=source, limit=1)), None) is not None:
        return source, False
    ids = Names(entities=find_entities(ledger)).ids(source, "actor")
    if len(ids) > 1:
        raise UsageError(f"{source!r} may be any of {', '.join(sorted(ids))}: give the id")
    return next(iter(ids)), True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    subject: str
    action: str
    verdict: Verdict
    value: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    undoes: str | None = None


def _kept(ledger: Ledger, draft: _Draft, *, by: str, reason: str) -> Judgement:
    """The judgement, written where the ledger may be; its id is of its content, who and when among it."""
    if not by.strip():
        raise UsageError("a judgement needs the name of who judges")
    at = datetime.now(UTC)
    content = [draft.subject, draft.action, draft.verdict, dict(draft.value), draft.undoes, by, at.isoformat(), reason]
    made = Judgement(
        id="j" + hashlib.sha256(canonical(content).encode("ascii")).hexdigest()[:16],
        subject=draft.subject,
        verdict=draft.verdict,
        by=by,
        at=at,
        reason=reason,
        action=draft.action,
        value=draft.value,
        undoes=draft.undoes,
    )
    if ledger.write:
        judge(ledger, made)
        follow(ledger)
    return made

"""How far coders agree: Krippendorff's alpha per field, with every disagreement listed.

Krippendorff, Content Analysis (4th ed., 2019), chapter 12; nominal data, since no field has an order. An alpha of one is
full agreement, zero what chance would give; he asks for 0.8, or 0.667 for tentative conclusions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import krippendorff
import numpy as np

from dateline.derive.across.edits import edits_of, with_fields
from dateline.derive.across.judgements import opinions
from dateline.model.ledger import Judgement, LedgerClaim
from dateline.store import ClaimQuery, Ledger, find_claims
from dateline.store.entities import find_entities
from dateline.store.judged import judgements_of, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A claim on a field of which coders differ, with what each of them says."""

    claim: str
    field: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One field: claims that at least two coders judged, pairs of opinions on them, pairs that agree, and alpha.

    `alpha` is None where it is not defined: fewer than two coders' claims, or everybody says the same of everything.
    """

    field: str
    n: int
    pairs: int
    agreeing: int
    alpha: float | None
    disagreements: tuple[Disagreement, ...]


Value = Callable[[LedgerClaim], str]

FIELDS: Mapping[str, Value] = MappingProxyType(
    {
        "act": lambda claim: claim.act,
        "roles": lambda claim: "; ".join(f"{r}={','.join(sorted(ids))}" for r, ids in sorted(claim.roles.items())),
        "place": lambda claim: claim.place or "none",
        "days": lambda claim: claim.days.iso() if claim.days else "none",
        "modality": lambda claim: claim.modality,
        "polarity": lambda claim: claim.polarity,
        "temporal_status": lambda claim: claim.temporal_status,
        "codeable": lambda claim: str(claim.codeable).lower(),
        "chain": lambda claim: " > ".join(claim.chain),
        "quote": lambda claim: "; ".join(f"{start}-{end}" for start, end in claim.spans),
    }
)
"""The fields that are compared besides the verdict, over the claims that both coders let stand."""


def agreement(ledger: Ledger, *, coders: Iterable[str] = ()) -> tuple[Agreement, ...]:
    """How far coders (default: all) agree on verdicts, and on every field as each of them would have it.

    A coder who accepts says that the claim is right as coded, with this coder's own edits; who rejects it or is
    unsure says nothing of its fields.
    """
    made = judgements_of(ledger)
    wanted = frozenset(coders)
    said = {
        claim: {who: one for who, one in by.items() if not wanted or who in wanted}
        for claim, by in opinions(made).items()
    }
    shared = {claim: by for claim, by in said.items() if len(by) > 1}
    verdicts = {claim: {who: one.verdict for who, one in by.items()} for claim, by in shared.items()}
    views = _views(ledger, shared, made)
    fields = (
        measured(name, {claim: {w: value(c) for w, c in by.items()} for claim, by in views.items() if len(by) > 1})
        for name, value in FIELDS.items()
    )
    return (measured("verdict", verdicts), *fields)


def measured(name: str, said: Mapping[str, Mapping[str, str]]) -> Agreement:
    """The agreement on one field, by claim and coder what is said; claims with one coder's word count for nothing."""
    both = {claim: by for claim, by in said.items() if len(by) > 1}
    pairs = sum(len(by) * (len(by) - 1) // 2 for by in both.values())
    agreeing = sum(_same(list(by.values())) for by in both.values())
    differing = (
        Disagreement(claim=claim, field=name, said=dict(by))
        for claim, by in sorted(both.items())
        if len(set(by.values())) > 1
    )
    return Agreement(
        field=name, n=len(both), pairs=pairs, agreeing=agreeing, alpha=_alpha(both), disagreements=tuple(differing)
    )


def _same(values: list[str]) -> int:
    return sum(one == other for n, one in enumerate(values) for other in values[n + 1 :])


def _alpha(said: Mapping[str, Mapping[str, str]]) -> float | None:
    """Alpha by the library, which takes counts of values per unit."""
    values = sorted({value for by in said.values() for value in by.values()})
    if len(values) < 2:
        return None
    at = {value: n for n, value in enumerate(values)}
    counts = np.zeros((len(said), len(values)), dtype=int)
    for row, by in zip(counts, said.values(), strict=True):
        for value in by.values():
            row[at[value]] += 1
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def _views(
    ledger: Ledger, shared: Mapping[str, Mapping[str, Judgement]], made: tuple[Judgement, ...]
) -> dict[str, dict[str, LedgerClaim]]:
    """By claim, each coder's version of it, of those who let it stand."""
    coders = {who for by in shared.values() for who in by}
    edits = {who: edits_of(_own(made, who)) for who in coders}
    places = {fields["place"] for by in edits.values() for fields in by.values() if fields.get("place")}
    entities = find_entities(ledger, places)
    views: dict[str, dict[str, LedgerClaim]] = {}
    for key, by in shared.items():
        claim = next(find_claims(ledger, ClaimQuery(id=key, limit=1)), None)
        if claim is None:
            continue
        text = text_of(ledger, claim.report) or ""
        views[key] = {
            who: with_fields(claim, edits[who].get(key, {}), text=text, entities=entities)
            for who, one in by.items()
            if one.verdict == "positive"
        }
    return views


def _own(made: Iterable[Judgement], coder: str) -> tuple[Judgement, ...]:
    judgements = tuple(made)
    mine = {one.id for one in judgements if one.by == coder}
    return tuple(one for one in judgements if one.id in mine or one.undoes in mine)

"""Claims that an extractor proposes, judged by the same rules as our own.

Where a proposal covers the words of a claim that the rules found, the rules' claim stands and the agreement is noted.
Elsewhere the proposal gives the words and the act; voices, interest and whether it counts are the rules' business, and
of two judgements about whether it happened the more cautious one holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.judge import chains_of, judge
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.model.proposal import Proposal
from dateline.model.record import Claim
from dateline.model.span import Span
from dateline.model.vocabulary import NEVER_CODEABLE
from dateline.reference.acts import Sense

Row = tuple[Clause, Claim]
SAME = 0.5
"""Share of characters (intersection over union) from which on two claims are the same words; score.py's threshold."""
OTHER_TIMES = ("background", "historical", "future", "generic")


def with_proposals(material: Material, rows: Sequence[Row], proposals: Sequence[Proposal]) -> list[Row]:
    """The rules' rows with the agreements noted, and one row for every new proposal; renumbered in text order."""
    merged = list(rows)
    for proposal in proposals:
        same = [n for n, (_, claim) in enumerate(merged) if _overlap(claim.spans, proposal.spans) >= SAME]
        if same:
            for number in same:
                merged[number] = _noted(merged[number], proposal)
        else:
            merged.extend(_new(material, proposal))
    merged.sort(key=lambda row: row[0].tokens)
    return [(clause, replace(claim, id=f"c{number}")) for number, (clause, claim) in enumerate(merged, start=1)]


def _noted(row: Row, proposal: Proposal) -> Row:
    """The rules' claim stands; who else found the same act in the same words is noted."""
    clause, claim = row
    if claim.act != proposal.act or proposal.extractor in claim.extractor.split("+"):
        return row
    return clause, replace(claim, extractor=f"{claim.extractor}+{proposal.extractor}")


def _new(material: Material, proposal: Proposal) -> Iterator[Row]:
    clause = _clause(material, proposal)
    if clause is None:
        return
    named = _named(material, proposal, clause)
    for chain in chains_of(material, clause):
        claim = judge(material, clause, chain, 0, named=named)
        yield clause, _cautious(replace(claim, spans=proposal.spans, extractor=proposal.extractor), proposal)


def _clause(material: Material, proposal: Proposal) -> Clause | None:
    """The proposed words as a clause; its head is the word that hangs on none of the others."""
    parse = material.parse
    tokens = [t for span in proposal.spans for t in parse.tokens_in(span.start, span.end) if t.pos != "SPACE"]
    inside = {token.index for token in tokens}
    heads = [t for t in tokens if t.sentence >= 0 and (t.head not in inside or t.head == t.index)]
    if not heads:
        return None
    head = next((t for t in heads if t.pos in ("VERB", "AUX")), heads[0])
    subjects = parse.kids(head, "nsubj", "nsubjpass", "csubj")
    objects = parse.kids(head, "dobj", "attr")
    return Clause(
        head=head.index,
        core=head.index,
        form="verb" if head.pos in ("VERB", "AUX") else "nominal",
        relation="main",
        tokens=tuple(sorted(inside)),
        subject=subjects[0].index if subjects else None,
        object=objects[0].index if objects else None,
        passive=bool(parse.kids(head, "nsubjpass", "auxpass")),
    )


def _named(material: Material, proposal: Proposal, clause: Clause) -> Named:
    """The act that was proposed, with the predicate and kind that the lexicon gives it."""
    sense = next(_senses(material, proposal.act), None)
    if sense is None:
        return Named(act=proposal.act, predicate=proposal.act, kind="event", trigger=clause.core)
    return Named(act=sense.act, predicate=sense.predicate, kind=sense.kind, trigger=clause.core)


def _senses(material: Material, act: str) -> Iterator[Sense]:
    return (sense for senses in material.acts.senses.values() for sense in senses if sense.act == act)


def _cautious(claim: Claim, proposal: Proposal) -> Claim:
    """The proposer's roles where the rules found none, and its doubts on top of ours."""
    roles = MappingProxyType({**proposal.roles, **claim.roles})
    doubt = _doubt(proposal)
    if not claim.codeable or doubt is None:
        return replace(claim, roles=roles)
    return replace(claim, roles=roles, codeable=False, why=f"{doubt}, says the extractor")


def _doubt(proposal: Proposal) -> str | None:
    if proposal.polarity == "negative":
        return "negated"
    if proposal.modality in (*NEVER_CODEABLE, "denied"):
        return proposal.modality
    return proposal.temporal_status if proposal.temporal_status in OTHER_TIMES else None


def _overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    a = {offset for span in ours for offset in range(span.start, span.end)}
    b = {offset for span in theirs for offset in range(span.start, span.end)}
    return len(a & b) / len(a | b)

"""What a coder reviews next, and how far the review has come; blind, if wanted, to what others said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from dateline.derive.across.edits import edits_of, with_fields
from dateline.derive.across.judgements import opinions
from dateline.desk.names import Names
from dateline.desk.rows import ClaimLine, claim_line
from dateline.model.ledger import Judgement, LedgerClaim
from dateline.store import ClaimQuery, Ledger, find_claims
from dateline.store.entities import find_entities
from dateline.store.judged import count_claims, judgements_of, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A claim to review: as coded, as this coder may see it edited, and what was said of it that this coder may see.

    `text` is the report's, in which the spans of `claim` stand; `opinions` are the latest of each coder.
    """

    claim: LedgerClaim
    coded: LedgerClaim
    line: ClaimLine
    text: str
    opinions: tuple[Judgement, ...]

    @property
    def edited(self) -> bool:
        """Whether somebody corrected it."""
        return self.claim != self.coded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be reviewed: claims that fit `query`; with `blind` nothing that other coders said is shown.

    `again` lists also what the coder has an opinion on already. `skip` are claims that were passed over.
    """

    query: ClaimQuery = field(default_factory=ClaimQuery)
    blind: bool = False
    again: bool = False
    skip: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many claims there are, how many this coder has an opinion on, which, and who else has on how many."""

    claims: int
    judged: int
    positive: int
    negative: int
    unsure: int
    edited: int
    coders: Mapping[str, int]

    @property
    def left(self) -> int:
        """Claims that this coder has not judged."""
        return self.claims - self.judged


_EVERYTHING = Wanted()


def queue(ledger: Ledger, coder: str, *, wanted: Wanted = _EVERYTHING, limit: int = 20) -> tuple[Item, ...]:
    """The next claims that this coder has no opinion on, in the order of the log.

    Blind coders see neither verdicts nor edits of others before they have judged the claim themselves.
    """
    review = _Review(ledger=ledger, coder=coder, blind=wanted.blind, judgements=judgements_of(ledger))
    done = frozenset() if wanted.again else review.done
    claims = (
        claim for claim in find_claims(ledger, wanted.query) if claim.id not in done and claim.id not in wanted.skip
    )
    return tuple(review.items(islice(claims, limit)))


def item_of(ledger: Ledger, coder: str, claim: LedgerClaim, *, blind: bool = False) -> Item:
    """One claim as this coder may see it."""
    review = _Review(ledger=ledger, coder=coder, blind=blind, judgements=judgements_of(ledger))
    return next(review.items([claim]))


def progress(ledger: Ledger, coder: str) -> Progress:
    """How far this coder has come over all claims of the ledger."""
    by_claim = opinions(judgements_of(ledger))
    mine = [by[coder] for by in by_claim.values() if coder in by]
    verdicts = Counter(one.verdict for one in mine)
    return Progress(
        claims=count_claims(ledger),
        judged=len(mine),
        positive=verdicts["positive"],
        negative=verdicts["negative"],
        unsure=verdicts["unsure"],
        edited=sum(one.action == "edit" for one in mine),
        coders=dict(Counter(who for by in by_claim.values() for who in by if who != coder)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Review:
    ledger: Ledger
    coder: str
    blind: bool
    judgements: tuple[Judgement, ...]

    @property
    def done(self) -> frozenset[str]:
        """The claims that this coder has an opinion on."""
        return frozenset(claim for claim, by in opinions(self.judgements).items() if self.coder in by)

    def items(self, claims: Iterable[LedgerClaim]) -> Iterator[Item]:
        """The claims with their reports' words, as the coder may see them."""
        coded = list(claims)
        said, done = opinions(self.judgements), self.done
        edits = edits_of(self.judgements)
        own = edits_of(self._own()) if self.blind else edits
        texts = {report: text_of(self.ledger, report) or "" for report in {claim.report for claim in coded}}
        fields = {claim.id: (edits if claim.id in done else own).get(claim.id, {}) for claim in coded}
        names = Names(entities=find_entities(self.ledger, _named(coded, fields)))
        for claim in coded:
            text = texts[claim.report]
            shown = with_fields(claim, fields[claim.id], text=text, entities=names.entities)
            open_to_all = not self.blind or claim.id in done
            heard = tuple(one for who, one in said.get(claim.id, {}).items() if open_to_all or who == self.coder)
            yield Item(claim=shown, coded=claim, line=claim_line(shown, names), text=text, opinions=heard)

    def _own(self) -> tuple[Judgement, ...]:
        """What the coder judged, and the undoing of it by whomever."""
        mine = {one.id for one in self.judgements if one.by == self.coder}
        return tuple(one for one in self.judgements if one.id in mine or one.undoes in mine)


def _named(claims: Iterable[LedgerClaim], fields: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The ids that the claims are shown with, as coded and as edited."""
    for coded in claims:
        shown = with_fields(coded, fields[coded.id], text="", entities={})
        for claim in (coded, replace(shown, spans=coded.spans)):
            yield from claim.chain
            yield from (key for keys in claim.roles.values() for key in keys)
            if claim.place is not None:
                yield claim.place

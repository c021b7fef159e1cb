"""What the review screen reads of a ledger: the queue, one coding with its report, a page of codings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from dateline.desk import Names
from dateline.desk.judging import claim_of
from dateline.desk.search import voices_of
from dateline.model.ledger import Judgement, LedgerClaim
from dateline.store import ClaimQuery, Ledger, record
from dateline.store.entities import find_entities
from dateline.store.judged import text_of
from dateline.web.asked_review import ReviewAsked
from dateline.web.doubts import least_sure_first
from dateline.web.finds import Finds
from dateline.web.judged import Judged
from dateline.web.views.review import Card, Source, card, ids_of, opinion_key

LISTED = 25
"""Codings on a page of the list: as many as a bulk judgement can be of."""


@dataclass(frozen=True, kw_only=True)
class Review:
    """The review as one coder sees it at one moment; `me` None: somebody who only looks."""

    ledger: Ledger
    me: str | None
    asked: ReviewAsked
    finds: Finds
    judged_by: Judged
    claims: Callable[[], Mapping[str, LedgerClaim]]

    @property
    def opinions(self) -> Mapping[str, Mapping[str, Judgement]]:
        """By claim and coder, what each says now."""
        return self.judged_by.opinions

    @cached_property
    def found(self) -> tuple[str, ...]:
        """The claims that fit the filter, in the order of the log, or those first that there is most reason to doubt."""
        queries = tuple(self._queries())
        if self.asked.order == "log":
            return self.finds.claims(self.ledger, queries)
        return self.finds.claims(self.ledger, queries, arranged=lambda found: least_sure_first(found, self.claims()))

    @cached_property
    def _touched(self) -> frozenset[str]:
        """Those of them that somebody has an opinion on: few, where the ledger is large."""
        return frozenset(self.opinions).intersection(self.found)

    @cached_property
    def queue(self) -> tuple[str, ...]:
        """Those of them that belong to the queue asked for."""
        if self.asked.show == "all" or (self.asked.show == "todo" and not self._touched):
            return self.found
        if self.asked.show == "todo":
            return tuple(claim for claim in self.found if claim not in self._touched)
        chosen = frozenset(filter(self._belongs, self._touched))
        return tuple(claim for claim in self.found if claim in chosen)

    @property
    def judged(self) -> int:
        """How many of the claims found this coder has an opinion on; for somebody who only looks: anybody."""
        return sum(self.me is None or self.me in self.opinions[claim] for claim in self._touched)

    @property
    def blind(self) -> bool:
        """Whether others' opinions are hidden from who has none; not where disagreement is to be settled."""
        return self.me is not None and self.asked.show not in ("disagreed", "unsure")

    @property
    def last(self) -> Judgement | None:
        """The coder's latest judgement that stands: what an undo takes back."""
        return self.judged_by.last_of(self.me)

    def agreement(self) -> tuple[int, int]:
        """Of the claims found that two or more coders judged: on how many they agree, and how many there are."""
        both = [of for claim in self._touched if len(of := self.opinions[claim]) > 1]
        return sum(len({opinion_key(one) for one in of.values()}) == 1 for of in both), len(both)

    @cached_property
    def current(self) -> str | None:
        """The claim to show: the one asked for, else the first of the queue."""
        return self.asked.claim or next(iter(self.queue), None)

    @cached_property
    def place(self) -> int:
        """The number of the claim shown among those found, from 1; 0 for one that the filter leaves out."""
        return self.found.index(self.current) + 1 if self.current in self.found else 0

    def beside(self) -> tuple[str | None, str | None]:
        """The claims before and after the one shown in the queue; those around its place where it has left the queue."""
        earlier = (claim for claim in reversed(self.found[: max(0, self.place - 1)]) if self._belongs(claim))
        later = (claim for claim in islice(self.found, self.place, None) if self._belongs(claim))
        return next(earlier, None), next(later, None)

    def card(self, claim: LedgerClaim) -> Card:
        """A coding with its words."""
        return self._card(claim, self.source(claim))

    def _card(self, claim: LedgerClaim, source: Source) -> Card:
        return card(claim, source, self.said(claim.id), me=self.me, blind=self.blind)

    def claim(self, key: str) -> LedgerClaim:
        """A claim as coded; raises UsageError where there is none."""
        return claim_of(self.ledger, key)

    def source(self, claim: LedgerClaim) -> Source:
        """The report of a claim."""
        return self._sources((claim,))[claim.report]

    def _sources(self, claims: Sequence[LedgerClaim]) -> Mapping[str, Source]:
        """The reports of claims, with the names of all of them together."""
        kept = {report: record(self.ledger, report) or {} for report in dict.fromkeys(one.report for one in claims)}
        ids = {key for claim in claims for key in ids_of(kept[claim.report], claim.report, claim)}
        entities = find_entities(self.ledger, ids)
        return {
            report: Source(report=report, text=text_of(self.ledger, report) or "", record=found, entities=entities)
            for report, found in kept.items()
        }

    def cards(self) -> tuple[Card, ...]:
        """The page of the list that begins with the claim asked for."""
        return self.cards_of(self.queue[self._first : self._first + LISTED])

    def cards_of(self, claims: Iterable[str]) -> tuple[Card, ...]:
        """Several codings."""
        coded = tuple(map(self.claim, claims))
        sources = self._sources(coded)
        return tuple(self._card(claim, sources[claim.report]) for claim in coded)

    @property
    def more(self) -> str | None:
        """The claim with which the next page of the list begins."""
        return next(iter(self.queue[self._first + LISTED :]), None)

    @property
    def _first(self) -> int:
        return self.queue.index(self.asked.claim) if self.asked.claim in self.queue else 0

    def said(self, claim: str, *, by: str | None = None) -> tuple[Judgement, ...]:
        """The opinion of each coder, or of one; before them the reader's own earlier corrections, which still hold."""
        now = [one for who, one in self.judged_by.of(claim).items() if by in (None, who)]
        own = (one for one in self.judged_by.standing(claim) if (one.by, one.action) == (self.me, "edit"))
        return (*(one for one in own if one not in now), *now)

    def _belongs(self, claim: str) -> bool:
        of = self.judged_by.of(claim)
        match self.asked.show:
            case "todo":
                return not of
            case "second":
                return len(of) == 1 and self.me not in of
            case "disagreed":
                return len({opinion_key(one) for one in of.values()}) > 1
            case "unsure":
                return any(one.verdict == "unsure" for one in of.values())
            case "mine":
                return self.me in of
            case "all":
                return True

    def _queries(self) -> Iterator[ClaimQuery]:
        """One for each id that the names asked for may mean."""
        asked = self.asked
        typed = asked.place or asked.speaker or asked.source
        names = Names(entities=find_entities(self.ledger) if typed else {})
        common = ClaimQuery(
            bbox=asked.box,
            days=asked.days,
            modality=asked.modality,
            act=asked.act,
            text=asked.q,
            codeable=True if asked.events else None,
            known_at=asked.known,
        )
        for place in _each(names.ids(asked.place, "place") if asked.place else None):
            for speaker in _each(voices_of(names, tuple(asked.speaker))):
                for source in _each(names.ids(asked.source, "actor") if asked.source else None):
                    yield replace(common, place=place, speaker=speaker, source=source)


def _each(keys: Iterable[str] | None) -> Iterable[str | None]:
    return (None,) if keys is None else sorted(keys)

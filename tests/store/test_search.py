"""Searches find what a plain look through all claims finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice

import pytest

from dateline.model.ledger import LedgerClaim
from dateline.model.time import TimeRange
from dateline.store import (
    ClaimQuery,
    Entry,
    append,
    find_claim_ids,
    find_claims,
    find_control,
    holdings,
    open_ledger,
    reindex,
)
from tests.store.samples import hour, sample, with_text

Test = Callable[[LedgerClaim], bool]
SPRING = TimeRange.days(date(2023, 3, 1), date(2023, 12, 31))
SOURCE = sample(0).record["report"]["publisher"]["entity"]
PLACE = "geonames:" + sample(0).record["claims"][0]["place"].removeprefix("pl:p")
ACTOR = sample(0).record["claims"][0]["roles"]["agent"]

CASES: list[tuple[ClaimQuery, Test]] = [
    (ClaimQuery(), lambda c: True),
    (ClaimQuery(bbox=(-60, 0, 90, 60)), lambda c: -60 <= (c.lon or 999) <= 90 and 0 <= (c.lat or 999) <= 60),
    (ClaimQuery(bbox=(90, -60, -60, 70)), lambda c: (c.lon or 0) >= 90 or (c.lon or 0) <= -60),
    (ClaimQuery(days=SPRING), lambda c: c.days is not None and c.days.overlaps(SPRING)),
    (ClaimQuery(source=SOURCE), lambda c: c.chain[0] == SOURCE),
    (ClaimQuery(speaker=SOURCE), lambda c: c.believer == SOURCE),
    (ClaimQuery(actor=ACTOR), lambda c: any(ACTOR in ids for ids in c.roles.values())),
    (ClaimQuery(modality="denied", act="shell"), lambda c: (c.modality, c.act) == ("denied", "shell")),
    (ClaimQuery(place=PLACE, codeable=True), lambda c: c.place == PLACE and c.codeable),
    (ClaimQuery(report=sample(3).report.id), lambda c: c.report == sample(3).report.id),
]


@pytest.mark.parametrize(("query", "fits"), CASES)
def test_a_search_finds_what_fits(ledger_url: str, query: ClaimQuery, fits: Test) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, (sample(n) for n in range(20)), by="ana")
        everything = holdings(ledger).claims
        expected = [claim for claim in everything if fits(claim)]
        assert expected
        assert list(find_claims(ledger, query)) == expected
        assert [claim for _, _, claim in find_claim_ids(ledger, query)] == [claim.id for claim in expected]


def test_words_are_found_without_case_accents_and_order(ledger_url: str) -> None:
    texts = ["Colonel Goïta spoke in Kidal.", "KIDAL fell; goita was silent.", "Gao, not Kidal-Nord", "Straße nach Gao"]
    batch = [with_text(sample(n), text) for n, text in enumerate(texts)]
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, batch, by="ana")
        found = {
            words: _reports(ledger_url, words, batch) for words in ("kidal GOITA", "Kidal", "strasse", "'; --", "kid")
        }
    assert found == {"kidal GOITA": [0, 1], "Kidal": [0, 1, 2], "strasse": [3], "'; --": [], "kid": []}


def test_the_index_of_words_can_be_made_anew(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, (sample(n) for n in range(5)), by="ana")
        query = ClaimQuery(text=sample(3).report.text)
        before = list(find_claims(ledger, query))
        assert {claim.report for claim in before} == {sample(3).report.id}
        with ledger.backend.writing() as connection:
            ledger.backend.drop_words(connection)
        assert list(find_claims(ledger, query)) == []
        assert reindex(ledger) == 5
        assert list(find_claims(ledger, query)) == before


def _reports(url: str, words: str, batch: list[Entry]) -> list[int]:
    ids = [made.report.id for made in batch]
    with open_ledger(url) as ledger:
        return sorted({ids.index(claim.report) for claim in find_claims(ledger, ClaimQuery(text=words))})


def test_a_search_knows_what_was_known_then(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(0)], by="ana", at=hour(1))
        append(ledger, [sample(0, extractor="rules 2"), sample(1)], by="ana", at=hour(2))
        then = list(find_claims(ledger, ClaimQuery(known_at=hour(1))))
        assert {claim.recorded.seq for claim in then} == {1}
        assert {claim.recorded.seq for claim in find_claims(ledger, ClaimQuery())} == {2, 3}
        assert list(find_claims(ledger, ClaimQuery(limit=2))) == list(holdings(ledger).claims[:2])


def test_a_search_may_be_left_half_read(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, (sample(n) for n in range(5)), by="ana")
        assert len(list(islice(find_claims(ledger, ClaimQuery()), 3))) == 3
        assert append(ledger, [sample(9)], by="ana").new == 1


def test_control_of_a_place_by_a_day(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, (sample(n) for n in range(20)), by="ana", at=hour(1))
        everything = holdings(ledger).control
        place, when = everything[0].place, everything[0].valid
        assert when is not None
        day = when.first_day
        assert day is not None
        begun = [c for c in everything if c.valid and c.valid.first_day and c.valid.first_day <= day]
        assert list(find_control(ledger, as_of=day)) == begun
        assert list(find_control(ledger, place=place, as_of=day)) == [c for c in begun if c.place == place]
        assert list(find_control(ledger, known_at=hour(0))) == []

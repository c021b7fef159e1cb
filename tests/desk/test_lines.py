"""Lines out of the stored tables are those of a dossier of all that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dateline.derive.across import VIEWS, Dossier
from dateline.desk import (
    Derived,
    Filter,
    Question,
    event_lines,
    events,
    finding_lines,
    findings,
    hold_lines,
    refresh,
    who_holds,
)
from dateline.errors import UsageError
from dateline.store import Ledger, append, holdings, judge, open_ledger
from tests.desk.worlds import entry, judgement

DAY = date(2031, 5, 3)
FILTERS = (
    Filter(),
    Filter(place="Oum Tala"),
    Filter(act="attack", since=DAY),
    Filter(status="disputed"),
    Filter(voices=("army", "front"), until=DAY),
)
QUESTIONS = (
    Question(),
    Question(place="geonames:1"),
    Question(place="Bir Kessa", as_of=DAY),
    Question(as_of=DAY, voices=("front",)),
    *(Question(place="Oum Tala", view=view) for view in VIEWS),
)


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A ledger whose reports touch each other in every way."""
    with open_ledger(ledger_url, write=True) as made:
        for number in range(9):
            append(made, [entry(number, number % 3)], by="ana")
            held = holdings(made)
            judge(made, judgement(number, (claim.id for claim in held.claims), (j.id for j in held.judgements)))
        yield made


@pytest.mark.parametrize("stored", [True, False])
def test_lines_are_those_of_a_dossier(ledger: Ledger, ledger_url: str, *, stored: bool) -> None:
    if stored:
        refresh(ledger)
    whole = Dossier(holdings=holdings(ledger))
    with open_ledger(ledger_url) as reader:
        assert Derived(reader).stored == stored
        for wanted in FILTERS:
            assert list(event_lines(reader, wanted)) == list(events(whole, wanted)), wanted
        for asked in QUESTIONS:
            told = list(hold_lines(reader, asked, today=DAY))
            assert told == list(who_holds(whole, asked, today=DAY)), asked
            assert told
        assert list(finding_lines(reader)) == list(findings(whole))


def test_nobody_of_that_name(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="names place"):
        list(event_lines(ledger, Filter(place="Atlantis")))
    with pytest.raises(UsageError, match="names actor"):
        list(hold_lines(ledger, Question(voices=("nobody",)), today=DAY))

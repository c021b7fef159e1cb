"""The line of an event says who tells of it: nobody who denies it, and nobody who tells of its dead alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.derive.across import Dossier
from dateline.desk import Filter, events
from dateline.model.ledger import LedgerClaim
from tests.derive.across.cases import claim, holdings, killed, report

DAY = date(2031, 5, 4)
TOLD = claim("c1", day=DAY, place="geonames:1", chain=("src:north", "act:army"), roles={"agent": ("act:front",)})
DEAD = replace(TOLD, id="c2", report="r2", act="kill", chain=("src:south", "act:front"), counts=(killed(2),))
DENIED = replace(DEAD, id="c3", act="attack", modality="denied", codeable=False, counts=())


@pytest.mark.parametrize(
    ("claims", "voices", "denied_by"),
    [
        ((TOLD, DEAD), "According to the army", ()),
        ((TOLD, DEAD, DENIED), "According to the army", ("the front",)),
        ((replace(TOLD, chain=DEAD.chain), DENIED), "According to the front", ("the front",)),
    ],
)
def test_who_denies_an_event_or_tells_of_its_dead_alone_is_not_named_as_telling_of_it(
    claims: tuple[LedgerClaim, ...], voices: str, denied_by: tuple[str, ...]
) -> None:
    reports = [report("r1", day=DAY), report("r2", publisher="src:south", day=DAY)]
    (line,) = events(Dossier(holdings=holdings(reports, claims)), Filter())
    assert (line.according_to, line.denied_by) == (voices, denied_by)

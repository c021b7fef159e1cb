"""Typed names mean the same whether derived tables are there or not, on both databases."""

from __future__ import annotations

import pytest

from dateline.desk import refresh
from dateline.desk.names import Names
from dateline.desk.typed import typed_names
from dateline.errors import UsageError
from dateline.store import Entry, Ledger, append, open_ledger
from dateline.store.entities import find_entities
from tests.store.samples import sample

NAMES = {
    "geonames:70001": "Straße am Fluß",
    "geonames:70002": "The Old Ford",
    "geonames:70003": "Ko\u017fice",
    "geonames:70004": "Горіхове",
    "geonames:70005": 'Camp "K_1" 100%',
}
TYPED = ("strasse  AM fluss", "old ford", "the OLD ford", "kosice", "горіхове", 'camp "k_1" 100%', "geonames:70002")


def _entry(number: int) -> Entry:
    made = sample(number)
    region = {**made.record["places"][0], "id": "pl:z", "register": "geonames:80000", "name": "Upper Valley"}
    places = [
        {**region, "id": f"pl:x{n}", "register": key, "name": name, "part_of": "pl:z"}
        for n, (key, name) in enumerate(NAMES.items())
    ]
    return Entry(report=made.report, record={**made.record, "places": [*made.record["places"], region, *places]})


def _ids(names: Names, typed: str) -> frozenset[str] | str:
    try:
        return names.ids(typed, "place")
    except UsageError as error:
        return str(error)


def _fill(url: str) -> Ledger:
    ledger = open_ledger(url, write=True)
    append(ledger, [_entry(0), sample(1)], by="ana")
    return ledger


def test_a_typed_name_means_what_it_means_among_all_names(ledger_url: str) -> None:
    with _fill(ledger_url) as ledger:
        everybody = Names(entities=find_entities(ledger))
        own = [entity.name for entity in everybody.entities.values()]
        for derived in (False, True):
            for typed in (*TYPED, *own, "Valle", "nowhere", "the", "'"):
                found = _ids(typed_names(ledger, places=(typed,)), typed)
                assert found == _ids(everybody, typed), (derived, typed)
                if typed in TYPED:
                    assert len(found) == 1
            refresh(ledger, rebuild=True)


def test_only_what_may_be_meant_is_read_and_the_places_around_it(ledger_url: str) -> None:
    with _fill(ledger_url) as ledger:
        refresh(ledger, rebuild=True)
        for typed in ("old ford", "geonames:70002"):
            found = typed_names(ledger, places=(typed,)).entities
            assert {"geonames:70002", "geonames:80000"} <= found.keys()
            assert len(found) < len(find_entities(ledger))
        assert typed_names(ledger, places=(None, ""), actors=()).entities == {}


def test_a_name_of_another_kind_is_unknown_with_the_same_hint(ledger_url: str) -> None:
    with _fill(ledger_url) as ledger:
        refresh(ledger, rebuild=True)
        everybody = Names(entities=find_entities(ledger))
        for names in (typed_names(ledger, actors=("Old Ford",)), everybody):
            with pytest.raises(UsageError, match=r"no report in the ledger names actor 'Old Ford'$"):
                names.ids("Old Ford", "actor")
        for names in (typed_names(ledger, places=("Old For",)), everybody):
            with pytest.raises(UsageError, match="did you mean The Old Ford"):
                names.ids("Old For", "place")

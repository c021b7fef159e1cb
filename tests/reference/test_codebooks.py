from __future__ import annotations

import pytest

from dateline.errors import ConfigurationError
from dateline.reference.codebooks import load_codebooks


def test_every_sub_type_has_one_type() -> None:
    books = load_codebooks()
    names = [name for row in books.acled["event_types"].values() for name in row["sub_types"]]
    assert len(names) == len(set(names)) == 25
    assert books.acled_type("Armed clash") == "Battles"


def test_plover_acts_name_events_and_modes_that_exist() -> None:
    plover = load_codebooks().plover
    for event, mode, _ in plover["acts"].values():
        assert event in plover["events"]
        assert mode is None or mode in plover["events"][event]


def test_unknown_codes_are_configuration_errors() -> None:
    books = load_codebooks()
    assert books.code("ucdp", "where_prec", "country") == 6
    with pytest.raises(ConfigurationError, match="no code 'street'"):
        books.code("ucdp", "where_prec", "street")
    with pytest.raises(ConfigurationError, match="no sub-event type"):
        books.acled_type("Siege")

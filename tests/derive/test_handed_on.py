"""To whom a place is left by whoever gives it up; who only goes away leaves it to nobody."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.derive.test_fights_and_leavings import rows


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Government forces pulled out of Kunduz overnight, leaving the city to the Taliban.", "Kunduz", "Taliban"),
        ("The ENDF left Baidoa on Friday, leaving the town in the hands of Al-Shabaab.", "Baidoa", "Al-Shabaab"),
        (
            "A deal put Aden under Houthi rule, leaving only Marib in STC hands.",
            "Ma’rib",
            "Southern Transitional Council",
        ),
        (
            "A deal brought Aden back under Houthi rule leaving only the port in western Mocha in STC hands.",
            "port",
            "Southern Transitional Council",
        ),
        ("The ENDF lost Baidoa to Al-Shabaab on Monday.", "Baidoa", "Al-Shabaab"),
        ("The ENDF lost control of Baidoa to Al-Shabaab, residents said.", "Baidoa", "Al-Shabaab"),
        ("Baidoa was lost to Al-Shabaab on Monday, residents said.", "Baidoa", "Al-Shabaab"),
        ("Soldiers abandoned Baidoa to Al-Shabaab.", "Baidoa", "Al-Shabaab"),
    ],
)
def test_what_one_gives_up_another_has(text: str, place: str, holder: str, engine: Engine) -> None:
    assert (place, "held", (holder,)) in rows(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "The ENDF withdrew from Baidoa to the Al-Shabaab front.",
        "The ENDF left Baidoa on Friday to fight Al-Shabaab.",
        "The ENDF has not lost Baidoa to Al-Shabaab.",
        "The ENDF may lose Baidoa to Al-Shabaab.",
        "The ENDF lost forty men near Baidoa to Al-Shabaab.",
        "The fighting left 40 dead in Baidoa under Al-Shabaab fire.",
    ],
)
def test_who_goes_or_loses_something_else_hands_over_nothing(text: str, engine: Engine) -> None:
    assert ("held", ("Al-Shabaab",)) not in {(fluent, names) for _, fluent, names in rows(text, engine)}


def test_leaving_a_place_in_other_hands_is_nobodys_going_of_those(engine: Engine) -> None:
    text = "The ENDF withdrew from Baidoa on Friday, leaving the town in Al-Shabaab hands."
    assert rows(text, engine) == {
        ("Baidoa", "vacated", ("Ethiopian National Defence Force",)),
        ("Baidoa", "held", ("Al-Shabaab",)),
    }


def test_those_in_whose_hands_a_place_is_left_have_not_left_it(engine: Engine) -> None:
    assert rows("The ENDF left Baidoa in Al-Shabaab hands on Friday.", engine) == {
        ("Baidoa", "vacated", ("Ethiopian National Defence Force",)),
        ("Baidoa", "held", ("Al-Shabaab",)),
    }

"""What is told to be another incident is an event of its own, however near in the text, on the map and in time."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def events(text: str, engine: Engine) -> int:
    """How many events a text tells of."""
    return len(run(Report.of(text, name="t"), engine=engine).case.events)


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed three people in Nabatieh on Monday. Another strike in Nabatieh killed two people on Monday.",
        "A strike hit a school in Gaza City on Monday, killing five. A second strike hit a market in Gaza City, killing eight.",
        "A drone strike on a bus killed 12 people near Kupiansk on Friday. A separate strike killed one man in Kupiansk.",
        "Russia fired missiles at Odesa overnight. In another attack, drones struck a grain store in Odesa.",
    ],
)
def test_another_strike_is_another_event(text: str, engine: Engine) -> None:
    assert events(text, engine) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Goma on Monday and killed five people. Another five people were wounded in the attack.",
        "Gunmen attacked Goma on Monday and killed five people. Another ten in the attack were hurt.",
        "Another attack hit Odesa on Friday. The attack killed two people in Odesa.",
        "Another attack hit Odesa on Friday. Another attack hit Odesa on Friday, the mayor said.",
        "Police said gunmen attacked a village near Jos on Sunday and killed 20 people. Residents said armed men killed 35 "
        "people in the village.",
    ],
)
def test_more_victims_and_retellings_are_none(text: str, engine: Engine) -> None:
    assert events(text, engine) == 1

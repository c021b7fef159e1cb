"""Names in a head that say nothing of what they name: the outlet's is the one that is no person, place or event."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

BODY = (
    "Armed men burned the market of Karo on Tuesday night and nine people died, the village chief told the Lantern.\n"
)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "THE KARO LANTERN\nSaturday, 3 June 2017\n\nNine die as market burns\nby our correspondent\n\n",
            "The Karo Lantern",
        ),
        ("Nine die as market burns\nBy Ibrahim Sule, Karo\nThe Lantern, 3 June 2017\n\n", "Lantern"),
        ("Ibrahim Sule, Meridian Pages, 3 June 2017\n\n", "Meridian Pages"),
        ("Upper Karo, Joint Field Team, update no. 6, 3 June 2017\n\n", "Joint Field Team"),
        ("Mothers of Karo\nStatement, 3 June 2017\n\n", "Mothers of Karo"),
        ("A winter in Karo\nBy Ibrahim Sule for The Phoenix, KARO, 3 June\n\n", "Phoenix"),
    ],
)
def test_what_is_left_over_in_a_head_is_the_outlet(engine: Engine, head: str, outlet: str) -> None:
    assert run(Report.of(head + BODY), engine=engine).case.resolution.publisher.name == outlet


@pytest.mark.parametrize(
    "head",
    [
        "Nine Die In Karo\n3 June 2017\n\n",
        "Karo Market Fire\n3 June 2017\n\n",
        "Ibrahim Sule\n3 June 2017\n\n",
        "Karo, Upper Karo State, 3 June 2017\n\n",
        "The Battle of Karo\n3 June 2017\n\n",
        "The Karo Massacre, 3 June 2017\n\n",
        "President Musa Bello, 3 June 2017: \n",
        "Port Sudan, 3 June 2017\n\n",
    ],
)
def test_persons_places_and_events_in_a_head_publish_nothing(engine: Engine, head: str) -> None:
    assert run(Report.of(head + BODY), engine=engine).case.resolution.publisher.id == "src:unnamed"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Six died in Homs. A Reuters photographer saw bodies in the street. Troops left.", "Reuters"),
        ("The BBC's reporter in Gaza saw tanks at a school. Six people died.", "BBC"),
        (
            "Nine people died in Homs. Sections Opinion Follow Daily Sabah Jobs Apps About Daily Sabah",
            "Daily Sabah",
        ),
    ],
)
def test_an_outlet_that_speaks_of_its_own_people_or_pages_publishes(engine: Engine, text: str, outlet: str) -> None:
    assert run(Report.of(text), engine=engine).case.resolution.publisher.name == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Six died in Homs. The AFP news agency quoted a doctor as saying so.",
        "A Reuters reporter was killed in Homs on Monday, the army said.",
        "Six died in Homs, the BBC reported.",
    ],
)
def test_an_outlet_of_which_a_text_speaks_as_of_another_does_not_publish_it(engine: Engine, text: str) -> None:
    assert run(Report.of(text), engine=engine).case.resolution.publisher.id == "src:unnamed"

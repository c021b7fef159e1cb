"""Who publishes flattened pages, releases, cables and foreign communiqués; and what of a head is no publisher."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

BODY = "Armed men burned the market of Karo on Tuesday night and nine people died, the village chief said.\n"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Thu 05 Mar 2015 at 0715 Lowland FM - ", "Lowland FM"),
        ("Nine die as market burns Karo Lantern Post Monday, 3 June 2019 ", "Karo Lantern Post"),
        ("Lowland Office for Relief, Chad – Flash Update No. 4 – Karo, 30 April 2021\n\n", "Lowland Office for Relief, Chad"),
        ("Ministry of Defence, Republic of Chad\nStatement\n3 June 2017\n\n", "Ministry of Defence, Republic of Chad"),
        ("Lowland Front\nStatement of the spokesman\n", "Lowland Front"),
        ("Ejército Libre del Karo\nComunicado No. 7\n", "Ejército Libre del Karo"),
        ("P 081530Z APR 94\nFM AMEMBASSY KARO\nTO SECSTATE WASHDC\nSUBJECT: FIGHTING\n", "Amembassy Karo"),
        ("Nine die\nSpecial to The Karo Lantern\n", "Karo Lantern"),
        ("Latest from Lowland Monitoring Mission to Chad (LMM), based on information received as of 19:30\n", "Lowland Monitoring Mission to Chad"),
        ("Karo Media Team (Telegram)\n[3 June 2017 11:03]\n", "Karo Media Team"),
        ("VOA News\nJune 3, 2017 12:04 AM\nKARO — ", "Voice of America"),
        ("UNHCR Briefing Notes: Karo\nBriefing notes, 3 June 2017\n", "United Nations High Commissioner for Refugees"),
        ("Listening Service Africa - Political\n3 June 2017\nText of report by state-owned Lowland TV on 3 June\n", "Lowland TV"),
    ],
)  # fmt: skip
def test_the_head_of_a_page_says_whose_it_is(engine: Engine, head: str, outlet: str) -> None:
    assert run(Report.of(head + BODY), engine=engine).case.resolution.publisher.name == outlet


def test_the_country_of_an_office_is_part_of_its_name_and_the_town_the_place(engine: Engine) -> None:
    text = "Office for the Coordination of Humanitarian Affairs, Chad – Flash Update No. 4 – Abéché, 30 April 2021\n\n"
    case = run(Report.of(text + BODY), engine=engine).case
    assert case.parse.frame.place is not None
    assert case.parse.frame.place.quote == "Abéché"
    assert case.resolution.publisher.id == "act:ocha"
    assert "Office for the Coordination of Humanitarian Affairs, Chad" in case.resolution.publisher.aliases


@pytest.mark.parametrize(
    ("text", "town", "outlet"),
    [
        (
            "05.10.2017 (updated 19:35 05.10.2017) Get short URL 101 A mortar attack killed three people. "
            "DEIR KARO (Syria) (Lowland Agency) Reportedly, the shells came from the hills.",
            "DEIR KARO",
            "Lowland Agency",
        ),
        ("Blast kills nine By Ann Lee Aug. 10, 2015 4:12 AM KARO, Chad (AP) A car bomb killed nine people.", "KARO", "Associated Press"),
    ],
)  # fmt: skip
def test_a_dateline_amid_the_first_paragraph_says_who_and_where(
    engine: Engine, text: str, town: str, outlet: str
) -> None:
    case = run(Report.of(text), engine=engine).case
    assert case.parse.frame.place is not None
    assert (case.parse.frame.place.quote, case.resolution.publisher.name) == (town, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "Talks resumed in Karo. UNIFIL (Lebanon) (the force in the south) said that nine people died.",
        "1. (C) Presidential guards killed nine people in Karo on Tuesday.",
        "12 August 2008 – Rebels attacked a convoy on Monday. Nine people died.",
        "Karo Doctors\nSaro, 2 October 2016\nPress Release: The hospital was bombed. Two people died.",
    ],
)
def test_brackets_days_and_towns_name_no_publisher(engine: Engine, text: str) -> None:
    name = run(Report.of(text), engine=engine).case.resolution.publisher.name
    assert name in ("unnamed outlet", "Karo Doctors")

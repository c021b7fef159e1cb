"""Heads that say what a document is and whose, around one day: communiqués, bulletins, live pages."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine

TOLD = "Soldiers entered Adaro on Friday."


@pytest.mark.parametrize(
    ("head", "agency", "place", "day"),
    [
        ("DEFENCE PRESS OFFICE – Marun – Bulletin No. 41 – 3 March 2020\n", "DEFENCE PRESS OFFICE", "Marun", "3 March 2020"),
        ("STATEMENT – Northern Hill Front, NHF – Woods of Saro, 4 May 2021\n", "Northern Hill Front", "Woods of Saro", "4 May 2021"),
        ("Radio Lowland FM, midday bulletin, Monday 9 June 2014. ", "Radio Lowland FM", None, "Monday 9 June 2014"),
        ("Correio do Vale – Marun, 14 May 2020 – ", "Correio do Vale", "Marun", "14 May 2020"),
        ("Statement by the General Command of the Free Hills Army, 12 May 2023\n\n", "General Command of the Free Hills Army", None, "12 May 2023"),
        ("SITUATION UPDATE No. 3 | Upper Bend Access Group | 6 May 2018\n\n", "Upper Bend Access Group", None, "6 May 2018"),
        ("Communique No 7 of the General Staff of the Eastern Army\nMarun, 5 June 2019\n\n", "General Staff of the Eastern Army", "Marun", "5 June 2019"),
        ("Ministry of Defence, Daily Briefing, 4 July 2023: ", "Ministry of Defence", None, "4 July 2023"),
        ("Hill Tribune live blog, Tuesday 9 April 2019\n", "Hill Tribune", None, "Tuesday 9 April 2019"),
        ("Army Public Affairs Directorate\nMarun, 22 May 2009: ", "Army Public Affairs Directorate", "Marun", "22 May 2009"),
        ("VALE: Adaro fighting – RVR Flash Update No. 9 (14 June 2024)\n\n", "RVR", None, "14 June 2024"),
        ("RED VALLEY RELIEF – Field sitrep 12, Marun, 4 September 2013\n\n", "RED VALLEY RELIEF", "Marun", "4 September 2013"),
    ],
)  # fmt: skip
def test_a_titled_head_says_whose_it_is(head: str, agency: str, place: str | None, day: str, engine: Engine) -> None:
    frame = parse(Report.of(head + TOLD), parser=engine.parser).frame
    assert frame.agency is not None
    assert frame.agency.quote == agency
    assert (frame.place.quote if frame.place else None) == place
    assert frame.date is not None
    assert frame.date.quote == day
    assert TOLD not in "".join(slug.quote for slug in frame.slugs)


@pytest.mark.parametrize(
    "text",
    [
        "Statement of facts is what the court wants, 4 May 2021 or later, the judge said.",
        "Report by the council, 12 May 2023, was torn up by deputies in the hall.",
        "Army Update users lost their data on 4 May 2021.",
        "General Report, a horse, won on Saturday 9 June 2014 in Marun.",
        "Release of the hostages, 3 March 2020, remains the happiest day of her life.",
    ],
)
def test_a_sentence_that_begins_with_a_title_is_no_head(text: str, engine: Engine) -> None:
    frame = parse(Report.of(text), parser=engine.parser).frame
    assert frame.agency is None
    assert frame.slugs == ()


def test_the_title_of_a_release_says_whose_it_is(engine: Engine) -> None:
    text = f"JTF Operational Update\n2019-07-CA-065\nFor Immediate Release\n\n{TOLD}"
    frame = parse(Report.of(text), parser=engine.parser).frame
    assert frame.agency is not None
    assert frame.agency.quote == "JTF"


@pytest.mark.parametrize("line", ["Army Retakes Adaro", "Army Loses Command", "Rebels Storm Press Office"])
def test_a_headline_over_a_dateline_is_no_desk(line: str, engine: Engine) -> None:
    frame = parse(Report.of(f"{line}\nMARUN, 22 May 2009 – {TOLD}"), parser=engine.parser).frame
    assert frame.agency is None

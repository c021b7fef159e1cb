"""Whose a report is, by heads that follow no wire order; and heads that name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse.frame import find_frame

BODY = "Gunmen attacked the village of Dorum on Monday, killing six people, the mayor said. Troops arrived in the evening.\n"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("SAHEL DISPATCH\nSix killed in Dorum raid\nBy Awa Konate in Bofara\n12 March 2023\n\n", "SAHEL DISPATCH"),
        ("Six killed in Dorum raid\nAwa Konate, Sahel Dispatch\nMarch 12, 2023\n\n", "Sahel Dispatch"),
        ("Six killed in Dorum raid - Sahel Dispatch\n12 Mar 2023\n\n", "Sahel Dispatch"),
        ("[Radio Tenera, 19:00 bulletin, 12 March 2023]\n", "Radio Tenera"),
        ("Radio Tenera – news at seven – Sunday 12 March 2023\n\n", "Radio Tenera"),
        ("Transcript of Radio Tenera news, 12 March 2023\n\n", "Radio Tenera"),
        (
            "FLASH UPDATE #3: Dorum attack\nBofara Access Working Group, 12 March 2023\n\n",
            "Bofara Access Working Group",
        ),
        (
            "Situation Report No. 14 (as of 12 March 2023)\nPrepared by the Bofara Access Group\n\n",
            "Bofara Access Group",
        ),
        ("Weekly security update, 6-12 March 2023 | Bofara Access Group\n\n", "Bofara Access Group"),
        ("PRESS RELEASE\nFor immediate release\nBofara Rights Watchers\n12 March 2023\n\n", "Bofara Rights Watchers"),
        ("Press release, 4 May 2018\nBorder Watch Network condemns shelling of Dorum\n\n", "Border Watch Network"),
        ("LIVE – Dorum attack: latest updates\nSahel Dispatch, Sunday 12 March 2023\n\n18:40 ", "Sahel Dispatch"),
        ("Sahel Dispatch live: Dorum, 12 March 2023\n\n18:40 – ", "Sahel Dispatch"),
        ("The Levant Observer's live coverage of the battle for Dorum – 4 May 2018\n\n21:10 ", "Levant Observer"),
        (
            "In the name of God. The Army of the Free Sahel, military communiqué, 12 March 2023\n\n",
            "Army of the Free Sahel",
        ),
        ("JOINT OPERATIONS ROOM – DAILY MILITARY SUMMARY – 4 MAY 2018\n\n", "JOINT OPERATIONS ROOM"),
        (
            "Press service of the Northern Group of Forces, 4 May 2018\n\n",
            "Press service of the Northern Group of Forces",
        ),
        ("OFFICE FOR JOINT RELIEF (OJR)\nDorum – Flash Update no. 2\n4 May 2018\n\n", "OFFICE FOR JOINT RELIEF"),
        ("By Awa Konate\nSahel Dispatch\nDORUM, Bofara — ", "Sahel Dispatch"),
        ("By Awa Konate for Sahel Dispatch\nDORUM, Bofara, March 12, 2023 — ", "Sahel Dispatch"),
        ("Letter from Dorum | The Sahel Quarterly | March 2023\n\n", "Sahel Quarterly"),
        ("© Sahel Dispatch 2023\n12 March 2023\n\n", "Sahel Dispatch"),
        ("Sahel Dispatch\n@saheldispatch · 12 March 2023\n\n", "Sahel Dispatch"),
        ("12 March 2023, 18:40 UTC, Sahel Dispatch – ", "Sahel Dispatch"),
        ("Voice of the Valley (radio), 4 May 2018, 20:00 news\n\n", "Voice of the Valley"),
        (
            "VALLEY LIBERATION FRONT (VLF)\nCentral Media Cell – Communiqué No. 6 – 2 May 2018\n\n",
            "VALLEY LIBERATION FRONT",
        ),
        ("Valley Liberation Front\nMedia Office, statement of 4 May 2018\n\n", "Valley Liberation Front"),
    ],
)
def test_a_name_in_the_head_is_who_puts_the_report_out(head: str, outlet: str) -> None:
    frame = find_frame(Report.of(head + BODY))
    assert frame.agency is not None
    assert frame.agency.quote == outlet


@pytest.mark.parametrize(
    "head",
    [
        "Fighters Enter Dorum\n4 May 2018\n\n",
        "Port Dorum, Orania\n4 May 2018\n\n",
        "Army Retakes Police Post in Dorum\n\n",
        "Rebel Army, Government Forces Clash in Dorum\nFriday, 4 May 2018\n\n",
        "By Huda Saleh\nDorum, 4 May 2018\n\n",
        "Dorum Relief Convoy Attacked\n4 May 2018\n\n",
        "Syrian Army, Police Post Attacked\n4 May 2018\n\n",
        "National Guard in Dorum\n4 May 2018\n\n",
        "Situation report, 4 May 2018\n\n",
        "4 May 2018\nThe Border Monitor for Peace (BMP) says that about 90\npeople have died there.\n\n",
    ],
)
def test_a_head_that_names_nobody_who_puts_it_out(head: str) -> None:
    assert find_frame(Report.of(head + BODY)).agency is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "THE KARO LANTERN\nSaturday, 3 June 2017\n\nNine die as market burns\nby our correspondent\n\n",
            "THE KARO LANTERN",
        ),
        ("Karo Lantern (Minat), 3 June 2017. Nine die as market burns. By Ibrahim Sule.\n\n", "Karo Lantern"),
        ("Nine die as market burns\nBy Ibrahim Sule, Karo\nThe Lantern, 3 June 2017\n\n", "Lantern"),
        ("Inter-Agency Field Team, Minat. Displacement update no. 6, 3 June 2017.\n\n", "Inter-Agency Field Team"),
        (
            "Karo sector: update no. 6\nReporting period 28 May - 3 June 2017\nJoint Field Team, Minat\n\n",
            "Joint Field Team",
        ),
        ("Karo sector report 6, issued 3 June 2017 by the Field Coordination Hub\n\n", "Field Coordination Hub"),
        ("Field Coordination Hub, Minat sub-office\nSituation Report No. 6\n3 June 2017\n\n", "Field Coordination Hub"),
        ("From the Karo line. Ibrahim Sule, for the Meridian Letter, 3 June.\n\n", "Meridian Letter"),
        ("On the Karo road\n\nIbrahim Sule reports from Karo for Meridian Pages\n\n", "Meridian Pages"),
        ("KARO, 3 June – Letter to Meridian Pages from Ibrahim Sule\n\n", "Meridian Pages"),
        ("Mothers of Karo\nStatement, 3 June 2017\n\n", "Mothers of Karo"),
        ("LOWLAND FRONT / Media Office – Statement No. 9 – 3 June 2017\n\n", "LOWLAND FRONT"),
        ("Situation Report No. 6\nCompiled by the Joint Field Team with its partners\n\n", "Joint Field Team"),
        ("A winter in Karo\nBy Ibrahim Sule for The Beacon, KARO, 3 June\n\n", "Beacon"),
        (
            "THE KARO LANTERN\nKaro: nine die as market burns\nBy Our Reporter, Minat\nSaturday, 3 June 2017\n\n",
            "THE KARO LANTERN",
        ),
    ],
)
def test_names_without_a_word_for_what_they_name_are_kept_for_those_who_know_places_and_persons(
    head: str, outlet: str
) -> None:
    frame = find_frame(Report.of(head + BODY))
    named = [frame.agency.quote] if frame.agency is not None else [sign.name.quote for sign in frame.signs]
    assert outlet in named


def test_the_days_that_a_report_covers_are_not_its_own_day_or_town() -> None:
    frame = find_frame(Report.of("Reporting period 28 May - 3 June 2017\n\n" + BODY))
    assert frame.date is None
    assert frame.place is None


def test_what_a_head_says_of_itself_is_no_content() -> None:
    report = Report.of("LIVE – Dorum attack: latest\nSahel Dispatch, Sunday 12 March 2023\n\n18:40 " + BODY)
    frame = find_frame(report)
    assert "Sahel Dispatch, Sunday 12 March 2023" in [span.quote for span in frame.headers]
    assert frame.date is not None
    assert frame.date.quote == "Sunday 12 March 2023"
    assert all("Gunmen" not in span.quote for span in frame.outside)


TEXT = "Sahel News of the by for in 2023 March 12 , ( ) | - – : . © Army press release Update No. 1 live ’s Gunmen fled"
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, max_size=60))
def test_every_head_is_read_and_its_parts_lie_in_the_text(words: list[str]) -> None:
    report = Report.of(" ".join(words).replace(" | ", "\n") + "\n" + BODY)
    frame = find_frame(report)
    for span in (*frame.outside, *(part for part in (frame.agency, frame.date) if part is not None)):
        assert report.text[span.start : span.end] == span.quote
    starts = [span.start for span in frame.outside]
    assert starts == sorted(starts)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.frame import Frame
from dateline.model.text import Report
from dateline.parse.frame import body_stretches, find_frame
from dateline.parse.legible import legible

PARTS = ("agency", "place", "country", "date", "marker", "byline", "signed", "headline")


def quoted(frame: Frame) -> dict[str, str]:
    return {part: span.quote for part in PARTS if (span := getattr(frame, part))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "XPA – Gao (Mali) – Soldiers entered the town.\nab/cd/XPA",
            {"agency": "XPA", "place": "Gao", "country": "Mali", "byline": "ab/cd/XPA", "signed": "XPA"},
        ),
        (
            "EL FASHER, May 3, 2024 (Desert News) - Shelling hit the market.",
            {"place": "EL FASHER", "date": "May 3, 2024", "agency": "Desert News"},
        ),
        (
            "LIMA, 3 FEB 88 (AGENCIA SUR) -- [TEXT] A BOMB EXPLODED IN THE CENTRE OF THE CITY.",
            {"place": "LIMA", "date": "3 FEB 88", "agency": "AGENCIA SUR"},
        ),
        (
            "CORRECTION – Desert News – The earlier report was wrong.",
            {"marker": "CORRECTION", "agency": "Desert News"},
        ),
        (
            "CORRECTION\nDESERT NEWS – Gao (Mali) – Our report of Monday was wrong.",
            {"marker": "CORRECTION", "agency": "DESERT NEWS", "place": "Gao", "country": "Mali"},
        ),
        (
            "DESERT POST – Tuesday, 14 May 2024 – The rebels denied it.",
            {"agency": "DESERT POST", "date": "Tuesday, 14 May 2024", "place": None},
        ),
        (
            "(Abuja, 9 March 2021) – Soldiers burned two villages, the group said.",
            {"place": "Abuja", "date": "9 March 2021", "agency": None},
        ),
        ("(Goma, Congo, March 3, 2024) -- Rebels shelled it.", {"country": "Congo", "date": "March 3, 2024"}),
        ("(Port-au-Prince) – Gangs burned a school.", {"place": "Port-au-Prince", "agency": None}),
        ("(AP) — Gangs burned a school.", {"agency": "AP", "place": None}),
        ("(Two men) – and a boy – were shot.", {}),
        ("CORRECTION: An earlier version named the wrong town.", {"marker": "CORRECTION"}),
        ("Tue 7 May 2019 Army says it holds the bridge. Troops …", {"date": "Tue 7 May 2019"}),
        ("Published July 4 2018 Rebels left the town.", {"date": "July 4 2018"}),
        ("Date of publication 4 July 2018 Rebels left the town.", {"date": "4 July 2018"}),
        ("Two killed in raid AFP Sunday 5 May 2019 Two people died.", {"agency": "AFP", "date": "Sunday 5 May 2019"}),
        ("The army – or what is left of it – held the bridge.", {}),
        ("On 4 May 2019 rebels left.", {}),
        ("They shelled the camp and/or the school", {}),
    ],
)
def test_agency_lines_are_taken_apart(text: str, expected: dict[str, str | None]) -> None:
    found = quoted(find_frame(Report.of(text)))
    assert {part: found.get(part) for part in expected} == expected
    if not expected:
        assert found == {}


def test_a_correction_is_a_correction_and_its_new_version_gives_the_place() -> None:
    text = "CORRECTION – Desert News – That was wrong.\nKOSTI, May 4, 2024 (Desert News) - Troops left Kosti."
    frame = find_frame(Report.of(text))
    assert frame.kind == "correction"
    assert [slug.quote for slug in frame.slugs] == [
        "CORRECTION – Desert News – ",
        "KOSTI, May 4, 2024 (Desert News) - ",
    ]
    assert frame.place is not None
    assert frame.place.quote == "KOSTI"


def test_a_press_release_has_a_head() -> None:
    text = "Two Held in Raid\nJoint Force Command - Somewhere\nFor Immediate Release\n\nTroops held two men."
    frame = find_frame(Report.of(text))
    assert frame.kind == "press_release"
    assert quoted(frame) == {"headline": "Two Held in Raid", "agency": "Joint Force Command"}


def test_wrapped_lines_are_one_paragraph_and_hard_ends_are_not() -> None:
    wrapped = "A" * 60 + " and\nthe rest of the line goes on here for a while, so it was wrapped.\nNext.\n\nLast"
    report = Report.of(wrapped)
    assert len(list(body_stretches(report, Frame()))) == 3


@given(st.text(max_size=300))
def test_stretches_cover_any_text(text: str) -> None:
    report = Report.of(text)
    stretches = list(body_stretches(report, find_frame(report)))
    assert "".join(text[start:end] for start, end, _ in stretches) == text
    assert len(legible(text)) == len(text)


def test_capitals_are_lowered_for_the_model_only() -> None:
    text = "THE ARMY ATTACKED THE TOWN ON MONDAY.\nGUERRILLAS LEFT IN MAY OR JUNE. I SAW IT."
    assert legible(text) == "The army attacked the town on Monday. Guerrillas left in may or June. I saw it."
    assert legible("The Army left.") == "The Army left."


@pytest.mark.parametrize(
    ("head", "day", "country"),
    [
        ("KHARKIV, Wednesday, 15 May 2024 (Desk Agency) - ", "Wednesday, 15 May 2024", None),
        ("KHARKIV, Wed, 15 May 2024 (Desk Agency) - ", "Wed, 15 May 2024", None),
        ("MAWLAMYINE, Mon State, 15 May 2024 (Desk Agency) - ", "15 May 2024", "Mon State"),
    ],
)
def test_a_weekday_behind_a_town_is_no_country(head: str, day: str, country: str | None) -> None:
    frame = find_frame(Report.of(head + "A missile hit the town."))
    assert frame.date is not None
    assert frame.date.quote == day
    assert (frame.country.quote if frame.country else None) == country


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rebels on 10 and 11 May killed seven.", "Rebels on 10 and 11 Jul killed seven."),
        ("On May 9 soldiers left.", "On Jul 9 soldiers left."),
        ("May the 5 May wait? They may.", "May the 5 Jul wait? They may."),
    ],
)
def test_the_month_of_may_is_read_as_a_month(text: str, read: str) -> None:
    assert legible(text) == read


def test_a_press_release_in_which_somebody_said_something_is_no_head() -> None:
    """The sentences before it stay content."""
    text = "Two hurt in Tyre\n\nOfficials said a drone had hit the town.\n\nThe ministry said in a press release that two men were hurt."
    frame = find_frame(Report.of(text))
    assert frame.kind != "press_release"
    assert not frame.headers


def test_a_country_before_the_colon_of_a_headline_is_no_dateline_where_one_stands_below() -> None:
    text = "PHILIPPINES: Troops clash with rebels in Basilan\n\nCOTABATO CITY -- Seven rebels died on Monday."
    frame = find_frame(Report.of(text))
    assert frame.place is not None
    assert frame.place.quote == "COTABATO CITY"

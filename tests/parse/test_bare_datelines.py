"""Datelines without a dash, or behind a byline that lost its line."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.bare_datelines import bare_dateline
from dateline.parse.frame import find_frame


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("BAMAKO, Mali May 13 ", {"place": "BAMAKO", "country": "Mali", "date": "May 13"}),
        ("Goma, 17 Nov ", {"place": "Goma", "date": "17 Nov"}),
        ("BANGUI, Central African Republic (Reuters) ", {"place": "BANGUI", "country": "Central African Republic", "agency": "Reuters"}),
        ("Juba (AFP) ", {"place": "Juba", "agency": "AFP"}),
        ("(AP) ", {"agency": "AP"}),
        ("Niamey, Niger – ", {"place": "Niamey", "country": "Niger"}),
        ("By Ann Lee and Jo Ndiaye DAKAR, Senegal (Reuters) - ", {"place": "DAKAR", "country": "Senegal", "agency": "Reuters"}),
        ("Enugu, 12 May 2021 (NAN) ", {"place": "Enugu", "date": "12 May 2021", "agency": "NAN"}),
    ],
)  # fmt: skip
def test_the_parts_of_a_bare_dateline(head: str, parts: dict[str, str]) -> None:
    frame = find_frame(Report.of(f"Nine die in raid\n\n{head}Gunmen killed nine shepherds on Sunday.\n"))
    assert [slug.quote for slug in frame.slugs] == [head]
    found = {name: span.quote for name in ("place", "country", "date", "agency") if (span := getattr(frame, name))}
    assert found == parts


@pytest.mark.parametrize(
    "text",
    [
        "General Musa (AP) said it was over.",
        "In Gao, 3 May The raid began.",
        "On Tuesday, May 3 Rebels took Gao.",
        "(IDP) Camps were shelled on Sunday.",
        "Raiders, Herders – Governor",
        "Gao, a town of herders, fell.",
    ],
)
def test_a_sentence_or_a_headline_is_no_dateline(text: str) -> None:
    assert bare_dateline(text, 0) is None


def test_a_line_of_names_takes_no_time() -> None:
    assert bare_dateline("By " + "Ann Lee " * 5_000, 0) is None


def test_a_stamp_may_name_the_half_of_the_day_and_the_zone() -> None:
    frame = find_frame(
        Report.of("Nine die in raid\n\nUpdated: 3 May 2024, 10:12 AM WAT\n\nGunmen killed nine shepherds.\n")
    )
    assert frame.date is not None
    assert frame.date.quote == "3 May 2024"

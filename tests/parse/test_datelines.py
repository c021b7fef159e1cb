"""Heads in any order, headings of numbered reports, and where a post that was passed on ends."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.parse.datelines import dateline_at
from dateline.parse.frame import find_frame
from dateline.pipeline import Engine, run

BODY = "Gunmen killed two guards in Gao on Sunday, police said."
HEADS = [
    ("SAHEL POST – Bamako (Mali) – 6 May 2024 – ", "SAHEL POST", "Bamako", "Mali"),
    ("Sahel Post, Bamako, 6 May 2024. ", "Sahel Post", "Bamako", None),
    ("Bamako, 6 May 2024 - Sahel Post - ", "Sahel Post", "Bamako", None),
    ("6 May 2024 | Sahel Post | Bamako | ", "Sahel Post", "Bamako", None),
    ("BAMAKO, Monday 6 May 2024 (Sahel Post): ", "Sahel Post", "BAMAKO", None),
    ("Sahel Post / Bamako / Monday, May 6, 2024 — ", "Sahel Post", "Bamako", None),
    ("DESERT WIRE — BAMAKO, Mali — May 6, 2024: ", "DESERT WIRE", "BAMAKO", "Mali"),
    ("Desert Wire, 6 May 2024, Bamako: ", "Desert Wire", "Bamako", None),
    ("DESERT WIRE | MALI | 2024-05-06. ", "DESERT WIRE", "MALI", None),
    ("The Caravan – Bamako – Mon, 6 May 2024 – ", "The Caravan", "Bamako", None),
    ("Bamako, 6 May 2024. ", None, "Bamako", None),
    ("By Awa Keita, Sahel Post, Bamako, 6 May 2024 – ", "Sahel Post", "Bamako", None),
    ("Bamako, 6 May 2024 - AFP - ", "AFP", "Bamako", None),
]
NO_HEADS = [
    "Bamako has been calm since 6 May 2024. Gunmen had killed two guards.",
    "Rebels, who on 6 May 2024 took Gao, left it again. They said so.",
    "Gunmen Kill Two Guards, 6 May 2024\nThe guards stood at a gate.",
    "Gao, 6 May 2024: Gunmen killed two.\nKidal, 7 May 2024: Rebels shot a guard.",
    "6 May 2024, Gao: Gunmen killed two guards.",
]


@pytest.mark.parametrize(("head", "agency", "place", "country"), HEADS)
def test_parts_of_a_head(head: str, agency: str | None, place: str, country: str | None) -> None:
    """The outlet, the town and the day of a head are told apart in any order; the words behind are the text."""
    frame = find_frame(Report.of(head + BODY, name="t"))
    quoted = [part.quote if part else None for part in (frame.agency, frame.place, frame.country)]
    assert quoted == [agency, place, country]
    assert [slug.quote.strip() for slug in frame.slugs] == [head.strip()]
    assert frame.date is not None


@pytest.mark.parametrize("text", NO_HEADS)
def test_sentences_lists_and_titles_are_no_heads(text: str) -> None:
    """A day in a sentence, the items of a list and a title without any outlet make no head."""
    assert find_frame(Report.of(text, name="t")).slugs == ()


@pytest.mark.parametrize("head", [head for head, *_ in HEADS])
def test_sunday_is_the_one_before_the_day_of_the_head(engine: Engine, head: str) -> None:
    """The day of the head is stated; a weekday in the text is the last one before it."""
    record = run(Report.of(head + BODY, name="t"), engine=engine)
    publication = record.case.resolution.publication
    assert publication.stated
    assert publication.range.first_day == date(2024, 5, 6)
    assert {event.time.first_day for event in record.case.events if event.time} == {date(2024, 5, 5)}
    assert record.claims[0].spans[0].quote.startswith("Gunmen")


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("HILLSIDE RELIEF DESK\nFLASH UPDATE NO. 3\n6 May 2024\n\n", "HILLSIDE RELIEF DESK"),
        ("Situation report no. 7 – Gao – 6 May 2024\n\n", None),
        ("Weekly Security Bulletin #12\nBamako, 6 May 2024\n\n", None),
        ("DRYLAND MONITORING MISSION\nSITREP 14 (as of 6 May 2024)\n\n", "DRYLAND MONITORING MISSION"),
        ("Flash Update 2: ", None),
        ("UN Mission in the Drylands\nWeekly update no. 12\n6 May 2024\n\n", "UN Mission in the Drylands"),
    ],
)
def test_headings_of_numbered_reports_claim_nothing(engine: Engine, head: str, agency: str | None) -> None:
    """The line that numbers a report is no claim; the desk above it is who publishes."""
    record = run(Report.of(head + BODY, name="t"), engine=engine)
    assert [claim.act for claim in record.claims] == ["kill"]
    found = record.case.parse.frame.agency
    assert (found.quote if found else None) == agency


def test_a_post_passed_on_ends_with_the_next_number(engine: Engine) -> None:
    """The posts behind one that was passed on are the author's own again."""
    text = (
        "4/ Rebels attacked a base in Gao.\n5/ RT @sahelwatch: Gunmen killed three soldiers near Ansongo.\n"
        "6/ The army shelled Menaka.\n7/ Two civilians were killed in Kidal."
    )
    record = run(Report.of(text, name="t"), engine=engine)
    assert [len(claim.voices) for claim in record.claims] == [1, 2, 1, 1]


def test_long_lines_of_names_are_read_in_time_that_grows_with_them() -> None:
    """A line made of nothing but names and dashes is given up after a few parts."""
    assert dateline_at(Report.of("Gao – " * 20_000, name="t"), 0) is None


@pytest.mark.parametrize(
    "line",
    [
        "as of 6 May 2024",
        "As of 6 May 2024 (18:00)",
        "(as of 6 May 2024)",
        "Situation as of 6 May 2024, 18:00 UTC",
        "**Last updated: 6 May 2024 at 08:10 local time**",
        "Issued on Monday, 6 May 2024",
    ],
)
def test_a_line_near_the_top_may_give_the_day_of_all(line: str) -> None:
    frame = find_frame(Report.of(f"Sahel Desk\nSituation Report No. 12\n{line}\n\nRebels left Gao on 3 May."))
    assert frame.date is not None
    assert "6 May 2024" in frame.date.quote
    assert line in [header.quote for header in frame.headers]


@pytest.mark.parametrize(
    "line",
    ["As of 6 May 2024 rebels held Gao.", "As of May, rebels held Gao", "Issued on 6 May", "Rebels: as of 6 May 2024"],
)
def test_a_sentence_about_a_day_gives_no_day_of_publication(line: str) -> None:
    assert find_frame(Report.of(f"Notes\n{line}\n\nRebels left Gao.")).date is None

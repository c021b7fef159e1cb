"""Exports of chats."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse.chats import find_chats
from dateline.pipeline import Engine, run

DASHED = """3/9/23, 7:02 AM - Messages to this group are encrypted.
3/9/23, 7:05 AM - Desk Bria: Raiders burned the mill at Ndassima.
Nobody was hurt, the priest says.
3/9/23, 7:09 AM - +236 00 00 00: <Media omitted>
3/9/23, 7:11 AM - +236 00 00 00: They took two boys.
3/9/23, 7:12 AM - Desk Bria added Kossi
3/9/23, 7:40 AM - Kossi (driver): Which road is open?
"""
BRACKETED = """[14.02.2024, 18:01:07] Jo: Shells fell on the port.
[14.02.2024, 18:03:40] Mira K.: image omitted
[14.02.2024, 18:04:12] Mira K.: Two dead: a sailor and a guard.
[14.02.2024, 18:09:55] Jo: Thanks
"""


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (one.source.quote if one.source else None, one.setting[0].quote, one.contents[0].quote)
        for one in find_chats(Report.of(text)).passages
    ]


def test_every_message_is_told_by_its_sender_at_its_time() -> None:
    assert told(DASHED) == [
        ("Desk Bria", "3/9/23, 7:05 AM", "Raiders burned the mill at Ndassima.\nNobody was hurt, the priest says."),
        (None, "3/9/23, 7:11 AM", "They took two boys."),
        ("Kossi (driver)", "3/9/23, 7:40 AM", "Which road is open?"),
    ]
    assert [(who, what) for who, _, what in told(BRACKETED)] == [
        ("Jo", "Shells fell on the port."),
        ("Mira K.", "Two dead: a sailor and a guard."),
        ("Jo", "Thanks"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "3/9/23, 7:02 AM - Desk: All quiet.\n\nThe army said on Monday: we hold Bria.",
        "On 3/9/23, 7:02 AM - Desk: All quiet.\nOn 3/9/23, 7:03 AM - Desk: Shots.\nOn 3/9/23, 7:04 AM - Desk: Calm.\n",
        "3/9/23 - Bria: shots fired.\n4/9/23 - Bria: calm.\n5/9/23 - Bria: a patrol came.\n",
    ],
)
def test_single_lines_prose_and_lists_of_days_are_no_chat(text: str) -> None:
    assert told(text) == []


def test_the_sender_is_the_voice_and_the_program_has_none(engine: Engine) -> None:
    record = run(Report.of(DASHED), engine=engine)
    burned = next(claim for claim in record.claims if claim.act == "burn")
    assert record.case.actors[burned.believer].name == "Desk Bria"
    assert not any("encrypted" in span.quote or "added" in span.quote for one in record.claims for span in one.spans)


@given(st.lists(st.sampled_from([*DASHED.splitlines(), *BRACKETED.splitlines(), "", "x: y"]), max_size=12))
def test_walls_and_words_never_overlap(lines: list[str]) -> None:
    found = find_chats(Report.of("\n".join(lines)))
    spans = sorted((*found.walls, *(span for one in found.passages for span in one.contents)))
    assert all(a.end <= b.start for a, b in pairwise(spans))

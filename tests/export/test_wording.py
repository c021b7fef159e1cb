"""What people read: positions, ranges, chains of voices, and words made safe to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.export.position import Lines
from dateline.export.view import view
from dateline.export.visible import one_line, visible
from dateline.export.wording import according_to, quoted, voice_name, when
from dateline.model.derived import Unknown
from dateline.model.record import Voice
from dateline.model.time import TimeRange
from tests.export.samples import ARMY, TEXT, sample

FIRST, LAST = date(2024, 5, 6), date(2024, 5, 8)


@pytest.mark.parametrize(
    ("offset", "position"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (6, (3, 1))]
)  # fmt: skip
def test_positions_count_code_points_from_one(offset: int, position: tuple[int, int]) -> None:
    assert Lines.of("🚒a\n🚑b\n!").position(offset) == position


@pytest.mark.parametrize(
    ("valid", "words"),
    [
        (None, "time not stated"),
        (TimeRange.days(None, None), "time not stated"),
        (TimeRange.day(FIRST), "2024-05-06"),
        (TimeRange.days(FIRST, LAST), "2024-05-06 to 2024-05-08"),
        (TimeRange.days(FIRST, None), "from 2024-05-06"),
        (TimeRange.days(None, LAST), "until 2024-05-08"),
    ],
)  # fmt: skip
def test_open_ends_stay_open(valid: TimeRange | None, words: str) -> None:
    assert when(valid) == words


def test_a_chain_is_told_from_the_inside_out() -> None:
    record = sample()
    chains = [according_to(record.case, claim.voices) for claim in record.claims]
    assert chains == [
        "According to the army [Land Army] (via Vesna Wire)",
        "According to Vesna Wire",
        "According to rebels (via Vesna Wire)",
    ]


def test_a_voice_that_the_text_names_by_a_pronoun_is_told_by_its_name() -> None:
    record = sample(TEXT + " It never left the town.")
    case = record.case
    start = case.report.text.index("It never")
    voice = Voice(holder=ARMY.id, mode="indirect", source=case.report.span(start, start + 2))
    assert voice_name(case, voice) == "Land Army"


def test_words_that_steer_terminals_become_visible() -> None:
    assert visible("a\x1b[2Jb\x00\x9b\n") == "a␛[2Jb␀\ufffd\n"
    assert one_line("one\n two\u202eowt") == "one two⟨U+202E⟩owt"


def test_spans_that_are_apart_are_quoted_apart() -> None:
    report = sample().report
    assert quoted([report.span(0, 5), report.span(6, 10)]) == "“Vesna […] Wire”"
    assert quoted([]) == ""


def test_a_view_keeps_the_text_order_and_the_arithmetic() -> None:
    shown = view(sample())
    assert [(f.line, f.column, f.code) for f in shown.findings] == [(1, 57, "W101"), (0, 0, "M301")]
    assert shown.findings[0].arithmetic == "date 2023-05-06, actual weekday Saturday"
    assert [row.believer for row in shown.holds] == ["Land Army", "rebels"]
    assert shown.claims[0].details == (
        "who: 4th Brigade [Land Army]",
        "where: Orlovac",
        "when: Monday, 6 May [2024-05-06]",
    )


def test_what_is_unknown_of_an_event_is_asked_as_a_reader_asks() -> None:
    record = sample()
    unknowns = [
        Unknown(id=f"U{i}", what=what, status="not_stated")
        for i, what in enumerate(("day, place, agent: Fall", "day: Rise", "date", "whether: it is so"))
    ]
    rows = view(replace(record, unknowns=tuple(unknowns))).unknowns
    assert [row.what for row in rows] == [
        "Fall: on which day, where, and who did it", "Rise: on which day", "date", "whether: it is so",
    ]  # fmt: skip
    assert {row.kind for row in rows} == {"not stated"}


def test_how_voices_stand_to_each_other_is_told_for_a_day() -> None:
    record = sample()
    (merge,) = record.merges
    dated = view(replace(record, merges=(replace(merge, at="2024-05-06"), replace(merge, at=None))))
    first, second = dated.merges
    assert " on 2024-05-06: " in first
    assert " on " not in second.partition(":")[0]

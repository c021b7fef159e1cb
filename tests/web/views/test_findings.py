"""A finding across reports says what was found, and leaves the saying to the voices."""

from __future__ import annotations

import pytest

from dateline.desk import FindingLine
from dateline.web.views.findings import finding_row
from tests.web.views.test_matrix import BASE

PUBLISHERS = {"r1": "Lake Wire"}


def line(kind: str, message: str, *, place: str | None = None) -> FindingLine:
    return FindingLine(
        id="f1", code="C101", type=kind, severity="error", message=message, report="r1", file="", line=0, column=0,
        reports=("r1", "gone"), claims=("c1",), place=place, event=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "head"),
    [
        (line("control_conflict", "A: held(B); C: held(D)", place="Sake"), "These voices contradict each other on who holds Sake"),
        (line("count_conflict", "act:hill-fighters killed: A says “4”, B “40”"),
         "The figures of these voices do not agree: hill fighters killed"),
        (line("denial", "the rebels denies what the army says"), "One voice denies what others say"),
        (line("one_origin", "both rest on act:hill-fighters"), "both rest on hill fighters"),
    ],
)  # fmt: skip
def test_the_head_speaks_for_nobody_and_shows_no_id(found: FindingLine, head: str) -> None:
    row = finding_row(found, claim=lambda _: BASE, publishers=PUBLISHERS)
    assert row.head == head
    assert row.reports == (("r1", "Lake Wire"),)
    assert len(row.told) == 1


def test_without_words_to_show_it_says_itself_what_was_found() -> None:
    row = finding_row(line("denial", "the rebels deny what the army says"), claim=lambda _: None, publishers={})
    assert row.head == "the rebels deny what the army says"

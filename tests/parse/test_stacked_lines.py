"""Tables of which every cell stands on a line of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse.frame import find_frame
from dateline.parse.stacked_lines import find_stacked_blocks

LIST = """Incidents of the week

Date
Town
Event
Killed
Source

2 May 2024
Mopti
Gunmen fired on a ferry.
3
Boatmen

4 May 2024
Douentza
A mine went off under a cart
on the road to Boni.
-
Residents

Date
Town
Event
Killed
Source
6 May 2024
Bandiagara
Villagers drove off raiders.
0
The mayor
Compiled by the desk.
"""


def cells(text: str) -> list[list[list[str]]]:
    return [[[text[a:b] for a, b in row.cells] for row in block.rows] for block in find_stacked_blocks(text)]


def test_every_day_opens_a_row_and_headings_come_once() -> None:
    assert cells(LIST) == [
        [
            ["Date", "Town", "Event", "Killed", "Source"],
            ["2 May 2024", "Mopti", "Gunmen fired on a ferry.", "3", "Boatmen"],
            ["4 May 2024", "Douentza", "A mine went off under a cart\non the road to Boni.", "-", "Residents"],
            ["6 May 2024", "Bandiagara", "Villagers drove off raiders.", "0", "The mayor"],
        ]
    ]


def test_a_row_is_told_of_its_day_its_town_and_its_source() -> None:
    frame = find_frame(Report.of(LIST))
    rows = [
        ([span.quote for span in one.setting], one.source and one.source.quote, [t.number.quote for t in one.tallies])
        for one in frame.passages
        if not one.section
    ]
    assert rows == [
        (["2 May 2024", "Mopti"], "Boatmen", ["3"]),
        (["4 May 2024", "Douentza"], "Residents", []),
        (["6 May 2024", "Bandiagara"], "The mayor", ["0"]),
    ]


def test_the_day_need_not_be_the_first_column() -> None:
    text = "No\nDate\nDistrict\nIncident\n1\n03/05/2024\nBulo\nShells fell on a mill.\n2\n05/05/2024\nHagar\nA patrol was hit.\n"
    assert [row[2:] for row in cells(text)[0][1:]] == [
        ["Bulo", "Shells fell on a mill."],
        ["Hagar", "A patrol was hit."],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date\n4 May 2024\nThe army entered the town.\n",
        "When\nWill the siege of the old town end\nNobody in the market knows\nIt has lasted for months\n4 May 2024\n",
        "Day\nNight\nBoth were quiet in the town\nSo the mayor said\nOn 4 May 2024 shells fell.\n",
        "The date\nof the attack was 4 May 2024\nin the town of Mopti\n",
    ],
)
def test_lines_that_only_look_like_a_table_are_none(text: str) -> None:
    assert cells(text) == []


@given(
    st.lists(
        st.sampled_from(["Date", "Town", "Event", "Killed", "4 May 2024", "x y", "3", "", "Date:", "No"]), max_size=40
    )
)
def test_rows_keep_their_order_and_never_share_a_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    for block in find_stacked_blocks(text):
        spans = [cell for row in block.rows for cell in row.cells]
        assert spans == sorted(spans)
        assert len(set(spans)) == len(spans)

"""Who says what of which field, and where voices part."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.shared import ExportActor, ExportClaim, ExportPlace, ExportReport
from dateline.model.time import TimeRange
from dateline.web.views.coding import shared_sentence
from dateline.web.views.matrix import matrix

WIRE = ExportActor(id="src:wire", name="Example Wire", kind="media")
ARMY = ExportActor(id="act:army", name="the army", kind="state_force")
REBELS = ExportActor(id="act:rebels", name="the rebels", kind="rebel")
TOWN = ExportActor(id="anon:resident", name="resident", kind="anonymous_source")
REPORT = ExportReport(
    id="r1", publisher="Example Wire", url=None, title=None, sha256="0" * 64, language="en", published=TimeRange.day(date(2024, 2, 9))
)  # fmt: skip
BASE = ExportClaim(
    id="c1", event="e1", report=REPORT, act="capture", kind="event", predicate="capture", modality="attributed",
    polarity="positive", voices=(WIRE, ARMY), modes=("narrator", "indirect"), passages=(),
    days=TimeRange.day(date(2024, 2, 8)), place=None, roles={"agent": ("the army",)}, counts=(),
    recorded=datetime(2024, 3, 1, tzinfo=UTC),
)  # fmt: skip


def verdicts(*claims: ExportClaim) -> dict[str, str]:
    return {row.field: row.verdict for row in matrix(claims).rows}


def test_one_voice_differs_from_nobody() -> None:
    assert set(verdicts(BASE).values()) == {"alone", "silent"}


def test_what_one_denies_and_the_other_says_differs() -> None:
    denial = replace(BASE, id="c2", voices=(WIRE, REBELS), modality="denied")
    made = matrix([BASE, denial])
    assert made.differing == ("What", "How it is said")
    assert [column.against for column in made.columns] == [False, True]


def test_days_that_overlap_contradict_nobody() -> None:
    night = TimeRange.days(date(2024, 2, 8), date(2024, 2, 9), "night")
    later = TimeRange.day(date(2024, 2, 12))
    assert verdicts(BASE, replace(BASE, id="c2", voices=(WIRE, TOWN), days=night))["When"] == "same"
    assert verdicts(BASE, replace(BASE, id="c2", voices=(WIRE, TOWN), days=later))["When"] == "differs"


def test_the_odd_one_out_is_marked_and_the_others_are_not() -> None:
    others = [
        replace(BASE, id=f"c{n}", voices=(WIRE, voice), act=act)
        for n, voice, act in ((2, TOWN, "capture"), (3, REBELS, "withdraw"))
    ]
    cells = matrix([BASE, *others]).rows[0].cells
    assert sorted(cell.mark for cell in cells) == ["differs", "same", "same"]
    assert next(cell for cell in cells if cell.mark == "differs").values == ("withdrawal",)


def test_what_nobody_says_is_not_stated() -> None:
    assert verdicts(BASE)["Where"] == "silent"


@given(order=st.permutations([(2, "capture"), (3, "withdraw"), (4, "enter"), (5, "capture")]))
def test_the_order_of_the_claims_changes_nothing(order: list[tuple[int, str]]) -> None:
    voices = {2: ARMY, 3: REBELS, 4: TOWN, 5: WIRE}
    claims = [
        replace(BASE, id=f"c{n}", voices=(WIRE, voices[n]), act=act, report=replace(REPORT, id=f"r{n}"))
        for n, act in order
    ]
    made = matrix(claims)
    assert [column.report for column in made.columns] == ["r2", "r3", "r4", "r5"]
    assert [cell.mark for cell in made.rows[0].cells] == ["differs", "differs", "differs", "differs"]


def test_what_is_coded_reads_as_a_sentence_after_its_voice() -> None:
    somewhere = ExportPlace(id="adm1:XX:hills", name="Hills", kind="ADM1", coarsened=True)
    assert shared_sentence(BASE) == "the army captured, on 2024-02-08"
    fought = replace(BASE, act="clash", place=replace(somewhere, coarsened=False, name="Sake"), days=None)
    assert shared_sentence(fought) == "the army fought in Sake, on a day not stated"
    assert (
        shared_sentence(replace(fought, place=somewhere)) == "the army fought somewhere in Hills, on a day not stated"
    )

"""The view by one's own grades: the best-graded word, by its printed rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from dateline.derive.across import VIEWS, Dossier, control_across, pick
from dateline.model.ledger import Judgement
from tests.derive.across.cases import control, holdings
from tests.derive.across.test_control import REPORTS

ROWS = [control("k1"), control("k2", report="r2", believer="act:monitor", actors=("act:front",))]


def graded(subject: str, grade: str, minute: int = 0) -> Judgement:
    return Judgement(
        id=f"j{subject}{grade}{minute}", subject=subject, verdict="none", by="ada", reason="r", action="grade",
        at=datetime(2024, 5, 9, tzinfo=UTC) + timedelta(minutes=minute), value=MappingProxyType({"grade": grade}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("grades", "holder", "why"),
    [
        ([], (), "no word on it is graded"),
        ([("act:monitor", "B")], ("act:front",), "graded B6"),
        ([("act:monitor", "C"), ("r1", "B3")], ("act:army",), "graded B3"),
        ([("act:monitor", "B"), ("r1", "B")], (), "different holders"),
        ([("act:monitor", "B"), ("r1", "B2")], ("act:army",), "graded B2"),
        ([("act:monitor", "E"), ("r1", "F6")], (), "no word on it is graded"),
        ([("act:monitor", "A"), ("act:monitor", "")], (), "no word on it is graded"),
    ],
)
def test_the_best_graded_word_names_the_holder(
    grades: list[tuple[str, str]], holder: tuple[str, ...], why: str
) -> None:
    made = [graded(subject, grade, n) for n, (subject, grade) in enumerate(grades)]
    dossier = Dossier(holdings=holdings(REPORTS, control=ROWS, judgements=made))
    (row,) = control_across(dossier.holdings)
    found = pick(dossier, row, view=VIEWS["own_grades"])
    assert found.holder == holder
    assert why in found.why

"""No place is held by words of war that tell of something else."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

WAR = "BENI, May 3, 2017 (AP) - Rebels shelled the army base near Oicha on Tuesday, killing three soldiers.\n\n"


@pytest.mark.parametrize(
    "text", ["A tiger that had roamed Beni for weeks was captured on Tuesday.", "The song captured the mood in Beni."]
)
def test_nobody_holds_a_town_where_a_beast_was_caught(engine: Engine, text: str) -> None:
    assert not run(Report.of(WAR + text), engine=engine).case.control


def test_whoever_takes_a_town_does(engine: Engine) -> None:
    assert run(Report.of(WAR + "Rebels captured Beni on Tuesday."), engine=engine).case.control

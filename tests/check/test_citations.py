"""Legal texts that a voice leans on are told of; that one is cited is no finding."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.pipeline import Engine, run


def found(text: str, engine: Engine) -> list[str]:
    report = Report.of(text, published=TimeRange.day(date(2024, 3, 5)))
    return [finding.explanation for finding in run(report, engine=engine).findings if finding.type == "reference_check"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops entered Gao in accordance with UN Resolution 2100 (2013), the army said.",
        "The raid was a breach of Security Council Resolution 2100, the mission said.",
        "The convoy moved under Resolution 2100 (2013), a spokesman said.",
    ],
)
def test_a_resolution_that_somebody_leans_on(engine: Engine, text: str) -> None:
    (told,) = found(text, engine)
    assert told.endswith("its use here is the speaker's, and not checked.")


def test_a_resolution_that_is_only_named_is_no_finding(engine: Engine) -> None:
    assert found("The Council adopted Resolution 2100 (2013) in April. Envoys met in Gao.", engine) == []


def test_years_that_cannot_be(engine: Engine) -> None:
    text = "The Council adopted Resolution 2100 (2013). Envoys recalled Resolution 2100 (2012)."
    assert found(text, engine) == ["Resolution 2100 is cited as of 2013 and of 2012."]
    assert found("Envoys recalled UN Resolution 2100 (2031).", engine) == ["Resolution 2100 cannot be of 2031."]

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.pipeline import Engine, run
from dateline.reference.calendar import weekend_begins


@pytest.mark.parametrize(
    ("town", "first", "last"),
    [("Kano in Nigeria", "2024-05-04", "2024-05-05"), ("Aleppo in Syria", "2024-05-03", "2024-05-04")],
)
def test_a_weekend_is_that_of_the_country(engine: Engine, town: str, first: str, last: str) -> None:
    text = f"Shells hit {town} last weekend, residents said."
    record = run(Report.of(text, published=TimeRange.day(date(2024, 5, 8))), engine=engine)
    times = [record.case.resolution.time(m.id) for m in record.case.resolution.mentions if m.kind == "time"]
    assert [(str(t.range.first_day), str(t.range.last_day)) for t in times if t] == [(first, last)]


def test_nothing_known_is_saturday() -> None:
    assert weekend_begins(None) == weekend_begins("FR") == 5
    assert weekend_begins("IR") == 3

"""When a report was published: never before what it tells as past."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def test_a_head_without_a_year_is_not_older_than_the_last_year_told_as_past(engine: Engine) -> None:
    text = (
        "SANAA, Dec. 4 (Gulf Relay) - Rebels shelled the port on Thursday. They seized the capital in 2014."
        " They have attacked dozens of ships since November 2023."
    )
    best = run(Report.of(text), engine=engine).case.resolution.publication.best
    assert best is not None
    assert best.first_day is not None
    assert best.first_day.year == 2023


def test_a_dateline_may_name_two_towns(engine: Engine) -> None:
    text = "Port Sudan/Paris, 18 August – At least 14 patients were killed on Sunday, the charity said."
    frame = run(Report.of(text), engine=engine).case.parse.frame
    assert frame.date is not None
    assert (frame.date.quote, frame.place and frame.place.quote) == ("18 August", "Port Sudan")


def test_a_town_and_a_day_alone_on_a_line_head_the_report(engine: Engine) -> None:
    text = "FRONTIER MONITOR\nKramatorsk, 12 March 2024\n\nShells fell in the town on Monday.\n"
    publication = run(Report.of(text), engine=engine).case.resolution.publication
    assert publication.stated
    assert str(publication.range.first_day) == "2024-03-12"


@pytest.mark.parametrize(
    "text",
    [
        "GOMA, March 4 (Wire) - M23 rebels took Sake on Monday. The group was formed in 2012.",
        "KABUL, Aug 3 (Wire) - The Taliban, ousted in 2001, attacked a base on Sunday.",
        "Beirut, 12 October: Israeli jets struck Khiam. The town was occupied until 2000.",
        "MAIDUGURI, Nigeria, Sept 2 - Gunmen killed 12 on Tuesday. Since 2009 the conflict has killed thousands.",
        "KYIV, Jan 12 (Wire) - Russian forces shelled Kherson. The invasion began on 24 February 2022.",
        "MOGADISHU, June 9 - Fighters attacked a base on Sunday. In 2011 they left the capital. On Monday they came back.",
    ],
)
def test_year_of_history_is_not_the_year_of_a_head(engine: Engine, text: str) -> None:
    case = run(Report.of(text), engine=engine).case
    values = {m.span.quote: case.resolution.time(m.id) for m in case.resolution.mentions if m.kind == "time"}
    days = [value for quote, value in values.items() if value and "day" in quote.lower() and "20" not in quote]
    assert case.resolution.publication.best is None
    assert all(value.range.first_day is None for value in days)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BAMAKO, 3 December - The army, which took the town on 14 November 2023, left it.", "2023-12-03"),
        ("KYIV, Jan 5 (Wire) - A drone killed two men. A strike on 28 December 2024 had killed four.", "2025-01-05"),
    ],
)
def test_day_told_shortly_before_gives_the_head_its_year(engine: Engine, text: str, day: str) -> None:
    best = run(Report.of(text), engine=engine).case.resolution.publication.best
    assert best is not None
    assert str(best.first_day) == day


def test_the_number_of_a_release_dates_it_to_its_month(engine: Engine) -> None:
    text = (
        "Evening Update\n2012-04-CA-031 For Immediate Release\n\nTroops detained two men in Zabul province last night."
    )
    publication = run(Report.of(text), engine=engine).case.resolution.publication
    assert publication.best is not None
    assert (str(publication.best.first_day), str(publication.best.last_day)) == ("2012-04-01", "2012-04-30")
    assert not publication.stated
    assert [one.kind for one in publication.evidence] == ["release_number"]


def test_numbers_of_two_months_date_nothing(engine: Engine) -> None:
    text = "As releases 2012-04-CA-031 and 2012-05-CA-002 said, troops detained two men in Zabul province."
    assert run(Report.of(text), engine=engine).case.resolution.publication.best is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("WATCH OFFICE\nEvening note. Tuesday, 4 June 2019, 19:30\n\nMortars hit Goris.", "2019-06-04"),
        (
            "ROAD BULLETIN – Tillabéri – 3–9 March 2020\nRelief Desk, Niamey, 11 March\n\nA bridge was blown up on Friday.",
            "2020-03-11",
        ),
        (
            "Today is Tuesday the 5th of March 2019, here is what happened. Gunmen took a man.",
            "2019-03-05",
        ),
    ],
)
def test_days_with_a_clock_behind_a_period_or_said_aloud_date_a_report(engine: Engine, text: str, day: str) -> None:
    best = run(Report.of(text), engine=engine).case.resolution.publication.best
    assert best is not None
    assert str(best.first_day) == day

"""When a report was published: never before what it tells as past."""

from __future__ import annotations

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

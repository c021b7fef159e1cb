"""Time mentions: head, form and priority of the candidates."""

from dateline.mark.times import mark_times
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def marked(text: str, engine: Engine) -> list[tuple[str, str, int]]:
    parsed = parse(Report.of(text), parser=engine.parser)
    found = list(mark_times(parsed, engine.reference))
    return [(text[c.start : c.end], c.form, c.priority) for c in found]


def test_calendar_words_outrank_names_and_vague_words_yield(engine: Engine) -> None:
    found = marked("On Friday the rebels, who had fled in 2012, were back; recently they lost three camps.", engine)
    assert found == [("On Friday", "name", 90), ("in 2012", "name", 75), ("recently", "name", 20)]


def test_what_points_back_is_an_anaphor(engine: Engine) -> None:
    assert ("that day", "anaphor", 85) in marked("The bridge fell that day.", engine)


def test_a_number_that_counts_is_no_year(engine: Engine) -> None:
    assert marked("The camp held 1990 refugees.", engine) == []

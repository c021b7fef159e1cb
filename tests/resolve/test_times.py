"""What time expressions mean, given the report's day and the words before them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.markers import mark
from dateline.mark.times import mark_times
from dateline.model.text import Parse, Report
from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.times import Times, resolve_times, timexes

TUESDAY = date(2014, 5, 13)


def parsed(text: str, engine: Engine, published: date | None = None) -> Parse:
    report = Report.of(text, published=TimeRange.day(published) if published else None)
    return parse(report, parser=engine.parser)


def resolved(text: str, engine: Engine, published: date | None = None) -> tuple[dict[str, TimeValue], Times]:
    words = parsed(text, engine, published)
    mentions = mark(words, reference=engine.reference, markers=(mark_times,))
    times = resolve_times(words, mentions)
    quotes = {m.id: m.span.quote for m in mentions}
    values = {quotes[r.mention]: r.value for r in times.readings if r.rank == 1 and isinstance(r.value, TimeValue)}
    return values, times


@pytest.mark.parametrize(
    ("text", "quote", "interval"),
    [
        ("The army took the town on Sunday.", "on Sunday", "2014-05-11/2014-05-11"),
        ("The army said it on Tuesday.", "on Tuesday", "2014-05-13/2014-05-13"),
        ("Talks will resume on Friday.", "on Friday", "2014-05-16/2014-05-16"),
        ("Shells fell on Sunday night.", "on Sunday night", "2014-05-11/2014-05-12"),
        ("Shells fell overnight.", "overnight", "2014-05-12/2014-05-13"),
        ("The bridge will be closed tonight.", "tonight", "2014-05-13/2014-05-14"),
        ("Two men died yesterday.", "yesterday", "2014-05-12/2014-05-12"),
        ("The town fell in late March.", "in late March", "2014-03-20/2014-03-31"),
        ("The town fell in November.", "in November", "2013-11-01/2013-11-30"),
        ("A vote will be held in November.", "in November", "2014-11-01/2014-11-30"),
        ("It happened last year.", "last year", "2013-01-01/2013-12-31"),
        ("Rebels came on Sunday. Next morning they left.", "Next morning", "2014-05-12/2014-05-12"),
        ("Rebels came on Sunday. They left a few hours later.", "a few hours later", "2014-05-11/2014-05-11"),
        ("Rebels came on Sunday but were out by evening.", "by evening", "2014-05-11/2014-05-11"),
        ("They came before first light on Sunday.", "before first light on Sunday", "2014-05-11/2014-05-11"),
        ("Schools reopen on Friday.", "on Friday", "2014-05-16/2014-05-16"),
        ("The market has changed hands three times in four days.", "in four days", "2014-05-10/2014-05-13"),
        ("They will be there within 72 hours.", "within 72 hours", "2014-05-13/2014-05-16"),
        ("Sundays raid killed nine.", "Sundays", "2014-05-11/2014-05-11"),
        ("Corrected at 09:40: the bridge stands.", "at 09:40", "2014-05-13/2014-05-13"),
        ("The road will open from 6 am to noon on Friday.", "from 6 am to noon on Friday", "2014-05-16/2014-05-16"),
        ("He wants to take Bor by the end of the month.", "by the end of the month", "2014-05-31/2014-05-31"),
        (
            "Since the launch of the offensive on 2 May, 90 have died.",
            "Since the launch of the offensive on 2 May",
            "2014-05-02/2014-05-13",
        ),
        ("They left on Sunday after a three-day battle.", "three-day", "2014-05-09/2014-05-11"),
        ("Troops had been back in Bor by late March.", "by late March", "../2014-03-31"),
        ("Six died in the past 24 hours.", "in the past 24 hours", "2014-05-12/2014-05-13"),
        ("Many fled over the past three days.", "over the past three days", "2014-05-10/2014-05-13"),
        ("They were seen a few days ago.", "a few days ago", "2014-05-06/2014-05-12"),
        ("Raids have grown in recent weeks.", "in recent weeks", "../2014-05-13"),
        ("They fought between May 3 and May 9.", "between May 3 and May 9", "2014-05-03/2014-05-09"),
        ("They fought on the night of 3-4 May.", "on the night of 3-4 May", "2014-05-03/2014-05-04"),
        ("He was killed two weeks ago.", "two weeks ago", "2014-04-28/2014-05-04"),
        ("The siege began in 2012.", "in 2012", "2012-01-01/2012-12-31"),
    ],
)
def test_ranges_against_a_stated_day(text: str, quote: str, interval: str, engine: Engine) -> None:
    values, _ = resolved(text, engine, TUESDAY)
    assert values[quote].range.iso() == interval


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 3 March 1944.", "1944-03-03"),
        ("It lasted three days.", "P3D"),
        ("It lasted several hours.", "PTXH"),
        ("They are now in the town.", "PRESENT_REF"),
        ("It has recently been shelled.", "PAST_REF"),
        ("It fell in the early 1990s.", "199"),
        ("It fell in the summer of 1942.", "1942-SU"),
        ("The second half of 1943 was quiet.", "1943-H2"),
        ("It began at 9 pm.", "2014-05-13T21:00"),
        ("It began this week.", "2014-W20"),
        ("The city was taken in 480 BC.", "BC0480"),
        ("They pray every day.", "P1D"),
        ("The siege took two and a half years.", None),
    ],
)
def test_timex_values(text: str, value: str | None, engine: Engine) -> None:
    words = parsed(text, engine, TUESDAY)
    mentions = mark(words, reference=engine.reference, markers=(mark_times,))
    found = [timex.value for timex in timexes(words, mentions)]
    assert value in found if value else found


def test_a_story_without_a_day_carries_its_year_on(engine: Engine) -> None:
    values, times = resolved(
        "The siege began on 4 May 1984. In July the walls fell, and two days later it ended.", engine
    )
    assert values["In July"].timex_value == "1984-07"
    assert not times.publication.stated


def test_no_year_is_invented(engine: Engine) -> None:
    values, times = resolved("Five men were killed on August 9.", engine)
    assert values["on August 9"].timex_value == "XXXX-08-09"
    assert values["on August 9"].range.iso() == "../.."
    assert times.window is None
    assert times.publication.best is None


def test_a_date_in_digits_with_two_readings_keeps_both(engine: Engine) -> None:
    _, times = resolved("He was shot on 03/04/2011.", engine)
    days = [(r.rank, r.value.range.iso()) for r in times.readings if isinstance(r.value, TimeValue)]
    assert days == [(1, "2011-04-03/2011-04-03"), (2, "2011-03-04/2011-03-04")]


def test_a_number_above_twelve_settles_the_order(engine: Engine) -> None:
    values, times = resolved("He was shot on 03/04/2011 and died on 03/25/2011.", engine)
    assert values["on 03/04/2011"].range.iso() == "2011-03-04/2011-03-04"
    assert all(r.rank == 1 for r in times.readings)


def test_the_weekday_is_checked_and_the_words_win(engine: Engine) -> None:
    values, _ = resolved("The town fell on Monday, May 11, 2014.", engine)
    value = values["on Monday, May 11, 2014"]
    assert (value.weekday, value.weekday_ok) == ("monday", False)
    assert value.range.iso() == "2014-05-11/2014-05-11"


def test_a_weekday_may_choose_the_year(engine: Engine) -> None:
    values, _ = resolved("The festival is on Monday, January 5.", engine, date(2014, 12, 20))
    assert values["on Monday, January 5"].range.iso() == "2015-01-05/2015-01-05"


@pytest.mark.parametrize(
    ("text", "quote", "interval"),
    [
        ("MARUN, 14 May 2014 - Thousands have crossed since 9 May.", "since 9 May", "2014-05-09/2014-05-14"),
        ("MARUN, 14 May 2014 - The road has been closed since Monday.", "since Monday", "2014-05-12/2014-05-14"),
        ("MARUN, 14 May 2014 - The camp has stood there since 2011.", "since 2011", "2011-01-01/2011-12-31"),
    ],
)
def test_what_goes_on_since_a_day_lasts_to_the_day_of_the_news(
    text: str, quote: str, interval: str, engine: Engine
) -> None:
    """A day opens a stretch that ends with the news; a year only says when it was."""
    values, _ = resolved(text, engine)
    assert values[quote].range.iso() == interval


def test_since_that_day_lasts_to_the_end_of_the_news(engine: Engine) -> None:
    text = "The drive began on May 9, 2014. Since that day the army has lost ten men. On May 12, 2014, it stopped."
    values, times = resolved(text, engine)
    assert times.window is not None
    assert times.window.iso() == "2014-05-09/2014-05-12"
    assert values["Since that day"].range.iso() == "2014-05-09/2014-05-12"


def test_the_news_of_an_investigation_are_the_weeks_that_its_lead_names(engine: Engine) -> None:
    text = "Soldiers burned two hamlets in early March, the group said today. On 4 March they shot a farmer."
    _, times = resolved(text, engine, published=date(2014, 4, 29))
    assert times.window is not None
    assert times.window.iso() == "2014-03-01/2014-04-29"


def test_a_report_as_of_a_day_covers_the_days_before_it_back_to_the_first_gap(engine: Engine) -> None:
    text = "Hill Valley: Flash Update No. 2 (as of 13 May 2014)\n\nOn 2 May rebels took Ordo. On 8 May they left."
    _, times = resolved(text, engine)
    assert times.window is not None
    assert times.window.iso() == "2014-05-02/2014-05-13"


def test_a_story_of_this_week_is_not_stretched_by_its_lead(engine: Engine) -> None:
    text = "Soldiers burned two hamlets on Sunday, as they did in early March. On Monday they left."
    _, times = resolved(text, engine, published=TUESDAY)
    assert times.window is not None
    assert times.window.iso() == "2014-05-11/2014-05-13"


def test_an_outlier_does_not_stretch_the_window(engine: Engine) -> None:
    text = "The drive began on May 9, 2014. On May 12, 2014, it stopped. By Monday, February 11, it was near."
    _, times = resolved(text, engine)
    assert times.window is not None
    assert times.window.iso() == "2014-05-09/2014-05-12"


def test_publication_is_bounded_by_the_last_day_told(engine: Engine) -> None:
    _, times = resolved("The drive began on May 9, 2014. It will end on May 30, 2014.", engine)
    assert times.publication.range.iso() == "2014-05-09/.."
    assert [evidence.kind for evidence in times.publication.evidence] == ["terminus_post_quem"]


def test_the_day_that_a_quotation_calls_today_anchors_the_report(engine: Engine) -> None:
    _, times = resolved("“We took it today 25/05/14, as planned,” he said on Sunday.", engine)
    assert times.publication.best is not None
    assert times.publication.best.first_day == date(2014, 5, 25)


PIECES = ("on", "since", "Monday", "March", "31", "30 February", "2014", "'89", "two years", "ago", "the", "99/99/99",
          "9999", "0001-01-01", "days", "last", "century", "noon", ",", "–", "12", "BC", "9000 years ago",
          "the 99th century", "1 January 9998", "next year", "a day earlier", "past", "in the", "hours", "3rd")  # fmt: skip


def test_any_text_gives_ordered_ranges_and_true_spans(engine: Engine) -> None:
    @settings(max_examples=60, deadline=None)
    @given(text=st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
    def holds(text: str) -> None:
        words = parsed(text, engine, TUESDAY)
        mentions = mark(words, reference=engine.reference, markers=(mark_times,))
        times = resolve_times(words, mentions)
        assert all(words.report.text[m.span.start : m.span.end] == m.span.quote for m in mentions)
        for reading in times.readings:
            assert isinstance(reading.value, TimeValue)
            first, last = reading.value.range.first_day, reading.value.range.last_day
            assert first is None or last is None or first <= last

    holds()


def test_a_day_of_repeated_prayers_is_none(engine: Engine) -> None:
    values, _ = resolved("On Fridays people pray.", engine, TUESDAY)
    assert values["On Fridays"].kind == "set"


def test_by_a_day_of_history_it_may_have_come_about_before(engine: Engine) -> None:
    values, _ = resolved("The siege began in May 1941. By 3 August the port was in ruins.", engine)
    span = values["By 3 August"].range
    assert (span.earliest, span.last_day) == (None, date(1941, 8, 3))


def test_a_line_that_ends_with_a_day_heads_what_follows(engine: Engine) -> None:
    text = "Bulletin, Wednesday 5 June 2019\nBefore sunrise on Monday, gunmen came."
    values, _ = resolved(text, engine)
    assert values["Before sunrise on Monday"].range.first_day == date(2019, 6, 3)


def test_the_weekend_of_today_is_not_the_last(engine: Engine) -> None:
    values, _ = resolved("Rebels attacked last weekend.", engine, date(2019, 6, 8))
    assert values["last weekend"].range.first_day == date(2019, 6, 1)


def test_an_entry_of_a_log_stands_on_the_day_of_its_heading(engine: Engine) -> None:
    text = (
        "Live: Tuesday 13 May 2014\n\n16:20 – Tanks left. Families had fled on Sunday.\n\n13:40 – Six men were killed."
    )
    values, _ = resolved(text, engine, TUESDAY)
    assert values["13:40"].timex_value == "2014-05-13T13:40"


def test_a_date_alone_in_its_line_is_the_heading_of_the_entries_below(engine: Engine) -> None:
    text = "Live\n\n13 May 2014\n09:10 – Two shells fell.\n\n12 May 2014\n\n21:15 – A truce began; it ends in June.\n\n20:05 – Six died."
    values, _ = resolved(text, engine, TUESDAY)
    assert [values[clock].timex_value for clock in ("09:10", "21:15", "20:05")] == [
        "2014-05-13T09:10", "2014-05-12T21:15", "2014-05-12T20:05"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("20:10, 3 May 2016: A shell fell.\n21:40: The guns fell silent.", "21:40", "2016-05-03"),
        ("Notes for 3 May 2016:\n\n07:15 A shell fell, as on 1 May.\n08:20 Tanks left.", "08:20", "2016-05-03"),
        ("Diary 3 May 2016\n\n07:15 A shell fell.\n4 May\n06:05 Tanks left.", "07:15", "2016-05-03"),
    ],
)
def test_a_log_whose_day_stands_in_its_title_or_its_first_entry_goes_on_there(
    engine: Engine, text: str, clock: str, day: str
) -> None:
    values, _ = resolved(text, engine, None)
    assert values[clock].timex_value == f"{day}T{clock}"

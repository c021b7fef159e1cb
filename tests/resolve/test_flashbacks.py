"""Years that the news is only measured by, and the stamps of messages that their "yesterday" leans on."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import TimeValue
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.times import resolve_times


def _day(text: str, words: str, engine: Engine) -> date | None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    mention = next(m.id for m in mentions if m.kind == "time" and m.span.quote == words)
    reading = next(r for r in resolve_times(parsed, mentions).readings if r.mention == mention and r.rank == 1)
    assert isinstance(reading.value, TimeValue)
    return reading.value.range.first_day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels seized Bria on Friday, 12 May. As in 2013, thousands fled.", "on Friday, 12 May"),
        ("On 3 March two men died. It was the worst raid since the siege of 1994.", "On 3 March"),
        ("Unlike in 2008, the bridge held. It was hit on 4 April.", "on 4 April"),
    ],
)
def test_a_year_of_comparison_dates_nothing_else(engine: Engine, text: str, words: str) -> None:
    assert _day(text, words, engine) is None


def test_a_year_that_is_told_dates_what_follows(engine: Engine) -> None:
    assert _day("The war began in 2013. On 3 March rebels took Bria.", "On 3 March", engine) == date(2013, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[12:14, 25/03/2019] Yusuf: yesterday they shelled the market\n", date(2019, 3, 24)),
        ("2019-03-05 12:14 <yusuf> soldiers came\n2019-03-08 09:00 <amina> yesterday they left\n", date(2019, 3, 7)),
    ],
)
def test_yesterday_in_a_message_is_the_day_before_its_stamp(engine: Engine, text: str, day: date) -> None:
    assert _day(text, "yesterday", engine) == day


def test_a_bulletin_is_of_the_day_with_which_its_first_words_end(engine: Engine) -> None:
    text = "Voice of the Hills, morning news, 4 May 2018. Rebels left Bria on Tuesday."
    assert _day(text, "on Tuesday", engine) == date(2018, 5, 1)
    assert _day("Rebels took Bria on 4 May 2018. They left on Tuesday.", "on Tuesday", engine) == date(2018, 5, 8)

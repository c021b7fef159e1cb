"""Headings of a place, a day or a voice: what stands below them, and what is no heading."""

from __future__ import annotations

import pytest

from dateline.model.frame import Passage
from dateline.model.text import Report
from dateline.parse.frame import find_frame
from dateline.pipeline import Engine, run


def sections(text: str) -> list[Passage]:
    return [passage for passage in find_frame(Report.of(text)).passages if passage.section]


def scenes(text: str) -> list[list[str]]:
    return [[heading.quote for heading in one.setting] for one in sections(text)]


@pytest.mark.parametrize(
    "heading",
    [
        "Gao",
        "**Gao**",
        "## Gao",
        "GAO AND BER",
        "Gao:",
        "Gao region",
        "2. Gao Region",
        "Monday, 6 May 2024",
        "**Events in the north**",
        "📍 Gao",
    ],
)
def test_a_line_that_is_set_off_heads_what_stands_below(heading: str) -> None:
    (passage,) = sections(f"Bulletin of the week\n\n{heading}\n• Rebels left a camp.\n• A mine went off.\n")
    assert [span.quote for span in passage.contents] == ["• Rebels left a camp.\n• A mine went off."]
    assert passage.setting[0].quote in heading


@pytest.mark.parametrize(
    "line",
    [
        "Rebels left Gao.",
        "“We left Gao”",
        "Rebels left the camp at Gao",
        "and then they left",
        "Gao, Ber and 12 more",
        "We will see:",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    text = f"Bulletin\n\nThe army said:\n{line}\nRebels left a camp.\n"
    assert all(line not in heading for scene in scenes(text) for heading in scene)


def test_the_title_and_lines_in_capitals_of_a_text_in_capitals_are_none() -> None:
    assert sections("GAO\n\nREBELS LEFT.") == []
    assert sections("BULLETIN\n\nREBELS LEFT GAO AND THE\n\nARMY CAME TO THE TOWN\n\nTHE NEXT DAY.\n") == []


def test_headings_nest_by_what_sets_them_off() -> None:
    text = "News\n\n# Mali\n\n## Gao\nA raid.\n\n## Ber\nA bomb.\n\n# Niger\nShots.\n"
    assert scenes(text) == [["Gao", "Mali"], ["Ber", "Mali"], ["Niger"]]


@pytest.mark.parametrize(
    ("heading", "source"),
    [
        ("**Statements by the Red Band**", "Red Band"),
        ("Statement of the Red Band", "Red Band"),
        ("According to the Red Band:", "Red Band"),
        ("The Red Band says:", "Red Band"),
        ("**Red Band's version**", "Red Band"),
        ("**Weekly updates**", None),
        ("**Latest reports**", None),
    ],
)
def test_a_heading_may_say_whose_word_stands_below(heading: str, source: str | None) -> None:
    (passage,) = sections(f"Bulletin of the week\n\n{heading}\n- Its men left Gao.\n")
    assert (passage.source.quote if passage.source else None) == source


def test_rows_below_a_heading_are_told_of_its_scene_too() -> None:
    frame = find_frame(
        Report.of("Log\n\n## 3 May 2024\n\nTown | Event | Killed\nGao | A raid | 2\n\nAll calm in Ber.\n")
    )
    row, rest = frame.passages
    assert [span.quote for span in row.setting] == ["Gao", "3 May 2024"]
    assert (rest.section, rest.contents[-1].quote) == (True, "All calm in Ber.")


def test_claims_below_headings_are_placed_dated_and_heard_by_them(engine: Engine) -> None:
    text = (
        "Security update, 12 May 2024\n\nGao\n• Gunmen killed two traders.\n• Militants attacked Ménaka.\n\n"
        "**Friday, 10 May 2024**\nFour soldiers died in an ambush.\n\n**Statements by JNIM**\n- Its men burned two trucks.\n"
    )
    record = run(Report.of(text), engine=engine)
    mention = record.case.resolution.mention
    told = {claim.spans[0].quote: claim for claim in record.claims}
    traders, second, trucks = (
        next(claim for words, claim in told.items() if part in words) for part in ("traders", "Militants", "trucks")
    )
    died = next(claim for words, claim in told.items() if "Four soldiers died" in words)
    assert [mention(claim.place).span.quote for claim in (traders, second) if claim.place] == ["Gao", "Ménaka"]
    assert died.time is not None
    assert mention(died.time).span.quote == "Friday, 10 May 2024"
    assert trucks.voices[-1].holder == "act:jnim"


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("\n\nRebels burned a bus.\n\nTwo men died.\n", 0),
        ("\n\nRebels burned a bus.\n\n7 May 2024\n\nTwo men died.\n", 2),
    ],
)
def test_a_day_alone_under_the_title_is_that_of_issue(below: str, told: int) -> None:
    assert len(sections(f"Rebels attack a road\n\n6 May 2024{below}")) == told

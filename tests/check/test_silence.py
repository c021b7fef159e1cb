"""Findings on what readers are not told, over whole texts."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def found(text: str, kind: str, engine: Engine) -> list[str]:
    """The first words of every finding of a type; what no words show stands as its explanation."""
    record = run(Report.of(text), engine=engine)
    return [f.spans[0].quote if f.spans else f.explanation for f in record.findings if f.type == kind]


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        (
            "Air strikes hit a market in Aleppo and killed nine people, the Syrian Observatory for Human Rights said.",
            True,
        ),
        ("A car bomb killed four people in Ramadi on Monday, medics said.", True),
        ("Air strikes hit a market in Aleppo on Monday. The Syrian army said it had not flown.", False),
        ("The minister opened a bridge in Aleppo on Monday, medics said.", False),
    ],
)
def test_violence_on_which_no_party_is_heard(text: str, fires: bool, engine: Engine) -> None:
    assert bool(found(text, "missing_party", engine)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Rebels seized Morek on Monday, the army said. They hold two bridges.", True),
        ("Rebels seized Morek on Monday, the army said. There were no civilian casualties.", True),
        ("Rebels seized Morek on Monday, the army said. Rockets struck Suran on Tuesday.", False),
        ("Rebels seized Morek on Monday, the army said.\n\nThey hold two bridges.", False),
    ],
)
def test_what_leans_on_the_words_of_another(text: str, fires: bool, engine: Engine) -> None:
    assert bool(found(text, "implicit_attribution", engine)) is fires


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels captured most of the town of Morek on Monday.", "most of the town of"),
        ("The army holds nearly all of Aleppo.", "nearly all of Aleppo"),
        ("Raiders made a string of attacks near Ramadi on Monday.", "a string of attacks"),
    ],
)
def test_a_share_without_a_number_and_attacks_that_nobody_counted(text: str, words: str, engine: Engine) -> None:
    assert found(text, "vague_quantity", engine) == [words]


@pytest.mark.parametrize(
    "text",
    ["Rebels captured the most important town of Idlib on Monday.", "Gunmen carried out three attacks in Ramadi."],
)
def test_what_is_counted_or_whole_is_not_vague(text: str, engine: Engine) -> None:
    assert found(text, "vague_quantity", engine) == []


def test_what_could_not_be_checked_is_one_finding(engine: Engine) -> None:
    text = "The army blames the rebels. They blame the army. We cannot tell you which is true."
    assert found(text, "unverified", engine)
    assert not found(text, "missing_information", engine)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        (
            "The army said 40 people were killed in Morek. The doctors' union puts the number of civilian dead at 12.",
            False,
        ),
        ("The army said 40 rebels were killed in Morek. A nurse spoke of nine bodies in uniform.", False),
        ("The army said 40 soldiers were killed in Morek. A nurse spoke of nine bodies in uniform.", True),
        ("The army said 40 civilians died in Morek. The doctors' union counted 12 civilian deaths.", True),
        ("The army said 40 people were killed in Morek. Medics counted 12 bodies.", True),
    ],
)
def test_only_counts_of_the_same_people_exclude_each_other(text: str, fires: bool, engine: Engine) -> None:
    assert bool(found(text, "count_conflict", engine)) is fires

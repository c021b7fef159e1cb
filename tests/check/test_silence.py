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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boko Haram militants attacked Morek on Monday, the army said. The militants fled.", "Boko Haram"),
        ("A bomb exploded in Aleppo on Monday and killed nine people, police said.", "A bomb exploded"),
        ("The Taliban attacked a post near Kunduz on Monday, the police said.", "Taliban"),
    ],
)
def test_who_is_not_heard_is_shown_where_he_stands(text: str, words: str, engine: Engine) -> None:
    assert words in " | ".join(found(text, "missing_party", engine))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Taliban burned a mill near Kunduz, the army said. Their spokesman told us: “It was not us.”",
            "It was not us",
        ),
        ("The Syrian army said that rebels ambushed the Oakford Battalion near Morek on Monday.", "Battalion"),
    ],
)
def test_who_answers_or_is_spoken_for_is_not_silent(text: str, words: str, engine: Engine) -> None:
    assert words not in " | ".join(found(text, "missing_party", engine))


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("The mill near Morek was burned on Monday.", True),
        ("Rebels attacked Morek on Monday. Nine bodies were recovered.", False),
        ("Rebels attacked Morek on Monday. Air assets were deployed in support.", False),
    ],
)
def test_a_passive_hides_an_attacker_only_of_a_deed(text: str, fires: bool, engine: Engine) -> None:
    assert bool(found(text, "passive_no_agent", engine)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Rebels attacked Aleppo on Monday. It was quiet.\n\nA shop was full. Raiders burned a mill near Homs.", True),
        ("Rebels attacked Aleppo on Monday. It was quiet.\n\nA shop was full. The raiders also burned a mill near Homs.", False),
        ("Rebels attacked Aleppo on Monday. It was quiet.\n\nA shop was full. Some families are returning to Homs.", False),
    ],
)  # fmt: skip
def test_what_goes_on_with_the_scene_is_of_its_day(text: str, fires: bool, engine: Engine) -> None:
    assert bool(found(text, "undated_claim", engine)) is fires

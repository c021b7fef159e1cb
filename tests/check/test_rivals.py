"""Rival accounts in one report, each with what must not be taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.check.repeats import repeated_passage
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine, run
from dateline.resolve import resolve

RIVAL = ("C101", "C110", "C111", "C112", "C114", "C115", "A121")


def rivals(text: str, engine: Engine) -> list[Finding]:
    """The findings about rival accounts."""
    return [f for f in run(Report.of(text, name="t"), engine=engine).findings if f.code in RIVAL]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army blamed the rebels for the attack on the market in Goma. The M23 blamed the army for it.", "C110"),
        (
            "The government accused the M23 of shelling the camp in Goma on Friday. The M23 accused the army of shelling the camp.",
            "C110",
        ),
        (
            "The army said rebels shelled the market in Goma. The rebels said government forces had fired the shells.",
            "C110",
        ),
        (
            "Ukraine said Russian forces shelled the prison. Russia said Ukraine had struck the prison with rockets.",
            "C110",
        ),
        ("Both sides blamed each other for the attack in Kadugli.", "C110"),
        (
            "The ministry said the attack on Gao took place on Tuesday. The group said it carried out the attack on Monday.",
            "C111",
        ),
        ("The army said the ambush took place near Djibo. The jihadists said the ambush took place in Dori.", "C112"),
        ("M23 said it had taken Goma. The army said it had beaten back the assault on Goma.", "C101"),
        ("M23 said it had taken Goma. Army officials said the assault had been beaten back.", "C101"),
        ("The army said it killed Hassan Ali on Friday. The rebels said Hassan Ali was alive.", "C114"),
        (
            "GAO, 12 May 2024 (Wire) - A bomb went off in Gao on Friday. It was the first attack in Gao since January 2024. "
            "A car bomb killed four people in Gao on 3 March 2024.",
            "C115",
        ),
    ],
)
def test_two_accounts_of_one_thing_are_found_and_both_are_quoted(text: str, code: str, engine: Engine) -> None:
    (found,) = [finding for finding in rivals(text, engine) if finding.code == code]
    assert all(text[span.start : span.end] == span.quote for span in found.spans)
    assert found.claims
    assert found.severity == ("error" if code == "C101" else "warning")


@pytest.mark.parametrize(
    "text",
    [
        "The army said rebels shelled Goma on Monday. The rebels said the army had shelled Goma in response.",
        "The army said rebels attacked its base in Goma. The rebels said the army attacked their camp in Kale.",
        "Russia said Ukrainian drones hit the refinery. Ukraine said Russian missiles hit the power plant in Kharkiv.",
        "The army accused the rebels of the attack. The government also accused the rebels of the killing of a mayor.",
        "The army said the rebels attacked Gao on Monday. The rebels said they attacked Gao again on Tuesday.",
        "The ministry said the attack in Gao took place on Tuesday. Police said the attack in Menaka took place on Monday.",
        "The rebels said they captured the base on Monday. The army said it repelled an attack on the base on Friday.",
        "The army said it repelled the attack on Goma. Later the rebels said they captured Goma.",
        "The army said it killed Hassan Ali on Friday. His brother said Omar Ali was alive.",
        "The army said it killed Hassan Ali. The rebels said that Hassan Ali was their commander.",
        "The army said it had killed Hassan Ali in Gao. The rebels said Hassan Ali survived an earlier raid.",
        "The army said the ambush took place near Goma. The rebels said the ambush took place in Sake.",
        "GAO, 12 May 2024 (Wire) - It was the first attack in Gao since March 2024. A bomb killed four people in Gao on 3 March 2024.",
        "GAO, 12 May 2024 (Wire) - It was the first attack in Gao since January 2024. A bomb killed ten in Menaka on 3 March 2024.",
        "GAO, 12 May 2024 (Wire) - It was the first attack by the group in Gao since January 2024. "
        "A bomb killed four people in Gao on 3 March 2024.",
    ],
)
def test_accounts_of_two_things_are_no_rivals(text: str, engine: Engine) -> None:
    assert rivals(text, engine) == []


def test_a_quarrel_that_is_told_twice_is_one_finding(engine: Engine) -> None:
    text = (
        "The army blamed the M23 for the attack on the market in Goma. The M23 blamed the army for the attack. "
        "The army said that the M23 fired the shells."
    )
    assert [finding.code for finding in rivals(text, engine)] == ["C110"]


def test_two_days_told_by_their_names_are_one_finding(engine: Engine) -> None:
    text = (
        "The ministry said the attack in Gao killed five on Tuesday. "
        "The rebels said the attack in Gao on Monday had killed soldiers."
    )
    (found,) = rivals(text, engine)
    assert (
        found.explanation == "One incident has two days: according to ministry, Tuesday; according to rebels, Monday."
    )


def unread(text: str, engine: Engine) -> Case:
    """A text whose sentences alone are known."""
    parsed = parse(Report.of(text, name="t"), parser=engine.parser)
    return Case(parse=parsed, resolution=resolve(parsed, (), reference=engine.reference))


WORDS = st.sampled_from(
    ["shells", "fell", "on", "the", "old", "market", "while", "people", "fled", "over", "bridges", "at", "dawn"]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=12, max_size=20), st.booleans())
def test_only_what_stands_twice_is_repeated(engine: Engine, words: list[str], twice: bool) -> None:
    sentence = f"Residents said {' '.join(words)}."
    between = "Nobody was hurt."
    case = unread(f"{sentence} {between} {sentence if twice else 'The camp was quiet.'}", engine)
    found = list(repeated_passage(case, engine.reference))
    assert bool(found) == twice
    assert all(span.quote == found[0].spans[0].quote for finding in found for span in finding.spans)


def test_a_passage_that_is_pasted_twice_is_one_finding(engine: Engine) -> None:
    passage = (
        "Shells fell on the old market of the town while people fled over the southern bridge. "
        "Two traders and a driver who had stayed behind with their goods were badly hurt."
    )
    (found,) = repeated_passage(unread(f"{passage} A truce followed. {passage}", engine), engine.reference)
    assert found.spans[0].quote == found.spans[1].quote == passage
    assert dict(found.computation or {}) == {"check": "repeated_passage", "sentences": 2}

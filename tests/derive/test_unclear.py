"""That nobody knows who holds a place is a state of its own; a question about anything else is none."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

Rows = set[tuple[str, str, str, tuple[str, ...]]]


def rows(text: str, engine: Engine) -> Rows:
    """Believer, place, fluent and actors of every row."""
    case = run(Report.of(text, name="t"), engine=engine).case
    names = {key: actor.name for key, actor in case.actors.items()}
    places = {row.id: (row.where or case.places[row.place]).name for row in case.control}
    return {(names.get(r.believer, r.believer), places[r.id], r.fluent, r.actors) for r in case.control}


@pytest.mark.parametrize(
    ("text", "believer", "place"),
    [
        ("It was not clear who held Malakal on Friday.", "unnamed outlet", "Malakal"),
        ("Who controls Malakal is unclear.", "unnamed outlet", "Malakal"),
        ("Who controls the bridge at Malakal remained unknown.", "unnamed outlet", "bridge"),
        ("The mayor said he did not know who was in control of Malakal.", "mayor", "Malakal"),
        ("The ministry could not say who controls Malakal.", "ministry", "Malakal"),
        ("We could not reach anyone in Malakal and cannot say for certain who holds it.", "unnamed outlet", "Malakal"),
        ("Rebels attacked Malakal on Monday, and nobody knows which side is in charge.", "unnamed outlet", "Malakal"),
        ("Rebels shelled Malakal. A nurse could not tell who was inside the town.", "nurse", "Malakal"),
    ],
)
def test_who_holds_a_place_is_told_to_be_unknown(text: str, believer: str, place: str, engine: Engine) -> None:
    assert (believer, place, "unknown", ()) in rows(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "It is not known who holds the hostages in Malakal.",
        "The rebels who hold Malakal are not known for mercy.",
        "It is unclear whether the rebels who control the mines near Malakal will vote.",
        "Rebels attacked Malakal. It is unclear who held the talks.",
        "Everybody knows who controls Malakal.",
        "Nobody could say who was there at the concert.",
    ],
)
def test_a_question_about_something_else_is_no_such_state(text: str, engine: Engine) -> None:
    assert "unknown" not in {fluent for _, _, fluent, _ in rows(text, engine)}

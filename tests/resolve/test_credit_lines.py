"""Whose a text is by the lines around it, where its head names no agency."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

BODY = "Gunmen killed four farmers near Damboa on Tuesday, residents said. Soldiers later recovered two bodies."


def publisher(engine: Engine, text: str) -> set[str]:
    """The names of who put the text out."""
    found = run(Report.of(text), engine=engine).case.resolution.publisher
    return {found.name, *found.aliases}


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{BODY}\n\nSource: Radio Ndeke", "Radio Ndeke"),
        (f"{BODY}\n\nSource: Reuters", "Reuters"),
        (f"{BODY}\nCopyright 2021 Lake Herald. To see more, visit https://www.lakeherald.example.", "Lake Herald"),
        (f"{BODY}\n© 2022 Lake Herald. All rights reserved.", "Lake Herald"),
        (f"{BODY}\nCopyright © Lake Herald 2022", "Lake Herald"),
        (f"{BODY} (AFP)", "AFP"),
        (f"{BODY}\n(Lake Herald/AFP)", "Lake Herald"),
        (f"{BODY}\n\n-- Reuters", "Reuters"),
        (f"Reuters\nMarch 3, 2021\n{BODY}", "Reuters"),
        (f"Published by Lake Herald on 4 March 2021\n{BODY}", "Lake Herald"),
        (f"Lake Herald @lakeherald · Mar 4\n{BODY}", "Lake Herald"),
        (f"Kivu Star LIVE – Goma, Friday, 3 May 2024 – What we know at 17:00\n{BODY}", "Kivu Star"),
    ],
)
def test_a_credit_line_names_the_publisher(engine: Engine, text: str, outlet: str) -> None:
    assert outlet in publisher(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\nSource: Agencies",
        f"{BODY}\n\nSource: Police",
        f"1. {BODY}\nSource: Radio Ndeke\n2. {BODY}\nSource: Hill Times",
        f"{BODY}\n(Photograph: AFP)",
        f"{BODY}\nReporting by Amina Sule; editing by Tom Ogar",
        "A driver told the AFP news agency that four died near Damboa. The agency says a doctor confirmed it.",
        "A driver told AFP that four died near Damboa. The news agency said a doctor had confirmed it.",
        "A driver told AFP that four died near Damboa. AFP reported a second raid on Sunday.",
    ],
)
def test_no_credit_line_no_publisher(engine: Engine, text: str) -> None:
    """Sources of single items, of pictures and of others' reports are not the text's own outlet."""
    assert "unnamed outlet" in publisher(engine, text)


def test_an_outlet_in_which_sources_confide_is_the_texts_own(engine: Engine) -> None:
    text = "A driver told AFP that four died near Damboa. An elder told AFP he had fled. A nurse told AFP of two more."
    assert "AFP" in publisher(engine, text)


def test_the_head_of_a_text_comes_before_its_end(engine: Engine) -> None:
    assert "Kivu Star" in publisher(engine, f"GOMA, May 3 (Kivu Star) - {BODY}\n\n© 2022 Lake Herald")


def test_words_of_which_no_name_is_known_are_no_credit(engine: Engine) -> None:
    assert "unnamed outlet" in publisher(engine, "Fighters left the town. (see map)")

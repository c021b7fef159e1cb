"""Full stops that end a sentence, and those that do not."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def sentences(text: str, engine: Engine) -> list[str]:
    return [one.span.quote for one in parse(Report.of(text), parser=engine.parser).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Maj. Gen. Tano Bell and Brig. Gen. Saro Lamin met in St. Louis on Sunday.",
        "The mill burned at approx. 04.30 near the river.",
        "Sentries fired approx. 30 rounds at a boat.",
        "Villagers carried Sgt. Moussa Ba across the ford.",
        "A lorry was stopped near km. 45 of the northern road.",
        "Two officers, Col. (rtd.) Kone and Cpl. Diop, were freed.",
        "Raiders took nine cattle, incl. two calves, from the pen.",
        "The 5th Inf. Div. withdrew across the river.",
        "The mission said that art. 5 of the accord had been broken.",
        "The ferry left at 5 p.m. Kyiv time.",
        "The ferry left at 5 p.m. Friday with forty people.",
        "The curfew lasts from 7 p.m. to 5 a.m. every day.",
        "Platoon No. 4 held the bridge.",
    ],
)
def test_an_abbreviation_is_no_end(text: str, engine: Engine) -> None:
    assert sentences(text, engine) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Raiders left the village on 3 May.", "Nobody followed them."),
        ("The bridge was hit at 2 p.m.", "Four carters died."),
        ("The siege began at 5.30 a.m.", "“We saw smoke,” a monk said."),
        ("The dhow drifted at 13.5 N 48.2 E.", "It was empty."),
        ("Did they take the mill? No.", "They turned back."),
        ("The patrol drove 45 km.", "It met nobody."),
        ("The general is called Sam.", "He fled."),
        ("They were told to wait till May.", "Rain fell."),
    ],
)
def test_an_hour_a_month_and_a_coordinate_are_ends(first: str, second: str, engine: Engine) -> None:
    assert sentences(f"{first} {second}", engine)[-1] == second


def test_a_line_separator_wraps_lines_as_a_line_feed_does(engine: Engine) -> None:
    """Pages pasted with U+2028 at every line end have sentences that run over them; two in a row close a paragraph."""
    text = "Troops of both armies killed a\u2028suspected gunman near\u2028Adaro.\u2028\u2028Drawdown Begins\u2028\u2028The troops left."
    assert sentences(text, engine) == [
        "Troops of both armies killed a\u2028suspected gunman near\u2028Adaro.",
        "Drawdown Begins",
        "The troops left.",
    ]


def test_a_translators_note_ends_no_sentence(engine: Engine) -> None:
    """What stands behind it is told by whoever the sentence names at its end."""
    text = (
        "SAN SALVADOR, 12 APR 89 (ACAN-EFE) -- [TEXT] FMLN GUERRILLAS LAST NIGHT DYNAMITED A BRIDGE OVER THE TOROLA RIVER\n"
        "[IN MORAZAN DEPARTMENT] AND AMBUSHED A PATROL, THE ARMY REPORTED TODAY.\n\nREBEL UNITS ALSO ATTACKED THE OFFICE "
        "[ANTEL -- NATIONAL ADMINISTRATION] IN GOTERA, CAUSING DAMAGE."
    )
    assert len(sentences(text, engine)) == 2

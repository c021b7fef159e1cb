"""Clauses whose subject the model took for one more object of the clause before."""

from __future__ import annotations

import pytest

from dateline.model.text import Parse, Report
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


def _subject(parsed: Parse, word: str) -> str | None:
    verb = next(token for token in parsed.tokens if token.text == word)
    found = [kid.text for kid in parsed.kids(verb, "nsubj", "nsubjpass")]
    return found[0] if len(found) == 1 else None


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_", "over"),
    [
        ("All Chadian troops had left Abele and Libyan forces advanced into the oasis.", "advanced", "forces", "Abele", "left"),
        ("The rebels pulled out of Kandal and government fighters entered the town.", "entered", "fighters", "Kandal", "of"),
        ("The militia abandoned Tessit and French soldiers occupied the fort.", "occupied", "soldiers", "Tessit", "abandoned"),
        ("The fighters withdrew from Ansongo and Malian forces entered it.", "entered", "forces", "Ansongo", "from"),
        ("Police fired on the demonstrators and protesters burned two cars.", "burned", "protesters", "demonstrators", "on"),
        ("Libyan jets bombed Kharva and Sudanese drones struck a depot.", "struck", "drones", "Kharva", "bombed"),
        ("The ship left Aden and Houthi gunboats fired on it.", "fired", "gunboats", "Aden", "left"),
        ("The governor fled to Goma and rebels looted his house.", "looted", "rebels", "Goma", "to"),
        ("The militia abandoned three villages and a column of rebels repelled them.", "repelled", "column", "villages", "abandoned"),
        ("The garrison pulled out of three villages and heavily armed men moved in.", "moved", "men", "villages", "of"),
        ("Scouts reached the border and Bor fell to the army.", "fell", "Bor", "border", "reached"),
    ],
)  # fmt: skip
def test_the_noun_between_and_and_a_verb_is_its_subject(
    engine: Engine, text: str, verb: str, subject: str, object_: str, over: str
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    assert _subject(parsed, verb) == subject
    assert parsed.head(next(token for token in parsed.tokens if token.text == object_)).text == over


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Gunmen killed a farmer and his son and burned the house.", "burned"),
        ("Rebels fought the army and police and then advanced into the town.", "advanced"),
        ("Troops entered Kobo and Alamata, advanced to Woldia and burned two villages.", "advanced"),
        ("The army shelled Tal Amin and villages held by rebels.", "held"),
        ("The navy destroyed missiles and drones launched toward the port.", "launched"),
        ("Gunmen ambushed a convoy and soldiers sent to its rescue.", "sent"),
        ("Nine were hurt in the raid, mayor Omar Sale and councillor Amin Dia told the agency.", "told"),
    ],
)
def test_a_noun_that_ends_a_list_is_no_subject(engine: Engine, text: str, verb: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    assert _subject(parsed, verb) in (None, "Sale")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("A guard was killed since the People's Army, or PRA, began an offensive in Bogota.", "began", "Army"),
        ("He was the second reporter killed since the rebel Front, or FDL, began an offensive in Goma.", "began", "Front"),
        ("The mayor said the gun battle began after men of the Front fired at marines in Jolo.", "fired", "men"),
        ("Clashes broke out after fighters of the Front attacked a base in Bor.", "attacked", "fighters"),
        ("He was shot after the raid in Goma ended.", "ended", "raid"),
        ("Rebels entered Bor after dusk, looted shops and fled.", "looted", None),
        ("Rebels entered Bor after a raid by their allies, the Front, looted shops and fled.", "fled", None),
    ],
)  # fmt: skip
def test_a_clause_of_time_has_the_subject_that_stands_behind_its_preposition(
    engine: Engine, text: str, verb: str, subject: str | None
) -> None:
    assert _subject(parse(Report.of(text), parser=engine.parser), verb) == subject


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Five soldiers killed as militants ambush convoy in Borno", "ambush", "militants"),
        ("Three policemen kidnapped as bandits storm station in Imo", "storm", "bandits"),
        ("Five soldiers killed as militants ambush convoy", "ambush", "militants"),
        ("Two officers killed in Katsina after bandits ambush patrol", "ambush", "bandits"),
        ("Five soldiers dead as rebels attack base", "attack", "rebels"),
        ("Nine villagers missing after gunmen raid a ferry port", "raid", "gunmen"),
        ("Rebels wounded in Libya stormed a court in Imo.", "stormed", "Rebels"),
    ],
)
def test_victims_do_not_do_what_a_headline_tells_behind_them(
    engine: Engine, text: str, verb: str, subject: str
) -> None:
    assert _subject(parse(Report.of(text), parser=engine.parser), verb) == subject

"""Who speaks by a single name that was never spelled out."""

from __future__ import annotations

import pytest

from dateline.mark import mark, person_names
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def _persons(text: str, engine: Engine) -> set[str]:
    parsed = parse(Report.of(text), parser=engine.parser)
    return {m.span.quote for m in mark(parsed, reference=engine.reference) if m.kind == "person" and m.form == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit the market in Barda, Huseynov told reporters.", "Huseynov"),
        ("Nine fighters were killed, Onyeuko said.", "Onyeuko"),
        ("The bridge was mined, according to Zubairu.", "Zubairu"),
        ("McAllister said gunmen had burned two lorries.", "McAllister"),
    ],
)
def test_a_surname_that_speaks_is_a_person(engine: Engine, text: str, name: str) -> None:
    assert name in _persons(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi said its troops had crossed the border.",
        "Interfax said three people had died.",
        "OCHA said 300 families had fled.",
        "Christians said they would leave the town.",
        "The Houthis said they had hit a tanker.",
        "Kharkiv said shelling had killed two.",
        "The bomb went off at noon, Friday said.",
    ],
)
def test_parties_outlets_towns_and_days_that_speak_are_none(engine: Engine, text: str) -> None:
    assert not _persons(text, engine)


def test_titles_without_a_name_behind_them_are_read_to_their_end() -> None:
    assert person_names._TITLED.search("Commander , " * 20_000) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops left the village of Hrushky Nyzhni, a military spokesman said.", "Hrushky Nyzhni"),
        ("Two shells fell near Tal Zaatar, a doctor told Radio Gok.", "Tal Zaatar"),
    ],
)
def test_a_place_before_a_speaker_is_no_person(engine: Engine, text: str, name: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    marked = mark(parsed, reference=engine.reference)
    assert name not in _persons(text, engine)
    assert any(m.kind == "place" and m.span.quote == name for m in marked)


def test_the_killing_of_somebody_with_a_role_names_a_person(engine: Engine) -> None:
    assert "Ibrahim Sesay" in _persons("Police mourned the death of Ibrahim Sesay, a teacher in Bo.", engine)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Navy spokesman Rear Admiral Paul Lindo said two boats sank.", "Paul Lindo"),
        ("Police Public Relations Officer Musa Adeyi said two men died.", "Musa Adeyi"),
        ("The spokesman, DSP Musa Garkida, said nine were held.", "Musa Garkida"),
    ],
)
def test_a_rank_is_no_part_of_the_name(engine: Engine, text: str, name: str) -> None:
    assert _persons(text, engine) == {name}

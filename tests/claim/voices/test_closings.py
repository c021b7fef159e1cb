"""Sources that stand beside their words without a verb, and what only looks like one."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Six traders were killed in Tessit on Monday, per the local hospital.",
            "the local hospital",
            "Six traders were killed in Tessit on Monday",
        ),
        ("Per the governor, gunmen abducted nine pupils.", "the governor", "gunmen abducted nine pupils"),
        ("Soldiers retook the market of Yei, per @YeiMonitor.", "@YeiMonitor", "Soldiers retook the market of Yei"),
        ("Nine huts were burned near Geneina (UNITAMS).", "UNITAMS", "Nine huts were burned near Geneina"),
        ("Gunmen shot two guards in Maradi (police)", "police", "Gunmen shot two guards in Maradi"),
        ("Shelling killed a teacher in Sumy [Reuters].", "Reuters", "Shelling killed a teacher in Sumy"),
        ("Two villages were looted (Source: Radio Okapi).", "Radio Okapi", "Two villages were looted"),
        ("Bandits seized a bus near Funtua – police.", "police", "Bandits seized a bus near Funtua"),
        ("Four soldiers died near Djibo via @SahelEye", "@SahelEye", "Four soldiers died near Djibo"),
    ],
)
def test_who_is_set_off_beside_the_words_answers_for_them(engine: Engine, text: str, source: str, content: str) -> None:
    assert (source, content) in [(words(a)[0], words(a)[2]) for a in read(text, engine).attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic in Kaya treats 300 patients per day.",
        "The gunners fired 40 shells per soldier at Bor.",
        "The army sent the 5th Brigade (Special Forces) to Renk.",
        "Gunmen burned the camp of the refugee agency (UNHCR).",
        "Troops attacked fighters of the Front for National Salvation (FNS).",
        "Shelling hit the town of Pibor (north).",
        "Idris Omar (41) was killed in Kosti.",
        "Two men were shot in Yola (a teacher and a nurse).",
        "One villager was killed in Yola (Musa Danjuma).",
        "The rebels brought weapons via Chad.",
        "Troops fought the M23 – the main rebel group.",
    ],
)
def test_measures_short_forms_ages_and_the_dead_are_no_sources(engine: Engine, text: str) -> None:
    cues = {a.verb for a in read(text, engine).attributions}
    assert not cues & {"per", "via", "(", "[", "–"}


def test_two_that_are_named_together_are_two_voices(engine: Engine) -> None:
    found = read("Ten soldiers were killed near Arbinda, per security sources and local officials.", engine)
    assert [words(a)[0] for a in found.attributions] == ["security sources", "local officials"]


def test_a_semicolon_parts_what_two_sources_tell(engine: Engine) -> None:
    text = "Nine people died in Tawila (Radio Dabanga); the army shelled Kutum (OCHA)."
    found = [(words(a)[0], words(a)[2]) for a in read(text, engine).attributions]
    assert found == [("Radio Dabanga", "Nine people died in Tawila"), ("OCHA", "the army shelled Kutum")]


def test_an_account_is_nobody_unnamed(engine: Engine) -> None:
    claim = only(engine, "Gunmen killed eight farmers near Menaka, per @MenakaEye.", "killed")
    assert claim.believer == "src:menakaeye"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A raid left six missing, said the mayor.", "the mayor", "A raid left six missing"),
        ("Five dead in Goma shelling, hospital says.", "hospital", "Five dead in Goma shelling"),
        (
            "The strike left four dead and nine wounded, confirmed the ministry.",
            "the ministry",
            "The strike left four dead and nine wounded",
        ),
    ],
)
def test_a_verb_of_saying_that_closes_a_headline_has_the_living_for_its_source(
    engine: Engine, text: str, source: str, content: str
) -> None:
    (found,) = read(text, engine).attributions
    assert (words(found)[0], words(found)[2]) == (source, content)


@pytest.mark.parametrize("text", ["On Friday, officials said.", "The army, which lost Sake, said nothing."])
def test_what_tells_nothing_is_no_headline(engine: Engine, text: str) -> None:
    assert read(text, engine).attributions == ()

"""Headlines tell deeds without helping verbs, and quotation marks hide verbs; the trees are mended."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import claims_of, words_of


def told(engine: Engine, text: str) -> list[tuple[str, str, bool]]:
    return [(claim.act, words_of(claim).strip('"'), claim.codeable) for claim in claims_of(engine, text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("14 hurt in Bor clashes", ("wound", "14 hurt", True)),
        ("Two dead, five hurt on the road to Bor", ("wound", "five hurt on the road to Bor", True)),
        ("Nine believed killed in Bor shelling", ("kill", "Nine believed killed", True)),
        ("Three soldiers reported killed in Bor", ("kill", "Three soldiers reported killed in Bor", True)),
        ("6 soldiers hurt, rebel camp taken in Bor", ("wound", "6 soldiers hurt", True)),
        ("Town taken, 6 soldiers hurt", ("wound", "6 soldiers hurt", True)),
        ("6 soldiers hurt, rebel camp taken in Bor", ("capture", "rebel camp taken in Bor", True)),
    ],
)
def test_headlines_tell_who_was_hurt_and_what_was_taken(
    engine: Engine, text: str, claim: tuple[str, str, bool]
) -> None:
    assert claim in told(engine, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ('The militia said it had "liberated" Bor on Monday.', ("retake", 'it had "liberated" Bor on Monday', True)),
        ('Bor "liberated", 31 "traitors" killed', ("retake", 'Bor "liberated', True)),
    ],
)
def test_a_deed_in_quotation_marks_is_a_deed(engine: Engine, text: str, claim: tuple[str, str, bool]) -> None:
    assert claim in told(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "The town of Bor came under shelling on Monday.",
        "Bor has come under shelling since dawn.",
        "The village of Bor came under attack from rebels on Monday.",
    ],
)
def test_what_comes_under_shelling_is_told_with_it(engine: Engine, text: str) -> None:
    claims = claims_of(engine, text)
    assert [claim.codeable for claim in claims] == [True]
    assert "Bor" in words_of(claims[0])


@pytest.mark.parametrize(
    "text",
    [
        "The hurt in the town is deep.",
        "Officials believed the story told in Bor.",
        'The newly "liberated" town of Bor has no water.',
        "He came under the bridge whistling a song.",
    ],
)
def test_no_deed_is_made_of_other_words(engine: Engine, text: str) -> None:
    assert not any(claim.codeable for claim in run(Report.of(text), engine=engine).case.claims)


def test_no_storm_takes_a_fort(engine: Engine) -> None:
    text = "Units of our front took by storm the fort of Bor"
    assert told(engine, f"{text}.") == [("capture", text, True)]

"""Findings about words that call other words false, that name no source, or that keep something back."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def found(text: str, kind: str, engine: Engine) -> list[str]:
    """The words of all findings of one type."""
    findings = run(Report.of(text, name="t"), engine=engine).findings
    return [span.quote for finding in findings if finding.type == kind for span in finding.spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels said sixty soldiers gave up. The colonel called that a lie.", "called that a lie"),
        ("The mayor dismissed as false a message that gunmen were in the port.", "dismissed"),
        ("Rebels said they had taken Ashford. Not so, the army said.", "Not so"),
    ],
)
def test_words_that_call_others_false_are_a_denial(text: str, words: str, engine: Engine) -> None:
    assert any(words in quote for quote in found(text, "denial", engine))


@pytest.mark.parametrize(
    "text",
    [
        "Not so long ago rebels held Ashford.",
        "The officer was called a liar by rebels.",
        "The army dismissed the general.",
    ],
)
def test_other_uses_of_these_words_deny_nothing(text: str, engine: Engine) -> None:
    assert not found(text, "denial", engine)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army said it struck the camp, without giving details.", "without giving details"),
        ("The ministry reported the raid and made no mention of its dead.", "made no mention"),
    ],
)
def test_what_is_kept_back_is_missing(text: str, words: str, engine: Engine) -> None:
    assert any(words in quote for quote in found(text, "missing_information", engine))


def test_who_did_not_give_up_keeps_nothing_back(engine: Engine) -> None:
    assert not found("The soldiers did not give up the hill, the army said.", "missing_information", engine)


def test_neither_confirming_nor_denying_is_no_confirmation(engine: Engine) -> None:
    text = "Rebels said they had shot down a helicopter. The army would neither confirm nor deny it."
    assert found(text, "non_confirmation", engine)


def test_what_somebody_told_another_outlet_is_three_links(engine: Engine) -> None:
    text = "LAKE WIRE - Rebels took a hamlet near Gao on Friday, a Malian officer told the Daily Courier newspaper."
    assert found(text, "attribution_depth", engine)


def test_a_toll_since_a_day_is_no_rival_of_one_day_s_dead(engine: Engine) -> None:
    text = (
        "The health ministry said 11 people were killed today in Tripoli. "
        "The World Health Organization puts the death toll in Tripoli since the offensive began on April 4 at 510."
    )
    assert not found(text, "count_conflict", engine)


def test_a_denied_take_over_is_one_finding_on_control_and_no_denial_beside_it(engine: Engine) -> None:
    text = "M23 said it had taken Goma. The Congolese army denied that the M23 had taken Goma."
    assert found(text, "control_conflict", engine)
    assert not found(text, "denial", engine)


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        (
            "Rebels denied that they had shelled the camp near Goma and said they remained in the hills.",
            "they had shelled the camp near Goma",
            "remained in the hills",
        ),
        (
            "The army said M23 rebels shelled a camp near Goma on Friday. The M23 denied it.",
            "shelled a camp near Goma",
            "nobody",
        ),
    ],
)
def test_a_denial_shows_what_is_denied_and_no_more(text: str, shown: str, hidden: str, engine: Engine) -> None:
    quotes = " | ".join(found(text, "denial", engine))
    assert shown in quotes
    assert hidden not in quotes


def denials(text: str, engine: Engine) -> list[str]:
    return [one.explanation for one in run(Report.of(text), engine=engine).findings if one.type == "denial"]


def test_a_charge_is_denied_to_whoever_made_it(engine: Engine) -> None:
    text = (
        "Army spokesman Omar Kasa said the rounds had been fired by rebels. Rwanda, which Kinshasa accuses of backing the"
        " rebels, has repeatedly denied the charge."
    )
    (why,) = denials(text, engine)
    assert "Kasa" not in why
    record = run(Report.of(text), engine=engine)
    assert [event.status for event in record.case.events if "Shelling" in event.label] == ["claimed"]


def test_a_denied_accusation_disputes_no_other_deed(engine: Engine) -> None:
    text = (
        "A clinic was looted in Ashford on Monday, a charity said. The opposition accused the army of bombing villages along"
        " the river. The information minister dismissed the accusation as propaganda."
    )
    assert all(event.status != "disputed" for event in run(Report.of(text), engine=engine).case.events)
    assert not any("charity" in why for why in denials(text, engine))


def test_what_is_denied_ends_before_the_next_voice(engine: Engine) -> None:
    (why, *_) = denials("Army denies shelling camp as rebels claim gains near Ashford", engine)
    assert why.endswith("“shelling camp”.")


def test_a_denial_agrees_with_its_subject(engine: Engine) -> None:
    text = "Residents said soldiers had burned a mill in Ashford. The army denied it."
    assert "what residents say" in denials(text, engine)[0].lower()


def test_the_charges_of_a_capital_are_its_states(engine: Engine) -> None:
    text = (
        "KYIV, June 6, 2023 - Ukraine accused Russia of blowing up a bridge. The governor said eight farms were flooded. The"
        " mayor said the mill had been destroyed by shelling. Kremlin spokesman Dmitry Peskov rejected Kyiv's accusations."
    )
    (why,) = denials(text, engine)
    assert "Ukraine" in why
    assert "mayor" not in why


def test_a_claim_that_a_group_dismissed_is_the_one_before_it(engine: Engine) -> None:
    text = "The army said it had killed six rebels in an air strike, a claim that the Islamic State dismissed."
    assert "killed six rebels" in denials(text, engine)[0]


def test_no_fewer_than_is_no_denial_of_a_check(engine: Engine) -> None:
    text = "No fewer than four persons have been confirmed dead following a clash at Guma."
    assert not found(text, "unverified", engine)


def test_an_attack_laid_on_rebels_is_no_voice(engine: Engine) -> None:
    text = (
        "Six people were killed in an attack attributed to rebels in Kabasha. A local notable told us of nine dead. The"
        " administrator, Colonel Charles Omeonga, says five bodies were found."
    )
    assert "an attack" not in found(text, "anonymous_source", engine)
    assert not found(text, "single_source_chain", engine)

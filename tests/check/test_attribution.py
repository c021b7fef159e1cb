"""Checks of the attribution family on sentences of our own: what they point out, and where they keep silent."""

from __future__ import annotations

import pytest

from dateline.check.attribution import ATTRIBUTION_CHECKS
from dateline.check.checks import check
from dateline.model.derived import Finding
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def _findings(text: str, engine: Engine) -> tuple[Finding, ...]:
    case = run(Report.of(text), engine=engine).case
    return check(case, reference=engine.reference, checks=ATTRIBUTION_CHECKS)


@pytest.mark.parametrize(
    "text",
    [
        "The worst threat is disinformation, the minister said.",
        "Women had no part in the talks in Oakford.",
        "The league has no part in the government.",
    ],
)
def test_nobody_denies_what_he_is_only_left_out_of(engine: Engine, text: str) -> None:
    assert "denial" not in {finding.type for finding in _findings(text, engine)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Security sources said the barracks had burned.", "anonymous_source", "Security sources"),
        ("The barracks reportedly burned.", "anonymous_source", "reportedly"),
        ("A baker told the radio that the barracks had burned.", "anonymous_source", "A baker"),
        ("Neither toll could be independently verified.", "unverified", "could be independently verified"),
        ("We reported that the dam had burst. That was wrong.", "retraction", "That was wrong"),
        ("Correction: Bulletin 12 named the wrong ford; it is Oakford.", "retraction", "Correction: Bulletin 12"),
        ("OAKFORD (Wire) - (Corrects second paragraph to show nine, not five)", "retraction", "Corrects second"),
        ("Contrary to what we reported on Monday, the dam holds.", "retraction", "Contrary to what we reported"),
        ("Our item on the dam stands withdrawn.", "retraction", "Our item on the dam stands withdrawn"),
        ("The two versions could not be reconciled.", "unverified", "could not be reconciled"),
        ("No raid on the dam has been confirmed.", "unverified", "No raid on the dam has been confirmed"),
        ("A shell killed his goat, a claim the army is still validating.", "unverified", "is still validating"),
        (
            "The league sent a film whose authenticity could not be established.",
            "unverified",
            "could not be established",
        ),
        ("We have not been able to confirm what the letter says.", "unverified", "not been able to confirm"),
        ("The toll has not been confirmed.", "unverified", "has not been confirmed"),
        ("We have not been able to confirm the loss of the mill.", "unverified", "have not been able to confirm"),
        ("There was no way to check his story.", "unverified", "no way to check"),
        ("It was not possible to verify the number of dead.", "unverified", "not possible to verify"),
        ("The film, which we could not authenticate, shows a burning mill.", "unverified", "could not authenticate"),
        ("We cannot tell which side fired first.", "unverified", "cannot tell which"),
        ("The names of the dead have yet to be verified.", "unverified", "yet to be verified"),
        ("There was no independent confirmation of the raid.", "unverified", "no independent confirmation"),
        ("The figure of 300 in Letter No. 4 was too high and is withdrawn.", "retraction", "is withdrawn"),
        ("The figure of 300 in our last letter is withdrawn.", "retraction", "is withdrawn"),
        ("The militia withdrew its claim that it held the dam.", "retraction", "withdrew its claim"),
        ("The ministry acknowledged that the figure was wrong.", "retraction", "the figure was wrong"),
        ("The governor admitted that he had been mistaken.", "retraction", "he had been mistaken"),
        ("An earlier version of this story named another ford.", "retraction", "earlier version of this story"),
        ("The toll was later revised down to four.", "retraction", "revised down"),
        ("The army first put the dead at nine, then at six.", "retraction", "first put"),
        ("A priest first reported kidnapped came home on foot.", "retraction", "first reported kidnapped"),
        ("Police at first said a bus had burned; an officer later said there had been no fire.", "retraction", "later"),
        ("4. Correction to the note of 2 May: for “Oakford” read “Ashford”.", "retraction", "Correction to the note"),
        ("Last week's bulletin dated the raid to 3 May; it took place on 4 May.", "retraction", "dated the raid"),
        ("The ministry rejected the accusation.", "denial", "rejected"),
        ("The bishop said this was untrue.", "denial", "this was untrue"),
        ("The story of the poisoned well is baseless.", "denial", "is baseless"),
        ("The league had no hand in the burning of the mill.", "denial", "had no hand in"),
        ("The league had no part in the killing of the miller.", "denial", "had no part in"),
        ("The report of a raid on the mill is pure fabrication.", "denial", "fabrication"),
        ("The army did not confirm the loss of the post.", "non_confirmation", "did not confirm"),
        ("The so-called Northern Emirate burned the market.", "loaded_label", "so-called"),
        ("The judge spoke of a terrorist attack on the mill.", "loaded_label", "terrorist"),
        ("The occupying army burned the mill, and two of our brave heroes were martyred.", "loaded_label", "martyred"),
        ("Saboteurs came over the river, the ministry said.", "loaded_label", "Saboteurs"),
        (
            "He said: “We hold the hill and we stay.\n\nNobody answered.",
            "truncated_quote",
            "We hold the hill and we stay.",
        ),
        (
            "The mayor praised “the men and women who fell in the marshes and thanks their families.”",
            "truncated_quote",
            "and thanks their families",
        ),
        ("The army said its men had “repositioned” near the river.", "euphemism", "repositioned"),
        (
            "The reported capture of the port is a blow to the rebels.",
            "hedge_presupposed",
            "The reported capture of the port is",
        ),
    ],
)
def test_finding_and_its_words(engine: Engine, text: str, kind: str, words: str) -> None:
    """The finding quotes the words that gave rise to it."""
    quotes = [span.quote for f in _findings(text, engine) if f.type == kind for span in f.spans]
    assert any(words in quote for quote in quotes)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army said that the barracks had burned.", "anonymous_source"),
        ("Residents said that the barracks had burned. Our reporter saw smoke.", "anonymous_source"),
        ("The ministry issued a report on the barracks.", "anonymous_source"),
        ("The ministry verified the figures on Monday.", "unverified"),
        ("The general was wrong about the weather.", "retraction"),
        ("The army has not confirmed the raid.", "unverified"),
        ("Engineers are still trying to establish a bridge. The agency could not confirm its seats.", "denial"),
        ("Verified accounts of the bank were hacked. The minister has not been confirmed by parliament.", "unverified"),
        ("Guards were unable to check the lorry and could not verify his identity papers.", "unverified"),
        ("Three deaths have been confirmed. No soldier left. The toll was confirmed by medics.", "unverified"),
        ("Parliament revised the law. The toll was revised up to nine.", "retraction"),
        ("The figures show that the troops have been withdrawn.", "retraction"),
        ("A boy first reported missing on Friday is safe. Police later said no officer was hurt.", "retraction"),
        (
            "The army apologised for the mistake that killed nine. The ministry clarified that doctors may pass.",
            "retraction",
        ),
        ("The rebels first shelled the dam, then two bridges. He read for hours.", "retraction"),
        ("The brigade, which was withdrawn in May, is back. The offer has been withdrawn.", "retraction"),
        ("A correction of prices hit the market: wheat fell by a tenth.", "retraction"),
        ("Contrary to what many believe, the dam holds.", "retraction"),
        ("The rebels rejected the offer of talks.", "denial"),
        ("The anti-terrorist operation ended. Families were occupying the school on Martyrs Square.", "loaded_label"),
        ("The army confirmed the loss of the post.", "non_confirmation"),
        ("He said: “We stay.”\n\nNobody answered.", "truncated_quote"),
        ("He said that “the garrison fell and nobody came to help.”", "truncated_quote"),
        ("The unit repositioned near the river.", "euphemism"),
        ("Troops entered the village on Monday.", "entry_not_control"),
        ("Goma and Homs are far apart.", "alias_variation"),
    ],
)
def test_silence_on_words_that_only_look_alike(engine: Engine, text: str, kind: str) -> None:
    """A check that cannot tell says nothing."""
    assert kind not in [f.type for f in _findings(text, engine)]


def test_one_side_alone_is_one_origin(engine: Engine) -> None:
    """Army and ministry of one state are two voices and one origin."""
    text = "The Malian army said the convoy had arrived. Mali's government said that the road was safe."
    assert "single_source_chain" in [f.type for f in _findings(text, engine)]


def test_a_communique_of_our_forces_is_one_origin(engine: Engine) -> None:
    """Who publishes is who fights."""
    text = "COMMUNIQUÉ OF THE GENERAL STAFF OF UKRAINE\n\n3 May 2024\n\nOur forces repelled an attack near Lyman on Friday."
    assert "single_source_chain" in [f.type for f in _findings(text, engine)]


def test_two_sides_are_two_origins(engine: Engine) -> None:
    """A rebel group's account is an origin of its own."""
    text = "The Malian army said the convoy had arrived. JNIM said that the convoy had burned."
    assert "single_source_chain" not in [f.type for f in _findings(text, engine)]


@pytest.mark.parametrize(
    "text",
    [
        "Police said the gang had left. The mayor said the town was calm. A hospital director said nine had died.",
        "The Russian army said the town had fallen. Ukraine's deputy mayor Olena Koval said that it had not.",
        "Rebel commander Yusuf Hari said the rebels held Oakford. Governor Ana Lis confirmed that it had fallen.",
    ],
)
def test_officials_who_may_be_anybody_are_no_second_voice_of_one_side(engine: Engine, text: str) -> None:
    assert "single_source_chain" not in [f.type for f in _findings(text, engine)]


def test_spelling_variants_of_one_name(engine: Engine) -> None:
    """A dropped accent is pointed out."""
    text = "President Mamoudou Béavogui left. Critics of President Mamoudou Beavogui stayed."
    (found,) = [f for f in _findings(text, engine) if f.type == "alias_variation"]
    assert {span.quote for span in found.spans} <= {"Mamoudou Béavogui", "Mamoudou Beavogui", "Béavogui", "Beavogui"}


def test_every_type_has_one_code(engine: Engine) -> None:
    """A type never comes with two codes."""
    text = "Sources said that the rebels denied the claim. The so-called council said sources denied the charge."
    found = _findings(text, engine)
    assert len({(f.type, f.code) for f in found}) == len({f.type for f in found}) > 1


def test_all_hearsay_of_a_report_is_one_finding(engine: Engine) -> None:
    """Each chain is told, the longest decides how much it weighs."""
    text = (
        "LAKE WIRE - A baker told the Daily Courier newspaper that the mill had burned. "
        "Radio Tamani, citing a priest, said that nine had drowned."
    )
    (finding,) = (one for one in _findings(text, engine) if one.type == "attribution_depth")
    assert [span.quote for span in finding.spans] == ["told", "said", "citing"]
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lebanese police sources said that the mill had burned.", ["Lebanese police sources"]),
        ("A bishop said that the mill had burned.", ["A bishop"]),
        ("Some channels report that the mill had burned.", ["Some channels"]),
        ("An elder, Moses Garang, said that the mill had burned.", []),
        ("A ministry spokesman said that the mill had burned.", []),
        ("The parish priest said that the mill had burned.", []),
        ("Six residents said that the mill had burned.", []),
    ],
)
def test_who_is_one_of_many_has_no_name(text: str, words: list[str], engine: Engine) -> None:
    """A name behind an office, an office that only one man holds, and a crowd are no voices without a name."""
    found = [one for one in _findings(text, engine) if one.type == "anonymous_source"]
    assert [span.quote for one in found for span in one.spans] == words


def test_whoever_gives_half_a_name_has_none(engine: Engine) -> None:
    text = "The ferry's pilot, who gave only his first name, said that the mill had burned."
    (finding,) = (one for one in _findings(text, engine) if one.type == "anonymous_source")
    assert "pilot" in finding.spans[0].quote


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said raiders struck Oakford. From there they moved on to Ashford and burned it.", True),
        ("The mayor said the army struck the mill. The strikes destroyed two houses.", True),
        ("The mayor said the army struck the mill. The strikes destroyed two houses, a nurse said.", False),
        ("The mill was struck at noon. The strikes destroyed two houses.", False),
    ],
)
def test_what_goes_on_with_a_deed_may_be_its_teller_s(text: str, words: bool, engine: Engine) -> None:
    """Only behind a voice, and without a voice of its own."""
    assert any(one.type == "implicit_attribution" for one in _findings(text, engine)) is words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels walked into Gao on Friday. The army withdrew to Bamako on Saturday.", True),
        ("Rebels fought their way into Gao on Friday. The mayor said the army holds the bridge in Gao.", True),
        ("Rebels entered Gao on Friday. The mayor fled.", False),
    ],
)
def test_who_walked_in_does_not_hold(text: str, words: bool, engine: Engine) -> None:
    """Told only where the report speaks of who holds or leaves a place besides."""
    assert any(one.type == "entry_not_control" for one in _findings(text, engine)) is words

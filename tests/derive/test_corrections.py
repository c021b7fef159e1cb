"""Notes of correction in a text: what an earlier version said is withdrawn, what follows stands."""

from __future__ import annotations

import pytest

from dateline.derive import with_corrections
from dateline.model.own_text import opens_with_own_text
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.pipeline import Engine, run
from tests.cases import TOWN, CaseOf, count

EARLIER = Actor(id="anon:earlier", name="an earlier version", kind="anonymous_source")


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("An earlier version of this report said", ""),
        ("The original headline on our story had", ""),
        ("an earlier edition of this bulletin", ""),
        ("A previous version said", "This article was corrected. A previous version said"),
        ("Our dispatch of Monday", "Our dispatch of Monday wrongly said"),
    ],
)
def test_what_a_publisher_calls_its_own_earlier_text(words: str, beside: str) -> None:
    assert opens_with_own_text(words, beside=beside)


@pytest.mark.parametrize(
    "words",
    ["An earlier report by the mission", "A previous version of the accord", "Our reporter", "The report", "A version"],
)
def test_what_others_wrote_is_no_own_text(words: str) -> None:
    assert not opens_with_own_text(words, beside=f"{words} was corrected")


def note() -> CaseOf:
    told = CaseOf("An earlier version of this report said five died in Oakford. Four were killed. Rain fell.")
    place = told.means("Oakford", TOWN)
    told.claim(
        "An earlier version of this report said five died in Oakford", "kill", kind="casualty", place=place,
        roles={"quantity": told.means("five", count(5))},
    )  # fmt: skip
    told.claim("Four were killed", "kill", kind="casualty", roles={"quantity": told.means("Four", count(4))})
    return told


def test_the_first_of_two_sentences_is_retracted_and_the_second_stands() -> None:
    case = with_corrections(note().case(derived=False))
    first, second = case.claims
    assert (first.modality, first.codeable, first.factuality["src:wire"]) == ("retracted", False, "CT-")
    assert (second.modality, second.codeable) == ("asserted", True)
    assert second.place == first.place
    assert case.parse.frame.kind == "correction"


def test_a_text_without_such_words_stays_what_it_is() -> None:
    told = CaseOf("The earlier report of the mission said five died in Oakford. Four were killed.")
    told.claim("The earlier report of the mission said five died", "kill", kind="casualty")
    case = told.case(derived=False)
    assert with_corrections(case) is case


def test_a_corrected_text_as_it_is_read(engine: Engine) -> None:
    text = (
        "This story has been corrected. A previous version said the army shelled Ansongo on Monday. "
        "Rebels shelled the town."
    )
    shelled = [claim for claim in run(Report.of(text), engine=engine).claims if claim.act == "shelling"]
    assert [claim.modality for claim in shelled] == ["retracted", "asserted"]

"""Words that name another act, or none, in the registers of armies, of strikers and of reports on both."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("A coalition security force arrested a Taliban leader in Logar on Monday.", "arrested", "arrest"),
        ("Six Maoists were killed in the retaliatory fire.", "killed", "kill"),
        ("Rebels blew up five towers on Usulutan Volcano.", "blew up", "attack"),
        ("The rebels struck a police post in the town of Orsa.", "struck", "attack"),
        ("The rebels seized several firearms in the raid.", "seized", "losses"),
    ],
)
def test_they_are_coded_as_what_they_name(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Shopkeepers observed a complete strike after the raid.", "strike"),
        ("The operation will continue until the retaking of the city.", "retaking"),
        ("Police arrested four gang members as suspects.", "arrested"),
        ("The fifth guard died of injuries in hospital after an accident.", "died"),
    ],
)
def test_they_are_no_events(engine: Engine, text: str, part: str) -> None:
    assert not only(engine, text, part).codeable


def test_a_prisoner_is_whom_a_helping_verb_tells_of(engine: Engine) -> None:
    text = "The officers captured in the raid were released on Friday."
    claim = only(engine, text, "captured")
    assert (claim.act, "agent" in claim.roles) == ("arrest", False)

"""Two participles share an auxiliary: "twelve were killed and scores more injured"."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

LEAD = "GOMA, DR Congo, May 3, 2017 (AP) - A bomb exploded in Goma on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Dozens were killed and scores more injured.", ["kill", "wound"]),
        ("Twelve people were killed and another ten injured.", ["kill", "wound"]),
        ("At least four people were shot dead and many more hurt.", ["kill", "wound"]),
        ("Two soldiers were killed, three wounded and one captured.", ["kill", "wound", "arrest"]),
        ("Three villagers were killed and five abducted.", ["kill", "abduct"]),
        ("One policeman was killed and two more were hurt.", ["kill", "wound"]),
        ("The blast killed nine people and wounded 30.", ["kill", "wound"]),
        ("The blast left two dead and five injured.", ["kill", "wound"]),
        ("The raid left two officers dead and five civilians injured.", ["kill", "wound"]),
    ],
)
def test_every_participle_tells_its_own(engine: Engine, text: str, acts: list[str]) -> None:
    told = [claim for claim in claims_of(engine, LEAD + text) if claim.spans[0].start >= len(LEAD)]
    assert [claim.act for claim in told if claim.codeable] == acts

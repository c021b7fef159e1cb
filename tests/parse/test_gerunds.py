"""A gerund tells of the verb before a place, never of the place."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "gerund", "dep", "over"),
    [
        ("A bomber blew himself up at a checkpoint in Gao killing nine guards.", "killing", "advcl", "blew"),
        ("Raiders ambushed a lorry returning from the weekly market in Mopti killing six traders.", "killing", "advcl", "ambushed"),
        ("A mine exploded under a truck on the road to Bor killing the driver.", "killing", "advcl", "exploded"),
        ("Attackers stormed the prison in Owerri freeing 200 inmates.", "freeing", "advcl", "stormed"),
        ("Rockets struck the airport destroying a plane.", "destroying", "advcl", "struck"),
        ("He died in an attack killing nine guards.", "killing", "acl", "attack"),
        ("The judge met guards holding the bridge.", "holding", "acl", "guards"),
        ("Police saw men burning tyres on the road.", "burning", "ccomp", "saw"),
    ],
)  # fmt: skip
def test_a_place_does_nothing(engine: Engine, text: str, gerund: str, dep: str, over: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == gerund)
    assert (token.dep, parsed.head(token).text) == (dep, over)
    assert all(kid.left >= parsed.head(kid).left and kid.right <= parsed.head(kid).right for kid in parsed.tokens)


def test_the_place_stays_where_it_was_named(engine: Engine) -> None:
    parsed = parse(
        Report.of("A bomber blew himself up at a checkpoint in Gao killing nine guards."), parser=engine.parser
    )
    place = next(token for token in parsed.tokens if token.text == "Gao")
    assert (place.dep, parsed.head(place).text) == ("pobj", "in")

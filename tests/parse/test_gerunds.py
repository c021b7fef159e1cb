"""A gerund tells of the verb before a place, never of the place."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "gerund", "dep", "over"),
    [
        ("A bomber blew himself up near a barracks in Gao killing nine guards.", "killing", "advcl", "blew"),
        ("Raiders ambushed a lorry coming from the cattle fair in Mopti killing six traders.", "killing", "advcl", "ambushed"),
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
        Report.of("A bomber blew himself up near a barracks in Gao killing nine guards."), parser=engine.parser
    )
    place = next(token for token in parsed.tokens if token.text == "Gao")
    assert (place.dep, parsed.head(place).text) == ("pobj", "in")


@pytest.mark.parametrize(
    ("text", "word", "dep", "over"),
    [
        ("The occupiers shelled 18 hamlets in the Izyum region, damaging houses and barns.", "damaging", "advcl", "shelled"),
        ("The occupiers shelled 18 hamlets in the Izyum region, damaging houses and barns.", "houses", "dobj", "damaging"),
        ("Raiders struck a hamlet in the hills on Friday, wounding six shepherds, looting and burning barns.", "looting", "conj", "wounding"),
        ("Raiders struck a hamlet in the hills on Friday, wounding six shepherds, looting and burning barns.", "barns", "dobj", "burning"),
        ("The gang attacked the market, looting stalls and torching cars.", "torching", "conj", "looting"),
        ("The bomb exploded beside the car, wounding her and two of her sons.", "two", "conj", "her"),
        ("He killed two and the police arrested him.", "arrested", "conj", "killed"),
        ("The report lists raids, burning houses and missing persons.", "houses", "conj", "raids"),
    ],
)  # fmt: skip
def test_a_list_of_deeds_joins_deeds(engine: Engine, text: str, word: str, dep: str, over: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == word)
    assert (token.dep, parsed.head(token).text) == (dep, over)
    assert all(kid.left >= parsed.head(kid).left and kid.right <= parsed.head(kid).right for kid in parsed.tokens)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A missile ploughed into a block of flats in Kryvyi Rih on Monday.", "ploughed"),
        ("Raiders on motorbikes swept through three hamlets in Tillabéri.", "swept"),
    ],
)
def test_what_goes_into_something_goes_by_itself(engine: Engine, text: str, verb: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    assert next(token for token in parsed.tokens if token.text == verb).dep == "ROOT"


@pytest.mark.parametrize(
    ("text", "word", "dep", "over"),
    [
        ("The mayor said the raiders shot wildly with rifles, attacked Luba village, killed two men, kidnapped 17 women.", "attacked", "conj", "shot"),
        ("A gang of 40 herders, armed with bows, swooped down on a hamlet.", "swooped", "ROOT", "swooped"),
        ("Troops went on to battle raiders in the hills.", "raiders", "dobj", "battle"),
        ("Police said IS fighters killed four.", "IS", "compound", "fighters"),
        ("He said this IS a scandal.", "IS", "ccomp", "said"),
    ],
)  # fmt: skip
def test_words_of_war_that_the_model_takes_for_others(
    engine: Engine, text: str, word: str, dep: str, over: str
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == word)
    assert (token.dep, parsed.head(token).text) == (dep, over)

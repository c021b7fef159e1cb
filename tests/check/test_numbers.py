from __future__ import annotations

import pytest

from dateline.check.numbers import (
    count_conflict,
    provisional_figures,
    value_update,
)
from dateline.check.sums import part_exceeds_whole, sum_mismatch
from dateline.check.vague import vague_quantity
from dateline.model.derived import Finding
from dateline.model.text import Report
from dateline.model.world import Actor, Quantity
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, RESIDENTS, TOWN, CaseOf, count


def rival_counts(first: str, second: str, *, low: float, high: float, second_low: float | None = None) -> CaseOf:
    told = CaseOf(f"The army said {first} soldiers died in Oakford. Residents spoke of {second} dead.")
    place = told.means("Oakford", TOWN)
    other = Quantity(measure="killed", unit="people", low=second_low or high, high=None if second_low else high)
    for words, value, by in ((first, count(low), ARMY), (second, other, RESIDENTS)):
        roles = {"quantity": told.means(words, value)}
        quote = f"{first} soldiers died" if by is ARMY else f"{second} dead"
        told.claim(quote, "kill", by=by, roles=roles, place=place, kind="casualty")
    return told


def test_ranges_that_exclude_each_other_are_an_error(engine: Engine) -> None:
    told = rival_counts("twelve", "twenty-nine", low=12, high=29)
    (finding,) = count_conflict(told.case(), engine.reference)
    assert finding.computation == {"check": "count_range", "values": [12, 29], "low": 12, "high": 29}


def test_at_least_ten_and_twelve_agree(engine: Engine) -> None:
    told = rival_counts("twelve", "at least ten", low=12, high=10, second_low=10)
    assert list(count_conflict(told.case(), engine.reference)) == []


@pytest.mark.parametrize(("words", "rival"), [("Bakers counted five bodies", True), ("There were five bodies", False)])
def test_who_counted_in_the_narrators_words_is_a_rival_of_a_voice(engine: Engine, words: str, rival: bool) -> None:
    told = CaseOf(f"The army said nine people died in Oakford. {words} in Oakford.")
    place = told.means("Oakford", TOWN)
    nine, five = told.means("nine", count(9)), told.means("five", count(5))
    told.claim("nine people died", "kill", by=ARMY, roles={"quantity": nine}, place=place, kind="casualty")
    told.claim(words, "kill", roles={"quantity": five}, place=place, kind="casualty")
    assert bool(list(count_conflict(told.case(), engine.reference))) is rival


def test_one_soldier_and_seven_soldiers_are_counts_of_the_same(engine: Engine) -> None:
    text = "The Israeli army said one soldier was killed in Tyre on Friday. Hezbollah put the dead at seven Israeli soldiers."
    assert [f.computation["values"] for f in found_in(text, engine, "N101") if f.computation] == [[1, 7]]


def test_a_toll_that_a_voice_puts_lower_contradicts_the_narrators_count(engine: Engine) -> None:
    text = "At least ten villagers were shot dead near Beni in the night of Tuesday. An army spokesman in Bunia puts the toll at seven."
    assert len(found_in(text, engine, "N101")) == 1


def test_a_part_is_held_against_the_whole_of_the_same_measure_whatever_the_verb(engine: Engine) -> None:
    text = "The ministry said 40 rockets were intercepted. The mayor put the count of intercepted rockets at 52 in his district alone."
    assert [f.computation["part"] for f in found_in(text, engine, "N103") if f.computation] == [52]


def test_an_update_is_no_conflict(engine: Engine) -> None:
    told = CaseOf("The army said nine soldiers died. Residents said the toll rose to fourteen.")
    told.claim("nine soldiers died", "kill", by=ARMY, roles={"quantity": told.means("nine", count(9))}, kind="casualty")
    told.claim(
        "the toll rose to fourteen",
        "kill",
        by=RESIDENTS,
        roles={"quantity": told.means("fourteen", count(14))},
        kind="casualty",
    )
    assert list(count_conflict(told.case(), engine.reference)) == []


def test_one_voice_counts_two_sides_without_conflict(engine: Engine) -> None:
    told = CaseOf("The army said four soldiers and sixteen rebels died.")
    told.claim(
        "four soldiers",
        "kill",
        by=ARMY,
        roles={"quantity": told.means("four", count(4)), "patient": told.means("soldiers", ARMY)},
    )
    told.claim(
        "sixteen rebels",
        "kill",
        by=ARMY,
        roles={"quantity": told.means("sixteen", count(16)), "patient": told.means("rebels", REBELS)},
    )
    assert list(count_conflict(told.case(), engine.reference)) == []


@pytest.mark.parametrize(
    ("text", "numbers", "total"),
    [
        ("The blast killed 20 people (12 soldiers and 9 civilians).", ["20", "12", "9"], 21),
        (
            "Of the raiders' 50 drones, of which 30 were shot down and 25 hit houses, none returned.",
            ["50", "30", "25"],
            55,
        ),
        ("Of the 30 hostages, 12 are free and 20 are held.", ["30", "12", "20"], 32),
    ],
)
def test_parts_that_do_not_add_up(text: str, numbers: list[str], total: int, engine: Engine) -> None:
    told = CaseOf(text)
    for number in numbers:
        told.means(number, count(float(number)))
    (finding,) = sum_mismatch(told.case(), engine.reference)
    assert finding.computation is not None
    assert finding.computation["computed_total"] == total
    assert finding.computation["stated_total"] == int(numbers[0])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The blast killed 21 people (12 soldiers and 9 civilians).", ["21", "12", "9"]),
        ("The blast killed 20 people, including 3 children and 4 women.", ["20", "3", "4"]),
        ("The blast killed 20 people and wounded 30.", ["20", "30"]),
        ("Of the 30 hostages, 12 are free and 15 are held.", ["30", "12", "15"]),
        ("Word of the 30 hostages came late, 12 men and 20 women said.", ["30", "12", "20"]),
    ],
)
def test_parts_that_add_up_or_need_not(text: str, numbers: list[str], engine: Engine) -> None:
    told = CaseOf(text)
    for number in numbers:
        told.means(number, count(float(number)))
    assert list(sum_mismatch(told.case(), engine.reference)) == []
    assert list(part_exceeds_whole(told.case(), engine.reference)) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The front counted 81 killed, 12 captured and five hurt, a total of 90 casualties.", 98),
        ("Medics saw six men, two women and three children, a total of 12 people.", 11),
        (
            "Medics said six soldiers, two civilians and three rebels had been killed since the siege began on May 3, a total of 12 people.",
            11,
        ),
        ("Police found seven dead, four hurt and two missing - 14 people in all.", 13),
        ("Police found seven dead, four hurt and two missing - 13 people in all.", None),
        ("In three raids 12 soldiers died and five were hurt, a total of 17.", None),
        ("The blast killed ten people and hurt six, a total of 90 victims this month.", None),
        ("The blast killed ten people, four of them children, bringing the total of victims to 90.", None),
    ],
)
def test_those_listed_make_the_total_that_is_told_behind_them(text: str, total: int | None, engine: Engine) -> None:
    assert [f.computation["computed_total"] for f in found_in(text, engine, "N102") if f.computation] == (
        [] if total is None else [total]
    )


def found_in(text: str, engine: Engine, code: str) -> list[Finding]:
    """The findings of one code in a text that is read."""
    return [finding for finding in run(Report.of(text), engine=engine).findings if finding.code == code]


def test_whose_floor_lies_below_a_part_of_it_counts_wrong(engine: Engine) -> None:
    text = "At least 12 people, including {} prison guards, were killed in Oakford on Monday, a director said."
    (finding,) = found_in(text.format(15), engine, "N103")
    assert finding.explanation == "15 for a part is more than 12 for the whole."
    assert found_in(text.format(5), engine, "N103") == []


def test_highest_numbers_and_both_sides_of_a_split_number_are_compared(engine: Engine) -> None:
    text = (
        "The rebels said they killed 45 soldiers in Oakford on Monday. "
        "The army said three soldiers and 20 rebels were killed in Oakford on Monday. "
        "A doctor said fewer than 20 soldiers were killed in Oakford on Monday."
    )
    (finding,) = found_in(text, engine, "N101")
    assert finding.computation is not None
    assert finding.computation["values"] == [3, 20, 45]
    assert "“45”" in finding.explanation
    assert finding.explanation.endswith("; 45 is not 3.")


def test_that_no_dead_were_reported_counts_nobody(engine: Engine) -> None:
    text = "No casualties were reported in Oakford. A field hospital said nine fighters were killed in Oakford."
    assert found_in(text, engine, "N101") == []
    text = "The army said there were no casualties in Oakford. A field hospital said nine people were killed there."
    assert len(found_in(text, engine, "N101")) == 1


def test_more_children_than_dead(engine: Engine) -> None:
    told = CaseOf("The blast killed 5 people, including 7 children.")
    told.means("5", count(5))
    told.means("7", count(7))
    (finding,) = part_exceeds_whole(told.case(), engine.reference)
    assert finding.computation == {"check": "part_whole_count", "part": 7, "whole": 5}


def test_two_shares_by_one_voice_are_an_update(engine: Engine) -> None:
    told = CaseOf("Residents said rebels hold 85 percent of Oakford. In January they spoke of 80 percent.")
    place, front = told.means("Oakford", TOWN), told.means("rebels", REBELS)
    for quote, words, number in (
        ("rebels hold 85 percent", "85 percent", 85.0),
        ("they spoke of 80 percent", "80 percent", 80.0),
    ):
        roles = {"agent": front, "quantity": told.means(words, count(number, "share"))}
        told.claim(quote, "hold", by=RESIDENTS, roles=roles, place=place, kind="state", codeable=False)
    (finding,) = value_update(told.case(), engine.reference)
    assert finding.severity == "info"


def test_neutralised_is_no_number_of_dead(engine: Engine) -> None:
    told = CaseOf("The army said 60 fighters were neutralised.")
    told.claim(
        "60 fighters were neutralised",
        "kill",
        by=ARMY,
        roles={"quantity": told.means("60", count(60))},
        kind="casualty",
        codeable=False,
    )
    (finding,) = vague_quantity(told.case(), engine.reference)
    assert finding.claims == ("c1",)


def test_a_toll_that_may_rise_is_provisional(engine: Engine) -> None:
    told = CaseOf("Officials said the toll could still rise. The road is open.")
    (finding,) = provisional_figures(told.case(), engine.reference)
    assert finding.spans[0].quote == "toll could still rise"


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Initial reports speak of nine dead.", True),
        ("The figures are preliminary.", True),
        ("An initial assessment indicates that a fragment struck her.", False),
        ("The first report that he read was of the harvest.", False),
    ],
)
def test_what_is_provisional_is_a_figure(text: str, fires: bool, engine: Engine) -> None:
    case = run(Report.of(text), engine=engine).case
    assert bool(list(provisional_figures(case, engine.reference))) is fires


def test_weights_and_money_are_no_part_of_people(engine: Engine) -> None:
    told = CaseOf("Nine smugglers, including two women, were caught with 40 kg of tea worth 90 dollars.")
    for words, number in (("Nine", 9), ("two", 2), ("40 kg", 40), ("90 dollars", 90)):
        told.means(words, count(number, "count"))
    assert list(sum_mismatch(told.case(), engine.reference)) == []


def test_no_casualties_in_one_raid_do_not_contradict_the_dead_of_a_war(engine: Engine) -> None:
    text = (
        "No casualties were reported after the raid. The road is open. The staff said this. 300 rebels died this year."
    )
    told = CaseOf(text)
    told.claim(
        "No casualties were reported", "kill", by=RESIDENTS, kind="casualty", polarity="negative", codeable=False
    )
    roles = {"quantity": told.means("300", count(300))}
    told.claim("300 rebels died", "kill", by=ARMY, roles=roles, kind="casualty")
    assert list(count_conflict(told.case(), engine.reference)) == []


def test_a_monitoring_group_may_be_the_one_that_is_named_below(engine: Engine) -> None:
    told = CaseOf("About forty died, a monitoring group said. The Rights Watch counted sixty dead.")
    group = Actor(id="anon:monitoring-group", name="monitoring group", kind="anonymous_source")
    watch = Actor(id="act:watch", name="Rights Watch", kind="monitor")
    for quote, words, number, by in (("About forty died", "forty", 40, group), ("sixty dead", "sixty", 60, watch)):
        roles = {"quantity": told.means(words, count(number))}
        told.claim(quote, "kill", by=by, roles=roles, kind="casualty")
    assert list(count_conflict(told.case(), engine.reference)) == []


def test_some_of_the_victims_are_no_rival_count(engine: Engine) -> None:
    told = CaseOf("Ten people died, the army said. Three of the victims died at once, residents said.")
    for quote, words, number, by in (
        ("Ten people died", "Ten", 10, ARMY),
        ("Three of the victims", "Three", 3, RESIDENTS),
    ):
        roles = {"quantity": told.means(words, count(number))}
        told.claim(quote, "kill", by=by, roles=roles, kind="casualty")
    assert list(count_conflict(told.case(), engine.reference)) == []


def test_dead_rebels_and_dead_soldiers_are_two_counts(engine: Engine) -> None:
    told = CaseOf("The army said it killed 40 rebels. Residents said 12 soldiers had died.")
    rebels = {"quantity": told.means("40", count(40)), "patient": told.means("rebels", REBELS)}
    told.claim("killed 40 rebels", "kill", by=ARMY, roles=rebels, kind="casualty")
    soldiers = {"quantity": told.means("12", count(12, noun="soldiers"))}
    told.claim("12 soldiers had died", "kill", by=RESIDENTS, roles=soldiers, kind="casualty")
    assert list(count_conflict(told.case(), engine.reference)) == []


def test_a_part_is_compared_with_the_number_before_it_even_when_that_is_rough(engine: Engine) -> None:
    told = CaseOf("Shells killed 10 people while raids killed at least 82, among them 18 children.")
    for words, value in (("10", count(10)), ("18", count(18))):
        told.means(words, value)
    told.means("at least 82", Quantity(measure="killed", unit="people", low=82.0))
    assert list(part_exceeds_whole(told.case(), engine.reference)) == []


SUMS = "MAIDUGURI, Nigeria, June 12, 2024 (Hillcrest) - "


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Raiders stormed the post, killing four policemen and two traders, a witness said. A nurse counted six bodies.", None),
        ("Raiders stormed the post, killing four policemen and two traders, a witness said. A nurse counted ten bodies.", "4 + 2 = 6 is not 10"),
        ("The army said the raid killed 45 rebels and 43 soldiers. Rebels said 60 soldiers died.", "43 is not 60"),
        ("The army said the raid killed 45 rebels and 43 soldiers. A doctor said 88 people were killed.", None),
    ],
)  # fmt: skip
def test_what_stands_side_by_side_is_added_before_it_is_compared(
    engine: Engine, text: str, conflict: str | None
) -> None:
    found = [
        finding.explanation for finding in run(Report.of(SUMS + text), engine=engine).findings if finding.code == "N101"
    ]
    assert len(found) == (conflict is not None)
    assert all(conflict in one for one in found if conflict)


def conflicts(text: str, engine: Engine) -> list[str]:
    return [one.explanation for one in run(Report.of(text), engine=engine).findings if one.type == "count_conflict"]


def test_those_who_are_included_are_not_added(engine: Engine) -> None:
    text = (
        "OTTAWA, 12 May 2024 - Sources said 14 people were killed in Ashford on Monday; the Ashford Bar Association put the"
        " toll at 19, including four women."
    )
    assert not any("23" in why for why in conflicts(text, engine))


def test_a_surname_is_no_second_voice(engine: Engine) -> None:
    text = (
        "Talal al-Omari, the governor of Homs, said 22 people were wounded in Homs on Monday. Omari said three people were"
        " wounded in Homs on Monday."
    )
    assert conflicts(text, engine) == []


def test_two_figures_of_one_voice_are_of_two_sides(engine: Engine) -> None:
    text = (
        "Two groups clashed near Homs on Monday. One group said it had lost two men and killed 11. The health zone counted"
        " six bodies near Homs."
    )
    assert not any("2 is not 11" in why for why in conflicts(text, engine))

"""Whoever counts the dead speaks of them and killed nobody."""

from __future__ import annotations

import pytest

from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import by_rules


def counts(engine: Engine, text: str) -> list[tuple[Claim, tuple[str, ...]]]:
    """The casualty claims of a text, each with the words of its numbers."""
    case = run(Report.of(text), engine=engine).case
    rows = [claim for claim in case.claims if claim.kind == "casualty"]
    mentions = {mention.id: mention.span.quote for mention in case.resolution.mentions}
    return [(claim, tuple(mentions[one] for one in claim.roles.get("quantity", ()))) for claim in rows]


@pytest.mark.parametrize(
    ("text", "holder", "number"),
    [
        ("Amnesty International put the toll at 19 dead in Beni.", "act:amnesty", "19"),
        ("The United Nations gave a toll of 62 dead in Homs.", "act:un", "62"),
        ("MSF reported 17 dead in Bukavu.", "act:msf", "17"),
        ("Human Rights Watch counted 8 dead.", "act:hrw", "8"),
        ("Hospital sources spoke of 35 dead in Aleppo.", "anon:hospital-sources", "35"),
        ("The ministry reported nine traders killed in Jos.", "act:ministry", "nine"),
    ],
)
def test_whoever_counts_the_dead_speaks_and_kills_nobody(engine: Engine, text: str, holder: str, number: str) -> None:
    ((claim, numbers),) = counts(engine, text)
    assert (claim.act, claim.modality, claim.roles.get("agent")) == ("kill", "attributed", None)
    assert claim.voices[-1].holder == holder
    assert any(number in words for words in numbers)


def test_a_second_count_without_its_verb_is_another_voice(engine: Engine) -> None:
    first, second = counts(engine, "The African Union gave a toll of 12 dead in Baidoa, the Red Cross one of 20.")
    assert [first[0].voices[-1].holder, second[0].voices[-1].holder] == ["act:au", "act:icrc"]
    assert (second[0].act, second[1]) == ("kill", ("20",))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The morgue received 16 bodies.", "kill"),
        ("The town's clinic has admitted 22 wounded since Monday.", "wound"),
        ("The district hospital received nine dead on Sunday.", "kill"),
    ],
)
def test_who_takes_in_the_dead_and_wounded_tells_nothing(engine: Engine, text: str, act: str) -> None:
    ((claim, numbers),) = counts(engine, text)
    assert (claim.act, claim.modality, claim.codeable, len(numbers)) == (act, "asserted", True, 1)


def test_bodies_that_an_enemy_hands_over_are_no_count(engine: Engine) -> None:
    assert counts(by_rules(engine), "The army received 120 bodies from the rebels.") == []


def test_behind_a_colon_stand_the_words_of_who_is_named_before_it(engine: Engine) -> None:
    found = counts(engine, "Macron: 14 dead, more than 90 injured.")
    assert [claim.act for claim, _ in found] == ["kill", "wound"]
    for claim, numbers in found:
        assert claim.voices[-1].holder == "per:macron"
        assert "patient" not in claim.roles
        assert len(numbers) == 1


@pytest.mark.parametrize("when", ["later", "now", "earlier", "this morning"])
def test_when_somebody_spoke_may_stand_before_the_colon(engine: Engine, when: str) -> None:
    ((claim, _),) = counts(engine, f"Governor Haddad {when}: 23 killed.")
    assert claim.modality == "attributed"
    assert claim.voices[-1].holder == "per:haddad"
    assert "patient" not in claim.roles


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Local officials report 11 farmers killed and 4 missing.", "11"),
        ("The police counted 11 dead and 4 missing.", "11"),
    ],
)
def test_the_missing_are_not_counted_among_the_dead(engine: Engine, text: str, number: str) -> None:
    ((claim, numbers),) = counts(engine, text)
    assert claim.modality == "attributed"
    assert len(numbers) == 1
    assert number in numbers[0]


def test_the_wounded_behind_the_dead_are_the_same_voice_s(engine: Engine) -> None:
    found = counts(engine, "The ministry reported 12 dead and 30 injured in Beni.")
    assert [(claim.act, claim.voices[-1].holder) for claim, _ in found] == [
        ("kill", "act:ministry"),
        ("wound", "act:ministry"),
    ]


def test_a_toll_that_was_given_by_somebody_was_not_killed_by_him(engine: Engine) -> None:
    ((claim, _),) = counts(engine, "A toll of 31 dead was given by the United Nations.")
    assert "agent" not in claim.roles


def test_whoever_puts_people_to_death_is_the_killer(engine: Engine) -> None:
    ((claim, _),) = counts(engine, "The army put 40 rebels to death.")
    assert "agent" in claim.roles


def test_two_who_put_a_toll_at_two_numbers_are_two_voices(engine: Engine) -> None:
    found = counts(engine, "UNICEF put the toll at 18 dead, MSF at 26.")
    assert [(claim.voices[-1].holder, numbers) for claim, numbers in found] == [
        ("act:unicef", ("18 dead",)),
        ("act:msf", ("26",)),
    ]


@pytest.mark.parametrize("text", ["Twelve dead, according to Human Rights Watch.", "Human Rights Watch said 12 dead."])
def test_a_count_needs_no_verb(engine: Engine, text: str) -> None:
    ((claim, _),) = counts(engine, text)
    assert (claim.act, claim.voices[-1].holder) == ("kill", "act:hrw")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("OCHA tallied at least 15 dead and the army 4.", [("act:ocha", "15"), ("act:army", "4")]),
        (
            "The hospital counted 40 dead, the rebels 12 and the police nine.",
            [("anon:hospital", "40"), ("act:rebels", "12"), ("act:police", "nine")],
        ),
        ("Medics reported 12 dead, while the army reported four.", [("anon:medics", "12"), ("act:army", "four")]),
    ],
)
def test_counts_that_share_a_verb_are_told_by_each_alone(
    engine: Engine, text: str, told: list[tuple[str, str]]
) -> None:
    found = [(claim.voices[-1].holder, numbers) for claim, numbers in counts(engine, text)]
    assert [holder for holder, _ in found] == [holder for holder, _ in told]
    for (_, numbers), (_, number) in zip(found, told, strict=True):
        assert len(numbers) == 1
        assert number in numbers[0]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A toll of 31 was given by the United Nations.", "act:un"),
        ("Nineteen dead were counted by medics.", "anon:medics"),
        ("One of them counted five bodies.", "anon:one-of-them"),
        ("Thirty-one dead, according to Human Rights Watch.", "act:hrw"),
    ],
)
def test_whoever_counts_is_heard_in_every_construction(engine: Engine, text: str, holder: str) -> None:
    ((claim, numbers),) = counts(engine, text)
    assert claim.voices[-1].holder == holder
    assert len(numbers) == 1
    assert "agent" not in claim.roles


def test_what_a_verb_of_killing_shares_is_no_count(engine: Engine) -> None:
    found = counts(engine, "The army killed 40 rebels and the police 12.")
    assert all(len(claim.voices) == 1 for claim, _ in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Truck bomb hits a bazaar in Mosul; 17 dead, per police", [("kill", "17")]),
        ("Russian missile hits Odesa port; 4 dead, 11 wounded, according to the governor.", [("kill", "4"), ("wound", "11")]),
        ("Shelling in Donetsk; 3 dead, 5 wounded, per the mayor", [("kill", "3"), ("wound", "5")]),
        ("Drones hit Sumy overnight; 3 dead; 12 injured.", [("kill", "3"), ("wound", "12")]),
        ("The army shelled the town; two soldiers were wounded.", [("wound", "two")]),
        ("The army shelled the town; the rebels counted 30 dead.", [("kill", "30")]),
        ("The ministers held talks; 20 delegates came.", []),
    ],
)  # fmt: skip
def test_a_toll_behind_a_semicolon_needs_no_verb(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    found = [(claim, number.split()[0]) for claim, (number,) in counts(engine, text)]
    assert [(claim.act, number) for claim, number in found] == told
    assert all(claim.codeable for claim, _ in found)


def test_a_toll_behind_a_semicolon_died_where_the_blow_fell(engine: Engine) -> None:
    blow, *tolls = run(Report.of("Drones hit Sumy on Friday; 3 dead; 12 injured."), engine=engine).case.claims
    assert blow.place is not None
    assert blow.time is not None
    assert [(claim.place, claim.time) for claim in tolls] == [(blow.place, blow.time)] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The ministry reported 14 more deaths among its soldiers, raising its toll to 212.",
            [
                ("act:ministry", "reported 14 more deaths among its soldiers"),
                ("act:ministry", "raising its toll to 212"),
            ],
        ),
        (
            "Medics counted 40 dead, the army at least 12.",
            [("anon:medics", "counted 40 dead"), ("act:army", "the army at least 12")],
        ),
        (
            "MSF puts the toll since the siege began on 7 March at 515.",
            [("act:msf", "puts the toll since the siege began on 7 March at 515")],
        ),
    ],
)
def test_a_toll_is_told_by_who_gave_it(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    found = [(c.voices[-1].holder, " … ".join(span.quote for span in c.spans)) for c, _ in counts(engine, text)]
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "Among the casualties is a captain who led the unit, and two corporals.",
        "Among the dead was an instructor of the brigade, Captain Paul Ndala.",
        "A captain, an officer of the reserve, is among the dead.",
        "We mourn three martyrs of our brigade.",
        "Nine women among 22 dead in Aleppo blasts",
    ],
)
def test_the_dead_are_told_with_all_that_names_them(engine: Engine, text: str) -> None:
    ((claim, _),) = counts(engine, text)
    assert claim.act == "kill"
    assert len(" ".join(span.quote for span in claim.spans)) >= len(text.split(" in ")[0].rstrip("."))


def test_who_mourns_his_sons_counts_no_dead_of_a_fight(engine: Engine) -> None:
    assert counts(engine, "The family mourned three sons.") == []


def test_people_who_shelter_somewhere_hold_nothing(engine: Engine) -> None:
    acts = [
        c.act for c in run(Report.of("About 900 people are sheltering at a school in Kenge."), engine=engine).claims
    ]
    assert acts == ["displace"]

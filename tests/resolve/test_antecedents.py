"""Whom "they", "it" and "the group" mean, and when nobody can tell."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def meant(text: str, words: str, engine: Engine) -> str | None:
    """The actor id of the last mention with these words; None where it is left open."""
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    found = [m for m in mentions if m.span.quote.lower() == words]
    actor = resolution.actor(found[-1].id)
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M23 rebels entered Rutshuru and FARDC soldiers moved to Rwindi. They left on Tuesday.", "they"),
        ("RSF fighters clashed with the army in Bara. They lost 40 men.", "they"),
        ("JNIM fighters ambushed Malian soldiers and Wagner mercenaries. They retreated with losses.", "they"),
        ("Police arrested two men in Kano. They were taken to Abuja.", "they"),
    ],
)
def test_two_parties_that_may_be_meant_leave_the_pronoun_open(engine: Engine, text: str, words: str) -> None:
    assert meant(text, words, engine) is None


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("RSF fighters burned Bara, residents said. They fled after a raid.", "they", "act:rsf"),
        ("M23 rebels shot two farmers, officials say. They then burned a lorry.", "they", "act:m23"),
        ("RSF fighters attacked Bara on Friday. They killed 12 people.", "they", "act:rsf"),
        ("RSF fighters clashed with the Sudanese army in Bara. They then burned houses.", "they", "act:rsf"),
        ("The army arrived at dawn. JNIM fighters came an hour later. They withdrew before noon.", "they", "act:jnim"),
        ("The Houthis said they had hit a ship. They later withdrew the claim.", "they", "act:houthis"),
        ("The RSF left Bara. It took another town.", "it", "act:rsf"),
        ("Hezbollah fired rockets at Israeli troops. The group spoke of a warning.", "group", "act:hezbollah"),
        ("Gunmen killed a policeman. They fled on motorcycles.", "they", "act:gunmen"),
        ("M23 rebels held Sake for a day before Congolese soldiers drove them out.", "them", "act:m23"),
        ("The RSF held Bara in Sudan. RSF elements entered Kosti.", "rsf elements", "act:rsf"),
    ],
)
def test_who_acted_before_goes_on_acting(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    "text",
    [
        "Hamas and Islamic Jihad fired rockets. The group issued a statement.",
        "The Taliban attacked the ISKP in Nangarhar. The group lost ten fighters.",
    ],
)
def test_group_is_neither_of_two_groups(engine: Engine, text: str) -> None:
    assert meant(text, "group", engine) == "act:group"


def test_it_that_takes_time_is_nobody(engine: Engine) -> None:
    parsed = parse(Report.of("The RSF advanced. It took two hours to reach Bara."), parser=engine.parser)
    assert "It" not in [m.span.quote for m in mark(parsed, reference=engine.reference)]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The army said the RSF had shelled Kosti. It added that three houses burned, in Sudan.", "it", "act:saf"),
        ("Doctors Without Borders said the RSF had looted a ward. The group said it had left Zalingei.", "group", "act:msf"),
        ("The RSF ignored Human Rights Watch. It said on Friday that its men had left.", "it", "act:rsf"),
        ("In Somalia, al-Shabaab often strikes. The al-Qaeda-linked group said its men took Elasha.", "group", "act:al-shabaab"),
        ("AMISOM said several of the fighters from al-Shabaab carried mortars when they came.", "they", "act:al-shabaab"),
        ("A militia group called the White Army holds Nasir.", "militia group", "act:white-army"),
    ],
)  # fmt: skip
def test_who_speaks_on_is_who_spoke_last(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The South Sudan People's Defense Force (SSPDF) denied it.", "sspdf", "act:sspdf"),
        ("South Sudan's army denied it.", "south sudan's army", "act:sspdf"),
        ("In Sudan, the SPLA-North took Kauda.", "spla-north", "act:splm-n"),
        ("The Union for Peace in Central Africa (UPC) left Bambari, in the Central African Republic.", "upc", "act:upc-car"),
        ("In South Sudan in 2014, the SPLA said it held Bor.", "spla", "act:spla-army"),
        ("In Sudan in 1995, the SPLA said it held Kapoeta.", "spla", "act:spla"),
        ("In Sudan, the Assembly of Sudan Renewal Forces (ASRF) left.", "assembly of sudan renewal forces",
         "act:assembly-of-sudan-renewal-forces"),
    ],
)  # fmt: skip
def test_a_longer_name_is_not_the_shorter_one_in_it(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The RSF attacked Bara. \"They burned nine houses,\" the Sudanese army said.", "they", "act:rsf"),
        ("With its troops in Goma, Burundi warned the M23.", "its troops", "act:bi-forces"),
        ("In Sudan, the government armed militia forces. These militias fought the SLA.", "militias", "act:militias"),
        ("UN peacekeepers began a foot patrol in South Sudan. The patrol was shot at.", "patrol", "act:patrol"),
    ],
)  # fmt: skip
def test_who_speaks_does_not_call_himself_they(engine: Engine, text: str, words: str, actor: str) -> None:
    found = meant(text, words, engine)
    assert found is not None
    assert found.removesuffix("-forces") == actor.removesuffix("-forces")


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("In Niger, an army source said so.", "army source", "NE"),
        ("A Somali military officer said so.", "somali military officer", "SO"),
        ("In Niger, a medical source said so.", "medical source", None),
        ("In Niger, a teacher said so.", "teacher", None),
    ],
)
def test_an_unnamed_source_in_service_has_a_side(engine: Engine, text: str, words: str, side: str | None) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    (mention,) = [m for m in mentions if m.span.quote.lower() == words]
    actor = resolution.actor(mention.id)
    assert actor is not None
    assert (actor.kind, actor.side) == ("anonymous_source", side)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "The Kenyan police convoy was hit by a mine as it left Garissa. Authorities gave no toll.",
            "it",
            "act:ke-police",
        ),
        ("Ten villagers were killed by M23 rebels as they slept.", "they", "civ:villagers"),
        ("M23 rebels left Rutshuru after they lost the hill.", "they", "act:m23"),
    ],
)
def test_a_clause_goes_on_from_the_subject_that_suffers(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


def test_what_went_somewhere_goes_on_there(engine: Engine) -> None:
    text = "Kenya closed the port. The RSF moved to Bara, where it burned the market."
    assert meant(text, "it", engine) == "act:rsf"
    assert meant("Kenya closed the port. Cholera has spread to Garissa, where it took ten lives.", "it", engine) is None

"""What happened before the news is background, also where it carries no date of its own."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

LEAD = "PORT VALE, May 3, 2017 (AP) - Three soldiers died in an ambush on Tuesday.\n\n"


def coded(engine: Engine, text: str) -> list[str]:
    return [words_of(claim) for claim in claims_of(engine, LEAD + text) if claim.codeable][1:]


@pytest.mark.parametrize(
    "text",
    [
        "The conflict began when police shot dead a preacher.",
        "The insurgency broke out after soldiers burned three villages.",
        "In 2013 the army drove the rebels out of the city. Hundreds were killed.",
        "In March 2015 the guerrillas overran the barracks. They burned the archive and freed forty prisoners.",
        "Three years ago, the village buried a teacher who was killed by gunmen.",
        "Two weeks after rebels stormed the barracks, the market is open.",
        "The army had recaptured the district during the previous dry season.",
        "The rebels had looted the depot.",
        "The war in the highlands, which killed some 90,000 people, ended with a treaty.",
        "The trial over the bombing of the market in 2011, which killed 60 people, resumed on Monday.",
        "The rebels have attacked the mine several times.",
        "The army lost the town twice during the civil war.",
        "The People's Front, which seized the port after a long siege, runs its own courts there.",
    ],
)
def test_background_without_a_date_is_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("By nightfall the troops had retaken the barracks.", 1),
        ("Residents said the rebels had looted the clinic.", 1),
        ("Fighting erupted after militiamen attacked a checkpoint.", 2),
        ("In 2013 the army lost the town of Sake. On Wednesday it retook it.", 1),
        ("The rebels took the town of Sake in 2013. The army has now retaken it.", 1),
        ("The army seized Sake in January. On Tuesday rebels attacked it. Two soldiers were killed.", 2),
        ("A convoy, which was ambushed near the river, turned back.", 1),
        ("Two days after rebels stormed the barracks in Sake, they withdrew.", 2),
        ("In 2013 the rebels held Sake.\n\nFour civilians were killed.", 1),
    ],
)
def test_what_leads_back_to_the_news_is_coded(engine: Engine, text: str, count: int) -> None:
    assert len(coded(engine, text)) == count


def test_a_periodic_report_tells_of_its_period(engine: Engine) -> None:
    text = (
        "MONITORING TEAM\nMonthly report, March 2025\n\nOn 3 March rebels attacked Sake. On 28 March soldiers killed two"
        " herders in Goma. A review is scheduled for 15 May."
    )
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == ["attack", "kill"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army retook the town of Sake on Tuesday.", "retake"),
        ("A post near Sake was overrun by unknown gunmen.", "capture"),
        ("Two men on a motorcycle shot dead a ward officer outside his home.", "kill"),
        ("Footage published on Tuesday indicates that rebel forces slightly advanced north of Sake.", "advance"),
    ],
)
def test_verbs_that_the_parser_takes_for_nouns(engine: Engine, text: str, act: str) -> None:
    assert [claim.act for claim in claims_of(engine, LEAD + text) if claim.codeable][1:] == [act]

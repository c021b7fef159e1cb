"""Who holds a place is asked together with the divisions that it lies in."""

from __future__ import annotations

from datetime import date

from dateline.derive.across import Dossier
from dateline.desk.holds import Question, who_holds
from tests.derive.across.cases import control, holdings, report

DAY = date(2031, 5, 9)


def test_who_asks_for_a_town_is_also_told_of_its_division() -> None:
    rows = [
        control("k1", place="geonames:9", believer="src:north", via="state"),
        control("k2", place="geonames:9", believer="src:north", fluent="not_held", actors=("act:front",), via="state"),
        control("k3", place="geonames:3", believer="src:north", via="state"),
    ]
    dossier = Dossier(holdings=holdings([report("r1")], control=rows))
    (line,) = who_holds(dossier, Question(place="Oum Tala"), today=DAY)
    assert line.sentence == "According to North Wire: Tala Region, where Oum Tala lies – held by the army"
    assert (line.place_id, line.around) == ("geonames:9", "Oum Tala")
    assert all(not line.around for line in who_holds(dossier, Question(), today=DAY))


def test_who_asks_for_a_town_is_told_of_its_parts_and_sites_as_such() -> None:
    rows = [
        control("k1", place="report:quarter@r1", believer="src:north", via="state"),
        control("k2", place="report:base@r1", believer="src:north", actors=("act:front",), via="state"),
    ]
    dossier = Dossier(holdings=holdings([report("r1")], control=rows))
    part, site = who_holds(dossier, Question(place="Oum Tala"), today=DAY)
    assert part.sentence == "According to North Wire: Oum Tala (the eastern quarter only) – held by the army"
    assert (part.place_id, part.status) == ("geonames:1", "unknown")
    assert site.sentence == "According to North Wire: the air base in Oum Tala – held by the front"
    assert site.place_id == "report:base@r1"

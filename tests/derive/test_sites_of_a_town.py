"""What is said of a site of a town stands beside what is said of the town."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.pipeline import Engine, run

TAKEN = "Rebels overran a customs post at Mahagi on Tuesday, residents said."


def test_a_site_is_shown_with_its_town_and_by_itself(engine: Engine) -> None:
    record = run(Report.of(f"{TAKEN} The army said that it remained in full control of Mahagi."), engine=engine)
    names = {merge.place: merge for merge in record.merges}
    town = next(merge for place, merge in names.items() if place.endswith(":mahagi"))
    assert town.status == "disputed"
    assert any("in report:customs-post" in words for words in town.by_believer.values())
    assert "report:customs-post" in names
    assert "C101" in {finding.code for finding in record.findings}


def test_who_holds_a_town_may_have_lost_a_post_of_it(engine: Engine) -> None:
    record = run(Report.of(f"{TAKEN} The army said that it controls Mahagi."), engine=engine)
    assert "C101" not in {finding.code for finding in record.findings}

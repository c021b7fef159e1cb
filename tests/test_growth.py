"""What a report of twice the length costs, in calls of our own functions: steps are counted, never clocks."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import dateline
from dateline.model.text import Report
from dateline.pipeline import Engine, run

OURS = str(Path(dateline.__file__).parent)
LOOKED_UP = (
    "/derive/control.py", "/derive/merge.py", "/derive/raids.py", "/derive/unknowns.py", "/check/disputes.py",
    "/check/missing.py", "/check/wording.py", "/model/span.py", "/resolve/places.py",
)  # fmt: skip
"""Modules that look up what they compare; pairs of all with all once made them four times as dear."""
TOWNS = (
    "Azaz", "Mosul", "Idlib", "Tikrit", "Raqqa", "Kirkuk", "Manbij", "Ramadi",
    "Saraqib", "Fallujah", "Palmyra", "Baiji", "Homs", "Sinjar", "Hama", "Samarra",
    "Kobani", "Baqubah", "Afrin", "Najaf", "Latakia", "Karbala", "Tartus", "Basra",
    "Jarabulus", "Nasiriyah", "Mayadin", "Amarah", "Ariha", "Hilla", "Tabqa", "Haditha",
)  # fmt: skip
LINES = (
    "On {day} March gunmen attacked a checkpoint in {town}, killing {count} people, residents said.",
    "The army said its troops retook {town} on {day} March after the militants withdrew.",
    "The “FLA” militia denied on {day} March that it had left {town}, and called what the “GAT” said false.",
    "Rebels captured {town} on {day} March, a monitor said; the army said that it had repelled the attack.",
    "Fighting went on in {town} between the army and the rebels, and it was not clear who held the town.",
)


def log(lines: int) -> str:
    """A situation report of five lines a town."""
    told = (
        LINES[n % len(LINES)].format(
            day=1 + n // len(LINES) % 27, town=TOWNS[n // len(LINES) % len(TOWNS)], count=3 + n % 40
        )
        for n in range(lines)
    )
    return "DAMASCUS, 28 March 2016 (Wire) - Situation report.\n\n" + "\n\n".join(told)


def calls(report: Report, engine: Engine) -> Counter[str]:
    """How often functions of each of our modules are called to read a report, behind the parser."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: Any) -> None:
        where = frame.f_code.co_filename
        if event == "call" and where.startswith(OURS) and "/parse/" not in where:
            counted[where.removeprefix(OURS)] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run(report, engine=engine)
    finally:
        sys.setprofile(before)
    return counted


def test_twice_the_report_takes_about_twice_the_steps(engine: Engine) -> None:
    once, twice = (calls(Report.of(log(lines)), engine) for lines in (80, 160))
    grown = {name: (once[name], twice[name]) for name in LOOKED_UP if twice[name] > 2.6 * once[name]}
    assert grown == {}
    assert twice.total() < 2.4 * once.total()


def test_a_list_of_thousands_of_states_is_read_and_is_no_row_of_armies(engine: Engine) -> None:
    text = "Russian, Ukrainian, " * 2000 + "forces fought near Izium on 4 May 2022."
    assert run(Report.of(text), engine=engine).claims


def test_a_row_of_verbs_twice_as_long_takes_about_twice_the_steps(engine: Engine) -> None:
    once, twice = (
        calls(Report.of("Rebels " + "killed, burned, looted, " * times + "and left the town."), engine)
        for times in (40, 80)
    )
    assert twice["/claim/paired.py"] < 2.6 * once["/claim/paired.py"]


def test_a_sentence_of_twice_the_clauses_is_searched_once_for_what_speaks_against_war(engine: Engine) -> None:
    once, twice = (
        calls(Report.of("On Monday " + "gunmen shot traders, and it burned, and " * times + "all fled."), engine)
        for times in (15, 30)
    )
    grown = {name: twice[name] / once[name] for name in ("/claim/guards.py", "/claim/worlds.py")}
    assert all(ratio < 2.4 for ratio in grown.values()), grown

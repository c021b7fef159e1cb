"""Rival accounts: which reports tell of one day and place, and what two versions of one report tell differently.

There is no gold for the first part; a row names the rivals of a report (another outlet, the same day and place)
and the dimensions in which their records differ. For the second, `python -m benchmarks.yardsticks.rival_accounts
FILE` compares the altered pairs with what is known to have been changed, and prints precision and recall.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model.record import Case
from dateline.model.roles import actors_in, time_of
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run

DIMENSIONS = {
    "actor": "Actor", "place": "Place of death", "date": "Date of death", "cause": "Cause of death",
    "casualties": "Name of casualty or group",
}  # fmt: skip
CAUSES = re.compile(
    r"\b(?:chemical|gas|sarin|chlorine|barrel bomb|car bomb|suicide|air ?strike|air raid|warplane|drone|shell|mortar|rocket"
    r"|artillery|missile|shot|shooting|sniper|gunfire|execut\w+|behead\w+|mine|ied|clash|bomb)\w*",
    re.IGNORECASE,
)
FATAL = ("kill", "wound", "attack", "air_strike", "shelling", "clash", "ambush")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of who was killed where, when, by whom and how."""

    actor: frozenset[str]
    place: frozenset[str]
    date: frozenset[str]
    cause: frozenset[str]
    casualties: frozenset[str]


def account(case: Case) -> Account:
    """The account of a case; only claims of violence count, the places and days of the text stand for theirs."""
    claims = [claim for claim in case.claims if claim.act in FATAL]
    days = (time_of(case, claim) for claim in claims)
    return Account(
        actor=frozenset(actor.id for claim in claims for actor in actors_in(case, claim, "agent")),
        place=frozenset(case.places),
        date=frozenset(day.iso() for day in days if day is not None),
        cause=frozenset(match.group().casefold() for match in CAUSES.finditer(case.report.text)),
        casualties=frozenset(actor.id for claim in claims for actor in actors_in(case, claim, "patient", "target")),
    )


def differing(one: Account, other: Account) -> list[str]:
    """The dimensions of which both tell something, and nothing that the other does; one tells what the other lacks."""
    return [name for name in DIMENSIONS if _apart(getattr(one, name), getattr(other, name))]


def _apart(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return bool(one and other) and not (one <= other or other <= one)


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row per report: the reports of other outlets on the same day and place, and where they differ."""
    rows = list(docs)
    accounts = {
        doc["id"]: account(run(Report.of(doc["text"], source=doc["outlet"]), engine=engine).case) for doc in rows
    }
    for doc in rows:
        rivals = [
            r for r in rows if (r["date"], r["place"]) == (doc["date"], doc["place"]) and r["outlet"] != doc["outlet"]
        ]
        told = [{"doc": r["id"], "differs": differing(accounts[doc["id"]], accounts[r["id"]])} for r in rivals]
        yield {"doc": doc["id"], "rivals": told}


def compare(pairs: Iterable[dict[str, Any]], engine: Engine) -> Counter[str]:
    """Hits, misses and false alarms per dimension over pairs of an original and its altered version."""
    tally: Counter[str] = Counter()
    for pair in pairs:
        versions = (account(run(Report.of(pair[name]), engine=engine).case) for name in ("original", "altered"))
        found = set(differing(*versions))
        changed = {name for name, label in DIMENSIONS.items() if label in pair["changed"]}
        for name in DIMENSIONS:
            tally[f"{name} {_outcome(name in found, name in changed)}"] += 1
    return tally


def _outcome(found: bool, changed: bool) -> str:
    if found:
        return "hit" if changed else "false"
    return "missed" if changed else "silent"


def main() -> int:
    """Print precision and recall per dimension."""
    pairs = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    tally = compare(pairs, load_engine())
    for name in DIMENSIONS:
        hit, false, missed = (tally[f"{name} {word}"] for word in ("hit", "false", "missed"))
        precision, recall = hit / max(1, hit + false), hit / max(1, hit + missed)
        print(f"{name:12} p {precision:.2f}  r {recall:.2f}  changed {hit + missed}  found {hit + false}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

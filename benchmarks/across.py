"""Derivations over reports against what is known: `python -m benchmarks.across`.

* `merges`: the seven gold records ingested together; the status of every place that `expected_merge` names, on its day.
* `merges_observed`: the same from the gold records' own control observations, without the reading in between.
* `control`: the dev part of the control list through the ledger, one report a place.
* `rivals`: pairs of reports of two outlets that tell of one day and place, against the listed day and place of each.
* `altered`: what an altered version of a report changes, and alarms on versions that change nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.yardsticks.control import HOME, spelled_out
from dateline.derive.across import Dossier, control_of, events_of
from dateline.derive.across.rivals import FIELDS, account, changed, claims_by_report, rivals_of
from dateline.export.record import record_json
from dateline.model.across import BelieverState, ControlRow
from dateline.model.ledger import Holdings
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run
from dateline.store import Entry, append, holdings, open_ledger

SHARED = Path(__file__).resolve().parents[2] / "shared"
SAYS_THE_SAME = {"agreed_exit": "agreed"}
"""Words of the gold records for what is one of the five statuses."""
STATES = {"RU": "Russia", "UA": "Ukraine"}
CHANGED = {
    "Actor": "actor", "Place of death": "place", "Date of death": "date", "Cause of death": "cause",
    "Name of casualty or group": "casualties",
}  # fmt: skip
UNCHANGED = "\n\nRead more on our pages."
"""What a version adds that changes nothing."""


def measure(engine: Engine) -> dict[str, Any]:
    """All figures of this page."""
    rivals = SHARED / "bench" / "rival-accounts" / "dev"
    return {
        "merges": merges(SHARED / "gold", engine=engine),
        "merges_observed": merges(SHARED / "gold", engine=None),
        "control": control_list(SHARED / "bench" / "yardsticks" / "control" / "dev", engine=engine),
        "rivals": rival_pairs(_rows(rivals / "docs.jsonl"), engine=engine),
        "altered": altered(_rows(rivals / "altered.jsonl"), engine=engine),
    }


def ledger_of(entries: Iterable[Entry]) -> Holdings:
    """The holdings of a new ledger with these entries."""
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.ledger", write=True) as ledger:
        append(ledger, entries, by="benchmark")
        return holdings(ledger)


def entry(report: Report, *, engine: Engine) -> Entry:
    """A report with its record."""
    return Entry(report=report, record=record_json(run(report, engine=engine)))


def merges(folder: Path, *, engine: Engine | None) -> dict[str, Any]:
    """Statuses as expected, over all records' expected merges; without an engine from the records' own observations."""
    golds, entries = [], []
    for path in sorted(folder.glob("*.txt")):
        report = Report.of(path.read_text("utf-8"), name=path.name)
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        record = record_json(run(report, engine=engine)) if engine else observed(gold, report)
        golds.append((gold, record))
        entries.append(Entry(report=report, record=record))
    dossier = Dossier(holdings=ledger_of(entries))
    tally: Counter[str] = Counter()
    for gold, record in golds:
        for expected in gold["expected_merge"]:
            tally["merges"] += 1
            wanted = SAYS_THE_SAME.get(expected["disputed"], expected["disputed"])
            place = _same_place(gold, record, expected["place"])
            row = _row_on(dossier, place, date.fromisoformat(expected["at"][:10]))
            tally["right"] += row is not None and row.status == wanted
            tally["no row"] += row is None
    return {**tally, "share": tally["right"] / max(1, tally["merges"])}


def observed(gold: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A gold record in the shape of ours: same layers, our schema, the report's own id."""
    doc = {**gold["doc"], "id": report.id, "sha256": report.raw_sha256, "url": None, "title": None}
    places = [{"register": f"gold:{place['id']}", **place} for place in gold["places"]]
    return {**gold, "schema": "dateline-record/0.1", "doc": doc, "places": places, "extractor": "gold"}


def _same_place(gold: Mapping[str, Any], record: Mapping[str, Any], place: str) -> str | None:
    """The ledger's id of the place that most of the gold place's mentions mean in a record."""
    spans = [(m["start"], m["end"]) for m in gold["mentions"] if m["ref"] == place]
    refs = Counter(
        m["ref"]
        for m in record["mentions"]
        if m["kind"] == "place" and any(m["start"] < end and start < m["end"] for start, end in spans)
    )
    ref = refs.most_common(1)[0][0] if refs else place
    register = next((p.get("register") or p["id"] for p in record["places"] if p["id"] == ref), None)
    if register is not None and register.startswith("report:"):
        return f"{register}@{record['doc']['id']}"
    return register


def _row_on(dossier: Dossier, place: str | None, day: date) -> ControlRow | None:
    return next((row for row in control_of(dossier, as_of=day) if row.place == place), None)


def control_list(folder: Path, *, engine: Engine) -> dict[str, Any]:
    """Holder right, over the list; a ledger for each place, as each narrative is one report of one place."""
    golds = {row["doc"]: row["holder"] for row in _rows(folder / "gold.jsonl")}
    right = 0
    for doc in _rows(folder / "docs.jsonl"):
        report = Report.of(spelled_out(doc["place"], doc["text"]), name=doc["id"])
        dossier = Dossier(holdings=ledger_of([entry(report, engine=engine)]))
        right += holder(dossier) == golds[doc["id"]]
    return {"rows": len(golds), "right": right, "holder": right / max(1, len(golds))}


def holder(dossier: Dossier) -> str:
    """The last live state of any place of the ledger: its holder, or that it is contested."""
    live = [s for row in control_of(dossier) for s in row.live if s.fluent in ("held", "contested", "present")]
    if not live:
        return HOME
    last = max(live, key=lambda state: _told(dossier, state))
    return "Contested" if last.fluent == "contested" else _state(dossier, last)


def _told(dossier: Dossier, state: BelieverState) -> tuple[int, int]:
    """The place of a state's last words in the text, and the day it is of."""
    spans = [span for name in state.claims if name in dossier.claims for span in dossier.claims[name].spans]
    return max((start for start, _ in spans), default=0), state.word.toordinal() if state.word else 0


def _state(dossier: Dossier, state: BelieverState) -> str:
    actors = (dossier.actor(name) for name in state.actors)
    found = (STATES.get(actor.side or "") or STATES.get(actor.country or "") for actor in actors)
    return next((name for name in found if name is not None), HOME)


def rival_pairs(docs: list[dict[str, Any]], *, engine: Engine) -> dict[str, Any]:
    """Pairs of reports found, against the listed day and place; `joined` those that share an event for certain."""
    entries = [entry(Report.of(doc["text"], source=doc["outlet"], name=doc["id"]), engine=engine) for doc in docs]
    ids = {item.report.id: doc for item, doc in zip(entries, docs, strict=True)}
    dossier = Dossier(holdings=ledger_of(entries))
    pairs = {frozenset((one, other)) for one, other in combinations(sorted(ids), 2) if _rival(ids[one], ids[other])}
    found = {frozenset((r.one, r.other)) for r in rivals_of(dossier)}
    found = {pair for pair in found if len({ids[name]["outlet"] for name in pair}) > 1}
    events = events_of(dossier)
    joined = {frozenset(pair) for event in events for pair in combinations(event.reports, 2)}
    joined = {pair for pair in joined if len({ids[name]["outlet"] for name in pair}) > 1}
    return {
        "pairs": len(pairs),
        "found": len(found),
        "precision": len(found & pairs) / max(1, len(found)),
        "recall": len(found & pairs) / max(1, len(pairs)),
        "joined": len(joined),
        "joined_listed": len(joined & pairs) / max(1, len(joined)),
        "copies": len(dossier.recycling),
    }


def _rival(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    same = (one["date"], one["place"]) == (other["date"], other["place"])
    return same and one["outlet"] != other["outlet"]


def altered(pairs: list[dict[str, Any]], *, engine: Engine) -> dict[str, Any]:
    """Precision and recall of the changed fields, and alarms on versions that only got a line added."""
    tally: Counter[str] = Counter()
    for pair in pairs:
        found = told_apart(pair["original"], pair["altered"], engine=engine)
        wanted = {CHANGED[label] for label in pair["changed"] if label in CHANGED}
        for name in FIELDS:
            tally[f"{name} found"] += name in found
            tally[f"{name} changed"] += name in wanted
            tally[f"{name} both"] += name in found and name in wanted
        tally["alarms"] += bool(told_apart(pair["original"], pair["original"] + UNCHANGED, engine=engine))
    return {
        "alarms on unchanged": f"{tally['alarms']} of {len(pairs)}",
        **{name: _rates(tally, name) for name in FIELDS},
    }


def _rates(tally: Counter[str], name: str) -> dict[str, float]:
    both = tally[f"{name} both"]
    return {"p": both / max(1, tally[f"{name} found"]), "r": both / max(1, tally[f"{name} changed"])}


def told_apart(one: str, other: str, *, engine: Engine) -> tuple[str, ...]:
    """The fields that another version of a report tells otherwise, through the ledger."""
    reports = [Report.of(one, name="one"), Report.of(other, name="other")]
    dossier = Dossier(holdings=ledger_of([entry(report, engine=engine) for report in reports]))
    told = claims_by_report(dossier)
    original, version = (account(dossier, report.id, told[report.id]) for report in reports)
    return changed(original, version)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure(load_engine()), indent=1))


if __name__ == "__main__":
    main()

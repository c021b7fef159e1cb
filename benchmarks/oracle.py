"""Derivations and checks measured on gold claims: how good they are when the claims are right.

usage: python -m benchmarks.oracle --gold FOLDER [--show NAME]

A gold record becomes model values (sentences but no tokens, gold mentions, readings, attributions, claims);
derive and check run on them; the result takes the place of the gold layers and is scored by the folder's own
`score.py`. The claim layers are gold, so only control, findings and unknowns mean anything here.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, cast, get_args

from dateline.check import check
from dateline.derive import derive_control, derive_events
from dateline.model.frame import Frame
from dateline.model.record import Attribution, Case, Claim, Mention, Publication, Reading, Resolution, Voice
from dateline.model.span import Span
from dateline.model.text import Parse, Report, Sentence
from dateline.model.time import Precision, TimeRange
from dateline.model.world import Actor, ActorKind, Place, Quantity, TimeValue, Value
from dateline.reference import Reference, load_reference
from dateline.reference.codebooks import load_codebooks

Json = dict[str, Any]
KINDS: Mapping[str, ActorKind] = {
    "criminal_group": "militia", "police": "state_force", "armed_group": "rebel", "officials": "official",
    "unidentified": "unidentified_armed", "company": "organisation", "reference_work": "media",
    "person_group": "civilian",
}  # fmt: skip
COUNTRY_STEMS = {
    "Burk": "BF", "Cong": "CD", "Iraq": "IQ", "Mali": "ML", "Myan": "MM", "Russ": "RU", "Suda": "SD", "Syri": "SY",
    "Ukra": "UA", "Hait": "HT", "Kins": "CD", "Mosc": "RU",
}  # fmt: skip


class GoldCase:
    """One gold record on its way to a Case."""

    def __init__(self, record: Json, text: str) -> None:
        self.record = record
        self.report = Report.of(text, name=record["doc"]["id"])
        self.acts = record["_acts"]
        self.values = self._values()
        self.mentions: list[Mention] = []
        self.readings: list[Reading] = []
        self.by_ref: dict[str, list[Mention]] = {}

    def case(self) -> Case:
        """The case with everything up to the claims."""
        for gold in self.record["mentions"]:
            self._add(gold["id"], gold["ref"], self._span(gold), gold["kind"], gold["form"])
        claims = tuple(self._claim(gold) for gold in self.record["claims"])
        publisher = cast(Actor, self.values[self.record["report"]["publisher"]["entity"]])
        resolution = Resolution(
            mentions=tuple(sorted(self.mentions, key=lambda m: m.span.start)),
            readings=tuple(self.readings),
            publisher=publisher,
            publication=self._publication(),
            window=self._window(),
        )
        parse = Parse(report=self.report, sentences=self._sentences(), tokens=(), frame=Frame())
        return Case(parse=parse, resolution=resolution, claims=claims, attributions=self._attributions())

    def _span(self, gold: Json) -> Span:
        return self.report.span(gold["start"], gold["end"])

    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(id=gold["id"], index=i, span=self._span(gold), first=0, last=0, root=0)
            for i, gold in enumerate(self.record["sentences"])
        )

    def _values(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for entity in self.record["entities"]:
            values[entity["id"]] = _actor(entity)
        for place in self.record["places"]:
            values[place["id"]] = _place(place)
        for time in self.record["times"]:
            values[time["id"]] = _time(time)
        for quantity in self.record["quantities"]:
            values[quantity["id"]] = _quantity(quantity)
        return values

    def _add(self, name: str, ref: str, span: Span, kind: Any, form: Any) -> Mention:
        index = next((i for i, s in enumerate(self.record["sentences"]) if s["start"] <= span.start < s["end"]), None)
        mention = Mention(id=name, span=span, kind=kind, form=form, marker="gold", head=0, sentence=index)
        self.mentions.append(mention)
        if ref in self.values:
            self.readings.append(Reading(mention=name, value=self.values[ref], score=1.0, rank=1))
        self.by_ref.setdefault(ref, []).append(mention)
        return mention

    def _nearest(self, ref: str, gold: Json) -> str | None:
        """The mention of an entity that stands in the claim or next to it; one is made where none exists."""
        if ref not in self.values:
            return None
        found = self.by_ref.get(ref)
        start, end = gold["spans"][0]["start"], gold["spans"][-1]["end"]
        if found:
            return min(found, key=lambda m: (not start <= m.span.start < end, abs(m.span.start - start))).id
        kind = "place" if ref.startswith("pl:") else "time" if ref[0] == "t" else "actor"
        return self._add(f"x-{ref}", ref, self._span(gold["spans"][0]), kind, "anaphor").id

    def _claim(self, gold: Json) -> Claim:
        act = self.acts.get(gold["predicate"], gold["predicate"])
        roles: dict[str, tuple[str, ...]] = {}
        for role, value in gold["roles"].items():
            refs = value if isinstance(value, list) else [value]
            found = [self._nearest(ref, gold) for ref in refs if isinstance(ref, str)]
            if any(found):
                roles[role] = tuple(mention for mention in found if mention)
        return Claim(
            id=gold["id"], sentence=gold["sentence"] or "", spans=tuple(self._span(s) for s in gold["spans"]),
            predicate=gold["predicate"], act=act, kind=gold["kind"], voices=tuple(map(self._voice, gold["attribution"])),
            modality=gold["modality"], polarity=gold["polarity"], temporal_status=gold["temporal_status"],
            factuality=gold["factuality"], codeable=gold["codeable"], why=gold["why"], interest=gold["interest"],
            roles=roles, hedges=tuple(self._span(h) for h in gold["hedges"]),
            time=self._nearest(gold["time"], gold) if gold["time"] else None,
            place=self._nearest(gold["place"], gold) if gold["place"] else None,
            bases={k.removesuffix("_basis"): v for k, v in gold["roles"].items() if k.endswith("_basis")},
        )  # fmt: skip

    def _voice(self, gold: Json) -> Voice:
        cue, source = gold["cue"], gold["source_span"]
        return Voice(
            holder=gold["holder"], mode=gold["mode"], cue=self._span(cue) if cue else None,
            source=self._span(source) if source else None,
        )  # fmt: skip

    def _attributions(self) -> tuple[Attribution, ...]:
        found: dict[tuple[int, str], Attribution] = {}
        for gold in self.record["claims"]:
            for link in gold["attribution"][1:]:
                if not link["cue"]:
                    continue
                cue = self._span(link["cue"])
                source = (self._span(link["source_span"]),) if link["source_span"] else ()
                contents = tuple(self._span(s) for s in gold["spans"])
                one = Attribution(
                    id=f"a{len(found)}", mode=link["mode"], stance="say", verb=cue.quote, source=source, cue=(cue,),
                    contents=contents,
                )  # fmt: skip
                found.setdefault((cue.start, link["holder"]), one)
        return tuple(found.values())

    def _publication(self) -> Publication:
        gold = self.record["report"]["publication_date"]
        return Publication(range=_range(gold), stated=gold["stated"] is not None)

    def _window(self) -> TimeRange | None:
        window = self.record["report"].get("news_window")
        if not isinstance(window, list) or not all(end and end[0] != "-" for end in window):
            return None
        return _range({"earliest": window[0], "latest": window[1], "precision": "interval"})


def _actor(gold: Json) -> Actor:
    kind = KINDS.get(gold["type"], gold["type"])
    side = gold.get("side")
    state = kind in ("state_force", "government")
    if side is None and state:
        stems = (code for stem, code in COUNTRY_STEMS.items() if stem in gold["canonical"])
        side = gold.get("country") or next(stems, None)
    if side is None and (state or gold.get("party_to_conflict") or kind in ("rebel", "militia")):
        side = gold["id"]
    return Actor(
        id=gold["id"], name=gold["canonical"], kind=kind if kind in get_args(ActorKind) else "organisation",
        aliases=tuple(gold["aliases"]), side=side, includes=tuple(gold.get("includes", ())),
    )  # fmt: skip


def _place(gold: Json) -> Place:
    return Place(
        id=gold["id"], name=gold["name"], kind=gold["type"], country=gold["country"], lat=gold["lat"], lon=gold["lon"],
        part_of=gold.get("part_of"), ground=gold.get("relative_to"),
    )  # fmt: skip


def _instant(text: str, *, end: bool) -> datetime:
    if "T" in text:
        return datetime.fromisoformat(text) + timedelta(minutes=int(end))
    parts = [int(part) for part in text.split("-")]
    if not end:
        year, month, day = [*parts, 1, 1][:3]
        return datetime(year, month, day)
    if len(parts) == 1:
        return datetime(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        return datetime(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return datetime.combine(date(*parts), datetime.min.time()) + timedelta(days=1)


def _range(gold: Json) -> TimeRange:
    first, last = gold["earliest"], gold["latest"]
    precision: Precision = gold["precision"] if gold["precision"] in get_args(Precision) else "vague"
    return TimeRange(
        earliest=_instant(first, end=False) if first else None, latest=_instant(last, end=True) if last else None,
        precision=precision,
    )  # fmt: skip


def _time(gold: Json) -> TimeValue:
    return TimeValue(range=_range(gold), kind=gold["type"], bound=gold.get("bound"))


def _quantity(gold: Json) -> Quantity:
    low, high = gold["low"], gold["high"]
    vague = low is None and high is None and gold["exact"] is None
    return Quantity(
        measure=gold["measure"], unit=gold["unit"], exact=gold["exact"], low=low, high=high,
        vague=vague or bool(gold.get("vague")),
    )  # fmt: skip


def load_case(path: Path, acts: Mapping[str, str]) -> tuple[Json, Case]:
    """A gold record and the case that it describes, up to its claims."""
    record = json.loads(path.read_text("utf-8"))
    case = GoldCase({**record, "_acts": acts}, path.with_suffix(".txt").read_bytes().decode("utf-8")).case()
    return record, case


def gold_paths(folder: Path) -> Iterator[Path]:
    """The records of a folder; the folder's other JSON files are no records."""
    for path in sorted(folder.glob("*.json")):
        if path.with_suffix(".txt").exists():
            yield path


def _act_table(folder: Path) -> dict[str, str]:
    acts = json.loads((folder / "acts.json").read_text("utf-8"))["acts"]
    return {predicate: act for act, predicates in acts.items() for predicate in predicates}


def scorer(folder: Path) -> ModuleType:
    """The folder's own score.py as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def derived(case: Case, reference: Reference) -> tuple[Case, list[Json], list[Json]]:
    """The case with events and control, and its control and finding layers as JSON."""
    case = replace(case, events=derive_events(case, codebooks=load_codebooks()))
    case = replace(case, control=derive_control(case))
    control = [
        {"id": k.id, "believer": k.believer, "place": k.place, "fluent": k.fluent, "actors": list(k.actors)}
        for k in case.control
    ]
    findings = [
        {"id": f.id, "type": f.type, "severity": f.severity, "claims": list(f.claims), "explanation": f.explanation,
         "spans": [{"start": s.start, "end": s.end, "quote": s.quote} for s in f.spans]}
        for f in check(case, reference=reference)
    ]  # fmt: skip
    return case, control, findings


def _per_type(tally: dict[str, Counter[str]], gold: Json, findings: list[Json]) -> None:
    left = list(findings)
    for one in gold["findings"]:
        row = tally.setdefault(f"{one['type']} {one['severity']}", Counter())
        row["gold"] += 1
        hit = next((f for f in left if _same_finding(one, f)), None)
        if hit is not None:
            left.remove(hit)
            row["tp"] += 1
            row["severity"] += hit["severity"] == one["severity"]
    for other in left:
        tally.setdefault(f"{other['type']} {other['severity']}", Counter())["false"] += 1


def _same_finding(gold: Json, found: Json) -> bool:
    if gold["type"] != found["type"]:
        return False
    if not gold["spans"]:
        return True
    return any(g["start"] < f["end"] and f["start"] < g["end"] for g in gold["spans"] for f in found["spans"])


def _show(gold: Json, control: list[Json], findings: list[Json]) -> None:
    def key(k: Json) -> tuple[str, str, str, str]:
        return (k["place"], k["believer"], k["fluent"], ",".join(sorted(k["actors"])))

    ours, theirs = Counter(map(key, control)), Counter(map(key, gold["control"]))
    for mark, rows in (("-", theirs - ours), ("+", ours - theirs)):
        for row in sorted(rows):
            print(f"  K{mark} {' | '.join(row)}")
    left = list(findings)
    for one in gold["findings"]:
        hit = next((f for f in left if _same_finding(one, f)), None)
        if hit is None:
            print(f"  F- {one['type']} {one['severity']} {[s['quote'][:60] for s in one['spans']]}")
        else:
            left.remove(hit)
    for other in left:
        print(f"  F+ {other['type']} {other['severity']} {[s['quote'][:60] for s in other['spans']]}")


def main() -> int:
    """Score every record of the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True, type=Path)
    parser.add_argument("--show", help="print the differences of records whose name contains this")
    options = parser.parse_args()
    home = options.gold if (options.gold / "score.py").exists() else options.gold.parent / "gold"
    module, acts, reference = scorer(home), _act_table(home), load_reference()
    tally, per_type = module.Tally(), dict[str, Counter[str]]()
    for path in gold_paths(options.gold):
        gold, case = load_case(path, acts)
        _, control, findings = derived(case, reference)
        module.score(gold, {**gold, "control": control, "findings": findings}, tally)
        _per_type(per_type, gold, findings)
        if options.show is not None and options.show in path.name:
            print(path.name)
            _show(gold, control, findings)
    for name, row in tally.table().items():
        if name.startswith(("control", "findings")):
            print(f"{name:26}", "  ".join(f"{k} {v}" for k, v in row.items()))
    for name, row in sorted(per_type.items()):
        print(f"  {name:36}", "  ".join(f"{k} {v}" for k, v in row.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

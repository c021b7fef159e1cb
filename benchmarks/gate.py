"""The relevance gate: what it lets through and turns away, source by source, and what it saves on a stream of news.

The weights were fitted on the reports of `muc4`, `wikiwars` and `control`, and the threshold was set on all sources here, so
these figures are what the gate was tuned to, not what it does on unseen text.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.gate import relevant
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.reference.relevance import RelevanceLexicon

CONFLICT = ("gold", "gold-real", "muc4", "isaf", "control", "rival-accounts", "wikiwars")
ORDINARY = ("polnear", "tempeval3", "tr-news")
MIX_TEXTS, MIX_CONFLICT, SEED = 100, 5, 1


def texts(shared: Path) -> dict[str, list[str]]:
    """The texts by source: reports of conflict (of MUC-4 those with an incident), and news as it comes."""
    bench = shared / "bench" / "yardsticks"
    incidents = {row["doc"] for row in _rows(bench / "muc4" / "dev" / "gold.jsonl") if row["templates"]}
    documents = {
        "muc4": (row for row in _rows(bench / "muc4" / "dev" / "docs.jsonl") if row["id"] in incidents),
        "isaf": _rows(bench / "isaf" / "dev" / "docs.jsonl"),
        "control": _rows(bench / "control" / "dev" / "docs.jsonl"),
        "rival-accounts": _rows(shared / "bench" / "rival-accounts" / "dev" / "docs.jsonl"),
        "wikiwars": _rows(bench / "time-wikiwars" / "dev" / "docs.jsonl"),
        "polnear": _rows(bench / "attribution" / "dev" / "docs.jsonl"),
        "tempeval3": _rows(bench / "time-tempeval3" / "dev" / "docs.jsonl"),
        "tr-news": (row for row in _rows(bench / "places" / "dev" / "docs.jsonl") if row["group"] == "trnews"),
    }
    records = {
        name: [path.read_text("utf-8") for path in sorted((shared / name).glob("*.txt"))] for name in CONFLICT[:2]
    }
    return records | {name: [row["text"] for row in rows] for name, rows in documents.items()}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(shared: Path, *, engine: Engine) -> dict[str, Any]:
    """All figures: shares of texts that pass, the gate's speed, and the mix."""
    sources = texts(shared)
    lexicon = engine.reference.relevance
    decisions = {name: [relevant(Report.of(t), lexicon).decision for t in found] for name, found in sources.items()}
    passed = {name: sum(d != "nothing_found" for d in row) / len(row) for name, row in decisions.items()}
    short = {name: sum(d == "too_short_to_tell" for d in row) / len(row) for name, row in decisions.items()}
    return {
        "recall_of_conflict": {name: passed[name] for name in CONFLICT},
        "of_these_too_short_to_tell": {name: short[name] for name in CONFLICT if short[name]},
        "ordinary_news_let_through": {name: passed[name] for name in ORDINARY},
        "gate_words_per_s": gate_speed([text for found in sources.values() for text in found], lexicon),
        "mix": mixed(sources, engine=engine),
    }


def gate_speed(found: list[str], lexicon: RelevanceLexicon) -> int:
    """Words a second of the gate alone, the best of three rounds."""
    best = min(_seconds(lambda text: relevant(Report.of(text), lexicon), found) for _ in range(3))
    return round(_words(found) / best)


def mixed(sources: dict[str, list[str]], *, engine: Engine) -> dict[str, Any]:
    """Words a second on 5 % conflict and 95 % other texts: the bare parse, the pipeline without and with the gate.

    All three read the same texts in the same process, in turn.
    """
    chosen = draw(sources)
    parse = _seconds(lambda text: engine.parser.pipeline(text), chosen)
    whole = _seconds(lambda text: run(Report.of(text), engine=engine), chosen)
    gated = _seconds(lambda text: run(Report.of(text), engine=engine, gate=True), chosen)
    words = _words(chosen)
    return {
        "texts": len(chosen),
        "words": words,
        "read": sum(relevant(Report.of(text), engine.reference.relevance).relevant for text in chosen),
        "parse_words_per_s": round(words / parse),
        "pipeline_words_per_s": round(words / whole),
        "gated_words_per_s": round(words / gated),
    }


def draw(sources: dict[str, list[str]]) -> list[str]:
    """The texts of the mix, seeded: conflict from every source alike, other news from all that there is."""
    chance = random.Random(SEED)
    conflict = [chance.choice(sources[name]) for name in chance.sample(CONFLICT[1:-1], MIX_CONFLICT)]
    other = chance.sample([text for name in ORDINARY for text in sources[name]], MIX_TEXTS - MIX_CONFLICT)
    return [*conflict, *other]


def _words(found: Iterable[str]) -> int:
    return sum(len(text.split()) for text in found)


def _seconds(work: Callable[[str], object], found: Iterable[str]) -> float:
    began = time.perf_counter()
    for text in found:
        work(text)
    return time.perf_counter() - began

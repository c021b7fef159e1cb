"""Words a second of the whole pipeline beside the bare spaCy parse of the same texts, in one process."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.claim import attribute, claim
from dateline.mark import mark
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine, run
from dateline.resolve import resolve


def sample(yardsticks: Path, each: int = 25) -> list[str]:
    """The first texts of several yardsticks: news, wires in capitals, press releases."""
    found: list[str] = []
    for name in ("places", "time-tempeval3", "attribution", "muc4", "isaf"):
        with (yardsticks / name / "dev" / "docs.jsonl").open(encoding="utf-8") as lines:
            found += [json.loads(line)["text"] for line in islice(lines, each)]
    return found


def _seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    began = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - began


def measure(texts: list[str], *, engine: Engine, rounds: int = 3) -> dict[str, Any]:
    """Best of some rounds, parse and pipeline in turn so that noise hits both; memory in MiB."""
    words = sum(len(text.split()) for text in texts)
    bare = whole = float("inf")
    for _ in range(rounds):
        bare = min(bare, _seconds(lambda text: engine.parser.pipeline(text), texts))
        whole = min(whole, _seconds(lambda text: run(Report.of(text), engine=engine), texts))
    return {
        "texts": len(texts),
        "words": words,
        "parse_words_per_s": round(words / bare),
        "pipeline_words_per_s": round(words / whole),
        "ratio": round(bare / whole, 3),
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def stages(texts: list[str], *, engine: Engine) -> dict[str, float]:
    """Seconds that each stage takes on the texts; the rest is derive and check."""
    spent = dict.fromkeys(("parse", "mark", "resolve", "attribute", "claim"), 0.0)
    reference = engine.reference
    for text in texts:
        at = [time.perf_counter()]
        parsed = parse(Report.of(text), parser=engine.parser)
        at.append(time.perf_counter())
        mentions = mark(parsed, reference=reference)
        at.append(time.perf_counter())
        resolution = resolve(parsed, mentions, reference=reference)
        at.append(time.perf_counter())
        attributions, quotes = attribute(parsed, resolution, reference=reference)
        at.append(time.perf_counter())
        claims, _ = claim(parsed, resolution, attributions, reference=reference)
        Case(parse=parsed, resolution=resolution, attributions=attributions, quotes=quotes, claims=claims)
        at.append(time.perf_counter())
        for name, begin, end in zip(spent, at, at[1:], strict=False):
            spent[name] += end - begin
    return {name: round(seconds, 2) for name, seconds in spent.items()}

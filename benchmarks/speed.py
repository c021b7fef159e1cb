"""Words a second of the whole pipeline beside the bare spaCy parse of the same texts, in one process."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable
from itertools import islice
from math import inf
from pathlib import Path
from typing import Any

from dateline.claim import attribute, claim
from dateline.mark import mark
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.parse import parse
from dateline.parse.spacy_parser import UNUSED
from dateline.pipeline import Engine, run
from dateline.resolve import resolve


def sample(yardsticks: Path, each: int = 25) -> list[str]:
    """The first texts of several yardsticks: news, wires in capitals, press releases."""
    found: list[str] = []
    for name in ("places", "time-tempeval3", "attribution", "muc4", "isaf"):
        with (yardsticks / name / "dev" / "docs.jsonl").open(encoding="utf-8") as lines:
            found += [json.loads(line)["text"] for line in islice(lines, each)]
    return found


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    work(text)
    return time.perf_counter() - began


def measure(texts: list[str], *, engine: Engine, rounds: int = 4) -> dict[str, Any]:
    """Each text's best of some rounds, parse and pipeline in turn; memory in MiB.

    The least disturbed run of each text is what the program costs; a whole round is never undisturbed on a machine
    that others use too. The bare parse is that of the model as it is shipped; the pipeline leaves out the components that it
    does not use, and `ratio_used` compares it with a parse that does so, too.
    """
    words = sum(len(text.split()) for text in texts)
    bare, used, whole = ([inf] * len(texts) for _ in range(3))
    for _ in range(rounds):
        for at, text in enumerate(texts):
            bare[at] = min(bare[at], _seconds(engine.parser.pipeline, text))
            used[at] = min(used[at], _seconds(lambda text: engine.parser.pipeline(text, disable=UNUSED), text))
            whole[at] = min(whole[at], _seconds(lambda text: run(Report.of(text), engine=engine), text))
    return {
        "texts": len(texts),
        "words": words,
        "parse_words_per_s": round(words / sum(bare)),
        "pipeline_words_per_s": round(words / sum(whole)),
        "ratio": round(sum(bare) / sum(whole), 3),
        "ratio_used": round(sum(used) / sum(whole), 3),
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

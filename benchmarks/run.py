"""Run one yardstick on any folder of its form: `python -m benchmarks.run NAME --data FOLDER --out FILE`.

NAME is a folder name of the yardsticks, or `gold` (then FILE is a folder that gets one record a text).
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import gold
from dateline.pipeline import Engine, load_engine

Predict = Callable[[Iterable[dict[str, Any]], Engine], Iterator[dict[str, Any]]]

YARDSTICKS: dict[str, str] = {
    "places": "places",
    "time-tempeval3": "timex",
    "time-wikiwars": "timex",
    "attribution": "attribution",
    "control": "control",
    "rival-accounts": "rival_accounts",
    "muc4": "muc4",
    "isaf": "isaf",
    "case2021": "case2021",
}
"""Yardstick → the module of `benchmarks.yardsticks` that runs it."""


def runner(name: str) -> Predict | None:
    """The yardstick's `predict`; None while nobody has written one."""
    try:
        module = importlib.import_module(f"benchmarks.yardsticks.{YARDSTICKS[name]}")
    except ModuleNotFoundError:
        return None
    predict: Predict = module.predict
    return predict


def documents(folder: Path) -> list[dict[str, Any]]:
    """The rows of docs.jsonl."""
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def run_yardstick(name: str, folder: Path, out: Path, *, engine: Engine) -> int:
    """Write the predictions for a folder; the number of documents read."""
    predict = runner(name)
    if predict is None:
        raise SystemExit(f"no runner for yardstick {name!r} yet; there are: {', '.join(sorted(YARDSTICKS))}, gold")
    docs = documents(folder)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for row in predict(_with_progress(name, docs), engine):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(docs)


def _with_progress(name: str, docs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The documents, with a line on stderr every ten seconds."""
    began = last = time.monotonic()
    for number, doc in enumerate(docs):
        now = time.monotonic()
        if now - last > 10:
            rate = number / (now - began)
            left = (len(docs) - number) / rate
            print(f"{name}: {number}/{len(docs)} documents, {rate:.1f}/s, {left:.0f} s left", file=sys.stderr)
            last = now
        yield doc


def main() -> None:
    """Run one yardstick."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=[*YARDSTICKS, "gold"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    engine = load_engine()
    if options.name == "gold":
        gold.predict(options.data, options.out, engine=engine)
    else:
        run_yardstick(options.name, options.data, options.out, engine=engine)


if __name__ == "__main__":
    main()

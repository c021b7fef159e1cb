"""What is coded in ordinary prose and what is missed where the same words are meant: `python -m benchmarks.ordinary`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run

FILE = Path(__file__).with_suffix(".toml")


def measure(engine: Engine, file: Path = FILE) -> dict[str, Any]:
    """Coded claims in all and per 1,000 words of ordinary prose, the share of the marked events that are coded, the faults."""
    texts = tomllib.loads(file.read_text("utf-8"))
    coded = [(name, claim) for name, text in texts["ordinary"].items() for claim in _coded(text, engine)]
    events = [event for text in texts["earnest"].values() for event in _events(text, engine)]
    words = sum(len(text.split()) for text in texts["ordinary"].values())
    return {
        "coded": len(coded),
        "coded_per_1000_words": 1000 * len(coded) / words,
        "found": sum(found for _, found in events) / len(events),
        "faults": [
            *(f"{name}: {claim.act}: “{' … '.join(span.quote for span in claim.spans)}”" for name, claim in coded),
            *(f"missed: “{marked}”" for marked, found in events if not found),
        ],
    }


def _coded(text: str, engine: Engine) -> tuple[Claim, ...]:
    return tuple(claim for claim in run(Report.of(text), engine=engine).claims if claim.codeable)


def _events(text: str, engine: Engine) -> Iterator[tuple[str, bool]]:
    """Every marked event with the words around it, and whether a coded claim covers it."""
    pieces = re.split(r"\[([^\]]*)\]", text)
    plain = "".join(pieces)
    covered = {at for claim in _coded(plain, engine) for span in claim.spans for at in range(span.start, span.end)}
    for index in range(1, len(pieces), 2):
        start = sum(map(len, pieces[:index]))
        end = start + len(pieces[index])
        yield plain[max(0, start - 30) : end + 20], covered >= set(range(start, end))


def main() -> None:
    """Print the figures, and every fault."""
    print(json.dumps(measure(load_engine()), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()

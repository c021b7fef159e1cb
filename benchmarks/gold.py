"""Score the pipeline on gold records, layer by layer: `python -m benchmarks.gold --gold FOLDER`.

`FOLDER` holds NAME.txt beside NAME.json; `score.py` and `verify.py` are looked for there, beside it in `gold`, and in the
`shared/gold` beside the checkout.
Only the text is read, and the outlet where the text itself does not name it (the record then knows it from the
data set's metadata, as a desk knows where a text came from and says so with `--source`); `--text-only` leaves that out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.export.record import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run

SHARED = Path(__file__).resolve().parents[2] / "shared"


def load_module(path: Path) -> ModuleType:
    """A stand-alone script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def beside(folder: Path, name: str) -> Path:
    """The scorer in the folder itself, in the folder `gold` next to it, or in the shared one."""
    places = (folder, folder.parent / "gold", SHARED / "gold")
    found = next((place / name for place in places if (place / name).exists()), None)
    if found is None:
        raise FileNotFoundError(f"{name} is neither in {' nor in '.join(map(str, places))}")
    return found


def texts(folder: Path, *, text_only: bool = False) -> Iterator[tuple[str, Report]]:
    """The name and report of every text of the folder."""
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_bytes()
        source = None if text_only else outlet(path.with_suffix(".json"))
        report = Report.of(raw.decode("utf-8"), name=str(path.resolve()), source=source)
        yield path.stem, report


def outlet(path: Path) -> str | None:
    """The outlet that the data set's metadata names and the text does not."""
    if not path.exists():
        return None
    record = json.loads(path.read_text("utf-8"))
    publisher = record.get("report", {}).get("publisher", {})
    if not publisher or publisher.get("span"):
        return None
    names = [e["canonical"] for e in record["entities"] if e["id"] == publisher["entity"]]
    return names[0] if names and not names[0].startswith("unnamed") else None


def predict(folder: Path, out: Path, *, engine: Engine, text_only: bool = False) -> None:
    """Write the record of every text of the folder to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    for name, report in texts(folder, text_only=text_only):
        record = record_json(run(report, engine=engine))
        (out / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def score(folder: Path, out: Path) -> dict[str, Any]:
    """The table of score.py."""
    scorer = load_module(beside(folder, "score.py"))
    tally = scorer.Tally()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "claims" not in gold:
            continue
        file = out / path.name
        pred = json.loads(file.read_text("utf-8")) if file.exists() else {}
        scorer.score(gold, {layer: pred.get(layer, []) for layer in scorer.LAYERS}, tally)
    table: dict[str, Any] = tally.table()
    return table | {"verbatim": verbatim(folder, out)}


def verbatim(folder: Path, out: Path) -> dict[str, int]:
    """How many records verify.py finds nothing to say about (but for our own name of the schema)."""
    paths = sorted(out.glob("*.json"))
    command = [sys.executable, str(beside(folder, "verify.py")), *map(str, paths)]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    faults = [line for line in lines if line.startswith("    ") and "'dateline-gold/0.1' was expected" not in line]
    heads = [line.split(":")[0] for line in lines if line.startswith(("ok  ", "FAIL"))]
    bad = _bad(lines)
    for fault in faults[:20]:
        print(fault)
    return {"right": len(heads) - len(bad), "of": len(paths)}


def _bad(lines: list[str]) -> set[str]:
    """The records below whose head a real fault stands."""
    bad: set[str] = set()
    head = ""
    for line in lines:
        if line.startswith(("ok  ", "FAIL")):
            head = line.split(":")[0]
        elif line.startswith("    ") and "'dateline-gold/0.1' was expected" not in line:
            bad.add(head)
    return bad


def show(table: dict[str, Any]) -> None:
    """Print one line a layer."""
    for name, row in sorted(table.items()):
        cells = " ".join(f"{key}={value}" for key, value in row.items())
        print(f"{name:28} {cells}")


def main() -> None:
    """Predict and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="keep the records in this folder")
    parser.add_argument("--text-only", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        predict(options.gold, out, engine=load_engine(), text_only=options.text_only)
        table = score(options.gold, out)
    if options.json:
        print(json.dumps(table, indent=1))
    else:
        show(table)


if __name__ == "__main__":
    main()

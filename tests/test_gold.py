"""The contract in ../shared: records validate, quote their texts, and keep the floors that were reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from benchmarks import gold
from dateline.pipeline import Engine

FLOORS = Path(__file__).with_name("floors.json")


@pytest.fixture(scope="module", params=["gold", "gold-real"])
def scored(
    request: pytest.FixtureRequest, shared: Path, engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, dict[str, Any]]:
    """Name, folder of predicted records, score table."""
    folder = shared / request.param
    out = tmp_path_factory.mktemp(request.param)
    gold.predict(folder, out, engine=engine)
    return request.param, out, gold.score(folder, out)


@pytest.mark.shared
def test_every_record_is_verbatim_and_consistent(scored: tuple[str, Path, dict[str, Any]]) -> None:
    _, out, table = scored
    assert table["verbatim"]["right"] == table["verbatim"]["of"] == len(list(out.glob("*.json")))


@pytest.mark.shared
def test_every_record_validates(scored: tuple[str, Path, dict[str, Any]], shared: Path) -> None:
    schema = json.loads((shared / "gold" / "record.schema.json").read_text("utf-8"))
    schema["properties"]["schema"] = {"const": "dateline-record/0.1"}
    validator = jsonschema.Draft202012Validator(schema)
    for path in scored[1].glob("*.json"):
        errors = [
            f"{path.stem}: {e.json_path}: {e.message}"
            for e in validator.iter_errors(json.loads(path.read_text("utf-8")))
        ]
        assert errors == []


@pytest.mark.shared
def test_no_layer_falls_below_its_floor(scored: tuple[str, Path, dict[str, Any]]) -> None:
    name, _, table = scored
    bounds: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))[name]
    reached = {figure: row["f1"] if "f1" in row else row.get("acc") for figure, row in table.items()}
    assert {f: (reached[f], floor) for f, floor in bounds["at_least"].items() if reached[f] < floor} == {}
    assert {f: (reached[f], roof) for f, roof in bounds["at_most"].items() if reached[f] > roof} == {}

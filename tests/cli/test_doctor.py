"""`dateline doctor` says what is there and what others' weights mean."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.cli.doctor import act_reader_check, weights_check
from dateline.reference.act_reader import ActReader, load_act_reader
from dateline.reference.weights import weights_sha256
from tests.cli.conftest import Call


def test_the_house_is_in_order(call: Call) -> None:
    result = call("doctor", "--format", "json")
    rows = {row["name"]: row for row in json.loads(result.stdout)}
    assert result.exit_code == 0
    assert rows["parser"]["state"] == rows["weights"]["state"] == rows["gazetteer"]["state"] == "ok"


def test_a_missing_model_is_named_with_its_remedy(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('parser.model = "no_such_model"\n', encoding="utf-8")
    result = call("doctor")
    assert result.exit_code == 2
    assert "missing  parser: no English model is installed: looked for no_such_model" in result.stdout
    assert "install it, or name none" in result.stdout


def test_other_weights_are_a_warning(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"weights")
    check = weights_check(tmp_path)
    assert check.state == "warning"
    assert "measured" in check.remedy


def test_the_digest_is_of_weights_and_their_names_alone(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"weights")
    before = weights_sha256(tmp_path)
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert weights_sha256(tmp_path) == before
    (tmp_path / "model").rename(tmp_path / "other")
    assert weights_sha256(tmp_path) != before


def test_a_missing_reader_of_acts_is_a_warning(tmp_path: Path) -> None:
    check = act_reader_check(ActReader(file=tmp_path / "none.onnx", words=tmp_path / "none.txt"))
    assert check.state == "warning"
    assert "characterise" in check.remedy
    assert act_reader_check(load_act_reader()).state == "ok"


def test_a_damaged_reader_of_acts_is_missing(tmp_path: Path) -> None:
    (tmp_path / "acts.onnx").write_bytes(b"rubbish")
    check = act_reader_check(ActReader(file=tmp_path / "acts.onnx", words=load_act_reader().words))
    assert (check.state, "install the package again" in check.found) == ("missing", True)

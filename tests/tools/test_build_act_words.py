"""The recipe for the reader of acts, on a handful of lines."""

from __future__ import annotations

from pathlib import Path

from dateline.claim.by_words import OPEN
from dateline.pipeline import Engine
from dateline.reference.act_words import ActWords
from tools.build_act_words import CLAUSES, fit, held_out, lessons, written

LINES = """\
assess\tthe price of rice has doubled
assess\tthe price of maize has doubled
assess\ta sack of maize costs 40 francs
say\tthe minister gave no details
say\tthe governor gave no details
say\tthe mayor gave no reason
"""


def test_the_same_lines_give_the_same_file_and_it_reads_them(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "clauses.tsv"
    file.write_text(LINES, "utf-8")
    taught = tuple(lessons(file, engine))
    assert [one.act for one in taught] == ["assess"] * 3 + ["say"] * 3
    assert written(fit(taught)) == written(fit(tuple(lessons(file, engine))))
    (tmp_path / "weights.gz").write_bytes(written(fit(taught)))
    reader = ActWords(file=tmp_path / "weights.gz")
    chances = [reader.chances(one.features) for one in taught]
    assert [max(one, key=lambda act: one[act]) for one in chances] == [one.act for one in taught]


def test_what_is_held_out_counts_only_lines_that_may_be_doubted(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "clauses.tsv"
    file.write_text(LINES, "utf-8")
    taught = tuple(lessons(file, engine))
    found = held_out(taught, 3)
    assert found["asked"] == sum(one.ruled in OPEN for one in taught)
    assert found["rules"] <= found["asked"] >= found["reader"]


def test_every_line_that_ships_is_an_act_and_a_clause(engine: Engine) -> None:
    acts = set(engine.reference.acts.acts()) | {"cite_law"}
    rows = [line.split("\t") for line in CLAUSES.read_text("utf-8").splitlines()]
    assert len(rows) > 3_000
    assert all(len(row) == 2 and row[0] in acts and row[1].strip() for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)

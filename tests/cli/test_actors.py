"""`dateline actors`: lists come in, are listed, used and taken out."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.cli.config import actors_folder
from dateline.reference import load_reference
from tests.cli.conftest import Call

LIST = "ActorId,NameData,Org,Location\n9001,Orchard Liberation Front,1,Mali\n9002,Hill people,3,Mali\n"


def test_a_list_is_taken_in_listed_and_taken_out(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "Orchard actors.csv"
    path.write_text(LIST, "utf-8")
    dry = call("actors", "import", path, "--dry-run")
    assert (dry.exit_code, dry.stdout) == (
        3,
        "orchard-actors (ucdp) would be added: 1 actors, 0 known already, 1 rejected\n",
    )
    assert "no list was imported" in call("actors", "list").stdout
    done = call("actors", "import", path, "--errors", "bad.jsonl")
    assert done.exit_code == 3
    assert "line 3: Org 3" in done.stderr
    assert json.loads((tmp_path / "bad.jsonl").read_text("utf-8"))["line"] == 3
    (one,) = json.loads(call("actors", "list", "--format", "json").stdout)
    assert (one["name"], one["form"], one["actors"]) == ("orchard-actors", "ucdp", 1)
    assert "orchard-actors" in call("actors", "list").stdout
    found = load_reference(actors=actors_folder()).actors.named("Orchard Liberation Front")
    assert [actor.id for actor in found] == ["act:ucdp-9001"]
    assert "1 actors" in call("actors", "remove", "orchard-actors", "--dry-run").stdout
    assert "removed: 1 actors" in call("actors", "remove", "orchard-actors").stdout
    assert call("actors", "remove", "orchard-actors").exit_code == 2


def test_what_is_no_list_is_told_in_a_line(call: Call, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    done = call("actors", "import", "x.csv")
    assert (done.exit_code, done.stdout) == (4, "")
    assert "expected the columns ActorId and NameData" in done.stderr
    (tmp_path / "y.csv").write_text("ActorId,NameData\nx,Somebody\n", "utf-8")
    assert call("actors", "import", "y.csv").exit_code == 4


def test_the_configuration_names_the_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('actors = "lists"\n', "utf-8")
    (tmp_path / "a.csv").write_text(LIST, "utf-8")
    call("actors", "import", "a.csv", "--name", "Mine")
    assert (tmp_path / "lists" / "mine.tsv").exists()

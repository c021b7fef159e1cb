"""Lists of actors of others: what is taken, what is not and why, and that the register's own actors stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ConfigurationError, InputError, UsageError
from dateline.reference.actor_folder import imported_lists, imported_rows, keep_list, list_name, remove_list
from dateline.reference.actor_list_files import MOST_BYTES, read_rows
from dateline.reference.actor_lists import ActorReading, read_list
from dateline.reference.actors import ActorRegister, load_actors

UCDP = """ActorId,NameData,NameOrig,NameFull,Org,Location,GWNOLoc
9001,Orchard Liberation Front,Front de libération du Verger,"OVLF, Orchard Front",1,Mali,432
9002,Government of Mali,,,4,Mali,432
9003,Riverside farmers,,,3,Mali,432
x17,Broken Row,,,1,Mali,432
9001,Orchard Liberation Front,,,1,Mali,432
9004,,,,1,Mali,432
9005,M23,Mouvement du 23 mars,,1,DR Congo (Zaire),490
"""
ITEMS = [
    {
        "item": "http://www.wikidata.org/entity/Q900001", "itemLabel": "Quarry Guard", "altLabel": "the guard",
        "typeLabel": "militia", "countryLabel": "Sudan", "inception": "2011-01-01T00:00:00Z",
    },
    {"item": "http://www.wikidata.org/entity/Q900001", "itemLabel": "Quarry Guard", "altLabel": "Garde de la Carrière"},
    {"item": "Q900002", "itemLabel": "Q900002"},
    {"item": "Q900003", "itemLabel": "Harbour Relief Society"},
    {"item": "Quarry", "itemLabel": "Quarry"},
]  # fmt: skip


@pytest.fixture(scope="module")
def register() -> ActorRegister:
    return load_actors()


def reading(path: Path, content: str | bytes, register: ActorRegister) -> ActorReading:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_list(read_rows(path), register=register)


def test_a_list_of_ucdp(tmp_path: Path, register: ActorRegister) -> None:
    found = reading(tmp_path / "actor.csv", UCDP, register)
    (front,) = found.actors
    assert (front.id, front.kind, front.country) == ("act:ucdp-9001", "rebel", "ML")
    assert front.names == (
        "Orchard Liberation Front", "Front de libération du Verger", "OVLF", "Orchard Front",
    )  # fmt: skip
    assert found.known == 1
    assert [(bad.line, bad.reason.split(":")[0]) for bad in found.bad] == [
        (3, "a government"),
        (4, "Org 3"),
        (5, "ActorId is no number"),
        (6, "the id stands in an earlier row"),
        (7, "the name is empty"),
    ]


@pytest.mark.parametrize("wrapped", [True, False])
def test_an_extract_of_wikidata(tmp_path: Path, register: ActorRegister, *, wrapped: bool) -> None:
    rows = [{name: {"type": "literal", "value": value} for name, value in row.items()} for row in ITEMS]
    content = {"head": {"vars": []}, "results": {"bindings": rows}} if wrapped else ITEMS
    found = reading(tmp_path / "query.json", json.dumps(content), register)
    guard, society = found.actors
    assert (guard.id, guard.kind, guard.country, guard.since) == ("act:wd-q900001", "militia", "SD", "2011")
    assert guard.names == ("Quarry Guard", "Garde de la Carrière")
    assert society.kind == "organisation"
    assert [bad.line for bad in found.bad] == [3, 5]


def test_the_same_extract_as_csv(tmp_path: Path, register: ActorRegister) -> None:
    columns = ("item", "itemLabel", "altLabel", "typeLabel", "countryLabel", "inception")
    lines = [",".join(columns), *(",".join(row.get(name, "") for name in columns) for row in ITEMS)]
    found = reading(tmp_path / "query.csv", "\n".join(lines), register)
    assert [actor.id for actor in found.actors] == ["act:wd-q900001", "act:wd-q900003"]


@pytest.mark.parametrize(
    "content",
    ["", "a,b\n1,2\n", "[1, 2", '{"rows": []}', b"\xff\xfe\x00", "ActorId,NameData\n1,\0\n", b"x" * (MOST_BYTES + 1)],
)
def test_what_is_no_list_is_refused_with_a_reason(
    tmp_path: Path, register: ActorRegister, content: str | bytes
) -> None:
    with pytest.raises(InputError):
        reading(tmp_path / "file", content, register)


def test_what_was_imported_is_found_behind_the_register(tmp_path: Path, register: ActorRegister) -> None:
    found = reading(tmp_path / "actor.csv", UCDP, register)
    one = keep_list(found, name="mine", source=tmp_path / "actor.csv", folder=tmp_path / "lists")
    assert (one.actors, one.known, one.rejected) == (1, 1, 5)
    both = load_actors(imported_rows(tmp_path / "lists"))
    (front,) = both.named("Orchard Front")
    assert (front.id, front.side, front.source) == ("act:ucdp-9001", "act:ucdp-9001", "ucdp: actor.csv")
    assert both.named("M23") == register.named("M23")
    assert len(both.by_id) == len(register.by_id) + 1
    assert imported_lists(tmp_path / "lists") == (one,)
    remove_list("mine", folder=tmp_path / "lists")
    assert list(imported_rows(tmp_path / "lists")) == []
    with pytest.raises(UsageError, match="no list"):
        remove_list("mine", folder=tmp_path / "lists")


def test_a_row_that_takes_a_name_of_the_register_changes_nothing(register: ActorRegister) -> None:
    row = {
        "id": "act:wd-q1", "name": "Quarry Guard", "kind": "militia", "country": "", "side": "", "aliases": "M23",
        "since": "", "until": "", "memberships": "", "body": "", "source": "",
    }  # fmt: skip
    assert load_actors([row]).named("M23") == register.named("M23")


def test_damaged_folders_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("[]", "utf-8")
    with pytest.raises(ConfigurationError, match="import the list again"):
        imported_lists(tmp_path)


def test_names_of_lists() -> None:
    assert list_name("UCDP Actor 24.1") == "ucdp-actor-24-1"
    with pytest.raises(UsageError):
        list_name("…")


@settings(max_examples=40, deadline=None)
@given(name=st.text(max_size=40), alias=st.text(max_size=40))
def test_any_names_survive_being_kept(
    tmp_path_factory: pytest.TempPathFactory, register: ActorRegister, name: str, alias: str
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    content = json.dumps([{"item": "Q900001", "itemLabel": f"Guard {name}", "altLabel": alias}])
    (folder / "q.json").write_text(content, "utf-8")
    found = read_list(read_rows(folder / "q.json"), register=register)
    keep_list(found, name="mine", source=folder / "q.json", folder=folder / "kept")
    assert len(list(imported_rows(folder / "kept"))) == len(found.actors)

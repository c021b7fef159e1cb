"""Configuration: the nearest layer that sets a key wins, and says that it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.settings import load_settings
from dateline.errors import ConfigurationError
from dateline.parse import load_parser
from tests.cli.conftest import Call


def test_the_nearest_layer_wins(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    layers: list[tuple[str, str]] = []

    def look(environment: dict[str, str]) -> None:
        settings = load_settings(environment=environment, folder=tmp_path, home=home).settings
        found = next(setting for setting in settings if setting.key.name == "parser.model")
        layers.append((found.value, found.origin))

    look({})
    (home / "config.toml").write_text('[parser]\nmodel = "of_the_user"\n', encoding="utf-8")
    look({})
    (tmp_path / "dateline.toml").write_text('parser.model = "of_the_folder"\n', encoding="utf-8")
    look({})
    look({"DATELINE_PARSER_MODEL": "of_the_environment"})
    assert layers == [
        ("", "default"),
        ("of_the_user", str(home / "config.toml")),
        ("of_the_folder", "./dateline.toml"),
        ("of_the_environment", "DATELINE_PARSER_MODEL"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [("parser = [", "cannot be used"), ('[parser]\nmodle = "x"', "parser.modle"), ("[parser]\nmodel = 3", "string")],
)  # fmt: skip
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "dateline.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=words):
        load_settings(environment={}, folder=tmp_path, home=tmp_path)


def test_the_command_shows_values_and_origins(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('[read]\nfail_on = "error"\n', encoding="utf-8")
    assert (
        call("config", "show").stdout
        == 'ledger = desk.ledger\nparser.model = ""\nplaces = ""\nactors = ""\nreview.blind = false\nread.fail_on = error\n'
    )
    assert "read.fail_on = error  (./dateline.toml)" in call("config", "show", "--origin").stdout


def test_a_wrong_level_in_a_file_exits_2(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('[read]\nfail_on = "loud"\n', encoding="utf-8")
    result = call("read", "x.txt")
    assert result.exit_code == 2
    told = "sets read.fail_on to 'loud'; expected one of never, info, warning, error"
    assert result.stderr == f"dateline: ./dateline.toml {told}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[review]\nblind = true", "sets review.blind to True; expected a string, in quotes"),
        ('[review]\nblind = "maybe"', "sets review.blind to 'maybe'; expected one of true, false"),
        ('ledger = ""', "sets ledger to nothing; take it out for 'desk.ledger'"),
        ('ledger = ["a"]', "sets ledger to ['a']; expected a string"),
    ],
)
def test_a_value_that_a_key_cannot_have_is_told_of_by_every_command(
    call: Call, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "dateline.toml").write_text(text, encoding="utf-8")
    for command in (("config", "show"), ("events",), ("places", "find", "Goma")):
        done = call(*command)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"dateline: ./dateline.toml {told}")


def test_a_variable_that_is_wrong_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEDGER", "")
    assert call("events").stderr == "dateline: DATELINE_LEDGER sets ledger to nothing; take it out for 'desk.ledger'\n"


@pytest.mark.parametrize("key", ["places", "actors"])
def test_a_file_is_no_folder_of_places_or_actors(call: Call, tmp_path: Path, key: str) -> None:
    (tmp_path / "dateline.toml").write_text(f'{key} = "dateline.toml"', encoding="utf-8")
    done = call("actors" if key == "actors" else "places", "list")
    assert done.exit_code == 2
    assert done.stderr == f"dateline: the key {key} names dateline.toml, which is a file; expected a folder\n"


def test_a_folder_that_is_not_there_is_doubted_by_the_doctor(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('places = "no/such/folder"', encoding="utf-8")
    done = call("doctor")
    assert "warning  added places: no/such/folder does not exist – nothing is read from there" in done.stdout


@pytest.mark.parametrize("model", ["no_such_model", "json", "os.path", "en core", "../en"])
def test_what_is_no_model_is_not_even_imported(model: str) -> None:
    with pytest.raises(ConfigurationError, match=f"looked for {model}; install it, or name none"):
        load_parser(model)

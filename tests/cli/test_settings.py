"""Configuration: the nearest layer that sets a key wins, and says that it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.settings import load_settings
from dateline.errors import ConfigurationError
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
    assert "read.fail_on is 'loud'" in result.stderr

"""The command line with the session's engine, in a folder of its own, without the user's configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import ingest, places_find, read
from dateline.cli.main import main
from dateline.cli.settings import KEYS
from dateline.pipeline import Engine

Call = Callable[..., Result]


@pytest.fixture
def call(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Run `dateline` with these arguments (and `input=` for standard input)."""
    monkeypatch.setattr(read, "load_engine", lambda **_: engine)
    monkeypatch.setattr(ingest, "load_engine", lambda **_: engine)
    monkeypatch.setattr(places_find, "load_engine", lambda **_: engine)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    for key in KEYS:
        monkeypatch.delenv(key.variable, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:  # noqa: A002 - as click calls it
        return CliRunner().invoke(main, [str(part) for part in arguments], input=input)

    return run

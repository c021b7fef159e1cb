"""`dateline serve`: it says where it is, lets in whom it should, and stops when told to."""

from __future__ import annotations

import importlib
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from dateline.cli import serve
from dateline.cli.main import main
from dateline.store import open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "desk.ledger"
    open_ledger(path, write=True).close()
    return path


def test_it_serves_until_told_to_stop(ledger: Path) -> None:
    command = [sys.executable, "-m", "dateline", "serve", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        answer = httpx.get(f"{address}v1/health")
        assert answer.json() == {"status": "ok", "seq": 0}
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "server" not in answer.headers
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=60) in (0, -signal.SIGTERM)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "--reachable-by-others"),  # noqa: S104 - refused
        (["--allow-write", "--by", "test", "--token-file", "short"], "at least 16 characters"),
        (["--host", "198.51.100.1", "--reachable-by-others", "--port", "0"], "cannot listen"),
    ],
)
def test_what_it_refuses(ledger: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    monkeypatch.chdir(ledger.parent)
    Path("short").write_text("secret\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["serve", str(ledger), *arguments])
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_without_a_ledger_there_is_nothing_to_serve(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path / "none.ledger")])
    assert (result.exit_code, "no ledger" in result.output) == (4, True)


def test_without_the_extra_it_says_what_to_install(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name="fastapi")

    monkeypatch.setattr(importlib, "import_module", missing)
    result = CliRunner().invoke(main, ["serve", str(ledger)])
    assert (result.exit_code, "pip install dateline[web]" in result.output) == (2, True)


def test_a_token_comes_from_the_environment_or_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    options = serve.Options(
        where=None, host="127.0.0.1", port=0, everywhere=False, names=(), allow_write=True, token_file=None, by=None
    )
    monkeypatch.delenv(serve.TOKEN_VARIABLE, raising=False)
    assert serve._token(options, needed=False) is None
    assert serve._token(options, needed=True) != serve._token(options, needed=True)
    monkeypatch.setenv(serve.TOKEN_VARIABLE, "from-the-environment")
    assert serve._token(options, needed=True) == "from-the-environment"

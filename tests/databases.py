"""The same tests on both databases: a fresh ledger's address for each test."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

_DEBIAN = Path("/usr/lib/postgresql")


def _server_binary(name: str) -> str | None:
    """From the PATH, else the newest that Debian put aside."""
    versions = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), reverse=True)
    return str(versions[0]) if versions else shutil.which(name)


def _as_server_user() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def _missing() -> str | None:
    if not (_server_binary("initdb") and _server_binary("pg_ctl")):
        return "no PostgreSQL server binaries: apt-get install postgresql"
    if os.geteuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return "root cannot run PostgreSQL, and there is no user postgres"
    return None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server on loopback with its data in a temporary folder; stopped by its own control file."""
    if reason := _missing():
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data, user = str(folder / "data"), _as_server_user()
    initdb, control = str(_server_binary("initdb")), str(_server_binary("pg_ctl"))
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c shared_buffers=32MB"
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, folder)
        _quietly([*user, initdb, "-D", data, "-A", "trust", "-U", "owner", "--no-sync", "-E", "UTF8"], folder)
        _quietly([*user, control, "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start"], folder)
        undo.callback(_quietly, [*user, control, "-D", data, "-m", "immediate", "-w", "stop"], folder)
        yield f"postgresql://owner@127.0.0.1:{port}"


def _quietly(command: list[str], folder: Path) -> None:
    """Run a command of the server; its output goes to the server's own log."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)  # noqa: S603 - fixed words


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no ledger yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.ledger")
    server: str = request.getfixturevalue("postgres")
    name = f"d{os.getpid()}_{abs(hash(str(tmp_path)))}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{server}/postgres?options=-csearch_path%3D{name}"

"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.pipeline import Engine, load_engine
from tests.databases import ledger_url, postgres

__all__ = ["engine", "ledger_url", "postgres", "shared"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The loaded parser and reference, without countries that the user added; loading takes a second or two."""
    return load_engine(places=tmp_path_factory.mktemp("places"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold records and yardsticks; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is absent: gold records and yardsticks are not part of the repository")
    return SHARED

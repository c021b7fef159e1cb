"""The Python door."""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

import pytest

import dateline as dl
from dateline.pipeline import Engine

TEXT = "The army said that its soldiers had entered Goma on Tuesday, 7 May 2024. 🚒 Rebels denied it."


def test_reading_a_text_gives_a_record(engine: Engine) -> None:
    record = dl.read(TEXT, published="2024-05-07", source="Example Wire", engine=engine)
    assert isinstance(record, dl.Record)
    assert record.report.text == TEXT
    assert record.claims
    assert record.to_dict()["schema"] == "dateline-record/0.1"


def test_a_file_and_its_text_give_the_same_claims(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert dl.read_file(path, engine=engine).claims == dl.read(TEXT, engine=engine).claims


def test_a_record_shows_itself_in_a_frame_of_its_own(engine: Engine) -> None:
    record = dl.read(TEXT, engine=engine)
    shown = record._repr_html_()
    assert shown.startswith("<iframe sandbox ")
    assert html.escape(record.to_html(), quote=True) in shown


def test_mistakes_are_errors_of_ours(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(dl.DatelineError, match="no publication time"):
        dl.read(TEXT, published="soon", engine=engine)
    with pytest.raises(dl.DatelineError, match="does not exist"):
        dl.read_file(tmp_path / "gone.txt", engine=engine)


def test_every_name_of_the_door_is_documented() -> None:
    assert all(getattr(dl, name).__doc__ for name in dl.__all__)


def test_importing_does_not_import_spacy() -> None:
    code = "import sys, dateline; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


@pytest.mark.parametrize(
    "first", ["import dateline.read", "from dateline.read import Given", "import dateline.pipeline"]
)
def test_reading_is_offered_whatever_was_imported_before(first: str) -> None:
    code = f"{first}\nimport dateline as dl\nfrom dateline import read\nassert dl.read is read is dl.api.read, dl.read"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


def test_the_door_lists_what_it_offers_and_has_nothing_else() -> None:
    assert set(dl.__all__) <= set(dir(dl))
    with pytest.raises(AttributeError, match="module 'dateline' has no attribute 'raed'"):
        dl.raed  # type: ignore[attr-defined]  # noqa: B018 - to see it refused

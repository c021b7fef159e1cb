from __future__ import annotations

from importlib.metadata import version

from dateline.reference.edition import edition


def test_the_same_files_are_the_same_edition() -> None:
    found = edition()
    assert found == edition()
    assert found.startswith(f"{version('dateline')}+")
    assert len(found.rpartition("+")[2]) == 12

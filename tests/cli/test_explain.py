"""`dateline explain` knows every code, by code and by type."""

from __future__ import annotations

import pytest

from dateline.reference.findings import FindingKind, load_findings
from tests.cli.conftest import Call


@pytest.mark.parametrize("kind", load_findings(), ids=lambda kind: kind.code)
def test_every_code_is_explained(call: Call, kind: FindingKind) -> None:
    shown = call("explain", kind.code.lower()).stdout
    assert shown.startswith(f"{kind.code} {kind.type} (")
    assert all(f"\n{heading}:\n  " in shown for heading in ("Rule", "Example", "Limits"))
    assert call("explain", kind.type).stdout == shown


def test_without_a_code_all_are_listed(call: Call) -> None:
    assert [line.split()[0] for line in call("explain").stdout.splitlines()] == sorted(k.code for k in load_findings())


@pytest.mark.parametrize(
    ("code", "hint"), [("W10", "did you mean W10"), ("weekday_date", "weekday_date_mismatch"), ("zzz", "lists all codes")]
)  # fmt: skip
def test_an_unknown_code_exits_2_with_a_hint(call: Call, code: str, hint: str) -> None:
    result = call("explain", code)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_the_letter_of_a_family_lists_its_codes(call: Call) -> None:
    codes = [line.split()[0] for line in call("explain", "w").stdout.splitlines()]
    assert len(codes) > 1
    assert {code[0] for code in codes} == {"W"}

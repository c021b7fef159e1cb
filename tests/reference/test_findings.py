from __future__ import annotations

import ast
from pathlib import Path

import dateline.check
from dateline.reference.findings import load_findings

FAMILIES = {
    "W": "calendar",
    "G": "geography",
    "N": "numbers",
    "C": "conflict between voices",
    "M": "missing",
    "A": "attribution",
    "S": "safety",
}


def written_in_checks() -> set[tuple[str, str]]:
    """Every (code, type) pair of string literals that a check hands to Finding."""
    found = set()
    for path in Path(dateline.check.__file__).parent.glob("*.py"):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            given = {word.arg: word.value for word in call.keywords}
            code, kind = given.get("code"), given.get("type")
            if isinstance(code, ast.Constant) and isinstance(kind, ast.Constant):
                found.add((str(code.value), str(kind.value)))
    return found


def test_every_finding_that_a_check_writes_has_a_row() -> None:
    known = {(kind.code, kind.type) for kind in load_findings()}
    written = written_in_checks()
    assert written
    assert written - known == set()


def test_codes_belong_to_their_family() -> None:
    for kind in load_findings():
        assert kind.family == FAMILIES[kind.code[0]]
        assert len(kind.code) == 4
        assert kind.code[1:].isdigit()


def test_every_row_tells_rule_example_and_limits() -> None:
    for kind in load_findings():
        assert kind.rule
        assert kind.example
        assert kind.limits
        assert kind.severity == kind.severities[0]

"""Alpha against figures worked out by hand."""

from __future__ import annotations

import pytest

from dateline.desk.agreement import measured


def test_alpha_of_the_textbook_reliability_data() -> None:
    """Ten units, two coders, binary: Krippendorff's "Computing alpha" (2011), section A, gives 0.095."""
    ada, bo = "0100000000", "1110010100"
    said = {str(n): {"ada": one, "bo": other} for n, (one, other) in enumerate(zip(ada, bo, strict=True))}
    found = measured("verdict", said)
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert (found.n, found.pairs, found.agreeing) == (10, 10, 6)
    assert [one.claim for one in found.disagreements] == ["0", "2", "5", "7"]


def test_alpha_is_not_defined_where_nothing_varies_or_nobody_shares() -> None:
    assert measured("verdict", {"c": {"ada": "positive", "bo": "positive"}}).alpha is None
    assert measured("verdict", {"c": {"ada": "positive"}}).n == 0
    assert measured("verdict", {}).alpha is None

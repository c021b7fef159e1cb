"""When a report was published, as the review page says it."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.web.views.review import publication


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"stated": "2024-02-06"}, "published 2024-02-06"),
        ({"best": ["2024-02-06", "2024-02-06"]}, "published 2024-02-06"),
        ({"earliest": "2024-02-06", "latest": "2024-02-08"}, "published between 2024-02-06 and 2024-02-08"),
        ({"earliest": "2024-02-06"}, "published 2024-02-06 or later"),
        ({"latest": "2024-02-08"}, "published 2024-02-08 or earlier"),
        ({}, "publication day not known"),
    ],
)
def test_an_open_stretch_of_days_names_the_side_that_is_known(given: dict[str, Any], words: str) -> None:
    assert publication({"stated": None, "best": None, "earliest": None, "latest": None, **given}) == words

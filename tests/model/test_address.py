"""Which addresses a reader may follow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.address import web_address


@pytest.mark.parametrize("url", ["https://wire.example/a?b=c#d", "HTTP://wire.example", " https://[2001:db8::1]/x "])
def test_web_addresses_stay(url: str) -> None:
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "vbscript:x", "//wire.example", "wire.example", "https://", "https:///path", "http://[1",
        "https://user:word@wire.example", "https://wire.example/\u202egpj.exe", "https://wire.example\\@evil.example", "", None,
    ],
)  # fmt: skip
def test_everything_else_is_none(url: str | None) -> None:
    assert web_address(url) is None


@given(st.text())
@settings(deadline=None)
def test_whatever_is_kept_begins_with_http(text: str) -> None:
    found = web_address(text)
    assert found is None or found.casefold().startswith(("http://", "https://"))

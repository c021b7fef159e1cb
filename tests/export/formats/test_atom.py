"""The feed as RFC 4287 wants it."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from dateline.export.formats import exporter
from tests.export.formats.holdings import sample_shared

ATOM = "{http://www.w3.org/2005/Atom}"


def feed() -> Xml.Element:
    return Xml.fromstring(b"".join(exporter("atom").write(sample_shared())))  # noqa: S314 - our own output


def test_feed_and_entries_have_what_the_rfc_demands() -> None:
    root = feed()
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 3
    for element in (root, *entries):
        assert all(element.find(f"{ATOM}{tag}") is not None for tag in ("id", "title", "updated", "author"))
        assert element.findtext(f"{ATOM}rights") == "TLP:AMBER"


def test_entries_come_newest_first() -> None:
    times = [entry.findtext(f"{ATOM}updated") or "" for entry in feed().findall(f"{ATOM}entry")]
    assert times == sorted(times, reverse=True)

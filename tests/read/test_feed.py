"""Feeds are hostile data: items become reports, nothing in them is fetched, expanded or run."""

from __future__ import annotations

import re

import pytest
from hypothesis import example
from hypothesis import given as assume
from hypothesis import strategies as st

from dateline.errors import InputError, OversizedInput
from dateline.read import Document, Given, Reject
from dateline.read.feed import MOST_BYTES, BadFeed, looks_like_a_feed, read_feed

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Lake Wire</title><language>en</language>
<item><title>Troops in town</title><link>https://wire.example/1</link><pubDate>Tue, 06 Feb 2024 10:30:00 +0200</pubDate>
<description>&lt;p&gt;Troops entered Sake on Tuesday &amp;amp; left.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Only a headline</title><link>javascript:alert(1)</link></item>
<item><link>https://wire.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Höhenfunk</title>
<entry><id>a</id><title>Raid</title><updated>2024-02-06T10:30:00Z</updated>
<summary>short</summary><content type="html">&lt;div&gt;Fighters raided Kiwanja – at night.&lt;/div&gt;</content></entry>
</feed>""".encode()


def documents(raw: bytes, **given: str) -> list[Document]:
    found = read_feed(raw, where="feed.xml", given=Given(**given))  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, Document)]


def test_items_of_rss_become_reports() -> None:
    one, two = (document.report for document in documents(RSS))
    assert (one.text, one.source, one.url, one.title) == (
        "Troops entered Sake on Tuesday & left.", "Lake Wire", "https://wire.example/1", "Troops in town",
    )  # fmt: skip
    assert one.published
    assert one.published.earliest
    assert one.published.earliest.isoformat() == "2024-02-06T10:30:00"
    assert (two.text, two.url, two.published) == ("Only a headline", None, None)


def test_entries_of_atom_become_reports_and_the_caller_knows_the_source_better() -> None:
    (one,) = (document.report for document in documents(ATOM, source="Hill Radio"))
    assert one.text == "Fighters raided Kiwanja – at night."
    assert one.source == "Hill Radio"


def test_the_same_item_has_the_same_id_whatever_else_the_feed_holds() -> None:
    more = RSS.replace(
        b"<item><title>Troops",
        b"<item><title>News</title><link>https://wire.example/0</link></item><item><title>Troops",
    )
    assert documents(RSS)[0].report.id in {document.report.id for document in documents(more)}


@pytest.mark.parametrize(
    "cut", [b"</channel></rss>", b"</item>\n</channel></rss>", b"3</link></item>\n</channel></rss>"]
)
def test_of_a_feed_that_is_cut_off_the_whole_items_count(cut: bytes) -> None:
    *items, told = read_feed(RSS.removesuffix(cut), where="feed.xml", given=Given())
    assert [item.report.text for item in items if isinstance(item, Document)] == [
        "Troops entered Sake on Tuesday & left.",
        "Only a headline",
    ]
    assert isinstance(told, Reject)
    assert told.code == "bad_feed"
    assert re.fullmatch(r"feed.xml is cut off after [23] items: what follows them is missing", told.message)


def test_a_cut_item_is_no_report() -> None:
    one, told = read_feed(RSS[: RSS.index(b"ly a head")], where="feed.xml", given=Given())
    assert isinstance(one, Document)
    assert isinstance(told, Reject)


@pytest.mark.parametrize("raw", [b"<rss><bad", b'<rss version="2.0"><channel><item><title>Raid', b"<rss"])
def test_a_feed_without_a_whole_item_is_refused_where_it_has_no_end(raw: bytes) -> None:
    with pytest.raises(BadFeed, match="is no RSS or Atom feed"):
        read_feed(raw, where="feed.xml", given=Given())


@pytest.mark.parametrize(
    "raw", [b'<rss version="2.0"><channel><title>x</title></channel></rss>', b'<rss version="2.0"/>']
)
def test_a_feed_may_be_empty(raw: bytes) -> None:
    assert list(read_feed(raw, where="feed.xml", given=Given())) == []


BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>"""
READER = b"""<?xml version="1.0"?><!doctype rss [<!entity x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>"""


@pytest.mark.parametrize("raw", [BOMB, READER, BOMB.decode().encode("utf-16")], ids=["bomb", "reader", "utf-16"])
def test_feeds_with_entities_of_their_own_are_refused(raw: bytes) -> None:
    with pytest.raises(BadFeed, match="declares entities"):
        documents(raw)


def test_a_feed_over_the_limit_is_refused() -> None:
    with pytest.raises(OversizedInput):
        documents(b"<rss>" + b" " * MOST_BYTES)


@pytest.mark.parametrize("raw", [b"", b"<html><body>404</body></html>", b"{}", b"\x00\x01\x02"])
def test_what_is_no_feed_says_so(raw: bytes) -> None:
    with pytest.raises(BadFeed, match="no RSS or Atom feed"):
        documents(raw)


def test_feeds_are_told_from_pages() -> None:
    assert looks_like_a_feed(RSS)
    assert looks_like_a_feed(ATOM)
    assert not looks_like_a_feed(b"<html><head><title>x</title>")
    assert not looks_like_a_feed(b"Troops entered the town.")


@example(noise=b"\xff\xfe\x00", cut=0)
@assume(st.binary(max_size=300), st.integers(0, len(RSS)))
def test_arbitrary_bytes_raise_nothing_but_our_own(noise: bytes, cut: int) -> None:
    for raw in (noise, RSS[:cut] + noise, RSS[:cut] + noise + RSS[cut:]):
        try:
            documents(raw)
        except InputError as error:
            assert error.where == "feed.xml"  # noqa: PT017 - most inputs raise nothing

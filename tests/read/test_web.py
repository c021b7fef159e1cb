"""Web pages: the article's words, without the furniture, whatever the mark-up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from dateline.errors import EmptyInput
from dateline.read import Document, Given, parse_published, read_file, read_inputs
from dateline.read.web import read_page

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Troops enter
 Goma – Example</title><meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2024-05-07T18:30:00+02:00"><style>p{color:red}</style></head>
<body><header>Example Wire</header><nav><p>Home</p></nav><div>Advertisement</div>
<article><header><h1>Troops enter Goma</h1></header><p>Troops <b>entered</b>
  Goma &amp; Sake,&nbsp;the army said.<br>Rebels denied it. 🚒</p><figure>Photo</figure><script>alert("x")</script>
<p>“We stay,” one said.</article><footer>Contact</footer></body></html>"""


def page(html: str, given: Given | None = None) -> Document:
    return read_page(html.encode(), where="page.html", given=given or Given())


def test_the_article_is_what_a_reader_sees() -> None:
    assert page(PAGE).report.text.split("\n") == [
        "Troops enter Goma",
        "Troops entered Goma & Sake,\u00a0the army said.",
        "Rebels denied it. 🚒",
        "“We stay,” one said.",
    ]


def test_the_head_is_used_where_the_caller_says_nothing() -> None:
    report = page(PAGE).report
    assert (report.title, report.source, report.language) == ("Troops enter Goma – Example", "Example Wire", "en-GB")
    assert report.published == parse_published("2024-05-07T18:30")
    said = page(PAGE, Given(source="Mine", published=parse_published("2024-05"))).report
    assert (said.source, said.published) == ("Mine", parse_published("2024-05"))


def test_a_time_that_cannot_be_read_is_left_to_the_text() -> None:
    assert page('<meta name="date" content="last week"><p>Troops left.').report.published is None


def test_pages_are_known_by_their_first_bytes_too(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text("\n" + PAGE, encoding="utf-8")
    (item,) = read_inputs(path)
    assert isinstance(item, Document)
    assert "web page" in item.notices[0]
    assert read_file(path).text.startswith("Troops enter Goma\n")


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(EmptyInput):
        page("<html><script>if (1 < 2) {}</script></html>")


@examples(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_broken_markup_never_fails(text: str) -> None:
    assert page(f"<html><p>Start</p><div {text}><p>{text}").report.text.startswith("Start")


def test_closing_what_was_never_opened_closes_nothing() -> None:
    assert page("<html></nav><p>One</aside></p></p><p>Two").report.text == "One\nTwo"


def test_the_rows_of_a_table_are_lines_with_walls() -> None:
    html = """<table><thead><tr><th>Date<th>Place</th><th>Event</th></tr></thead>
    <tr><td>4 May</td><td><p>Sake</p></td><td>Shells hit a school</td></tr>
    <tr><td>5 May</td><td></td><td>Calm</td></table><p>End."""
    assert page(html).report.text.split("\n") == [
        "Date | Place | Event",
        "4 May | Sake | Shells hit a school",
        "5 May | | Calm",
        "End.",
    ]


def test_a_page_that_is_laid_out_as_a_table_keeps_its_lines() -> None:
    html = "<table><tr><td><p>The army left.</p><p>Rebels came.</p></td><td>Menu</td></tr><tr><td>Foot"
    assert page(html).report.text.split("\n") == ["The army left.", "Rebels came.", "Menu", "Foot"]

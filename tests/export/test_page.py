"""The page: the text letter for letter, nothing foreign alive, nothing fetched, usable without colours."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from dateline.export import page
from tests.export.samples import TEXT, sample

HOSTILE = "\u202e<script>alert(1)</script> \x1b[31m\x00 <img src=x onerror=y> عاجل 🚑 {{ 7*7 }} </div>\n" + TEXT


class Words(HTMLParser):
    """The character data inside elements of class `words`, and every tag and attribute of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.depth = 0
        self.spans = 0
        self.deepest = 0
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count how deep spans lie in one another within the words."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if self.depth or "words" in (dict(attrs).get("class") or "").split():
            self.depth += 1
            self.spans += tag == "span"
            self.deepest = max(self.deepest, self.spans)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        if self.depth:
            self.depth -= 1
            self.spans -= tag == "span"

    def handle_data(self, data: str) -> None:
        """Collect the report's words."""
        if self.depth:
            self.words += data


def parsed(html: str) -> Words:
    words = Words()
    words.feed(html)
    words.close()
    return words


def test_the_words_are_the_report_letter_for_letter_and_tags_never_nest() -> None:
    found = parsed(page([sample()], version="0"))
    assert found.words == TEXT
    assert found.deepest == 1


def test_hostile_words_stay_words() -> None:
    html = page([sample(HOSTILE, "<b onclick=x>.txt")], version="0")
    found = parsed(html)
    assert found.words == HOSTILE.replace("\x1b", "␛").replace("\x00", "␀")
    assert found.tags.isdisjoint({"script", "img", "iframe", "object", "link", "b", "base", "form"})
    assert not [name for name in found.attributes if name.startswith("on")]


def test_characters_that_turn_a_line_around_are_shown() -> None:
    html = page([sample(HOSTILE)], version="0")
    assert 'data-b="⟨U+202E⟩"' in html


def test_nothing_is_fetched() -> None:
    html = page([sample()], version="0")
    assert "default-src 'none'" in html
    assert not re.search(r"https?:|//[a-z]|@import|url\(", html)


def test_the_page_says_whose_word_it_is_before_the_words() -> None:
    html = page([sample()], version="0")
    assert "According to the army [Land Army] (via Vesna Wire)" in html
    assert html.index("According to rebels (via Vesna Wire)</bdi>: ") < html.index("“&lt;b&gt;We&lt;/b&gt; never left”")


def test_state_is_told_in_words_and_lands_where_links_point() -> None:
    html = page([sample()], version="0")
    assert "error: <bdi>6 May 2023 was a Saturday" in html
    assert '<html lang="en">' in html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html


def test_several_records_share_a_page_without_sharing_ids() -> None:
    html = page([sample(), sample(name="other.txt")], version="0")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read_on_their_paper(scheme: str) -> None:
    html = page([sample()], version="0")
    first, second = re.findall(r":root\{([^}]*)\}", html)
    colours = dict(re.findall(r"--(\w+):(#\w{6})", first if scheme == "light" else second))
    paper = colours.pop("paper")
    lined = colours.pop("line")
    assert all(_contrast(colour, paper) >= 4.5 for colour in colours.values()), colours
    assert lined != paper


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, section 1.4.3."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

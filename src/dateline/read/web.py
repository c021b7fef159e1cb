"""Web pages → Reports: the article's words as a reader of the page sees them, without its furniture.

The text of such a report is the extracted one: its offsets count in that text, and `raw_sha256` is the page's.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from dateline.errors import UsageError
from dateline.model.address import web_address
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.read.decode import accept, decode
from dateline.read.given import Document, Given
from dateline.read.published import parse_published

SUFFIXES = (".html", ".htm", ".xhtml")
START = re.compile(rb"\s*(<!doctype\s+html|<html[\s>])", re.IGNORECASE)
"""How a web page begins, under whatever name it comes."""

FURNITURE = (
    "script", "style", "noscript", "template", "svg", "math", "nav", "header", "footer", "aside", "form", "button",
    "select", "iframe", "object", "figure", "dialog", "menu",
)  # fmt: skip
"""Elements whose words are no part of an article; the `header` of an article itself is."""

BLOCKS = (
    "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
"""Elements that begin and end a line of their own."""

VOID = (
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
)  # fmt: skip
LONGEST_CELL = 400
"""Characters of the longest cell of a table; longer ones are columns of a page that is laid out as a table."""
DEEPEST = 200
"""Elements inside so many others are taken for part of the one around them: nobody writes such pages by hand."""
TITLE_KEYS = ("og:title",)
PUBLISHED_KEYS = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued")
SOURCE_KEYS = ("og:site_name",)
ADDRESS_KEYS = ("og:url",)
CELLS = ("td", "th")
WALL = " | "
"""Stands between the cells of a row in the text that is taken from a page, as a reader sees them apart."""
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(kw_only=True)
class Article:
    """What was found in a page: lines by where they stand, and what its head says."""

    article: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    language: str = "en"

    def text(self) -> str:
        """The lines of the articles, else of the main part, else of the whole body."""
        return "\n".join(self.article or self.main or self.body)

    def said(self, keys: tuple[str, ...]) -> str | None:
        """The first of these things that the head says."""
        return next((self.meta[key] for key in keys if self.meta.get(key)), None)


@dataclass(slots=True, kw_only=True)
class Row:
    """The cells so far of a row that is open, each with its lines."""

    cells: list[list[str]] = field(default_factory=list)


class Page(HTMLParser):
    """Collects words line by line; never fails, whatever the mark-up."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Article()
        self.open: list[str] = []
        self.line: list[str] = []
        self.rows: list[Row] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; take what the head says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.found.meta.setdefault(name.lower(), values.get("content", "").strip())
        if tag == "html" and values.get("lang"):
            self.found.language = values["lang"]
        if tag in BLOCKS or tag == "br":
            self.end_line()
        if tag in ("table", "tr", *CELLS):
            self.open_cell(tag)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and those that were left open in it."""
        if tag in BLOCKS:
            self.end_line()
        if tag in ("table", "tr"):
            self.close_row(table=tag == "table")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep words that are no furniture."""
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.found.title += data
        elif "head" not in self.open and not self.in_furniture():
            self.line.append(data)

    def in_furniture(self) -> bool:
        """Whether the words of now are furniture."""
        inside = [tag for tag in self.open if tag in FURNITURE or tag == "article"]
        return any(tag != "article" and (tag != "header" or "article" not in inside) for tag in inside)

    def end_line(self) -> None:
        """Keep the words so far as a line, with white space as a page shows it."""
        line = _SPACES.sub(" ", "".join(self.line)).strip()
        self.line.clear()
        if not line:
            return
        if self.rows and self.rows[-1].cells:
            self.rows[-1].cells[-1].append(line)
        else:
            self.keep(line)

    def close(self) -> None:
        """End the page, and the tables that were left open in it."""
        super().close()
        self.end_line()
        while self.rows:
            self.close_row(table=True)

    def open_cell(self, tag: str) -> None:
        """Open a table, a row or a cell; what was left open at the same depth is closed."""
        if tag == "table":
            self.rows.append(Row())
        elif tag == "tr" or not self.rows:
            self.close_row(table=False)
            self.rows = self.rows or [Row()]
        if tag in CELLS:
            self.rows[-1].cells.append([])

    def close_row(self, *, table: bool) -> None:
        """Keep a row of short cells as one line with walls, any other one, as of a page that is laid out so, line by line."""
        if not self.rows:
            return
        cells, self.rows[-1].cells = self.rows[-1].cells, []
        if table:
            self.rows.pop()
        short = len(cells) > 1 and all(len(cell) < 2 and len("".join(cell)) <= LONGEST_CELL for cell in cells)
        lines = [WALL.join("".join(cell) for cell in cells)] if short else [line for cell in cells for line in cell]
        for line in lines:
            if line.replace("|", "").strip():
                self.line.append(line)
                self.end_line()

    def keep(self, line: str) -> None:
        """Keep a line, wherever it stands."""
        self.found.body.append(line)
        if "main" in self.open:
            self.found.main.append(line)
        if "article" in self.open:
            self.found.article.append(line)


def looks_like_a_page(raw: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return START.match(raw) is not None


def read_page(raw: bytes, *, where: str, given: Given) -> Document:
    """The report of a web page; raises an InputError that says what is wrong with it.

    What the page's head says of title, time, publisher and address is used where the caller says nothing.
    """
    decoded, notices = decode(raw, where=where)
    page = Page()
    page.feed(decoded)
    page.close()
    page.end_line()
    found = page.found
    report = Report(
        text=accept(found.text(), where=where, limits=given.limits),
        name=where,
        source=given.source or found.said(SOURCE_KEYS),
        published=given.published,
        url=web_address(found.said(ADDRESS_KEYS)),
        title=found.said(TITLE_KEYS) or _SPACES.sub(" ", found.title).strip() or None,
        language=found.language,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
    )
    if report.published is None:
        report = replace(report, published=_published(found))
    return Document(report=report, notices=(*notices, "is a web page: offsets count in the text taken from it"))


def _published(found: Article) -> TimeRange | None:
    """The time in the page's head; None when there is none, or none that can be read: then the text decides."""
    words = found.said(PUBLISHED_KEYS)
    try:
        return parse_published(words) if words else None
    except UsageError:
        return None

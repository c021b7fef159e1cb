"""Text made to be slow: every reader of lines must end on it, and read what stands beside it as before.

The strings are long enough that a pattern or a loop that tries every way to divide them would not end.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report, Token
from dateline.parse.columns import column_kind
from dateline.parse.comma_lines import find_comma_blocks
from dateline.parse.frame import find_frame
from dateline.parse.repairs import _edged
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine

LINES = {
    "links in links": "Ended. https://x" + "#a" * 60 + " !",
    "flashes and dashes": "NEW --" * 60 + " so it went",
    "blanks": " " * 20_000 + "x",
    "blanks in a field": "a=" + " " * 20_000 + "x",
    "signs": "\U0001f534" * 5_000 + "x",
    "commas": "Date,Place,Event\n" + "a," * 20_000 + '"',
    "quotation marks": "Date,Place,Event\n" + '"a,' * 20_000,
    "tabs under dashes": "Date - Place - Event\n" + "\t" * 20_000 + "x",
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_made_to_be_slow_is_read_to_its_end(name: str) -> None:
    report = Report.of(LINES[name] + "\n\nEND\n", name="t")
    assert "END" in [span.quote for span in find_frame(report).furniture]


def test_blanks_before_a_credit_are_read_once() -> None:
    assert find_frame(Report.of(" " * 100_000, name="t")).signs == ()


def test_a_heading_without_end_is_none() -> None:
    assert column_kind("a" + " " * 100_000 + "b") is None


def test_a_list_of_many_semicolons_is_parsed(engine: Engine) -> None:
    text = "; ".join(["the army left Kaya"] * 150) + "."
    parsed = parse(Report.of(text, name="t"), parser=engine.parser)
    assert sum(token.text == ";" for token in parsed.tokens) == 149


def test_commas_and_line_ends_in_quotation_marks_are_no_walls() -> None:
    text = 'Ref,Date,Place,Event\r\n7,"3 May, 2019",Kaya,"Raid, two killed.\nHe said ""no""."\n8,x,"open,z\n'
    (block,) = find_comma_blocks(text)
    cells = [[text[a:b] for a, b in row.cells] for row in block.rows[1:]]
    assert cells == [
        ["7", "3 May, 2019", "Kaya", 'Raid, two killed.\nHe said ""no"".'],
        ["8", "x", '"open', "z"],
    ]


@given(st.data())
def test_the_edges_of_subtrees_are_the_first_and_last_below(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 12))
    order = data.draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for at in range(1, size):
        heads[order[at]] = order[data.draw(st.integers(0, at - 1))]
    here = _edged([_token(index, heads[index]) for index in range(size)], 0)
    for token in here:
        below = [one for one in range(size) if token.index in _above(one, heads)]
        assert (token.left, token.right) == (min(below), max(below))


def _above(index: int, heads: dict[int, int]) -> list[int]:
    found = [index]
    while heads[found[-1]] != found[-1]:
        found.append(heads[found[-1]])
    return found


def _token(index: int, head: int) -> Token:
    return replace(_BLANK, index=index, head=head, left=index, right=index)


_BLANK = Token(
    index=0, start=0, end=1, text="a", lower="a", lemma="a", pos="X", tag="X", dep="dep", head=0, sentence=0, left=0, right=0
)  # fmt: skip

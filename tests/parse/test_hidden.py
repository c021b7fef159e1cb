"""Marks that are no words of a text: what is hidden from the parser, and that every offset leads back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse.frame import find_frame
from dateline.parse.hidden import blanked, copied, find_hidden, requoted
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


def seen(text: str) -> str:
    return copied(text, (0, len(text)), find_hidden(text)).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Rebels left Gao.[1] The army came.[2][3]", "Rebels left Gao. The army came."),
        ("Rebels left Gao.⁴ The army came.", "Rebels left Gao. The army came."),
        ("Rebels left the town.4 The army came later.12\n", "Rebels left the town. The army came later.\n"),
        ("The army at-\ntacked Gao.", "The army attacked Gao."),
        ("The army at-\r\n   tacked Gao.", "The army attacked Gao."),
        ("The rebel-\nheld town fell.", "The rebel-held town fell."),
        ("A self-\nproclaimed mayor.", "A self-proclaimed mayor."),
        ("> Rebels left\n> the town.", "Rebels left\nthe town."),
        ("Ki\u200bdal fell to the ar\u00admy.", "Kidal fell to the army."),
        (
            "Troops of the garrison entered the village\n\n  3\n\nof Ber.",
            "Troops of the garrison entered the village\nof Ber.",
        ),
        (
            "The militia, which had come over the river, took\n\nBureau of Relief\nwww.example.org\n4 | Lake region\n\nthe mill.",
            "The militia, which had come over the river, took\nthe mill.",
        ),
        (
            "Sahel Desk Weekly 7/2024\nTroops of the garrison entered the village\n\n- 3 -\nSahel Desk Weekly 8/2024\nof Ber.",
            "Sahel Desk Weekly 7/2024\nTroops of the garrison entered the village\nof Ber.",
        ),
    ],
)
def test_marks_inside_text_are_hidden(written: str, read: str) -> None:
    assert seen(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "The hall of 40 m² burned; 3 km² of forest, too.",
        "Company No.4 Platoon left. Order no.5 Brigade came.",
        "They left on Nov.4 Monday and came on Dec.5 Tuesday.",
        "He added: “[3] of them died.”",
        "It lost 3.5 Million and 4.7 Million in the town.",
        "The Paris-\nDakar road was cut.",
        "Read on > here",
        "> Read more: Rebels take Ber",
        "Troops entered Gao.\n\n3\n\nRebels left.",
        "Shells hit the town.\n14 people fled.\n3\nRebels left the camp.\n7\n",
        "63,000\npeople displaced\n27\ncivilians killed\n2\nhospitals closed\n",
        "👨\u200d👩\u200d👧 fled.",
        "[link](https://example.org) and a[3](b)",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert seen(text) == text


@given(st.text(alphabet="ab.>-\n [1]²\u200b\u00ad5,A", max_size=120))
def test_every_offset_leads_back(text: str) -> None:
    hidden = find_hidden(text)
    assert all(a < b for a, b in hidden)
    assert all(one[1] <= other[0] for one, other in pairwise(hidden))
    copy = copied(text, (0, len(text)), hidden)
    assert copy.text == "".join(text[slice(*copy.span_of(i, i + 1))] for i in range(len(copy.text)))
    assert len(blanked(text, hidden)) == len(text)


def test_a_frame_found_in_the_blanked_text_quotes_the_text_as_given() -> None:
    text = "On Tuesday\n\n> Date: 3 May 2024\n> Town: G\u200bao\n> Incident: Gunmen shot a guard\n"
    report = Report.of(text)
    frame = requoted(find_frame(Report.of(blanked(text, find_hidden(text)))), report)
    spans = [span for passage in frame.passages for span in (*passage.contents, *passage.setting)]
    assert [span.quote for span in spans] == ["Gunmen shot a guard", "3 May 2024", "G\u200bao"]
    assert {span.report for span in spans} == {report.id}


def test_tokens_of_broken_words_are_whole_and_quote_the_break(engine: Engine) -> None:
    text = "On Monday gunmen at-\ntacked a post in\u200b Gao.[4]"
    parsed = parse(Report.of(text), parser=engine.parser)
    attacked = next(token for token in parsed.tokens if token.text == "attacked")
    assert (attacked.lemma, text[attacked.start : attacked.end]) == ("attack", "at-\ntacked")
    assert [sentence.span.quote for sentence in parsed.sentences] == [text[:-3]]

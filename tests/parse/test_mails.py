"""Mails that a text quotes or passes on, and posts passed on within a line: whose word the lines are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse.mails import find_mails
from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only

REPLY = """Thanks for this.

On Tue, 4 May 2021 at 10:12, Ada Roe <ada@example.org> wrote:
> Soldiers burned three houses in Yei on Monday.
> Two people died.

We will call.
"""
NESTED = """> On Mon, May 3, 2021 at 9:05 AM Simon Kur <s@example.org> wrote:
>> The army shelled Nasir on Saturday.
> Six women died in Nasir.
"""
PASSED_ON = """The RSF took Babanusa on Friday.

-----Original Message-----
From: Ahmed Idris [mailto:a@example.org]
Sent: 3 May 2024
Subject: Babanusa

The army holds Babanusa.
"""


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        (REPLY, "Ada Roe", "Soldiers burned three houses in Yei on Monday.\n> Two people died."),
        (NESTED, "Simon Kur", "The army shelled Nasir on Saturday."),
        (PASSED_ON, "Ahmed Idris", "The army holds Babanusa."),
        ("Ada Roe replied:\n> Calm in Bor.\n", "Ada Roe", "Calm in Bor."),
    ],
)
def test_a_mail_inside_a_text_is_told_by_who_wrote_it(text: str, source: str, told: str) -> None:
    (mail,) = find_mails(Report.of(text)).passages
    assert mail.source is not None
    assert mail.source.quote == source
    assert mail.contents[0].quote == told


def test_a_reply_between_quoted_lines_is_not_of_who_is_quoted() -> None:
    text = """On Sat, Jun 1, 2024 at 8:00 PM Ada Roe <ada@example.org>
wrote:

> Who shelled Yei?

The army did, people say.

> Our driver saw smoke.
> He turned back.

So did ours.
"""
    (mail,) = find_mails(Report.of(text)).passages
    assert [span.quote for span in mail.contents] == ["Who shelled Yei?", "Our driver saw smoke.\n> He turned back."]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe wrote: soldiers burned three houses.",
        "> A line that somebody quotes\nwithout a name.",
        "From: Ada Roe\nSubject: Yei\n\nSoldiers burned three houses.",
    ],
)
def test_prose_a_nameless_quotation_and_a_head_are_no_mail_inside(text: str) -> None:
    assert find_mails(Report.of(text)).passages == ()


@given(st.text(alphabet="On >,:\n-wroteFmAB3 <@", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for passage in find_mails(Report.of(text)).passages:
        assert all(text[span.start : span.end] == span.quote for span in passage.contents)


@pytest.mark.parametrize(("text", "part"), [(REPLY, "burned"), (REPLY, "died"), (PASSED_ON, "holds")])
def test_the_writer_is_the_voice(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, text, part)
    assert claim.believer in ("per:ada-roe", "per:ahmed-idris")


def test_who_passes_a_mail_on_speaks_for_himself(engine: Engine) -> None:
    assert len(only(engine, PASSED_ON, "took Babanusa").voices) == 1


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Grim news. RT @MaliEye: Gunmen killed four soldiers near Segou.", ["src:malieye"]),
        ("RT @a_diallo: RT @SahelEye: Gunmen killed four soldiers.", ["src:a_diallo", "src:saheleye"]),
    ],
)
def test_a_post_passed_on_is_of_who_posted_it(engine: Engine, text: str, chain: list[str]) -> None:
    claim = only(engine, text, "killed")
    assert list(claim.chain[1:]) == chain


def test_what_stands_before_a_post_is_of_who_passes_it_on(engine: Engine) -> None:
    claims = claims_of(engine, "Rebels shelled Segou. RT @MaliEye: Gunmen killed four soldiers.")
    assert len(claims[0].voices) == 1

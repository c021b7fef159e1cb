"""A report's words: whole, letter for letter, whatever crosses and nests; one bracket for one set of voices."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.desk import Names
from dateline.export.visible import visible
from dateline.model.ledger import LedgerClaim, LedgerEntity, Stamp
from dateline.web.views.report import Kept, ReportView, part_at, report_view

TEXT = "One said so. Two denied it.\n\nThree knows \u202enothing\u202c & <b>all</b>."
STARTS = (0, 13, 29)
SPAN = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(lambda s: (s[0], min(len(TEXT), sum(s))))
NAMES = Names(
    entities={key: LedgerEntity(id=key, name=key.upper(), kind="media") for key in ("wire", "army", "rebels")}
)


def claim(
    number: int, *spans: tuple[int, int], chain: tuple[str, ...] = ("wire",), codeable: bool = True
) -> LedgerClaim:
    return LedgerClaim(
        id=f"claim{number}", report="r1", local=f"c{number}", spans=spans, quote="…", act="air_strike", predicate="strike",
        kind="event", chain=chain, modes=(), modality="attributed", polarity="positive",
        temporal_status="current", factuality={}, interest="neutral", codeable=codeable, why=None, event=None, roles={},
        counts=(), place=None, lat=None, lon=None, uncertainty_m=None, country=None, admin1=None, days=None,
        recorded=Stamp(seq=1, at=datetime(2026, 1, 1, tzinfo=UTC), by="test"),
    )  # fmt: skip


def finding(number: int, *spans: tuple[int, int]) -> dict[str, Any]:
    told = [{"start": a, "end": b, "quote": TEXT[a:b]} for a, b in spans]
    return {
        "id": f"F{number}", "code": "W101", "type": "weekday_date_mismatch", "severity": "error", "spans": told,
        "explanation": "no such day", "repairs": [{"result": "another day"}],
    }  # fmt: skip


def shown(
    *claims: LedgerClaim, findings: tuple[dict[str, Any], ...] = (), mentions: tuple[tuple[int, int], ...] = ()
) -> ReportView:
    record = {
        "doc": {"language": "en"}, "sentences": [{"start": start} for start in STARTS], "claims": [], "times": [],
        "mentions": [{"id": f"m{n}", "kind": "place", "start": a, "end": b} for n, (a, b) in enumerate(mentions)],
        "findings": list(findings), "unknowns": [], "not_events": [],
    }  # fmt: skip
    return report_view(Kept(text=TEXT, record=record, claims=claims, names=NAMES, event_of=lambda _: ""))


@given(claims=st.lists(SPAN, max_size=6), mentions=st.lists(SPAN, max_size=6), findings=st.lists(SPAN, max_size=4))
def test_no_word_is_lost_or_doubled_however_marks_cross(
    claims: list[tuple[int, int]], mentions: list[tuple[int, int]], findings: list[tuple[int, int]]
) -> None:
    view = shown(
        *(claim(n, span) for n, span in enumerate(claims)),
        findings=tuple(finding(n, span) for n, span in enumerate(findings)),
        mentions=tuple(mentions),
    )
    pieces = [piece for block in view.blocks for line in block.lines for piece in line.pieces]
    assert "".join(piece.words for piece in pieces) == visible(TEXT)
    signs = [sign for piece in pieces for sign in piece.signs]
    assert len([sign for sign in signs if sign.anchor]) == len(claims)
    assert len(signs) == len(claims) + len(findings)


def test_neighbours_with_the_same_voices_share_a_bracket() -> None:
    view = shown(claim(1, (0, 3)), claim(2, (13, 16)), claim(3, (29, 34), chain=("wire", "army")))
    told = [([chain.voice for chain in block.chains], len(block.lines)) for block in view.blocks]
    assert told == [(["According to WIRE"], 2), (["According to ARMY (via WIRE)"], 1)]
    assert view.blocks[0].chains[0].claims == (("c1", "claim1"), ("c2", "claim2"))


def test_a_finding_stands_beside_the_line_of_its_first_words() -> None:
    view = shown(findings=(finding(1, (13, 16), (29, 34)), finding(2)))
    beside = [[one.id for one in line.findings] for block in view.blocks for line in block.lines]
    assert beside == [[], ["F1"], []]
    assert [(one.line, one.column) for one in view.findings] == [(1, 14), (0, 0)]
    assert view.findings[0].repairs == ("another day",)


def test_what_would_turn_the_text_unseen_is_named() -> None:
    odd = [piece.odd for block in shown().blocks for line in block.lines for piece in line.pieces if piece.odd]
    assert odd == ["⟨U+202E⟩ ⟨U+202C⟩"]


def test_a_long_report_comes_in_parts_that_lose_nothing() -> None:
    record = {
        "doc": {"language": "en"}, "sentences": [{"start": start} for start in STARTS], "claims": [], "times": [],
        "mentions": [], "findings": [finding(1, (13, 16)), finding(2)], "unknowns": [], "not_events": [],
    }  # fmt: skip
    told = (claim(1, (0, 3)), claim(2, (13, 16)), claim(3, (29, 34)))
    kept = Kept(text=TEXT, record=record, claims=told, names=NAMES, event_of=lambda _: "")
    parts = [report_view(kept, part=part, size=1) for part in (1, 2, 3, 9)]
    words = ["".join(p.words for b in view.blocks for line in b.lines for p in line.pieces) for view in parts]
    assert "".join(words[:3]) == visible(TEXT)
    assert [[card.sign for card in view.cards] for view in parts] == [["c1"], ["c2"], ["c3"], ["c3"]]
    assert [[one.id for one in view.findings] for view in parts] == [["F2"], ["F1"], [], []]
    assert [(view.part, view.parts) for view in parts] == [(1, 3), (2, 3), (3, 3), (3, 3)]
    assert part_at(kept, 30) == 1

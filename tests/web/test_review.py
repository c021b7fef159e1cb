"""A review by forms alone: one coding after the other, corrected, undone, judged by two without losing either's word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from dateline.store import Entry, append, open_ledger
from dateline.store.judged import judgements_of
from tests.web.conftest import INGESTED, TOKEN
from tests.web.reviewing import Coder, Forms

Serve = Callable[..., TestClient]


@pytest.fixture
def filled(entries: tuple[Entry, ...], tmp_path: Path) -> str:
    """The reports in one file: what the database does differently is tested with two reviewers."""
    path = tmp_path / "desk.ledger"
    with open_ledger(path, write=True) as ledger:
        append(ledger, entries, by="test", at=INGESTED)
    return str(path)


@pytest.fixture
def desk(filled: str, serve: Serve) -> TestClient:
    """Serves the filled ledger for judging."""
    return serve(filled, write=True, token=TOKEN)


def kept(filled: str) -> list[tuple[str, str, str]]:
    with open_ledger(filled) as ledger:
        return [(one.by, one.action, one.verdict) for one in judgements_of(ledger)]


def test_a_coding_is_shown_as_a_sentence_with_its_words_marked(desk: TestClient) -> None:
    page = Coder(desk, "Ana").see()
    assert "According to" in page
    assert "<b>captured</b>" in page.replace('<span class="part p-act"><bdi>captured</bdi></span>', "<b>captured</b>")
    assert '<mark data-at="0" class="w w-quote w-actor">Government troops</mark>' in page
    assert "0 judged" in page


def test_each_verdict_is_kept_and_leads_to_the_next_coding(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    page = ana.see()
    seen = [ana.claim(page)]
    for verdict in ("accept", "reject", "unsure"):
        page = ana.judge(page, verdict, reason=f"because {verdict}")
        seen.append(ana.claim(page))
    assert len(set(seen)) == 4
    assert kept(filled) == [
        ("Ana", "verdict", "positive"),
        ("Ana", "verdict", "negative"),
        ("Ana", "verdict", "unsure"),
    ]
    assert "3 judged" in page


def test_an_undo_is_a_row_and_can_be_undone(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    first = ana.see()
    claim = ana.claim(first)
    page = ana.judge(first, "reject")
    form = ana.form(page, "/review/undo")
    page = ana.see(ana.send(form.action, form.fields).headers["location"])
    assert ana.claim(page) == claim
    assert "Taken back" in page
    assert "<bdi>You</bdi>: rejected" not in page
    form = ana.form(page, "/review/undo")
    page = ana.see(ana.send(form.action, form.fields).headers["location"])
    assert "<bdi>You</bdi>: rejected" in page
    assert [action for _, action, _ in kept(filled)] == ["verdict", "undo", "undo"]


def test_others_judgements_cannot_be_taken_back(desk: TestClient, filled: str) -> None:
    ana, ben = Coder(desk, "Ana"), Coder(desk, "Ben")
    form = ana.form(ana.judge(ana.see(), "accept"), "/review/undo")
    theirs = ben.form(ben.judge(ben.see(), "accept"), "/review/undo")
    stolen = {**dict(theirs.fields), "judgement": dict(form.fields)["judgement"]}
    assert ben.send(theirs.action, stolen).status_code == 403
    assert [action for _, action, _ in kept(filled)] == ["verdict", "verdict"]


def edited(coder: Coder, claim: str, **changes: str) -> tuple[int, str]:
    """The status and the page after sending the form that corrects, with changes."""
    page = coder.see(f"/review?{urlencode({'claim': claim, 'edit': 'true'})}")
    form = coder.form(page, "/review/edit")
    names = {"span_start": "", "span_end": "", **dict(form.fields)}
    answer = coder.send(form.action, {**names, **changes})
    return answer.status_code, coder.see(answer.headers["location"]) if answer.status_code == 303 else answer.text


def test_a_correction_changes_what_was_changed_and_keeps_its_reason(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    claim = ana.claim(ana.see())
    status, _ = edited(ana, claim, act="retake", first="2024-02-04", reason="they had held it before")
    assert status == 303
    with open_ledger(filled) as ledger:
        (made,) = judgements_of(ledger)
    assert made.value["fields"] == {"act": "retake", "days": ["2024-02-04", "2024-02-05", "interval"]}
    assert made.reason == "they had held it before"
    page = ana.see(f"/review?claim={claim}")
    assert "retook" in page
    assert "As coded" in page
    assert "<bdi>You</bdi>: corrected" in page


def test_places_actors_voices_and_words_are_picked_from_the_report(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    claim = ana.claim(ana.see())
    page = ana.see(f"/review?claim={claim}&edit=true")
    assert 'value="act:m23"' in page
    status, text = edited(
        ana,
        claim,
        **{"role.patient.0": "act:m23", "place": "", "chain.1": "act:m23", "span_start": "17", "span_end": "31"},
        reason="wrong on all counts",
    )
    assert status == 303, text
    with open_ledger(filled) as ledger:
        (made,) = judgements_of(ledger)
    fields = made.value["fields"]
    assert fields["roles"] == {"patient": ["act:m23"], "place": []}
    assert fields["place"] is None
    assert fields["chain"][1] == "act:m23"
    assert fields["spans"] == [[17, 31]]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"act": "retake", "reason": ""}, "reason"),
        ({"reason": "none"}, "nothing was changed"),
        ({"act": "conquer_the_moon", "reason": "x"}, "closed list"),
        ({"place": "geonames:1", "reason": "x"}, "names no"),
        ({"role.agent.0": "act:nobody", "reason": "x"}, "names no"),
        ({"first": "2024-02-31", "reason": "x"}, "is no day"),
        ({"first": "2024-03-09", "last": "2024-03-01", "reason": "x"}, "before the first"),
        ({"measure.0": "killed", "low.0": "many", "reason": "x"}, "is no number"),
        ({"measure.0": "killed", "low.0": "9", "high.0": "3", "reason": "x"}, "less than"),
        ({"measure.0": "killed", "words.0": "words that nobody wrote", "reason": "x"}, "does not say"),
        ({"span_start": "10", "span_end": "4", "reason": "x"}, "before its first"),
        ({"span_start": "4", "span_end": "99999999", "reason": "x"}, "outside the report"),
        ({"span_start": "-1", "span_end": "٣", "reason": "x"}, "choose both"),
        ({"chain.0": "", "chain.1": "", "reason": "x"}, "at least one voice"),
        ({"chain.0": "act:m23", "reason": "x"}, "publisher"),
        ({"act": "retake", "reason": "x" * 2_001}, "at most 2,000"),
    ],
)
def test_a_correction_that_cannot_be_comes_back_with_what_is_wrong(
    desk: TestClient, filled: str, changes: dict[str, str], said: str
) -> None:
    ana = Coder(desk, "Ana")
    status, page = edited(ana, ana.claim(ana.see()), **changes)
    assert status == 422
    assert said in page
    assert 'role="alert"' in page
    assert kept(filled) == []


def test_the_second_coder_is_blind_until_both_have_judged(desk: TestClient) -> None:
    ana, ben = Coder(desk, "Ana"), Coder(desk, "Ben")
    first = ana.see()
    claim = ana.claim(first)
    ana.judge(first, "reject", reason="a headline")
    page = ben.see(f"/review?show=second&claim={claim}")
    assert "1 other coder has" in page
    for hidden in ("a headline", "Ana", "rejected"):
        assert hidden not in page
    page = ben.judge(page, "accept")
    assert "Ana rejected it" in page
    assert "you disagree" in page
    assert "agree on 0 of the 1 that two judged" in page
    there = ana.see(f"/review?show=disagreed&claim={claim}")
    assert "The coders disagree" in there
    assert "Ben" in there


def test_queues_hold_what_their_names_say(desk: TestClient) -> None:
    ana, ben = Coder(desk, "Ana"), Coder(desk, "Ben")
    page = ana.see()
    claim = ana.claim(page)
    ana.judge(page, "unsure")

    def shown(coder: Coder, queue: str) -> set[str]:
        page = coder.see(f"/review?shape=list&show={queue}")
        ticks = (form for form in Forms(page).forms if form.action.startswith("/review/bulk"))
        return (
            {link.split("claim=")[1].split("&")[0] for link in Forms(page).links if "claim=" in link}
            if any(ticks)
            else set()
        )

    everything = shown(ana, "all")
    assert claim in everything
    assert claim not in shown(ana, "todo")
    assert shown(ana, "mine") == shown(ana, "unsure") == shown(ben, "second") == {claim}
    assert shown(ana, "second") == shown(ben, "mine") == shown(ben, "disagreed") == set()
    assert shown(ana, "todo") == shown(ben, "todo") == everything - {claim}


def test_the_common_filters_narrow_the_queue(desk: TestClient) -> None:
    ana = Coder(desk, "Ana")
    captures = ana.see("/review?act=capture&place=Goma&shape=list")
    assert "Goma" in captures
    assert "Kitchanga" not in captures
    assert "No coding fits" in ana.see("/review?act=besiege&speaker=act:m23")
    assert "as a list" in ana.see("/review?events=true&modality=attributed&q=Goma&datetime=2024-02-05")


def test_only_ticked_codings_are_judged_alike_after_their_number_was_said(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    page = ana.see("/review?shape=list")
    form = ana.form(page, "/review/bulk")
    ids = [link.split("claim=")[1].split("&")[0] for link in Forms(page).links if "claim=" in link][:3]
    fields = [*form.fields, *(("tick", claim) for claim in ids), ("verdict", "accept")]
    asked = ana.send(form.action, fields)
    assert asked.status_code == 200
    assert "Accept these 3 codings?" in asked.text
    assert kept(filled) == []
    sure = ana.form(asked.text, "/review/bulk")
    again = [*sure.fields, ("verdict", "accept")]
    assert ana.send(sure.action, again).status_code == 303
    assert ana.send(sure.action, again).status_code == 303
    assert kept(filled) == [("Ana", "verdict", "positive")] * 3


@pytest.mark.parametrize("ticks", [0, 26])
def test_bulk_is_for_what_is_visible(desk: TestClient, filled: str, ticks: int) -> None:
    ana = Coder(desk, "Ana")
    form = ana.form(ana.see("/review?shape=list"), "/review/bulk")
    fields = [*form.fields, *(("tick", f"c{n}") for n in range(ticks)), ("verdict", "accept"), ("sure", "yes")]
    assert ana.send(form.action, fields).status_code == 400
    assert kept(filled) == []


def test_a_form_sent_twice_is_one_judgement(desk: TestClient, filled: str) -> None:
    ana = Coder(desk, "Ana")
    form = ana.form(ana.see(), "/review/judge")
    for _ in range(2):
        assert ana.send(form.action, [*form.fields, ("verdict", "accept")]).status_code == 303
    assert len(kept(filled)) == 1


def test_a_ledger_for_reading_shows_codings_without_buttons(client: TestClient) -> None:
    page = client.get("/review").text
    assert "According to" in page
    assert "--allow-write" in page
    assert not [form for form in Forms(page).forms if form.method == "post"]
    assert client.post("/review/judge", content="claim=c1", headers={"content-type": "text/plain"}).status_code in (
        403,
        415,
    )


def test_an_empty_ledger_has_nothing_to_review(empty: TestClient) -> None:
    answer = empty.get("/review")
    assert answer.status_code == 200
    assert "This ledger holds no report yet" in answer.text


def test_the_past_is_shown_and_not_judged(desk: TestClient) -> None:
    ana = Coder(desk, "Ana")
    page = ana.see("/review?known_at=2026-06-01")
    assert "The past cannot be judged" in page
    assert not [form for form in Forms(page).forms if form.action.startswith("/review/")]


def test_the_queue_can_begin_with_what_is_least_sure(desk: TestClient) -> None:
    ana = Coder(desk, "Ana")
    page = ana.see("/review?order=unsure")
    assert "reasons to look twice" in page
    assert "least sure first" in page
    assert "order=unsure" in ana.form(page, "/review/judge").action

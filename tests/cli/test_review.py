"""`dateline judge`, `review` and `agreement` on a ledger of two reports."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.review import Session
from dateline.desk import Wanted, give_verdict, progress, queue
from dateline.store import Ledger, open_ledger
from dateline.store.judged import judgements_of
from tests.cli.conftest import Call

TEXTS = (
    ("Lake Wire", "Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said.\n"),
    ("Hill Radio", "M23 rebels attacked Sake on Tuesday, 6 February 2024, and killed four soldiers, the army said.\n"),
)


@pytest.fixture
def ledger(call: Call, tmp_path: Path) -> Iterator[Ledger]:
    for n, (source, text) in enumerate(TEXTS):
        (tmp_path / f"{n}.txt").write_text(text, "utf-8")
        call("ingest", f"{n}.txt", "--source", source, "--published", "2024-02-07", "-q")
    with open_ledger(tmp_path / "desk.ledger", write=True) as opened:
        yield opened


def rows(result: Any) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def id_of(ledger: Ledger, act: str) -> str:
    return next(item.claim.id for item in queue(ledger, "nobody") if item.claim.act == act)


def test_a_claim_is_edited_on_the_command_line(call: Call, ledger: Ledger) -> None:
    claim = id_of(ledger, "capture")
    done = call(
        "judge", "edit", claim, "--set", "act=enter", "--set", "roles.from_=", "--set", "days=2024-02-04",
        "--set", "codeable=true", "--words", "days=Monday", "--reason", "they only entered", "--by", "ada",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    made = judgements_of(ledger)[0]
    assert made.id == done.stdout.strip()
    assert made.value["fields"]["roles"] == {"from_": []}
    assert [TEXTS[0][1][start:end] for start, end in made.value["words"]["days"]] == ["Monday"]
    assert {row["act"] for row in rows(call("events"))} >= {"enter"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--set", "act"), "expected FIELD=VALUE"),
        (("--set", "roles=x"), "roles as roles.agent"),
        (("--set", "codeable=maybe"), "expected true or false"),
        (("--set", "spans=a-b"), "START-END"),
        (("--set", "counts=[1"), "no JSON"),
        (("--set", "act=fly"), "none of"),
    ],
)
def test_a_wrong_edit_is_refused(call: Call, ledger: Ledger, arguments: tuple[str, ...], message: str) -> None:
    done = call("judge", "edit", id_of(ledger, "capture"), *arguments, "--reason", "r", "--by", "ada")
    assert done.exit_code == 2
    assert message in done.output


def test_events_are_merged_split_and_sources_graded(call: Call, ledger: Ledger) -> None:
    before = rows(call("events"))
    merged = call("judge", "merge", *(row["id"] for row in before), "--reason", "one raid", "--by", "ada")
    assert merged.exit_code == 0, merged.output
    assert len(rows(call("events"))) == 1
    event = rows(call("events"))[0]
    assert call("judge", "split", event["id"], event["claims"][0], "--reason", "two", "--by", "ada").exit_code == 0
    assert len(rows(call("events"))) == 2
    assert call("judge", "grade", "Lake Wire", "B", "--reason", "years", "--by", "ada").exit_code == 0
    assert call("judge", "grade", "Lake Wire", "B7", "--reason", "years", "--by", "ada").exit_code == 2
    assert call("judge", "withdraw", id_of(ledger, "capture"), "--reason", "?", "--by", "a", "--dry-run").exit_code == 0
    assert [row["change"] for row in rows(call("changes", "--since", "2"))] == ["merged", "split", "graded"]


def test_review_without_a_terminal_says_what_to_use(call: Call, ledger: Ledger) -> None:
    done = call("review")
    assert done.exit_code == 2
    assert "dateline judge" in done.stderr


def sitting(ledger: Ledger, keys: str, *answers: str, wanted: Wanted | None = None) -> list[str]:
    said: list[str] = []
    typed = iter(answers)
    session = Session(
        ledger=ledger, coder="ada", wanted=wanted or Wanted(), say=said.append, ask=lambda question: next(typed)
    )
    pressed = iter(keys)
    session.run(lambda: next(pressed, "q"))
    return said


def test_keys_judge_move_and_take_back(ledger: Ledger) -> None:
    count = progress(ledger, "ada").claims
    said = sitting(ledger, "a" + "r" + "k?xz" + "u" + "q", "not so", "who knows")
    made = judgements_of(ledger)
    assert [(one.action, one.verdict) for one in made] == [
        ("verdict", "positive"), ("verdict", "negative"), ("undo", "none"), ("verdict", "unsure"),
    ]  # fmt: skip
    assert made[2].undoes == made[1].id
    assert "judged 2 of" in said[-1]
    assert any("quit" in line for line in said)
    assert any("›" in line and "According to" in line for line in said)
    sitting(ledger, "a" * count)
    assert progress(ledger, "ada").left == 0


def test_an_edit_in_review_asks_for_its_reason(ledger: Ledger) -> None:
    said = sitting(ledger, "eeeq", "act=fly", "why not", "act=enter", "only entered", "")
    assert any("not kept: act: 'fly' is none of" in line for line in said)
    assert any("corrected" in line for line in said)
    assert [(one.action, one.reason) for one in judgements_of(ledger)] == [("edit", "only entered")]


def test_the_first_claim_has_none_before_it_and_nothing_is_undone_that_was_not_done(ledger: Ledger) -> None:
    said = sitting(ledger, "kzq")
    assert "this is the first one" in said
    assert "nothing was judged yet" in said
    assert judgements_of(ledger) == ()


def test_blind_review_shows_no_words_of_others(ledger: Ledger) -> None:
    first = queue(ledger, "bo", limit=1)[0].claim.id
    give_verdict(ledger, first, "negative", by="bo", reason="a hoax, I think")
    assert any("a hoax" in line for line in sitting(ledger, "q"))
    assert not any("a hoax" in line for line in sitting(ledger, "q", wanted=Wanted(blind=True)))


def _until(words: bytes, terminal: int) -> Iterator[bytes]:
    """What the terminal shows until it shows these words and is quiet."""
    shown = b""
    while select.select([terminal], [], [], 60 if words not in shown else 0.5)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end is closed: the command is over
            return
        shown += part
        yield part


def test_review_on_a_terminal(ledger: Ledger, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dateline", "review", "--coder", "ada", "--blind", "--ledger", "desk.ledger"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path)  # noqa: S603 - ours
    os.close(theirs)
    shown = b"".join(_until(b"According to", ours))
    os.write(ours, b"a")
    shown += b"".join(_until(b"According to", ours))
    os.write(ours, b"q")
    shown += b"".join(_until(b"are left", ours))
    assert process.wait(60) == 0
    os.close(ours)
    assert "ada judged 1 of" in shown.decode()
    assert [one.by for one in judgements_of(ledger)] == ["ada"]


def test_agreement_counts_pairs_and_lists_where_coders_differ(call: Call, ledger: Ledger) -> None:
    ids = [item.claim.id for item in queue(ledger, "ada")]
    for one in ids:
        give_verdict(ledger, one, "positive", by="ada", reason="")
        give_verdict(ledger, one, "negative" if one == ids[0] else "positive", by="bo", reason="")
    call("judge", "edit", ids[1], "--set", "modality=claimed", "--reason", "their word", "--by", "bo")
    found = {row["field"]: row for row in rows(call("agreement"))}
    assert found["verdict"]["n"] == found["verdict"]["pairs"] == len(ids)
    assert found["verdict"]["agreeing"] == len(ids) - 1
    assert found["verdict"]["disagreements"] == [f"{ids[0]}: ada positive, bo negative"]
    assert found["modality"]["n"] == len(ids) - 1
    assert len(found["modality"]["disagreements"]) == 1
    assert found["polarity"]["alpha"] is None
    assert rows(call("agreement", "--coder", "ada"))[0]["n"] == 0
    assert "alpha not defined" in call("agreement", "--format", "table").stdout

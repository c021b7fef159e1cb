"""Judging by program: the same rows that the review screen writes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from dateline.export.formats.json_text import json_bytes
from dateline.model.ledger import Verdict
from dateline.store import Ledger
from dateline.store.judged import judgements_of
from dateline.web.deciding import LONGEST_REASON, Decision, decide, earlier
from dateline.web.doors import TheRoom, TheWriter
from dateline.web.problems import Problem
from dateline.web.security import Writer, bearer_of
from dateline.web.v1.bodies import JudgementRow
from dateline.web.v1.kinds import judgement_object

router = APIRouter(prefix="/v1", tags=["judgements"])
NONE = '"none"'
"""The tag of a subject that nobody has judged."""


class Given(BaseModel):
    """A judgement to be kept."""

    model_config = ConfigDict(extra="forbid")

    subject: str = Field(min_length=1, max_length=200, description="The claim; for an undo the judgement.")
    action: Literal["verdict", "edit", "undo"] = "verdict"
    verdict: Verdict = Field("none", description="Of a verdict: `none` takes one's own back.")
    reason: str = Field("", max_length=LONGEST_REASON, description="Why; an edit needs one.")
    fields: dict[str, Any] = Field(
        default_factory=dict, description="Of an edit: what the claim says rightly, by field."
    )
    words: dict[str, str] = Field(
        default_factory=dict, description="Of an edit: the words of the report that say so, by field."
    )
    by: str | None = Field(
        None, min_length=1, max_length=60, description="Who judges, where the token is shown; by default the server's reviewer."
    )  # fmt: skip


_Key = Annotated[
    str | None,
    Header(max_length=200, pattern=r"^[\x21-\x7e]+$", description="Sent again under the same key, it is kept once."),
]
_Match = Annotated[
    str | None,
    Header(
        max_length=200,
        description='The id of the last judgement of this subject that you know of, in quotes; `"none"`: you know of none. '
        "Refused with 412 where there is another by now.",
    ),
]


@router.post(
    "/judgements",
    operation_id="give_judgement",
    summary="Judge a claim, correct it, or take a judgement back",
    response_model=JudgementRow,
    status_code=201,
    responses={200: {"model": JudgementRow, "description": "It had been kept already, under this key"}},
)
def give(
    request: Request,
    given: Given,
    room: TheRoom,
    writer: TheWriter,
    idempotency_key: _Key = None,
    if_match: _Match = None,
) -> Response:
    """A row is appended; nothing that was coded or judged before is changed."""
    decision = Decision(
        action=given.action,
        subject=given.subject,
        verdict=given.verdict,
        reason=given.reason,
        fields=given.fields,
        words=given.words,
        key=idempotency_key or "",
    )
    by = _signed(request, given, writer)
    with room.writing() as ledger:
        if earlier(ledger, decision, by=by) is None:
            _require_match(ledger, given.subject, if_match)
        made, new = decide(ledger, decision, by=by)
    body = json_bytes(judgement_object(made, f"{room.view().terms.tlp}"))
    headers = {"Location": f"/v1/judgements/{made.id}", "ETag": f'"{made.id}"'}
    return Response(body, 201 if new else 200, headers=headers, media_type="application/json")


def _signed(request: Request, given: Given, writer: Writer) -> str:
    """Who judges: a program with the token may say it, a browser's session has its name."""
    if given.by is None or given.by == writer.by:
        return writer.by
    if bearer_of(request) is None:
        raise Problem(403, "a session judges under its own name")
    return given.by


def _require_match(ledger: Ledger, subject: str, tags: str | None) -> None:
    if tags is None or tags.strip() == "*":
        return
    every = judgements_of(ledger)
    claim = next((one.subject for one in every if one.id == subject), subject)
    last = next((one.id for one in reversed(every) if one.subject == claim), None)
    held = f'"{last}"' if last else NONE
    if held not in {tag.strip() for tag in tags.split(",")}:
        raise Problem(412, f"somebody judged meanwhile: the last judgement of {subject} is {held}", current=last)

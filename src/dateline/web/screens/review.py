"""The review queue: one coding at a time with its words, judged by plain forms; scripts only add keys."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dateline.errors import UsageError
from dateline.export.act_words import ACTS
from dateline.model.ledger import Verdict
from dateline.store import Ledger
from dateline.web.asked import Asked
from dateline.web.asked_review import ORDERS, WHICH, ReviewAsked
from dateline.web.deciding import LONGEST_REASON, Decision, decide
from dateline.web.doors import TheRoom, TheWriter
from dateline.web.forms import Sent, TheForm, key_of, require_key
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.reviewing import LISTED, Review
from dateline.web.room import Room
from dateline.web.security import SESSION, may_read, reviewer_of
from dateline.web.views.edit_form import edit_groups, refilled
from dateline.web.views.edit_read import edited
from dateline.web.views.review import cast_of, corrected
from dateline.web.views.review_page import Banner, bulk_words, told_banner

router = APIRouter(include_in_schema=False)
TheAsked = Annotated[ReviewAsked, Query()]
VERDICTS: dict[str, Verdict] = {"accept": "positive", "reject": "negative", "unsure": "unsure"}


@router.get("/review", response_class=HTMLResponse)
def review(request: Request, asked: TheAsked, room: TheRoom) -> Response:
    """The queue, at the coding asked for."""
    if not may_read(request, room.options):
        return RedirectResponse("/sign-in", 303)
    return _page(request, room, asked)


@router.post("/review/judge")
def judge(request: Request, asked: TheAsked, room: TheRoom, form: TheForm, writer: TheWriter) -> Response:
    """Accept, reject or doubt a coding, and go on to the next."""
    require_key(request, form, room.options)
    verdict = VERDICTS.get(form.get("verdict", ""))
    if verdict is None:
        raise Problem(400, f"a verdict is one of: {', '.join(VERDICTS)}")
    given = Decision(
        action="verdict",
        subject=form.get("claim", ""),
        verdict=verdict,
        reason=_reason(form),
        key=form.get("key", ""),
    )
    return _decided(room, asked, form, given, by=writer.by)


@router.post("/review/edit")
def edit(request: Request, asked: TheAsked, room: TheRoom, form: TheForm, writer: TheWriter) -> Response:
    """Correct a coding, and go on to the next; a form that cannot be taken comes back with what is wrong."""
    require_key(request, form, room.options)
    there = asked.changed(claim=form.get("claim", ""), edit=True)
    seen = _seen(request, room, there)
    claim = seen.claim(form.get("claim", ""))
    source = seen.source(claim)
    held = corrected(claim, seen.said(claim.id, by=writer.by), source)
    try:
        fields = edited(held, form, text=source.text, cast=cast_of(source, held))
        if not fields:
            raise UsageError("nothing was changed: accept the coding instead, or change a field")
        given = Decision(
            action="edit",
            subject=claim.id,
            verdict="positive",
            reason=_reason(form),
            fields=fields,
            key=form.get("key", ""),
        )
        return _decided(room, asked, form, given, by=writer.by)
    except UsageError as error:
        return _page(request, room, there, wrong=str(error), sent=form, status=422)


@router.post("/review/undo")
def undo(request: Request, asked: TheAsked, room: TheRoom, form: TheForm, writer: TheWriter) -> Response:
    """Take one's own judgement back, and show its coding again."""
    require_key(request, form, room.options)
    subject = form.get("judgement", "")
    seen = _seen(request, room, asked)
    known = seen.judged_by.by_id.get(subject)
    if known is None or known.by != writer.by:
        raise Problem(403, "one takes back one's own judgements only")
    given = Decision(action="undo", subject=subject, reason=_reason(form), key=form.get("key", ""))
    with room.writing() as ledger:
        made, _ = decide(ledger, given, by=writer.by)
    return _to(asked, claim=known.subject, done=made.id)


@router.post("/review/bulk")
def bulk(request: Request, asked: TheAsked, room: TheRoom, form: TheForm, writer: TheWriter) -> Response:
    """Judge the ticked codings of one page alike: first say how many, then do it."""
    require_key(request, form, room.options)
    claims, verdict = tuple(dict.fromkeys(form.all("tick"))), VERDICTS.get(form.get("verdict", ""))
    if verdict is None or not 0 < len(claims) <= LISTED:
        raise Problem(400, f"tick 1 to {LISTED} codings, and say what they are")
    if form.get("sure") != "yes":
        return _confirm(request, room, asked, form, claims)
    with room.writing() as ledger:
        last = _all_judged(ledger, claims, verdict, form, by=writer.by)
    return _to(asked, claim=None, done=last)


def _all_judged(ledger: Ledger, claims: Iterable[str], verdict: Verdict, form: Sent, *, by: str) -> str:
    last = ""
    for claim in claims:
        key = f"{form.get('key', '')}/{claim}"
        given = Decision(action="verdict", subject=claim, verdict=verdict, reason=_reason(form), key=key)
        last = decide(ledger, given, by=by)[0].id
    return last


def _confirm(request: Request, room: Room, asked: ReviewAsked, form: Sent, claims: tuple[str, ...]) -> Response:
    seen = _seen(request, room, asked)
    return show(
        request,
        "review_bulk.html",
        _frame(request, room, asked),
        asked=asked,
        cards=seen.cards_of(claims),
        verdict=form["verdict"],
        question=bulk_words(form["verdict"], len(claims)),
        reason=_reason(form),
        form_key=key_of(request, room.options),
        key=form.get("key", ""),
    )


def _page(
    request: Request, room: Room, asked: ReviewAsked, *, wrong: str = "", sent: Sent | None = None, status: int = 200
) -> Response:
    seen = _seen(request, room, asked)
    common = _common(request, room, seen)
    if asked.shape == "list":
        cards = seen.cards()
        return show(request, "review_list.html", _frame(request, room, asked), cards=cards, more=seen.more, **common)
    here = seen.current
    claim = seen.claim(here) if here else None
    before, after = seen.beside() if here else (None, None)
    return show(
        request,
        "review.html",
        _frame(request, room, asked),
        status=status,
        card=seen.card(claim) if claim else None,
        groups=_groups(seen, claim.id, sent) if claim and asked.edit and common["writes"] else (),
        before=before,
        after=after,
        wrong=wrong,
        reason=sent.get("reason", "") if sent else "",
        **common,
    )


def _common(request: Request, room: Room, seen: Review) -> dict[str, Any]:
    agreed, both = seen.agreement()
    last = seen.last
    return {
        "asked": seen.asked,
        "me": seen.me,
        "writable": room.options.write,
        "writes": room.options.write and seen.me is not None and not seen.asked.known_at,
        "empty": not room.view().seq,
        "which": WHICH,
        "orders": ORDERS,
        "acts": ACTS,
        "found": len(seen.found),
        "judged": seen.judged,
        "left": len(seen.queue),
        "place": seen.place,
        "agreed": agreed,
        "both": both,
        "banner": _banner(seen),
        "last": last.id if last else "",
        "form_key": key_of(request, room.options),
        "key": secrets.token_urlsafe(12),
        "longest_reason": LONGEST_REASON,
        "ledger": str(room.options.ledger) if "://" not in str(room.options.ledger) else "LEDGER",
    }


def _banner(seen: Review) -> Banner | None:
    made = seen.judged_by.by_id.get(seen.asked.done or "")
    if made is None or made.by != seen.me:
        return None
    return told_banner(made, seen.judged_by.about[made.subject], seen.judged_by.of(made.subject))


def _groups(seen: Review, claim: str, sent: Sent | None) -> Any:
    coded = seen.claim(claim)
    source = seen.source(coded)
    held = corrected(coded, seen.said(claim, by=seen.me), source)
    groups = edit_groups(held, cast_of(source, held))
    return refilled(groups, sent) if sent is not None else groups


def _decided(room: Room, asked: ReviewAsked, form: Sent, given: Decision, *, by: str) -> Response:
    with room.writing() as ledger:
        made, _ = decide(ledger, given, by=by)
    return _to(asked, claim=form.get("after") or None, done=made.id)


def _to(asked: ReviewAsked, *, claim: str | None, done: str) -> Response:
    return RedirectResponse(asked.url("/review", claim=claim, done=done, edit=None), 303)


def _seen(request: Request, room: Room, asked: ReviewAsked) -> Review:
    view = room.view()
    ledger = view.ledger
    return Review(
        ledger=ledger,
        claims=lambda: view.dossier.claims,
        me=_me(request, room),
        asked=asked,
        finds=request.app.state.finds,
        judged_by=request.app.state.judgements.now(ledger),
    )


def _me(request: Request, room: Room) -> str | None:
    return reviewer_of(request.cookies.get(SESSION, ""), room.options.seal)


def _reason(form: Sent) -> str:
    return form.get("reason", "").strip()


def _frame(request: Request, room: Room, asked: ReviewAsked) -> Any:
    """The frame keeps what all screens have in common; the queue is this screen's own."""
    common = {key: value for key, value in asked.model_dump(exclude_defaults=True).items() if key in Asked.model_fields}
    return frame_of(request, Asked.model_validate(common), room.view(known_at=asked.known))

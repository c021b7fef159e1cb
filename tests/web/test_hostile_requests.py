"""Requests that mean harm: forged, tampered, oversized, out of the folder, in a hurry."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from dateline.store import Entry, append, open_ledger
from dateline.store.judged import judgements_of
from dateline.web import ServeOptions, create_app
from dateline.web.attempts import MOST, Attempts
from dateline.web.forms import local_path
from dateline.web.problems import Problem
from tests.web.conftest import BASE, INGESTED, TOKEN
from tests.web.reviewing import FORM, OWN, Coder

Serve = Callable[..., TestClient]
JSON = {"content-type": "application/json"}
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def filled(entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> str:
    """One ledger for all: none of these requests writes."""
    path = tmp_path_factory.mktemp("asked") / "desk.ledger"
    with open_ledger(path, write=True) as ledger:
        append(ledger, entries, by="test", at=INGESTED)
    return str(path)


@pytest.fixture
def desk(filled: str, serve: Serve) -> TestClient:
    return serve(filled, write=True, token=TOKEN)


def rows(filled: str) -> int:
    with open_ledger(filled) as ledger:
        return len(judgements_of(ledger))


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": BASE, "sec-fetch-site": "cross-site"},
        {"origin": BASE, "sec-fetch-site": "same-site"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://127.0.0.1:8000.evil.example"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_another_sites_page_judges_nothing(desk: TestClient, filled: str, headers: dict[str, str]) -> None:
    ana = Coder(desk, "Ana")
    form = ana.form(ana.see(), "/review/judge")
    body = urlencode([*form.fields, ("verdict", "accept")])
    answer = desk.post(form.action, content=body, headers={**headers, **FORM, "cookie": ana.cookie})
    assert answer.status_code == 403
    assert rows(filled) == 0


@pytest.mark.parametrize("key", ["", "0" * 64, "ä", "\ud83d"])
def test_a_form_without_its_key_is_refused(desk: TestClient, filled: str, key: str) -> None:
    ana = Coder(desk, "Ana")
    fields = {**dict(ana.form(ana.see(), "/review/judge").fields), "verdict": "accept"}
    fields["form_key"] = key.encode("utf-8", "replace").decode()
    assert ana.send("/review/judge", fields).status_code == 403
    del fields["form_key"]
    assert ana.send("/review/judge", fields).status_code == 403
    assert rows(filled) == 0


def test_another_coders_form_is_refused(desk: TestClient, filled: str) -> None:
    ana, ben = Coder(desk, "Ana"), Coder(desk, "Ben")
    fields = {**dict(ana.form(ana.see(), "/review/judge").fields), "verdict": "accept"}
    assert ben.send("/review/judge", fields).status_code == 403
    assert rows(filled) == 0


@pytest.mark.parametrize("change", ["name", "seal", "empty", "short", "odd", "spaces", "long"])
def test_a_cookie_that_was_tampered_with_is_nobodys(desk: TestClient, filled: str, change: str) -> None:
    ana = Coder(desk, "Ana")
    fields = {**dict(ana.form(ana.see(), "/review/judge").fields), "verdict": "accept"}
    name, _, value = ana.cookie.partition("=")
    who, _, seal = value.partition(".")
    ana.cookie = (
        f"{name}="
        + {
            "name": f"{b'Ben'.hex()}.{seal}",
            "seal": f"{who}.{seal[:-1]}{'0' if seal[-1] != '0' else '1'}",
            "empty": "",
            "short": who,
            "odd": f"{who}ff.{seal}",
            "spaces": f"{who[:2]} {who[2:]}.{seal}",
            "long": "a" * 5_000,
        }[change]
    )
    assert ana.send("/review/judge", fields).status_code in (401, 403)
    assert "Sign in to judge" in ana.see()
    assert rows(filled) == 0


def test_a_cookie_of_an_earlier_start_is_nobodys(filled: str, serve: Serve) -> None:
    before, now = (serve(filled, write=True, token=TOKEN) for _ in range(2))
    ana = Coder(before, "Ana")
    assert "Sign in to judge" in now.get("/review", headers=ana.headers).text


def test_the_cookie_is_for_this_server_alone_and_out_of_scripts_reach(desk: TestClient) -> None:
    answer = desk.post(
        "/sign-in", content=urlencode({"name": "Ana", "token": TOKEN, "next": "/review"}), headers={**OWN, **FORM}
    )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], f"{TOKEN} x", "ä" * 30])
def test_a_wrong_token_opens_nothing(desk: TestClient, token: str) -> None:
    answer = desk.post("/sign-in", content=urlencode({"name": "Ana", "token": token}), headers={**OWN, **FORM})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_the_printed_address_signs_in_and_takes_the_token_out_of_sight(desk: TestClient) -> None:
    right, wrong = (desk.get("/enter", params={"token": token}) for token in (TOKEN, "wrong"))
    assert (right.status_code, right.headers["location"]) == (303, "/review")
    assert "samesite=strict" in right.headers["set-cookie"].lower()
    assert wrong.status_code == 401
    assert "set-cookie" not in wrong.headers


def test_tokens_cannot_be_tried_in_a_row(desk: TestClient) -> None:
    wrong = urlencode({"name": "Ana", "token": "wrong"})
    statuses = [desk.post("/sign-in", content=wrong, headers={**OWN, **FORM}).status_code for _ in range(MOST + 1)]
    assert statuses == [401] * MOST + [429]
    right = desk.post("/sign-in", content=urlencode({"name": "Ana", "token": TOKEN}), headers={**OWN, **FORM})
    assert right.status_code == 429
    assert int(right.headers["retry-after"]) > 0


def test_failures_are_forgotten_after_a_minute_and_askers_do_not_pile_up() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for _ in range(MOST):
        attempts.failed("here")
    with pytest.raises(Problem, match="wait"):
        attempts.require_patience("here")
    attempts.require_patience("elsewhere")
    now[0] = 61.0
    attempts.require_patience("here")


@pytest.mark.parametrize(
    "given",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
        "/review\r\nSet-Cookie: a=b", "review", "", "/\t/evil.example", "http:///evil.example", "///evil.example",
    ],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(desk: TestClient, given: str) -> None:
    fields = {"name": "Ana", "token": TOKEN, "next": given}
    answer = desk.post("/sign-in", content=urlencode(fields), headers={**OWN, **FORM})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/review"
    assert local_path(given, fallback="/") == "/"


@pytest.mark.parametrize(
    "name",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2f%2e%2e%2fpipeline.py",
     "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/static/..\\app.py", "/static/%00", "/static/style.css%00.js",
     "/static/dist/../../app.py", "/static/", "/static"],
)  # fmt: skip
def test_no_file_is_served_from_outside_the_folder(desk: TestClient, name: str) -> None:
    answer = desk.get(name)
    assert answer.status_code in (400, 404, 307)
    assert "import" not in answer.text


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"a=" + b"x" * 70_000, FORM, 413),
        ("&".join(f"f{n}=1" for n in range(2_000)).encode(), FORM, 400),
        (b"form_key=%ff%fe", FORM, 400),
        ("form_key=ä".encode(), FORM, 400),
        (b"{}", JSON, 415),
        (b"--x\r\n\r\n--x--", {"content-type": "multipart/form-data; boundary=x"}, 415),
    ],
)
def test_broken_and_oversized_forms_are_refused(
    desk: TestClient, filled: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    ana = Coder(desk, "Ana")
    answer = desk.post("/review/judge", content=body, headers={**ana.headers, **headers})
    assert answer.status_code == status
    assert rows(filled) == 0


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 30_000, b'{"subject": 1}', b"null", b'"x"', b'{"subject":"c","x":1}']
)
def test_broken_json_is_refused(desk: TestClient, body: bytes) -> None:
    answer = desk.post("/v1/judgements", content=body, headers={**BEARER, **JSON})
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_api_asks_for_the_token(desk: TestClient, filled: str) -> None:
    body = json.dumps({"subject": "c1", "verdict": "positive"})
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {TOKEN}"}):
        assert desk.post("/v1/judgements", content=body, headers={**headers, **JSON}).status_code == 401
    assert rows(filled) == 0


def test_nobody_writes_where_writing_is_off(client: TestClient) -> None:
    body = json.dumps({"subject": "c1", "verdict": "positive"})
    assert client.post("/v1/judgements", content=body, headers={**BEARER, **JSON}).status_code == 403
    assert client.post("/review/judge", content="a=b", headers={**OWN, **FORM}).status_code == 403
    assert client.get("/sign-in").status_code == 403


@pytest.mark.parametrize("claim", ["c" * 81, "c1 OR 1=1", "../../etc", "c1\r\nX: 1", "c1' --"])
def test_a_claim_that_cannot_be_is_named_so(desk: TestClient, claim: str) -> None:
    assert desk.get("/review", params={"claim": claim}).status_code in (400, 422)


def test_a_claim_that_is_not_there_is_named_so(desk: TestClient) -> None:
    answer = desk.get("/review?claim=c404")
    assert answer.status_code in (404, 422)
    assert "c404" in answer.text


def test_a_defect_shows_no_trace_and_keeps_its_guards(filled: str) -> None:
    app = create_app(ServeOptions(ledger=filled))

    def fail() -> None:
        raise RuntimeError("a secret of the inside")

    app.add_api_route("/fails", fail)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        answer = client.get("/fails")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]

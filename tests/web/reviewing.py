"""A reviewer as a browser without scripts: follows links, fills in the forms that it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

import httpx
from starlette.testclient import TestClient

from tests.web.conftest import BASE, TOKEN

OWN = {"origin": BASE, "sec-fetch-site": "same-origin"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass
class Form:
    """A form of a page: where it goes, and what it holds; buttons are left to whoever presses one."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Forms(HTMLParser):
    """Reads the forms of a page as a browser would fill them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        if not self.forms:
            return
        form = self.forms[-1]
        name = given.get("name", "")
        if tag == "input" and name and (given.get("type") != "checkbox" or "checked" in given):
            form.fields.append((name, given.get("value", "")))
        elif tag == "button" and name:
            form.buttons.append((name, given.get("value", "")))
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            form.fields.append((self._select, given.get("value", "")))


@dataclass
class Coder:
    """One signed-in reviewer."""

    client: TestClient
    name: str
    cookie: str = ""

    def __post_init__(self) -> None:
        answer = self.send("/sign-in", {"name": self.name, "token": TOKEN, "next": "/review"})
        assert answer.status_code == 303, answer.text
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    @property
    def headers(self) -> dict[str, str]:
        return {**OWN, **({"cookie": self.cookie} if self.cookie else {})}

    def see(self, address: str = "/review") -> str:
        answer = self.client.get(address, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def send(self, address: str, fields: Mapping[str, str] | list[tuple[str, str]]) -> httpx.Response:
        self.client.cookies.clear()
        sent: httpx.Response = self.client.post(address, content=urlencode(fields), headers={**self.headers, **FORM})
        return sent

    def form(self, page: str, action: str) -> Form:
        return next(form for form in Forms(page).forms if form.action.startswith(action))

    def judge(self, page: str, verdict: str, reason: str = "") -> str:
        """Press a verdict; the page after it."""
        form = self.form(page, "/review/judge")
        fields = [(n, v) for n, v in form.fields if n != "reason"]
        answer = self.send(form.action, [*fields, ("reason", reason), ("verdict", verdict)])
        assert answer.status_code == 303, answer.text
        return self.see(answer.headers["location"])

    def claim(self, page: str) -> str:
        """The coding that a page shows."""
        return dict(self.form(page, "/review/judge").fields)["claim"]

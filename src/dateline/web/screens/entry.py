"""What screens ask of a request: the state in its address, and the view of the ledger that it names."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import model_validator

from dateline.web.asked import Asked
from dateline.web.doors import room_of
from dateline.web.view import View


class Form(Asked):
    """The state as forms send it: two days in fields of their own are one interval in every link."""

    @model_validator(mode="before")
    @classmethod
    def with_one_interval(cls, given: Any) -> Any:
        """`from` and `to`, the names of two date fields, become `datetime`."""
        if not isinstance(given, dict) or not {"from", "to"} & set(given):
            return given
        rest = {key: value for key, value in given.items() if key not in ("from", "to")}
        first, last = (str(given.get(key) or "") for key in ("from", "to"))
        return {**rest, "datetime": f"{first or '..'}/{last or '..'}"} if first or last else rest


def view_of(request: Request, asked: Annotated[Form, Query()]) -> View:
    """What the ledger knew at the `known_at` of the address."""
    return room_of(request).view(known_at=asked.known)


TheForm = Annotated[Form, Query()]
TheView = Annotated[View, Depends(view_of)]

"""The API is as it says: schemathesis asks everything that the specification allows, and what it does not."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings

from dateline.store import Entry, append, open_ledger
from dateline.web import ServeOptions, create_app
from dateline.web.app import api_document
from tests.web.conftest import INGESTED

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what schemathesis imports is its own business
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance
    from schemathesis.specs.openapi.schemas import OpenApiSchema

NOT_ASKED: list[Any] = [positive_data_acceptance]
"""Well-formed ids and cursors may be of nothing that the ledger holds; then 404 or 422 is right."""

REFUSALS = schemathesis.Config.from_dict(
    {
        "checks": {
            "negative_data_rejection": {"expected-statuses": [400, 401, 403, 404, 405, 406, 412, 413, 414, 415, 422]}
        }
    }
)
"""The statuses with which a request may be refused: those of the default without 5xx, and those for what is too long."""

bounded = settings(
    max_examples=8, deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def app(entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    path = tmp_path_factory.mktemp("specified") / "desk.ledger"
    with open_ledger(path, write=True) as ledger:
        append(ledger, entries, by="test", at=INGESTED)
    return create_app(ServeOptions(ledger=path, hosts=("testserver",)))


@pytest.fixture(scope="module")
def schema(app: FastAPI) -> OpenApiSchema:
    return schemathesis.openapi.from_asgi("/v1/openapi.json", app, config=REFUSALS)


@pytest.mark.parametrize(("path", "method"), sorted((p, m) for p, on in api_document()["paths"].items() for m in on))
def test_every_operation_is_as_specified(schema: OpenApiSchema, path: str, method: str) -> None:
    operation = schema[path][method]

    @bounded
    @given(case=operation.as_strategy())
    def fits(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=NOT_ASKED)

    @bounded
    @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE))
    def refuses(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=NOT_ASKED)

    fits()
    if operation.query or operation.path_parameters or operation.body:
        refuses()

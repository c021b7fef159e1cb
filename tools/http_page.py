"""The reference page of the HTTP API, from its own specification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.web.app import api_document

Object = dict[str, Any]


def http(note: str) -> str:
    """Every operation with its parameters, forms and answers; then the shapes."""
    document = api_document()
    parts = [
        "# HTTP\n",
        note,
        f"{document['info']['description']}\n",
        "How to start it: [serve](../how-to/serve.md).\n",
    ]
    parts.append(_problems(document))
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            parts.append(_operation(path, method, operation))
    parts.append("## Shapes\n")
    parts.extend(_shape(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    return "\n".join(parts)


def _problems(document: Object) -> str:
    """How any request may end that cannot be answered."""
    every = [operation for methods in document["paths"].values() for operation in methods.values()]
    said = {
        status: answer["description"] for one in every for status, answer in one["responses"].items() if _fails(status)
    }
    rows = [f"| {status} | {_cell(about)} |" for status, about in sorted(said.items())]
    head = (
        "## Problems\n\nAs `application/problem+json` (RFC 9457): [Problem](#problem).\n\n| status | why |\n|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def _fails(status: str) -> bool:
    return status.startswith(("4", "5"))


def _operation(path: str, method: str, operation: Object) -> str:
    lines = [f"## `{method.upper()} {path}`\n", f"{operation['summary']}.\n"]
    if operation.get("description"):
        lines.append(f"{operation['description']}\n")
    if path.endswith(".{form}"):
        return "\n".join((*lines, f"Parameters and answers are those of `{path.removesuffix('.{form}')}`.\n"))
    if operation.get("parameters"):
        lines += ["| parameter | in | what it is | example |", "|---|---|---|---|"]
        lines += [_parameter(parameter) for parameter in operation["parameters"]]
        lines.append("")
    if "requestBody" in operation:
        lines.append(f"Body: {_named(operation['requestBody']['content']['application/json']['schema'])}.\n")
    lines += ["| status | answer |", "|---|---|"]
    lines += [
        _answer(status, answer) for status, answer in sorted(operation["responses"].items()) if not _fails(status)
    ]
    return "\n".join((*lines, ""))


def _parameter(parameter: Object) -> str:
    schema = parameter["schema"]
    examples = [*schema.get("examples", ()), *(e for one in schema.get("anyOf", ()) for e in one.get("examples", ()))]
    shown = f"`{', '.join(examples[0]) if isinstance(examples[0], list) else examples[0]}`" if examples else ""
    about = " ".join((parameter.get("description", ""), *_bounds(schema))).strip()
    return f"| `{parameter['name']}` | {parameter['in']} | {_cell(about)} | {_cell(shown)} |"


def _bounds(schema: Object) -> Iterator[str]:
    for one in (schema, *schema.get("anyOf", ())):
        if "enum" in one:
            yield f"One of {', '.join(f'`{value}`' for value in one['enum'])}."
        if "maximum" in one:
            yield f"{one.get('minimum', 0)} to {one['maximum']:,}."
    if schema.get("default") not in (None, [], ""):
        yield f"Default {schema['default']}."


def _answer(status: str, answer: Object) -> str:
    content = answer.get("content", {})
    bodies = {_named(one["schema"]) for media, one in content.items() if media == "application/json"}
    forms = ", ".join(f"`{media}`" for media in content)
    return f"| {status} | {_cell('. '.join(filter(None, (answer['description'], *sorted(bodies - {''}), forms))))} |"


def _named(schema: Object) -> str:
    name = schema.get("$ref", "").rpartition("/")[2]
    return f"[{name}](#{name.lower()})" if name else ""


def _shape(name: str, schema: Object) -> str:
    lines = [f"### {name}\n", f"{schema.get('description', '')}\n", "| member | what it is |", "|---|---|"]
    for member, value in schema.get("properties", {}).items():
        lines.append(f"| `{member}` | {_cell(_kind(value))} |")
    return "\n".join((*lines, ""))


def _kind(value: Object) -> str:
    about = value.get("description", "")
    kinds = [_type(one) for one in value.get("anyOf", (value,))]
    return f"{' or '.join(dict.fromkeys(kinds))}. {about}".strip()


def _type(value: Object) -> str:
    if "$ref" in value:
        return _named(value)
    if "enum" in value:
        return " or ".join(f"`{one}`" for one in value["enum"])
    if value.get("type") == "array":
        return f"list of {_type(value.get('items', {}))}"
    return str(value.get("type", "anything"))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

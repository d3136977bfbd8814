"""First step: check that the file is Attio's spec and keep its structure, none of its prose."""

from __future__ import annotations

import json
from typing import Any

from scripts.normalize.problems import SpecError
from scripts.normalize.schema import METHODS, UNIONS, Json, is_map

# What a schema may say that changes its meaning. Anything else that is not known prose is kept too, so that
# a keyword new to us shows up in the diff of attio.json instead of vanishing.
PROSE = frozenset({
    "description", "summary", "title", "example", "examples", "externalDocs", "deprecated", "readOnly",
    "writeOnly", "xml",
})  # fmt: skip
OPERATION_KEYS = (
    "tags", "deprecated", "parameters", "requestBody", "responses", "security",
    "x-token-levels", "x-stability", "x-rate-limit", "x-scopes-by-target",
)  # fmt: skip
PARAMETER_KEYS = ("name", "in", "required", "style", "explode", "schema")
COMPONENT_KEYS = ("schemas", "parameters", "responses", "requestBodies")


def check_document(document: Any) -> Json:
    """Return the document when it is Attio's OpenAPI 3.1 file; raise SpecError that says what is wrong."""
    if not is_map(document):
        raise SpecError("the spec is not a JSON object")
    version = str(document.get("openapi", ""))
    if not version.startswith("3.1"):
        raise SpecError(f"the spec says openapi {version or '(nothing)'}; these steps know 3.1")
    title = document.get("info", {}).get("title")
    if title != "Attio API":
        raise SpecError(f"the spec is titled {title!r}, not 'Attio API'")
    if not document.get("paths"):
        raise SpecError("the spec holds no paths")
    return document


def strip_prose(document: Json) -> Json:
    """Return the structure of a spec: paths, schemas, security; no description, summary, title or example.

    Members are sorted, so that neither names nor diffs depend on the order in which upstream writes them.
    """
    info = document["info"]
    stripped = {
        "openapi": document["openapi"],
        "info": {"title": info["title"], "version": info.get("version", "")},
        "servers": [{"url": server["url"]} for server in document.get("servers", ())],
        "paths": {
            path: {method: _operation(item[method]) for method in METHODS if method in item}
            for path, item in document["paths"].items()
        },
        "components": _components(document.get("components", {})),
    }
    ordered: Json = json.loads(json.dumps(stripped, sort_keys=True))
    return ordered


def _components(components: Json) -> Json:
    result: Json = {key: {} for key in COMPONENT_KEYS if components.get(key)}
    for name, schema in components.get("schemas", {}).items():
        result["schemas"][name] = strip_schema(schema)
    for name, parameter in components.get("parameters", {}).items():
        result["parameters"][name] = _parameter(parameter)
    for key in ("responses", "requestBodies"):
        for name, holder in components.get(key, {}).items():
            result[key][name] = _content(holder)
    if components.get("securitySchemes"):
        result["securitySchemes"] = {
            name: _scheme(scheme) for name, scheme in components["securitySchemes"].items()
        }
    return result


def _scheme(scheme: Json) -> Json:
    result: Json = {key: scheme[key] for key in ("type", "scheme", "in", "name") if key in scheme}
    if "flows" in scheme:
        # The keys are the scopes; what they say about them is prose.
        result["flows"] = {
            name: {**flow, "scopes": dict.fromkeys(flow.get("scopes", ()), "")}
            for name, flow in scheme["flows"].items()
        }
    return result


def _operation(operation: Json) -> Json:
    result = {key: operation[key] for key in OPERATION_KEYS if key in operation}
    if "parameters" in result:
        result["parameters"] = [_parameter(parameter) for parameter in result["parameters"]]
    if "requestBody" in result:
        result["requestBody"] = _content(result["requestBody"])
    # OpenAPI wants a description for every response; the empty one keeps the file valid.
    result["responses"] = {
        status: {"description": "", **_content(response)}
        for status, response in result.get("responses", {}).items()
    }
    return result


def _parameter(parameter: Json) -> Json:
    if "$ref" in parameter:
        return {"$ref": parameter["$ref"]}
    result = {key: parameter[key] for key in PARAMETER_KEYS if key in parameter}
    if "schema" in result:
        result["schema"] = strip_schema(result["schema"])
    return result


def _content(holder: Json) -> Json:
    if "$ref" in holder:
        return {"$ref": holder["$ref"]}
    result: Json = {"required": holder["required"]} if "required" in holder else {}
    if "content" in holder:
        result["content"] = {
            kind: {"schema": strip_schema(media["schema"])} if "schema" in media else {}
            for kind, media in holder["content"].items()
        }
    return result


def strip_schema(schema: Any) -> Any:
    """Return a schema without prose; a property that is called `description` or `title` stays."""
    if not is_map(schema):
        return schema
    result: Json = {}
    for key, value in schema.items():
        if key in PROSE or key.startswith("x-"):
            continue
        if key == "properties":
            result[key] = {name: strip_schema(child) for name, child in value.items()}
        elif key in {"items", "additionalProperties"}:
            result[key] = strip_schema(value)
        elif key in UNIONS:
            result[key] = [strip_schema(child) for child in value]
        else:
            result[key] = value
    return result

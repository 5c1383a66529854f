import { describe, expect, it } from 'vitest'
import { formatPython, lintPython } from '../../python/test-ruff'
import { pathVariables } from './path-variables'
import { endpointStub } from './stub'

function stub(endpoint: string, group = 'settings: []\n'): string {
  const files = new Map([
    ['manifest.yaml', 'plugins:\n  endpoints:\n    - group/hooks.yaml\n'],
    ['group/hooks.yaml', `${group}endpoints:\n  - endpoints/item.yaml\n`],
    ['endpoints/item.yaml', endpoint],
  ])
  const python = endpointStub(files, 'endpoints/item.yaml')
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  return python
}

const callerKey =
  'settings:\n  - name: caller_key\n    type: secret-input\n    required: true\n    label:\n      en_US: Caller key\n'

describe('endpointStub', () => {
  it('reads path variables and a JSON body, checks the caller, answers with JSON', () => {
    expect(stub('path: /items/<int:id>/<path:rest>\nmethod: PUT\n', callerKey))
      .toBe(`"""The endpoint described in endpoints/item.yaml."""

import hmac
import json
from collections.abc import Mapping
from typing import Any

from werkzeug import Request, Response

from dify_plugin import Endpoint


class ItemEndpoint(Endpoint):
    def _invoke(self, r: Request, values: Mapping, settings: Mapping) -> Response:
        id_ = int(values["id"])
        rest = str(values["rest"])

        try:
            caller_key = str(_required(settings.get("caller_key"), "Caller key"))
        except ValueError as exc:
            return _json({"error": f"The endpoint is not set up: {exc}"}, status=500)

        caller = r.headers.get("Authorization", "")
        if not hmac.compare_digest(caller.encode(), f"Bearer {caller_key}".encode()):
            return _json({"error": "The caller key is missing or wrong."}, status=401)

        body = r.get_json(silent=True)
        if not isinstance(body, dict):
            return _json({"error": "Send a JSON object."}, status=400)

        try:
            return _json(self._answer(id_, rest, body))
        except ValueError as exc:
            return _json({"error": str(exc)}, status=400)

    def _answer(self, id_: int, rest: str, body: dict[str, Any]) -> dict[str, Any]:
        # TODO(plugwright): do the work of this endpoint here and return what it answers. Raise a
        # ValueError for a request that is wrong; give requests of your own a time limit.
        return {"id": id_, "rest": rest, "received": body}


def _json(data: Any, status: int = 200) -> Response:
    """A JSON answer."""
    text = json.dumps(data, ensure_ascii=False)
    return Response(text, status=status, mimetype="application/json")


def _required[T](value: T | None, label: str) -> T:
    """The value; a ValueError that names what is missing where there is none."""
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        raise ValueError(f"{label} is missing.")
    return value
`)
  })

  it('is a whole endpoint also for an empty or broken file', () => {
    const expected = `"""The endpoint described in endpoints/item.yaml."""

import json
from collections.abc import Mapping
from typing import Any

from werkzeug import Request, Response

from dify_plugin import Endpoint


class ItemEndpoint(Endpoint):
    def _invoke(self, r: Request, values: Mapping, settings: Mapping) -> Response:
        try:
            return _json(self._answer())
        except ValueError as exc:
            return _json({"error": str(exc)}, status=400)

    def _answer(self) -> dict[str, Any]:
        # TODO(plugwright): do the work of this endpoint here and return what it answers. Raise a
        # ValueError for a request that is wrong; give requests of your own a time limit.
        return {"message": "The endpoint works."}


def _json(data: Any, status: int = 200) -> Response:
    """A JSON answer."""
    text = json.dumps(data, ensure_ascii=False)
    return Response(text, status=status, mimetype="application/json")
`
    for (const text of ['', 'path: [', 'path: 5\nmethod: {}\n', 'path: /x\nmethod: GET\n'])
      expect(stub(text)).toBe(expected)
  })

  it('hands other settings to the work, and opens nothing with a secret of another name', () => {
    const python = stub('path: /x\nmethod: GET\n', callerKey.replace('caller_key', 'service_key'))
    expect(python).toContain('return _json(self._answer(service_key))')
    expect(python).not.toContain('hmac')
  })
})

describe('pathVariables', () => {
  it.each([
    ['/a', []],
    ['/<id>', [{ name: 'id', annotation: 'str' }]],
    [
      '/<int:n>/<float:f>/<uuid:u>',
      [
        { name: 'n', annotation: 'int' },
        { name: 'f', annotation: 'float' },
        { name: 'u', annotation: 'str' },
      ],
    ],
    [
      '/<any(a, b):kind>/<string(length=2):lang>',
      [
        { name: 'kind', annotation: 'str' },
        { name: 'lang', annotation: 'str' },
      ],
    ],
    ['/<a>/<a>', [{ name: 'a', annotation: 'str' }]],
    ['/<2>/< a>/<>', []],
  ])('finds the variables of %s', (rule, variables) => {
    expect(pathVariables(rule)).toEqual(variables)
  })
})

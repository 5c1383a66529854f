import { describe, expect, it } from 'vitest'
import type { Files } from '../../files'
import { formatPython, lintPython } from '../../python/test-ruff'
import { toolProviderStub, toolStub } from './stub'

const manifest = 'plugins:\n  tools:\n    - provider/weather.yaml\n'

const provider = `identity:
  name: weather
credentials_for_provider:
  api_key:
    type: secret-input
    required: true
    label:
      en_US: API key
  region:
    type: select
    required: true
    label:
      en_US: Region
  proxy:
    type: text-input
    label:
      en_US: Proxy
tools:
  - tools/forecast.yaml
`

const forecast = `identity:
  name: forecast
  label:
    en_US: Forecast
parameters:
  - name: city
    type: string
    required: true
    label:
      en_US: City
  - name: units
    type: select
    default: metric
  - name: days
    type: number
    precision: 0
    default: 3
    min: 1
    max: 14
    label:
      en_US: Days
output_schema:
  type: object
  properties:
    temperature:
      type: number
    summary:
      type: string
`

function plugin(tool: string, providerText = 'tools:\n  - tools/forecast.yaml\n'): Files {
  return new Map([
    ['manifest.yaml', manifest],
    ['provider/weather.yaml', providerText],
    ['tools/forecast.yaml', tool],
  ])
}

function stubOf(tool: string, providerText?: string): string {
  const python = toolStub(plugin(tool, providerText), 'tools/forecast.yaml')
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  return python
}

/** The lines between `_invoke` and the call of the service. */
function readingOf(parameter: string): string[] {
  const lines = stubOf(`parameters:\n  - ${parameter}\n`).split('\n')
  const from = lines.findIndex((line) => line.includes('def _invoke')) + 1
  const to = lines.findIndex((line) => line.includes('answer = self._ask_service'))
  return lines
    .slice(from, to)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(try:|except|yield|return)/.test(line))
}

describe('toolStub', () => {
  it('reads parameters and credentials, asks the service, sends variables and JSON', () => {
    expect(stubOf(forecast, provider)).toBe(String.raw`"""The tool described in tools/forecast.yaml."""

import math
from collections.abc import Generator
from typing import Any

from dify_plugin import Tool
from dify_plugin.entities.tool import ToolInvokeMessage


class ForecastTool(Tool):
    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:
        try:
            city = str(_required(tool_parameters.get("city"), "City"))
            units = str(tool_parameters.get("units") or "metric")
            days = _whole_number(tool_parameters.get("days"), "Days", default=3, low=1, high=14)
            api_key = str(_required(self.runtime.credentials.get("api_key"), "API key"))
            region = str(_required(self.runtime.credentials.get("region"), "Region"))
            proxy: str | None = self.runtime.credentials.get("proxy")
        except ValueError as exc:
            yield self.create_text_message(str(exc))
            return

        answer = self._ask_service(city, units, days, api_key, region, proxy)
        for field, value in answer.items():
            yield self.create_variable_message(field, value)
        yield self.create_json_message(answer)

    def _ask_service(
        self, city: str, units: str, days: int, api_key: str, region: str, proxy: str | None
    ) -> dict[str, Any]:
        # TODO(plugwright): call your service here and return its answer. Give every request a time
        # limit, such as timeout=(5, 30). Until then the tool answers with sample values.
        return {"temperature": 0, "summary": ""}


def _required[T](value: T | None, label: str) -> T:
    """The value; a ValueError that names what is missing where there is none."""
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        raise ValueError(f"{label} is missing.")
    return value


def _whole_number[D](
    value: Any,
    label: str,
    *,
    default: D,
    low: float | None = None,
    high: float | None = None,
) -> int | D:
    """The value as a whole number within its limits, or the default where there is none."""
    if value is None or value == "":
        return default
    try:
        number = value if isinstance(value, int) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not number.is_integer():
        raise ValueError(f"{label} must be a whole number.")
    if low is not None and number < low:
        raise ValueError(f"{label} must be at least {low}.")
    if high is not None and number > high:
        raise ValueError(f"{label} must be at most {high}.")
    return int(number)
`)
  })

  it('repeats what it was given while there is no output schema, without secrets, files and selectors', () => {
    const tool = `identity:
  name: upload
parameters:
  - {name: title, type: string}
  - {name: document, type: file, required: true}
  - {name: token, type: secret-input}
  - {name: model, type: model-selector}
`
    expect(stubOf(tool)).toBe(String.raw`"""The tool described in tools/forecast.yaml."""

from collections.abc import Generator
from typing import Any

from dify_plugin import Tool
from dify_plugin.entities.tool import ToolInvokeMessage
from dify_plugin.file.file import File


class UploadTool(Tool):
    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:
        try:
            title: str | None = tool_parameters.get("title")
            document: File = _required(tool_parameters.get("document"), "document")
            token: str | None = tool_parameters.get("token")
            model = _object(tool_parameters.get("model"), "model", default=None)
        except ValueError as exc:
            yield self.create_text_message(str(exc))
            return

        answer = self._ask_service(title, document, token, model)
        lines = [f"{field}: {value}" for field, value in answer.items()]
        yield self.create_text_message("\n".join(lines))
        yield self.create_json_message(answer)

    def _ask_service(
        self, title: str | None, document: File, token: str | None, model: dict[str, Any] | None
    ) -> dict[str, Any]:
        # TODO(plugwright): call your service here and return its answer. Give every request a time
        # limit, such as timeout=(5, 30). Until then the tool repeats what it was given.
        return {"title": title}


def _required[T](value: T | None, label: str) -> T:
    """The value; a ValueError that names what is missing where there is none."""
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        raise ValueError(f"{label} is missing.")
    return value


def _object[D](value: Any, label: str, *, default: D) -> dict[str, Any] | D:
    """The value as an object, or the default where there is none."""
    if value is None or value == "":
        return default
    if not isinstance(value, dict):
        raise ValueError(f"{label} must be an object.")
    return value
`)
  })

  it('is a whole tool also for an empty or broken file, named after the file', () => {
    const expected = String.raw`"""The tool described in tools/forecast.yaml."""

from collections.abc import Generator
from typing import Any

from dify_plugin import Tool
from dify_plugin.entities.tool import ToolInvokeMessage


class ForecastTool(Tool):
    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:
        answer = self._ask_service()
        lines = [f"{field}: {value}" for field, value in answer.items()]
        yield self.create_text_message("\n".join(lines))
        yield self.create_json_message(answer)

    def _ask_service(self) -> dict[str, Any]:
        # TODO(plugwright): call your service here and return its answer. Give every request a time
        # limit, such as timeout=(5, 30). Until then the tool repeats what it was given.
        return {"message": "forecast works."}
`
    for (const text of ['', 'a: [', 'parameters: 5\nidentity: [x]\noutput_schema: {properties: []}', '- a'])
      expect(stubOf(text)).toBe(expected)
  })

  it('offers choices for each dynamic select', () => {
    const python = stubOf(
      'parameters:\n  - {name: project, type: dynamic-select}\n  - {name: "a \\"b\\"", type: dynamic-select, multiple: true}\n',
    )
    expect(python).toContain('from dify_plugin.entities import I18nObject, ParameterOption\n')
    expect(python).toContain(`    def _fetch_parameter_options(self, parameter: str) -> list[ParameterOption]:
        if parameter == "project":
            # TODO(plugwright): list the choices that the service offers.
            return [ParameterOption(value="sample", label=I18nObject(en_US="Sample"))]
        if parameter == 'a "b"':
            # TODO(plugwright): list the choices that the service offers.
            return [ParameterOption(value="sample", label=I18nObject(en_US="Sample"))]
        return []
`)
  })

  it.each([
    ['{name: a, type: string}', ['a: str | None = tool_parameters.get("a")']],
    ['{name: a, type: string, required: true, default: x}', ['a = str(tool_parameters.get("a") or "x")']],
    ['{name: a, type: string, default: 5}', ['a = str(tool_parameters.get("a") or "5")']],
    ['{name: a, type: string, default: [x]}', ['a: str | None = tool_parameters.get("a")']],
    ['{name: a, type: number}', ['a = _number(tool_parameters.get("a"), "a", default=None)']],
    [
      '{name: a, type: number, required: true}',
      ['a = _required(_number(tool_parameters.get("a"), "a", default=None), "a")'],
    ],
    ['{name: a, type: number, default: "2.5"}', ['a = _number(tool_parameters.get("a"), "a", default=2.5)']],
    ['{name: a, type: number, default: many}', ['a = _number(tool_parameters.get("a"), "a", default=None)']],
    [
      '{name: a, type: number, min: 0.5, precision: 2}',
      ['a = _number(tool_parameters.get("a"), "a", default=None, low=0.5, decimals=2)'],
    ],
    [
      '{name: a, type: number, min: 1, max: 9}',
      ['a = _number(tool_parameters.get("a"), "a", default=None, low=1, high=9)'],
    ],
    [
      '{name: a, type: number, min: 1, max: 9, default: 2}',
      ['a = _whole_number(tool_parameters.get("a"), "a", default=2, low=1, high=9)'],
    ],
    ['{name: a, type: boolean}', ['a = _boolean(tool_parameters.get("a"))']],
    ['{name: a, type: boolean, default: "True"}', ['a = _boolean(tool_parameters.get("a"), default=True)']],
    ['{name: a, type: boolean, required: true}', ['a = _boolean(_required(tool_parameters.get("a"), "a"))']],
    ['{name: a, type: checkbox, default: true}', ['a = _boolean(tool_parameters.get("a"), default=True)']],
    [
      '{name: a, type: select, multiple: true, default: [x, y]}',
      ['a = _list(tool_parameters.get("a"), "a", default=["x", "y"])'],
    ],
    [
      '{name: a, type: select, multiple: true, default: x}',
      ['a = _list(tool_parameters.get("a"), "a", default=["x"])'],
    ],
    [
      '{name: a, type: files, required: true}',
      ['a = _required(_list(tool_parameters.get("a"), "a", default=[]), "a")'],
    ],
    ['{name: a, type: file}', ['a: File | None = tool_parameters.get("a")']],
    ['{name: a, type: array}', ['a = _list(tool_parameters.get("a"), "a", default=[])']],
    [
      '{name: a, type: object, default: {b: null}}',
      ['a = _object(tool_parameters.get("a"), "a", default={"b": None})'],
    ],
    [
      '{name: a, type: app-selector, required: true}',
      ['a = _required(_object(tool_parameters.get("a"), "a", default=None), "a")'],
    ],
    ['{name: a, type: date-range}', ['a = _object(tool_parameters.get("a"), "a", default=None)']],
    ['{name: a, type: date, required: true}', ['a = str(_required(tool_parameters.get("a"), "a"))']],
    ['{name: a, type: any}', ['a: Any = tool_parameters.get("a")']],
    ['{name: a, type: any, default: 5}', ['a: Any = tool_parameters.get("a", 5)']],
    ['{name: a, type: no-such-type, required: true}', ['a: Any = _required(tool_parameters.get("a"), "a")']],
    ['{name: a}', ['a: Any = tool_parameters.get("a")']],
    ['{name: 5, type: string}', []],
    ['{type: string}', []],
    ['{name: self, type: string}', ['self_: str | None = tool_parameters.get("self")']],
    ['{name: "say \\"hi\\"\\n", type: string}', [`say_hi: str | None = tool_parameters.get('say "hi"\\n')`]],
  ])('reads %s', (parameter, lines) => {
    expect(readingOf(parameter)).toEqual(lines)
  })

  it('keeps locals of equal names apart, parameters and credentials too', () => {
    const python = stubOf(
      'parameters:\n  - {name: API key, type: string}\n  - {name: api_key, type: string}\n',
      provider,
    )
    expect(python).toContain('answer = self._ask_service(api_key, api_key_2, api_key_3, region, proxy)')
  })

  it('takes for certain no credential of a provider with two ways to sign in', () => {
    const both = `${provider}oauth_schema:\n  client_schema: []\n  credentials_schema:\n    - {name: access_token, type: secret-input}\n    - {name: refresh_token, type: secret-input}\n`
    const python = stubOf(forecast, both)
    expect(python).toContain('api_key: str | None = self.runtime.credentials.get("api_key")')
    expect(python).toContain('access_token: str | None = self.runtime.credentials.get("access_token")')
    expect(python).not.toContain('refresh_token')
  })

  it('sends no variable under a name that Dify keeps for itself', () => {
    expect(stubOf('output_schema:\n  properties:\n    json: {type: object}\n    text: {type: string}\n')).not.toContain(
      'create_variable_message',
    )
    expect(
      stubOf('output_schema:\n  properties:\n    files: {type: array}\n    unit: {enum: [c, f]}\n    any: {}\n'),
    ).toContain('return {"unit": "c", "any": None}')
  })

  it('finds the provider by any spelling of the path', () => {
    expect(stubOf('', provider.replace('tools/forecast.yaml', './tools/forecast.yaml'))).toContain('"API key"')
  })
})

describe('toolProviderStub', () => {
  const stub = (text: string) => {
    const python = toolProviderStub(new Map([['provider/weather.yaml', text]]), 'provider/weather.yaml')
    expect(lintPython(python)).toEqual([])
    expect(formatPython(python)).toBe(python)
    return python
  }

  it('refuses missing credentials and tries the secret one on an address', () => {
    expect(stub(provider)).toBe(`"""The provider described in provider/weather.yaml."""

from typing import Any

import requests

from dify_plugin import ToolProvider
from dify_plugin.errors.tool import ToolProviderCredentialValidationError

# TODO(plugwright): an address that answers only to a right key, such as
# https://api.example.com/v1/me. While it is empty, any key is accepted.
CHECK_URL = ""


class WeatherProvider(ToolProvider):
    def _validate_credentials(self, credentials: dict[str, Any]) -> None:
        api_key = _required(credentials.get("api_key"), "API key")
        _required(credentials.get("region"), "Region")

        if not CHECK_URL:
            return
        try:
            response = requests.get(
                CHECK_URL,
                headers={"Authorization": f"Bearer {api_key}"},
                timeout=(5, 15),
            )
        except (requests.RequestException, ValueError) as exc:
            raise ToolProviderCredentialValidationError(
                f"The service could not be asked: {type(exc).__name__}."
            ) from exc
        if response.status_code in (401, 403):
            raise ToolProviderCredentialValidationError("API key is not accepted by the service.")
        if not response.ok:
            raise ToolProviderCredentialValidationError(
                f"The service answered with status {response.status_code}."
            )


def _required(value: Any, label: str) -> Any:
    """The value; the SDK's own error where there is none."""
    if value is None or not str(value).strip():
        raise ToolProviderCredentialValidationError(f"{label} is missing.")
    return value
`)
  })

  it('has nothing to check without credentials', () => {
    expect(stub('identity:\n  name: tool\n')).toBe(`"""The provider described in provider/weather.yaml."""

from typing import Any

from dify_plugin import ToolProvider


class ToolCustomProvider(ToolProvider):
    def _validate_credentials(self, credentials: dict[str, Any]) -> None:
        # There is nothing to check: this provider asks for no credentials.
        return None
`)
  })

  it('asks for no secret that may be left out', () => {
    const python = stub('credentials_for_provider:\n  token: {type: secret-input, label: {en_US: Token}}\n')
    expect(python).toContain(
      '        token = credentials.get("token")\n\n        if not (CHECK_URL and token):\n            return\n',
    )
  })

  it('signs people in where there is an OAuth schema, and checks nothing where there is only that', () => {
    const python = stub('oauth_schema: {client_schema: [], credentials_schema: []}\n')
    expect(python).toContain('# There is nothing to check: people sign in at the service.')
    expect(stub(`${provider}oauth_schema: {}\n`)).toContain(
      'api_key = _required(credentials.get("api_key"), "API key")',
    )
    expect(python.match(/def _oauth_\w+/g)).toEqual([
      'def _oauth_get_authorization_url',
      'def _oauth_get_credentials',
      'def _oauth_refresh_credentials',
    ])
    expect(python).toContain('        return ToolOAuthCredentials(credentials=credentials, expires_at=expires_at)')
  })
})

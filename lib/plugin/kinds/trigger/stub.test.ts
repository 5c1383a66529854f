import { describe, expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { setValue } from '../../edit/values'
import { textOf, type Files } from '../../files'
import { isPristine } from '../../follow-python'
import { formatPython, lintPython } from '../../python/test-ruff'
import { eventStub } from './event-stub'
import { triggerProviderStub } from './provider-stub'

function sound(python: string): string {
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  return python
}

const providerOf = (text: string, event = 'identity: {name: push}\n') =>
  sound(
    triggerProviderStub(
      new Map([
        ['provider/forge.yaml', `${text}events: [events/push.yaml]\n`],
        ['events/push.yaml', event],
      ]),
      'provider/forge.yaml',
    ),
  )
const eventOf = (text: string) => sound(eventStub(new Map([['events/push.yaml', text]]), 'events/push.yaml'))

describe('eventStub', () => {
  it('compares parameters with what the service sends and gives the variables of its output', () => {
    const text = `parameters:
  - {name: branch, type: string}
  - {name: labels, type: checkbox, multiple: true, default: [bug]}
output_schema: {properties: {ref: {type: string}, size: {type: integer}, any: {}}}
`
    expect(eventOf(text)).toBe(`"""The event described in events/push.yaml."""

from collections.abc import Mapping
from typing import Any

from werkzeug import Request

from dify_plugin.entities.trigger import Variables
from dify_plugin.errors.trigger import EventIgnoreError
from dify_plugin.interfaces.trigger import Event


class PushEvent(Event):
    def _on_event(
        self, request: Request, parameters: Mapping[str, Any], payload: Mapping[str, Any]
    ) -> Variables:
        branch: str | None = parameters.get("branch")
        labels = _list(parameters.get("labels"), "labels", default=["bug"])

        body = dict(payload) or request.get_json(silent=True)
        if not isinstance(body, dict):
            raise ValueError("The service sent no JSON object.")

        # Each parameter is compared with the field of its name in what the service sends;
        # where nothing is asked for, everything fits.
        if not _matches(body.get("branch"), branch):
            raise EventIgnoreError()
        if not _matches(body.get("labels"), labels):
            raise EventIgnoreError()

        return Variables(variables=self._variables(body))

    def _variables(self, body: dict[str, Any]) -> dict[str, Any]:
        # TODO(plugwright): take the variables of this event out of what the service sends.
        # Until then each is the field of its name.
        return {"ref": body.get("ref", ""), "size": body.get("size", 0), "any": body.get("any")}


def _matches(value: Any, wanted: Any) -> bool:
    """Whether a field of the event is what a parameter asks for; nothing asked for fits all."""
    if wanted is None or wanted is False or wanted == "" or wanted == []:
        return True
    values = value if isinstance(value, list) else [value]
    choices = wanted if isinstance(wanted, list) else [wanted]
    return any(choice in values for choice in choices)


def _list(value: Any, label: str, *, default: list[Any]) -> list[Any]:
    """The value as a list, or the default where there is none."""
    if value is None or value == "":
        return default
    if not isinstance(value, list):
        raise ValueError(f"{label} must be a list.")
    return value
`)
  })

  it('hands on what cannot be compared', () => {
    const python = eventOf('parameters:\n  - {name: model, type: model-selector}\n  - {name: doc, type: file}\n')
    expect(python).toContain('return Variables(variables=self._variables(body, model, doc))')
    expect(python).not.toContain('EventIgnoreError')
  })

  it('offers choices for each dynamic select', () => {
    expect(eventOf('parameters:\n  - {name: repo, type: dynamic-select}\n')).toContain(
      'def _fetch_parameter_options(self, parameter: str) -> list[ParameterOption]:',
    )
  })

  it('is a whole event also for a broken file', () => {
    for (const text of ['', 'a: [', 'parameters: 5\noutput_schema: []\n'])
      expect(eventOf(text)).toContain('class PushEvent(Event):')
  })
})

describe('triggerProviderStub', () => {
  it('has no constructor where none is declared, and no signature without a secret', () => {
    const python = providerOf('identity: {name: forge}\n')
    expect(python).toContain('EVENTS = {"push": "push"}')
    expect(python).not.toMatch(/Constructor|hmac|requests/)
  })

  it('insists on a signature where the secret is required', () => {
    const secret = (required: boolean) =>
      providerOf(`subscription_schema: [{name: key, type: secret-input, required: ${required}, label: {en_US: Key}}]\n`)
    expect(secret(true)).toContain('raise TriggerValidationError("Key is missing.")')
    expect(secret(false)).toContain('        if not secret:\n            return\n')
  })

  it('subscribes, ends and renews where a constructor is declared, whatever is in it', () => {
    for (const declared of ['{}', '{parameters: null, credentials_schema: null}', '{credentials_schema: []}']) {
      const python = providerOf(`subscription_constructor: ${declared}\n`)
      expect(python.match(/def _\w+_subscription/g)).toHaveLength(3)
      expect(python).not.toMatch(/_validate_api_key|_oauth|token/)
    }
  })

  it('checks keys of either form, and asks with the token of a sign-in before a key', () => {
    const key = 'type: secret-input, required: true, label: {en_US: Key}'
    for (const keys of [`{api_key: {${key}}}`, `[{name: api_key, ${key}}]`]) {
      const python = providerOf(
        `subscription_constructor: {credentials_schema: ${keys}, oauth_schema: {credentials_schema: [{name: access_token, type: secret-input}]}}\n`,
      )
      expect(python).toContain('_entered(credentials.get("api_key"), "Key")')
      expect(python).toContain('token = credentials.get("access_token") or credentials.get("api_key")')
      expect(python.match(/def _oauth_\w+/g)).toHaveLength(3)
    }
  })

  it('keeps the refresh token that no schema may declare, and says so', () => {
    const signIn = (names: string) =>
      providerOf(`subscription_constructor: {oauth_schema: {credentials_schema: [${names}]}}\n`)
    const undeclared = signIn('{name: access_token, type: secret-input}')
    expect(undeclared).toContain('# The refresh token is in no schema, so Dify stores it in clear')
    expect(undeclared).toContain('"refresh_token": "refresh_token"')
    expect(undeclared).toContain(
      'return OAuthCredentials(credentials=fresh.credentials, expires_at=fresh.expires_at or -1)',
    )
    expect(signIn('{name: access_token}, {name: refresh_token}')).not.toContain('in clear')
  })

  it('offers choices of the set-up with the credentials', () => {
    expect(providerOf('subscription_constructor: {parameters: [{name: repo, type: dynamic-select}]}\n')).toContain(
      '    def _fetch_parameter_options(\n        self, parameter: str, credentials: Mapping[str, Any], credential_type: CredentialType\n    ) -> list[ParameterOption]:',
    )
  })
})

describe('untouched Python of a provider', () => {
  const fresh = createPlugin(['trigger'], { name: 'forge', author: 'acme', createdAt: '2025-01-01T00:00:00Z' })
  const edited = (files: Files, file: string, path: string[], value: unknown): Files => {
    const result = setValue(files, file, path, value)
    if (!result.ok) throw new Error(result.reason)
    return result.files
  }

  it('follows what its events call themselves', () => {
    const files = edited(fresh, 'events/first_event.yaml', ['identity', 'name'], 'push')
    expect(textOf(files, 'provider/forge.py')).toContain('EVENTS = {"push": "push"}')
    expect(isPristine(files, 'provider/forge.yaml')).toBe(true)
  })

  it('gets a constructor with the first parameter of a set-up', () => {
    const files = edited(fresh, 'provider/forge.yaml', ['subscription_constructor'], { parameters: [] })
    expect(textOf(files, 'provider/forge.py')).toContain('class ForgeSubscriptionConstructor(')
  })
})

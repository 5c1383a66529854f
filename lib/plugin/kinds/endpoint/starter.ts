import type { StarterInput } from '../../document'
import { scalar } from '../../project/scalar'
import type { SignIn } from '../../project/sign-in'
import { callerKey } from './caller-key'

type Input = StarterInput & { path: string; python: string }

interface GroupInput extends Input {
  credentials?: SignIn
  /** Paths of its endpoints. */
  endpoints?: readonly string[]
}

/** YAML text of a new endpoint group. */
export function endpointGroupStarter(input: GroupInput): string {
  const endpoints = input.endpoints ?? []
  const list =
    endpoints.length === 0
      ? 'endpoints: []\n'
      : `endpoints:\n${endpoints.map((path) => `  - ${scalar(path)}\n`).join('')}`
  return `${input.credentials === 'api-key' ? key : 'settings: []\n'}${list}`
}

const key = `settings:
  - name: ${callerKey}
    type: secret-input
    required: true
    label:
      en_US: Caller key
    placeholder:
      en_US: Any text that is hard to guess
    help:
      en_US: Whoever calls the endpoint sends it in the header Authorization, after the word Bearer.
`

/** YAML text of a new endpoint. */
export function endpointStarter(input: Input): string {
  return `path: ${scalar(`/${routeOf(input.name)}`)}
method: POST
extra:
  python:
    source: ${scalar(input.python)}
`
}

function routeOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_.~-]/g, '-') || 'endpoint'
}

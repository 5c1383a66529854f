import type { StarterInput } from '../../document'
import { freshIcons } from '../../project/icon'
import { itemIdentity, providerIdentity } from '../../project/identity-text'
import { labelOf } from '../../project/names'
import { oauthSchemaText } from '../../project/oauth-text'
import { scalar } from '../../project/scalar'
import { takesKey, takesOauth, type SignIn } from '../../project/sign-in'

type Input = StarterInput & { path: string; python: string }

interface ProviderInput extends Input {
  description?: string
  credentials?: SignIn
  icons?: { readonly light: string; readonly dark?: string }
  /** Paths of its tools. */
  tools?: readonly string[]
}

/** YAML text of a new tool provider. */
export function toolProviderStarter(input: ProviderInput): string {
  const label = input.label ?? labelOf(input.name)
  const icons = input.icons ?? { light: freshIcons.light.name, dark: freshIcons.dark.name }
  return `${providerIdentity(input, icons)}  tags:
    - utilities
${takesKey(input.credentials) ? apiKey(label) : ''}${takesOauth(input.credentials) ? oauthSchemaText() : ''}${toolsLines(input.tools ?? [])}extra:
  python:
    source: ${scalar(input.python)}
`
}

function apiKey(label: string): string {
  return `credentials_for_provider:
  api_key:
    type: secret-input
    required: true
    label:
      en_US: API key
    placeholder:
      en_US: Paste your API key
    help:
      en_US: ${scalar(`Copy it from your account at ${label}.`)}
`
}

function toolsLines(tools: readonly string[]): string {
  return tools.length === 0 ? 'tools: []\n' : `tools:\n${tools.map((path) => `  - ${scalar(path)}\n`).join('')}`
}

/** YAML text of a new tool with one parameter. */
export function toolStarter(input: Input): string {
  return `${itemIdentity(input)}description:
  human:
    en_US: Answers a query.
  llm: Takes a query and returns the answer.
parameters:
  - name: query
    type: string
    required: true
    form: llm
    label:
      en_US: Query
    human_description:
      en_US: What to ask for.
    llm_description: What to ask for, as one short sentence.
extra:
  python:
    source: ${scalar(input.python)}
`
}

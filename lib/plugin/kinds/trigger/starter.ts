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
  /** Its events: their names and paths. */
  events?: readonly { readonly name: string; readonly path: string }[]
}

/** YAML text of a new trigger provider; with a sign-in Dify subscribes by itself. */
export function triggerProviderStarter(input: ProviderInput): string {
  const icons = input.icons ?? { light: freshIcons.light.name, dark: freshIcons.dark.name }
  const events = input.events ?? []
  return `${providerIdentity(input, icons)}subscription_schema:
  - name: webhook_secret
    type: secret-input
    required: false
    label:
      en_US: Webhook secret
    placeholder:
      en_US: The text with which the service signs what it sends
${constructorLines(input.credentials ?? 'none', events)}events:${
    events.length === 0 ? ' []\n' : `\n${events.map(({ path }) => `  - ${scalar(path)}\n`).join('')}`
  }extra:
  python:
    source: ${scalar(input.python)}
`
}

function constructorLines(signIn: SignIn, events: ProviderInput['events']): string {
  if (signIn === 'none') return ''
  // The refresh token stays undeclared: Dify's refresh would hand it over encrypted (dify-api.md section 8.10).
  const oauth = takesOauth(signIn) ? oauthSchemaText({ indent: '  ', refreshToken: false }) : ''
  return `subscription_constructor:
  parameters:${events && events.length > 0 ? `\n${eventsParameter(events)}` : ' []\n'}${takesKey(signIn) ? apiKey : ''}${oauth}`
}

function eventsParameter(events: NonNullable<ProviderInput['events']>): string {
  const option = (name: string) =>
    `        - value: ${scalar(name)}\n          label:\n            en_US: ${scalar(labelOf(name))}\n`
  return `    - name: events
      type: checkbox
      multiple: true
      required: true
      label:
        en_US: Events
      description:
        en_US: What the service tells of.
      default:
${events.map(({ name }) => `        - ${scalar(name)}\n`).join('')}      options:
${events.map(({ name }) => option(name)).join('')}`
}

const apiKey = `  credentials_schema:
    api_key:
      type: secret-input
      required: true
      label:
        en_US: API key
      placeholder:
        en_US: Paste your API key
`

/** YAML text of a new event with one filter. */
export function eventStarter(input: Input): string {
  return `${itemIdentity(input)}description:
  en_US: Something happened at the service.
parameters:
  - name: subject
    type: string
    required: false
    label:
      en_US: Subject
    description:
      en_US: Only events of this subject start the workflow. Empty means all.
output_schema:
  type: object
  properties:
    subject:
      type: string
      description: What the event is about.
extra:
  python:
    source: ${scalar(input.python)}
`
}

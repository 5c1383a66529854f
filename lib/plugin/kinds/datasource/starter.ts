import { stringify } from 'yaml'
import type { StarterInput } from '../../document'
import { freshIcons } from '../../project/icon'
import { itemIdentity, providerIdentity } from '../../project/identity-text'
import { oauthSchemaText } from '../../project/oauth-text'
import { scalar } from '../../project/scalar'
import { takesKey, takesOauth, type SignIn } from '../../project/sign-in'
import { factsOf, providerTypeOf, providerTypes, type ProviderType } from './provider-type'

type Input = StarterInput & { path: string; python: string }

interface ProviderInput extends Input {
  description?: string
  credentials?: SignIn
  icons?: { readonly light: string }
  type?: ProviderType
  /** Paths of its data sources. */
  datasources?: readonly string[]
}

/** YAML text of a new data source provider. */
export function datasourceProviderStarter(input: ProviderInput): string {
  return `${providerIdentity(input, { light: input.icons?.light ?? freshIcons.light.name })}provider_type: ${input.type ?? providerTypes[0]}
${takesKey(input.credentials) ? apiKey : ''}${takesOauth(input.credentials) ? oauthSchemaText() : ''}${listLines(input.datasources ?? [])}extra:
  python:
    source: ${scalar(input.python)}
`
}

const apiKey = `credentials_schema:
  - name: api_key
    type: secret-input
    required: true
    label:
      en_US: API key
    placeholder:
      en_US: Paste your API key
`

function listLines(paths: readonly string[]): string {
  return paths.length === 0
    ? 'datasources: []\n'
    : `datasources:\n${paths.map((path) => `  - ${scalar(path)}\n`).join('')}`
}

/** YAML text of a new data source, with the variables of its provider's type; a crawl asks where to begin. */
export function datasourceStarter(input: Input & { parent?: unknown }): string {
  const type = providerTypeOf(input.parent) ?? providerTypes[0]
  const { item, outputs } = factsOf[type]
  return `${itemIdentity(input)}description:
  en_US: ${item.description}
${type === 'website_crawl' ? crawlParameters : 'parameters: []\n'}${stringify({
    output_schema: { type: 'object', properties: outputs },
  })}extra:
  python:
    source: ${scalar(input.python)}
`
}

const crawlParameters = `parameters:
  - name: url
    type: string
    required: true
    label:
      en_US: Start URL
    description:
      en_US: Page to begin with.
  - name: limit
    type: number
    required: false
    default: 10
    min: 1
    precision: 0
    label:
      en_US: Maximum pages
    description:
      en_US: The crawl ends after so many pages.
`

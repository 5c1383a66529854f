import type { StarterInput } from '../../document'
import { freshIcons } from '../../project/icon'
import { labelOf } from '../../project/names'
import { scalar } from '../../project/scalar'
import type { ModelKey, ModelType } from './model-types'

type Input = StarterInput & { path: string; python: string }

interface ProviderInput extends Input {
  /** Whether a key is asked for. */
  key?: boolean
  icons?: { readonly light: string; readonly dark?: string }
  /** Types whose models are listed, and types whose models people add. */
  listed?: readonly ModelType[]
  added?: readonly ModelType[]
}

/** YAML text of a new model provider: its credentials are the address of a service that speaks as OpenAI's does, and a key. */
export function providerStarter(input: ProviderInput): string {
  const { listed = [], added = [] } = input
  const label = input.label ?? labelOf(input.name)
  const icons = input.icons ?? { light: freshIcons.light.name, dark: freshIcons.dark.name }
  const types = [...listed, ...added]
  const methods = [
    ...(listed.length > 0 || added.length === 0 ? ['predefined-model'] : []),
    ...(added.length > 0 ? ['customizable-model'] : []),
  ]
  return `provider: ${scalar(input.name)}
label:
  en_US: ${scalar(label)}
icon_small:
  en_US: ${scalar(icons.light)}
${icons.dark === undefined ? '' : `icon_small_dark:\n  en_US: ${scalar(icons.dark)}\n`}supported_model_types:${list(
    types.map(({ word }) => word),
    2,
  )}
configurate_methods:${list(methods, 2)}
${added.length > 0 ? '' : `provider_credential_schema:\n${form(input, [])}`}${
    added.length > 0 ? `model_credential_schema:\n${modelName}${form(input, added)}` : ''
  }${listed.length > 0 ? `models:\n${listed.map(({ key }) => patterns(key)).join('')}` : ''}extra:
  python:
    provider_source: ${scalar(input.python)}
    model_sources:${list(
      types.map(({ key }) => sourceOf(key)),
      6,
    )}
`
}

/** Where the Python of a type of models stands: three folders deep, as the SDK needs it (sdk.md section a.4). */
export function sourceOf(key: ModelKey): string {
  return `models/${key}/${key}.py`
}

function list(items: readonly string[], indent: number): string {
  return items.length === 0 ? ' []' : items.map((item) => `\n${' '.repeat(indent)}- ${scalar(item)}`).join('')
}

function patterns(key: ModelKey): string {
  return `  ${key}:\n    predefined:\n      - models/${key}/*.yaml\n`
}

const modelName = `  model:
    label:
      en_US: Model name
    placeholder:
      en_US: The name that the service knows the model by
`

function form(input: ProviderInput, added: readonly ModelType[]): string {
  const sized = added.some(({ key }) => key === 'llm' || key === 'text_embedding' || key === 'rerank')
  return `  credential_form_schemas:
    - variable: endpoint_url
      type: text-input
      required: true
      label:
        en_US: Endpoint address
      placeholder:
        en_US: https://api.example.com/v1
${input.key ? key : ''}${sized ? contextSize : ''}${added.some((type) => type.key === 'llm') ? toolCalls : ''}`
}

const key = `    - variable: api_key
      type: secret-input
      required: true
      label:
        en_US: API key
      placeholder:
        en_US: Paste your API key
`

const contextSize = `    - variable: context_size
      type: text-input
      required: false
      default: "4096"
      label:
        en_US: Context size in tokens
`

const toolCalls = `    - variable: tool_calls
      type: select
      required: false
      default: "yes"
      label:
        en_US: Calls tools
      options:
        - value: "yes"
          label:
            en_US: "Yes"
        - value: "no"
          label:
            en_US: "No"
`

/** YAML text of a new predefined model. */
export function modelStarter(type: ModelType, input: Input): string {
  const label = input.label ?? labelOf(input.name)
  return `model: ${scalar(input.name)}
model_type: ${type.word}
label:
  en_US: ${scalar(label)}
${(input.bare && bareBodies[type.key]) ?? bodies[type.key]}`
}

/** Of a model of which only the name is known; the SDK wants `model_properties`. */
const bareBodies: Readonly<Partial<Record<ModelKey, string>>> = {
  llm: `model_properties:
  mode: chat
parameter_rules:
  - name: temperature
    use_template: temperature
  - name: top_p
    use_template: top_p
`,
  text_embedding: `model_properties: {}
`,
  rerank: `model_properties: {}
`,
}

const bodies: Readonly<Record<ModelKey, string>> = {
  llm: `features:
  - tool-call
  - stream-tool-call
model_properties:
  mode: chat
  context_size: 8192
parameter_rules:
  - name: temperature
    use_template: temperature
  - name: top_p
    use_template: top_p
  - name: max_tokens
    use_template: max_tokens
    default: 1024
    min: 1
    max: 8192
`,
  text_embedding: `model_properties:
  context_size: 8192
  max_chunks: 16
`,
  rerank: `model_properties:
  context_size: 8192
`,
  speech2text: `model_properties:
  file_upload_limit: 25
  supported_file_extensions: mp3,mp4,mpeg,mpga,m4a,wav,webm
`,
  tts: `model_properties:
  default_voice: alloy
  voices:
    - mode: alloy
      name: Alloy
      language:
        - en-US
  word_limit: 2000
  audio_type: mp3
  max_workers: 5
`,
  moderation: `model_properties:
  max_chunks: 32
  max_characters_per_chunk: 2000
`,
}

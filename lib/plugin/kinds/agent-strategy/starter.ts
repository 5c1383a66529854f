import type { StarterInput } from '../../document'
import { freshIcons } from '../../project/icon'
import { itemIdentity, providerIdentity } from '../../project/identity-text'
import { scalar } from '../../project/scalar'

type Input = StarterInput & { path: string; python: string }

interface ProviderInput extends Input {
  description?: string
  icons?: { readonly light: string; readonly dark?: string }
  /** Paths of its strategies. */
  strategies?: readonly string[]
}

/** YAML text of a new strategy provider. */
export function agentStrategyProviderStarter(input: ProviderInput): string {
  const icons = input.icons ?? { light: freshIcons.light.name, dark: freshIcons.dark.name }
  const strategies = input.strategies ?? []
  const list = strategies.map((path) => `  - ${scalar(path)}\n`).join('')
  return `${providerIdentity(input, icons)}strategies:${list === '' ? ' []\n' : `\n${list}`}`
}

/** YAML text of a new strategy with the parameters that agents usually have. */
export function agentStrategyStarter(input: Input): string {
  return `${itemIdentity(input)}description:
  en_US: Lets the model call tools until it has an answer.
features:
  - history-messages
parameters:
  - name: model
    type: model-selector
    scope: tool-call&llm
    required: true
    label:
      en_US: Model
  - name: tools
    type: array[tools]
    required: false
    label:
      en_US: Tools
  - name: instruction
    type: string
    required: false
    auto_generate:
      type: prompt_instruction
    template:
      enabled: true
    label:
      en_US: Instruction
    help:
      en_US: What the model is to keep to in every answer.
  - name: query
    type: string
    required: true
    label:
      en_US: Query
  - name: maximum_iterations
    type: number
    required: true
    default: 5
    min: 1
    max: 50
    precision: 0
    label:
      en_US: Maximum iterations
    help:
      en_US: How often the model is asked at most. In the last round it gets no tools.
extra:
  python:
    source: ${scalar(input.python)}
`
}

import { z } from 'zod'
import { field } from '../../schema/field'

/** `agent_declaration.go: isAgentStrategyParameterType`; the SDK knows two more (agent-strategy.md section 3.1). */
const types = [
  'string',
  'number',
  'boolean',
  'select',
  'secret-input',
  'file',
  'files',
  'model-selector',
  'app-selector',
  'array[tools]',
  'any',
] as const
const sdkOnly = ['array', 'object'] as const

const typeChoices = {
  string: { title: 'Text' },
  number: { title: 'Number' },
  boolean: { title: 'Switch', description: 'True or false.' },
  select: { title: 'Choice', description: 'One of the options that you list.' },
  'secret-input': { title: 'Secret', description: 'Hidden while typing.' },
  file: { title: 'File' },
  files: { title: 'Files' },
  'model-selector': { title: 'Model', description: 'A model of the workspace, which the strategy asks.' },
  'app-selector': { title: 'App', description: 'An app of the workspace.' },
  'array[tools]': { title: 'Tools', description: 'A list of tools that the strategy may call.' },
  any: { title: 'Any variable', description: 'Whatever a workflow hands over. Needs Dify 1.7.0.' },
}

/** `type` of a parameter, with the release that one of them needs (dify-api.md section 2.4). */
export const strategyParameterType = field(
  z.enum(types),
  { title: 'Type', description: 'What your Python gets.', widget: 'select', choices: typeChoices },
  {
    go: 'text',
    sdk: 'text',
    required: ['struct', 'G5', 'G6'],
    words: [
      {
        rule: 'strategy-parameter-type-sdk',
        by: ['struct', 'G6'],
        words: [],
        only: sdkOnly,
        why: 'Dify knows this type for tools only, and the node cannot list its strategies with it',
      },
      {
        rule: 'strategy-parameter-type',
        by: ['struct', 'G5', 'G6'],
        words: types,
        why: 'Dify knows only these types of strategy parameters',
      },
      {
        rule: 'parameter-type-release',
        by: ['G6'],
        words: [],
        only: ['any'],
        fixed: '1.7.0',
        why: 'Dify before 1.7.0 does not know this type',
      },
    ],
  },
)

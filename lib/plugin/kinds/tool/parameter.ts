import { z } from 'zod'
import type { ItemMeta } from '../../document'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import { numberLimits, parameterName, parameterScope, promptHelp } from '../../schema/parameter'
import { parameterOption, parameterOptionItem, showOn } from '../../schema/option'
import { parameterType } from './parameter-type'

const formChoices = {
  llm: { title: 'Model', description: 'The model fills it in (agents), or a variable does (workflows).' },
  form: { title: 'User', description: 'A person sets it in the settings of the tool or node.' },
  schema: { title: 'Set-up', description: 'Set once, while the tool is added.' },
}

const selects = ['select', 'dynamic-select'] as const

/** `pkg/entities/plugin_entities/tool_declaration.go: ToolParameter` (tool.md section 4). */
export const toolParameter = field(
  z.looseObject({
    name: parameterName('Key under which your Python reads the value; the model sees it too. Letters, digits and "_".'),
    type: parameterType,
    form: field(
      z.enum(['llm', 'form', 'schema']),
      { title: 'Filled in by', description: 'Who gives the value.', widget: 'segments', choices: formChoices },
      {
        go: 'text',
        sdk: 'text',
        required: ['struct', 'G5', 'G6'],
        words: [
          {
            rule: 'parameter-form',
            by: ['struct', 'G5', 'G6'],
            words: ['schema', 'form', 'llm'],
            why: 'Dify knows only these three ways to fill a parameter in',
          },
        ],
      },
    ),
    label: localized(
      { title: 'Label', description: 'Name of the parameter as people read it.', example: 'Query' },
      { required: ['struct', 'G5'] },
    ),
    required: field(
      z.boolean().optional(),
      { title: 'Required', description: 'The tool cannot run without it.', widget: 'switch', absent: false },
      { go: 'bool', sdk: 'bool', noNull: [] },
    ),
    human_description: localized(
      {
        title: 'Description for people',
        description: 'What to enter, shown beside the field.',
        example: 'What to search for',
      },
      { required: ['struct', 'G5'] },
    ),
    llm_description: field(
      z.string().optional(),
      {
        title: 'Description for the model',
        description: 'What the model must put here. Without it the model guesses from the name.',
        widget: 'multiline',
        example: 'Key words to search the web for',
        showFor: { form: ['llm'] },
      },
      { go: 'text', sdk: 'text', noNull: [] },
    ),
    options: field(
      z.array(parameterOption).optional(),
      {
        title: 'Options',
        description: 'What can be chosen.',
        widget: 'options',
        item: parameterOptionItem,
        showFor: { type: ['select'] },
      },
      { go: 'list', sdk: 'list', noNull: [] },
    ),
    multiple: field(
      z.boolean().optional(),
      {
        title: 'Several',
        description: 'More than one option can be chosen; your Python gets a list. Needs Dify 1.16.1.',
        widget: 'switch',
        absent: false,
        showFor: { type: selects },
      },
      { go: 'bool', sdk: 'bool', noNull: ['G5'], came: { sdk: '0.10.0', dify: '1.16.1' } },
    ),
    default: field(
      z.unknown().optional(),
      { title: 'Default', description: 'Used when nothing is entered.', widget: 'value' },
      { go: 'free', sdk: 'json', noNull: [] },
    ),
    ...numberLimits,
    scope: parameterScope,
    ...promptHelp,
    show_on: showOn,
  }),
  { title: 'Parameter', description: 'One input of the tool.' },
  { go: 'map', sdk: 'map', checks: ['tool-parameter'] },
)

/** How a row of parameters looks and what a new one holds. */
export const toolParameterItem: ItemMeta = {
  noun: 'parameter',
  row: ['name', 'type', 'label'],
  form: [
    {
      id: 'parameter',
      title: 'Parameter',
      fields: ['name', 'type', 'form', 'required', 'label', 'human_description', 'llm_description'],
    },
    { id: 'values', title: 'Values', fields: ['options', 'multiple', 'default', 'min', 'max', 'precision', 'scope'] },
    { id: 'input', title: 'Input box', fields: ['auto_generate', 'template'] },
  ],
  starter: {
    name: '$name',
    type: 'string',
    required: false,
    form: 'llm',
    label: { en_US: '$title' },
    human_description: { en_US: '$title' },
    llm_description: '$title',
  },
}

import { z } from 'zod'
import type { ItemMeta } from '../../document'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import { parameterOption, parameterOptionItem } from '../../schema/option'
import { numberLimits, parameterName, promptHelp } from '../../schema/parameter'

const types = ['string', 'number', 'boolean', 'select', 'secret-input'] as const

const type = field(
  z.enum(types),
  {
    title: 'Type',
    description: 'What your Python gets.',
    widget: 'select',
    choices: {
      string: { title: 'Text' },
      number: { title: 'Number' },
      boolean: { title: 'Switch', description: 'True or false.' },
      select: { title: 'Choice', description: 'One of the options that you list.' },
      'secret-input': { title: 'Secret', description: 'Hidden while typing.' },
    },
  },
  {
    go: 'text',
    sdk: 'text',
    required: ['struct', 'G5', 'G6'],
    words: [
      {
        rule: 'parameter-type',
        by: ['struct', 'G6', 'G5'],
        words: [...types, 'file', 'files', 'system-files'],
        why: 'Dify knows only these types of parameters of data sources',
      },
      {
        rule: 'parameter-type',
        by: ['struct', 'G5'],
        words: [],
        only: ['system-files'],
        why: 'the SDK does not know this type, the plugin does not start',
      },
      {
        rule: 'parameter-type',
        by: ['struct'],
        words: [],
        only: ['file', 'files'],
        why: 'the daemon does not know this type, remote debugging refuses it',
      },
    ],
  },
)

/** `datasource_declaration.go: DatasourceParameter`, `sdk:datasource_manifest.py: DatasourceParameter`. */
export const datasourceParameter = field(
  z.looseObject({
    name: parameterName('Key under which your Python reads the value. Letters, digits and "_".'),
    type,
    label: localized(
      { title: 'Label', description: 'Name of the parameter as people read it.', example: 'Start URL' },
      { required: ['struct', 'G5'] },
    ),
    description: localized(
      {
        title: 'Description',
        description: 'What to enter. Dify wants it, but its node does not show it yet.',
        example: 'Page to begin with',
      },
      { required: ['struct', 'G5'] },
    ),
    required: field(
      z.boolean().optional(),
      { title: 'Required', description: 'The data source cannot run without it.', widget: 'switch', absent: false },
      { go: 'bool', sdk: 'bool', noNull: ['G5'] },
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
      { go: 'list', sdk: 'list', noNull: ['G5'] },
    ),
    default: field(
      z.union([z.string(), z.number(), z.boolean()]).optional(),
      { title: 'Default', description: 'Used when nothing is entered.', widget: 'value' },
      { go: 'basic', sdk: 'default', noNull: [] },
    ),
    ...numberLimits,
    ...promptHelp,
    scope: field(
      z.string().optional(),
      {
        title: 'Scope',
        description: 'Only selectors have one, and data sources have no selectors.',
        mono: true,
        onlyWhenPresent: true,
      },
      { go: 'text', sdk: 'text', noNull: [], max: { length: 1024, by: ['struct'] } },
    ),
    placeholder: localized(
      {
        title: 'Placeholder',
        description: 'Grey text in the empty field. The daemon drops it, so Dify never shows it.',
        onlyWhenPresent: true,
      },
      { noNull: [], dropped: 'The daemon drops `placeholder`: Dify never shows it.' },
    ).optional(),
  }),
  { title: 'Parameter', description: 'One input of the data source.' },
  { go: 'map', sdk: 'map', checks: ['datasource-parameter'] },
)

/** How a row of parameters looks and what a new one holds. */
export const datasourceParameterItem: ItemMeta = {
  noun: 'parameter',
  row: ['name', 'type', 'label'],
  form: [
    { id: 'parameter', title: 'Parameter', fields: ['name', 'type', 'required', 'label', 'description'] },
    { id: 'values', title: 'Values', fields: ['options', 'default', 'min', 'max', 'precision', 'scope'] },
    { id: 'input', title: 'Input box', fields: ['placeholder', 'auto_generate', 'template'] },
  ],
  starter: {
    name: '$name',
    type: 'string',
    required: false,
    label: { en_US: '$title' },
    description: { en_US: '$title' },
  },
}

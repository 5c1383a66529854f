import { z } from 'zod'
import type { ItemMeta } from '../../document'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import { ruleTemplates, ruleTemplateValues } from './rule-templates'

const ruleTypes = ['float', 'int', 'string', 'boolean', 'text'] as const

const item: ItemMeta = {
  noun: 'parameter',
  row: ['name', 'use_template', 'type'],
  form: [
    { id: 'rule', title: 'Parameter', fields: ['name', 'use_template', 'type', 'label', 'help', 'required'] },
    { id: 'values', title: 'Values', fields: ['default', 'min', 'max', 'precision', 'options'] },
  ],
  starter: { name: '$name', type: 'string', label: { en_US: '$title' } },
  inherits: { from: 'use_template', values: ruleTemplateValues },
  presets: {
    title: 'From a template',
    values: Object.fromEntries(ruleTemplates.map((name) => [name, { name, use_template: name }])),
  },
}

/** `model_declaration.go: ModelParameterRule`, `sdk: ParameterRule` (model.md section 5). */
const rule = field(
  z.looseObject({
    name: field(
      z.string().min(1).max(255),
      { title: 'Name', description: 'What the service calls the parameter.', example: 'temperature', mono: true },
      { go: 'text', sdk: 'text', required: ['G5'] },
    ),
    use_template: field(
      z.enum(ruleTemplates).optional(),
      {
        title: 'Template',
        description:
          "Dify's own type, limits, default and help for a common parameter. What you fill in besides counts more.",
        widget: 'select',
      },
      { go: 'text', sdk: 'text', noNull: [] },
    ),
    type: field(
      z.enum(ruleTypes).optional(),
      {
        title: 'Type',
        description: 'Needed where no template gives it.',
        widget: 'select',
        choices: {
          float: { title: 'Number' },
          int: { title: 'Whole number' },
          string: { title: 'Line of text' },
          boolean: { title: 'Switch' },
          text: { title: 'Text' },
        },
      },
      {
        go: 'text',
        sdk: 'text',
        noNull: ['G5'],
        words: [
          { rule: 'rule-type', by: ['G5', 'G6'], words: ruleTypes, why: 'Dify knows only these types of parameters' },
        ],
      },
    ),
    label: localized(
      { title: 'Label', description: 'Name as people read it; without it the name counts.', example: 'Temperature' },
      { noNull: [] },
    ).optional(),
    help: localized({ title: 'Help', description: 'What it does, in one sentence.' }, { noNull: [] }).optional(),
    required: field(
      z.boolean().optional(),
      { title: 'Required', description: 'It is always sent.', widget: 'switch', absent: false },
      { go: 'bool', sdk: 'bool', noNull: ['G5'] },
    ),
    default: field(
      z.unknown().optional(),
      { title: 'Default', description: 'The value to begin with.', widget: 'value' },
      { go: 'free', sdk: 'any', noNull: [] },
    ),
    min: field(
      z.number().optional(),
      { title: 'Min', description: 'Smallest number.', widget: 'number' },
      { go: 'float', sdk: 'float', noNull: [] },
    ),
    max: field(
      z.number().optional(),
      { title: 'Max', description: 'Largest number.', widget: 'number' },
      { go: 'float', sdk: 'float', noNull: [] },
    ),
    precision: field(
      z.int().optional(),
      { title: 'Precision', description: 'Digits after the decimal point.', widget: 'number' },
      { go: 'int', sdk: 'int', noNull: [] },
    ),
    options: field(
      z
        .array(
          field(
            z.string(),
            { title: 'Option', description: 'One choice.' },
            { go: 'text', sdk: 'text', noNull: ['G5'] },
          ),
        )
        .optional(),
      { title: 'Options', description: 'What can be chosen.', widget: 'strings' },
      { go: 'texts', sdk: 'list', noNull: ['G5'] },
    ),
  }),
  { title: 'Parameter', description: 'Something that people can set for the model.' },
  { go: 'map', sdk: 'map', checks: ['model-rule'] },
)

export const parameterRules = field(
  z.array(rule).optional(),
  { title: 'Parameters', description: 'What people can set for the model.', widget: 'list', item },
  { go: 'list', sdk: 'list', noNull: ['G5'] },
)

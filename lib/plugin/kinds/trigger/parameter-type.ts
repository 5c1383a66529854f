import { z } from 'zod'
import { field } from '../../schema/field'

/** `pkg/entities/plugin_entities/trigger_declaration.go: isEventParameterType`, the same 12 in the SDK and in Dify. */
export const eventParameterTypes = [
  'string',
  'number',
  'boolean',
  'select',
  'checkbox',
  'dynamic-select',
  'file',
  'files',
  'model-selector',
  'app-selector',
  'object',
  'array',
] as const

const typeChoices = {
  string: { title: 'Text' },
  number: { title: 'Number' },
  boolean: { title: 'Switch', description: 'True or false.' },
  select: { title: 'Choice', description: 'One of the options that you list.' },
  checkbox: { title: 'Checkboxes', description: 'Several of the options that you list, with "Several" switched on.' },
  'dynamic-select': {
    title: 'Choice from code',
    description: 'The options come from _fetch_parameter_options of your class.',
  },
  file: { title: 'File' },
  files: { title: 'Files' },
  'model-selector': { title: 'Model', description: 'A model of the workspace.' },
  'app-selector': { title: 'App', description: 'An app of the workspace.' },
  object: { title: 'Object' },
  array: { title: 'List' },
}

/** `type` of a parameter of an event or of the set-up (trigger.md section 4.1). */
export const eventParameterType = field(
  z.enum(eventParameterTypes),
  { title: 'Type', description: 'What your Python gets.', widget: 'select', choices: typeChoices },
  {
    go: 'text',
    sdk: 'text',
    required: ['struct', 'G5', 'G6'],
    words: [
      {
        rule: 'parameter-type',
        by: ['struct', 'G5', 'G6'],
        words: eventParameterTypes,
        why: 'Dify knows only these types of parameters in triggers',
      },
    ],
  },
)

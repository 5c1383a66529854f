import { z } from 'zod'
import { field } from '../../schema/field'
import type { WordRule } from '../../schema/gate-rules'
import { toolParameterTypes } from '../../schema/words'

const typeChoices = {
  string: { title: 'Text' },
  number: { title: 'Number' },
  boolean: { title: 'Switch', description: 'True or false.' },
  select: { title: 'Choice', description: 'One of the options that you list.' },
  'dynamic-select': {
    title: 'Choice from code',
    description: 'The options come from _fetch_parameter_options of your class. Needs Dify 1.5.1.',
  },
  'secret-input': { title: 'Secret', description: 'Hidden while typing.' },
  file: { title: 'File' },
  files: { title: 'Files' },
  'model-selector': { title: 'Model', description: 'A model of the workspace.' },
  'app-selector': { title: 'App', description: 'An app of the workspace.' },
  any: { title: 'Any variable', description: 'Whatever a workflow hands over. Needs Dify 1.7.0.' },
  array: { title: 'List', description: 'Needs Dify 1.6.0.' },
  object: { title: 'Object', description: 'Needs Dify 1.6.0.' },
  checkbox: { title: 'Checkbox', description: 'Arrives as text. Needs Dify 1.10.0.' },
  date: { title: 'Date', description: 'No released Dify knows it yet.' },
  'date-range': { title: 'Date range', description: 'No released Dify knows it yet.' },
}

const unreleased: WordRule = {
  rule: 'parameter-type-release',
  by: ['G6'],
  words: [],
  why: 'no released Dify knows this type, one such parameter breaks the list of tools of the whole workspace',
}

/** `type` of a tool parameter, with the releases that do not know some of them (dify-api.md section 2.3). */
export const parameterType = field(
  z.enum(toolParameterTypes),
  { title: 'Type', description: 'What your Python gets.', widget: 'select', choices: typeChoices },
  {
    go: 'text',
    sdk: 'text',
    required: ['struct', 'G5', 'G6'],
    words: [
      {
        rule: 'parameter-type',
        by: ['struct', 'G5', 'G6'],
        words: toolParameterTypes,
        why: 'Dify knows only these types of tool parameters',
      },
      { ...unreleased, only: ['date'], sdk: '0.10.1' },
      { ...unreleased, only: ['date-range'], sdk: '0.10.2' },
      {
        rule: 'parameter-type-release',
        by: ['G6'],
        words: [],
        only: ['dynamic-select'],
        sdk: '0.4.0',
        fixed: '1.5.1',
        why: 'Dify before 1.5.1 does not know this type',
      },
      {
        rule: 'parameter-type-release',
        by: ['G6'],
        words: [],
        only: ['array', 'object'],
        sdk: '0.3.5',
        fixed: '1.6.0',
        why: 'Dify before 1.6.0 does not know this type',
      },
      {
        rule: 'parameter-type-release',
        by: ['G6'],
        words: [],
        only: ['any'],
        fixed: '1.7.0',
        why: 'Dify before 1.7.0 does not know this type',
      },
      {
        rule: 'parameter-type-release',
        by: ['G6'],
        words: [],
        only: ['checkbox'],
        sdk: '0.6.0',
        fixed: '1.10.0',
        why: 'Dify before 1.10.0 does not know this type',
      },
    ],
  },
)

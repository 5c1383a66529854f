import { z } from 'zod'
import type { DocumentType } from '../../document'
import { field } from '../../schema/field'
import { textAt } from '../../schema/file-reference'
import { localized } from '../../schema/localized'
import { foreignName } from '../../schema/written-name'
import { checkModel } from './check-model'
import { documentIdOf, modelChoices, modelTypes, modelWords, sdkWords, type ModelType } from './model-types'
import { modelProperties, propertiesOf } from './model-properties'
import { modelStarter } from './starter'
import { parameterRules } from './parameter-rule'
import { pricing } from './pricing'

const features = {
  'tool-call': { title: 'Calls tools' },
  'multi-tool-call': { title: 'Calls several tools at once' },
  'stream-tool-call': { title: 'Calls tools while it streams' },
  'agent-thought': { title: 'Shows its reasoning' },
  vision: { title: 'Sees pictures' },
  document: { title: 'Reads documents' },
  video: { title: 'Sees videos' },
  audio: { title: 'Hears' },
  'structured-output': { title: 'Answers by a JSON schema' },
  polling: { title: 'Answers later' },
}
const featureWords = Object.keys(features)

const shared = {
  model: field(
    z.string().min(1).max(255),
    {
      title: 'Name',
      description: "The model's own name, as the service knows it. Dify shows it and your Python sends it.",
      example: 'tiny-1',
      mono: true,
    },
    {
      written: foreignName('Give the name that the service knows the model by.'),
      go: 'text',
      sdk: 'text',
      required: ['G5'],
    },
  ),
  label: localized(
    { title: 'Label', description: 'Name as people read it. Without it the name counts.', example: 'Tiny 1' },
    { noNull: [] },
  ).optional(),
  model_type: field(
    z.enum(modelWords),
    { title: 'Type', description: 'What the model does.', widget: 'select', choices: modelChoices, rare: true },
    {
      go: 'text',
      sdk: 'text',
      required: ['G5', 'G6'],
      words: [
        { rule: 'model-type', by: ['G5', 'G6'], words: sdkWords, why: 'neither the SDK nor Dify knows another' },
        { rule: 'model-type', by: ['G6'], words: modelWords, only: ['text2img'], why: 'every Dify release refuses it' },
      ],
    },
  ),
  features: field(
    z
      .array(
        field(
          z.enum(featureWords),
          { title: 'Feature', description: 'Something that the model can do.' },
          {
            go: 'text',
            sdk: 'text',
            words: [
              { rule: 'model-feature', by: ['G5', 'G6'], words: featureWords, why: 'Dify knows only these features' },
              {
                rule: 'feature-release',
                by: ['G6'],
                words: [],
                only: ['polling'],
                sdk: '0.9.0',
                fixed: '1.15.0',
                why: 'Dify before 1.15.0 does not know this feature',
              },
              {
                rule: 'feature-release',
                by: ['G6'],
                words: [],
                only: ['structured-output'],
                fixed: '1.3.0',
                why: 'Dify before 1.3.0 does not know this feature',
              },
            ],
          },
        ),
      )
      .optional(),
    { title: 'Features', description: 'What the model can do beyond text.', widget: 'tags', choices: features },
    { go: 'texts', sdk: 'list', noNull: [] },
  ),
  model_properties: modelProperties,
  parameter_rules: parameterRules,
  pricing,
  deprecated: field(
    z.boolean().optional(),
    {
      title: 'Deprecated',
      description: 'Dify strikes it through; it works where it was chosen before.',
      widget: 'switch',
      absent: false,
    },
    { go: 'bool', sdk: 'bool', noNull: ['G5'] },
  ),
  fetch_from: field(
    z.enum(['predefined-model', 'customizable-model']).optional(),
    {
      title: 'Comes from',
      description: 'Always the plugin, for a model that has a file.',
      rare: true,
      absent: 'predefined-model',
    },
    {
      go: 'text',
      sdk: 'text',
      noNull: ['G5'],
      words: [
        {
          rule: 'configurate-method',
          by: ['G5', 'G6'],
          words: ['predefined-model', 'customizable-model'],
          why: 'Dify knows only these two ways',
        },
      ],
    },
  ),
}

const schema = z.looseObject(shared)

const contextNames = ['Context size', 'Context window', 'Context length', 'Max context', 'Context tokens']

/** A predefined model of one type: `model_declaration.go: ModelDeclaration`, `sdk: AIModelEntity` (model.md section 4). */
function modelOf(type: ModelType): DocumentType {
  return {
    id: documentIdOf(type),
    title: type.one,
    icon: 'brain',
    schema,
    form: [
      { id: 'model', title: 'Model', fields: ['model', 'label', 'model_type', 'fetch_from', 'features', 'deprecated'] },
      {
        id: 'properties',
        title: 'Properties',
        summary: 'Sizes and limits',
        fields: propertiesOf(type).map((key) => `model_properties.${key}`),
      },
      { id: 'rules', title: 'Parameters', summary: 'What people can set for the model', fields: ['parameter_rules'] },
      {
        id: 'pricing',
        title: 'Price',
        fields: ['pricing.input', 'pricing.output', 'pricing.unit', 'pricing.currency'],
      },
    ],
    table: {
      title: type.title,
      nameAlso: ['Model name', 'Model ID', 'API name'],
      columns: [
        { at: 'label.en_US', title: 'Label', also: ['Display name', 'Title'] },
        ...propertiesOf(type)
          .filter((key) => key !== 'voices' && key !== 'mode')
          .map((key) => ({ at: `model_properties.${key}`, also: key === 'context_size' ? contextNames : [] })),
        { at: 'pricing.input', title: 'Input', also: ['Input price', 'Price in', 'Prompt price', 'Input cost'] },
        {
          at: 'pricing.output',
          title: 'Output',
          also: ['Output price', 'Price out', 'Completion price', 'Output cost'],
        },
        { at: 'pricing.unit', also: ['Price unit', 'Per'] },
        { at: 'pricing.currency' },
        ...(type.key === 'llm' ? [{ at: 'features' }, { at: 'model_properties.mode' }] : []),
        { at: 'deprecated' },
      ],
    },
    label: (value) => textAt(value, ['model']) || type.one,
    namePath: 'model',
    refs: () => [],
    starter: (input) => modelStarter(type, input),
    check: (value, files, path) => checkModel(type, value, files, path),
  }
}

/** One document type for each type of models: they differ in the properties that count. */
export const models: readonly DocumentType[] = modelTypes.map(modelOf)

import type { DocumentType, Ref } from '../../document'
import { assetRef, fileRef, textAt, valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import { checkProvider } from './check-provider'
import { modelSources, patternsOf } from './model-refs'
import { documentIdOf, modelTypes } from './model-types'
import { providerSchema } from './provider-schema'
import { providerStarter } from './starter'
import { modelStubs } from './stub'

/** A model provider: `model_declaration.go: ModelProviderDeclaration`, `sdk: ModelProviderConfiguration` (model.md section 1). */
export const modelProvider: DocumentType = {
  id: 'model.provider',
  title: 'Model provider',
  icon: 'plug',
  schema: providerSchema,
  form: [
    {
      id: 'identity',
      title: 'Provider',
      summary: 'How its models are presented',
      fields: [
        'provider',
        'label',
        'description',
        'icon_small',
        'icon_small_dark',
        'icon_large',
        'icon_large_dark',
        'background',
        'help',
      ],
    },
    {
      id: 'models',
      title: 'Models',
      summary: 'What it offers, and which files are models',
      fields: ['supported_model_types', 'configurate_methods', ...modelTypes.map(({ key }) => `models.${key}`)],
    },
    {
      id: 'provider-credentials',
      title: 'Credentials',
      summary: 'What people fill in for all listed models',
      fields: ['provider_credential_schema.credential_form_schemas'],
    },
    {
      id: 'model-credentials',
      title: 'Credentials of a model',
      summary: 'What people fill in for a model that they add',
      fields: [
        'model_credential_schema.model.label',
        'model_credential_schema.model.placeholder',
        'model_credential_schema.credential_form_schemas',
      ],
    },
    { id: 'code', title: 'Code', fields: ['extra.python.provider_source', 'extra.python.model_sources'] },
  ],
  label: (value) => textAt(value, ['provider']) ?? 'Provider',
  namePath: 'provider',
  items: modelTypes.map((type) => ({
    at: `models.${type.key}.predefined`,
    type: documentIdOf(type),
    noun: type.one,
    folder: `models/${type.key}`,
    read: [],
    title: type.title,
    pattern: `models/${type.key}/*.yaml`,
    order: { at: `models.${type.key}.position`, file: `models/${type.key}/_position.yaml` },
    claims: (value) => (textAt(value, ['model']) ?? '') !== '' && textAt(value, ['model_type']) === type.word,
    offered: { at: 'supported_model_types', word: type.word },
  })),
  refs: (value) => [
    ...['icon_small', 'icon_large', 'icon_small_dark', 'icon_large_dark'].flatMap((key) => iconRefs(value, key)),
    ...modelTypes.flatMap((type) => [
      ...patternsOf(value, type),
      ...fileRef(value, ['models', type.key, 'position'], 'text').map((ref): Ref => ({ ...ref, missing: ['G1'] })),
    ]),
    ...fileRef(value, ['extra', 'python', 'provider_source'], 'python'),
    ...modelSources(value),
  ],
  pythonBase: 'ModelProvider',
  asks: ['provider_credential_schema.credential_form_schemas', 'model_credential_schema.credential_form_schemas'],
  starter: providerStarter,
  stubs: modelStubs,
  check: checkProvider,
}

function iconRefs(value: unknown, key: string): Ref[] {
  const icons = valueAt(value, [key])
  return isRecord(icons) ? Object.keys(icons).flatMap((language) => assetRef(value, [key, language])) : []
}

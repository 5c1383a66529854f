import { describe, expect, it } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { stepLabel } from './step-label'

const tool = documentTypeById('tool')
const root = {
  identity: { name: 'search', label: { en_US: 'Search' } },
  parameters: [{ name: 'city', label: { en_US: 'City' }, options: [{ value: 'porto' }] }],
}

describe('stepLabel', () => {
  it.each([
    [['identity', 'label'], 'Label (English)', 'set', 'Change label (English) of search'],
    [['parameters', 0, 'label'], 'Label (English)', 'set', 'Change label (English) of city'],
    [['parameters', 0, 'name'], 'Name', 'set', 'Rename parameter city'],
    [['parameters', 0, 'default'], 'Default', 'remove', 'Remove default of city'],
    [['parameters', 0, 'options', 0, 'value'], 'Value', 'set', 'Change value of porto'],
    [['description', 'llm'], 'Description for the model', 'set', 'Change description for the model of search'],
    [['parameters', 0, 'label', 'ja_JP'], 'Label (Japanese)', 'set', 'Change label (Japanese) of city'],
    [['parameters'], 'Delete parameter', 'remove', 'Delete parameter'],
    [['nowhere'], 'Anything', 'set', 'Anything'],
  ] as const)('of %j is %s', (at, label, act, expected) => {
    expect(stepLabel(tool, root, at, label, act)).toBe(expected)
  })

  it('knows names of other keys, of fields and of the document itself', () => {
    const provider = documentTypeById('model.provider')
    const fields = [{ variable: 'endpoint_url', label: { en_US: 'Address' } }]
    const tiny = {
      provider: 'tiny',
      label: { en_US: 'Tiny' },
      provider_credential_schema: { credential_form_schemas: fields },
    }
    const at = ['provider_credential_schema', 'credential_form_schemas', 0]
    expect(stepLabel(provider, tiny, ['label', 'en_US'], 'Label (English)', 'set')).toBe(
      'Change label (English) of tiny',
    )
    expect(stepLabel(provider, tiny, [...at, 'label', 'en_US'], 'Label (English)', 'set')).toBe(
      'Change label (English) of endpoint_url',
    )
    expect(stepLabel(provider, tiny, [...at, 'variable'], 'Name', 'set')).toBe('Rename field endpoint_url')
  })

  it('is the label where no type is known', () => {
    expect(stepLabel(undefined, root, ['a'], 'Label', 'set')).toBe('Label')
  })
})

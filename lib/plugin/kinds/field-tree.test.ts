import { describe, expect, it } from 'vitest'
import { documentTypeById } from './registry'
import { fieldAt, fieldTree } from '../schema/field-tree'

function field(id: string, path: (string | number)[]) {
  const type = documentTypeById(id)
  return type && fieldAt(fieldTree(type), path)
}

describe('fieldTree', () => {
  it('keeps texts, widget, words and limits of a field', () => {
    expect(field('tool', ['parameters', 0, 'form'])).toMatchObject({
      meta: { title: 'Filled in by', widget: 'segments' },
      types: ['string'],
      words: ['llm', 'form', 'schema'],
    })
    expect(field('manifest', ['icon'])?.limits).toEqual({ minLength: 1, maxLength: 128 })
    expect(field('manifest', ['resource', 'permission', 'storage', 'size'])?.limits).toEqual({
      minimum: 1024,
      maximum: 1073741824,
    })
  })

  it('finds the field of a map entry by any name', () => {
    expect(field('tool.provider', ['credentials_for_provider', 'api_key', 'label', 'en_US'])?.meta.title).toBe(
      'English',
    )
    expect(field('tool.provider', ['credentials_for_provider', '0', 'type'])?.meta.title).toBe('Type')
  })

  it('looks into the shapes of an inline endpoint', () => {
    expect(field('endpoint.group', ['endpoints', 0, 'method'])?.meta.title).toBe('Method')
  })

  it('knows nothing of unknown keys', () => {
    expect(field('tool', ['nonsense'])).toBeUndefined()
  })
})

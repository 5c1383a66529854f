import { describe, expect, it } from 'vitest'
import { createPlugin } from '@/lib/plugin/create'
import { cardOf, touchesCard } from './card'

const answers = { name: 'weather', author: 'ada', label: 'Weather', createdAt: '2026-01-01T00:00:00Z' }

describe('the card of a plugin', () => {
  it('shows what the manifest says, and counts the items', () => {
    const files = createPlugin(['tool', 'endpoint'], { ...answers, items: { tool: ['today', 'tomorrow'] } })
    expect(cardOf(files)).toMatchObject({
      author: 'ada',
      name: 'weather',
      label: 'Weather',
      counts: [
        { noun: 'tool', count: 2 },
        { noun: 'endpoint', count: 1 },
      ],
      iconPath: expect.stringMatching(/^_assets\//) as string,
    })
  })

  it.each([
    ['no manifest', undefined],
    ['one that does not parse', 'name: [\n'],
    ['a list', '- name\n'],
    ['a scalar', 'weather'],
    ['an empty one', ''],
    ['values of other types', 'name: { a: 1 }\nlabel: 7\nicon: [x]\nversion: null\n'],
  ])('can be made of %s', (what, text) => {
    const card = cardOf(new Map(text === undefined ? [] : [['manifest.yaml', text]]))
    expect(card).toMatchObject({
      author: '',
      label: what === 'values of other types' ? '7' : 'Untitled plugin',
      counts: [],
    })
  })

  it('is made again only when YAML or an asset changed', () => {
    expect(touchesCard(['tools/a.py', 'README.md'])).toBe(false)
    expect(touchesCard(['tools/a.yaml'])).toBe(true)
    expect(touchesCard(['_assets/icon.svg'])).toBe(true)
  })
})

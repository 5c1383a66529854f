import { expect, test, vi } from 'vitest'
import { markPlaces } from './mark-places'

test('who is at a field is marked before its label, never through it, and in no other file', () => {
  const write = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync')
  const sheets = () => write.mock.calls.map(([text]) => text)
  const at = (file: string) => [{ userId: 'b', name: 'Ben', place: { file, at: '/label' }, tabs: 1 }]
  const take = markPlaces(at('a.yaml'), 'a.yaml')
  expect(sheets()[0]).toMatch(/\[data-field="label"\]::after \{[^}]*position: absolute; left: -\d+px; [^}]*width: 2px/)
  expect(sheets()[0]).not.toContain('background-image')
  expect(document.adoptedStyleSheets).toHaveLength(1)
  take()
  expect(document.adoptedStyleSheets).toEqual([])
  markPlaces(at('b.yaml'), 'a.yaml')()
  expect(sheets()[1]).not.toContain('data-field')
  write.mockRestore()
})

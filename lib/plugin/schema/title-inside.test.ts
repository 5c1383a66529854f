import { expect, it } from 'vitest'
import { titleInside } from './title-inside'

it.each([
  ['Data source', 'data source'],
  ['Label (English)', 'label (English)'],
  ['LLMs', 'LLMs'],
  ['OAuth client', 'OAuth client'],
  ['', ''],
])('%j stands inside of a sentence as %j', (title, inside) => {
  expect(titleInside(title)).toBe(inside)
})

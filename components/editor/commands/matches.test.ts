import { View } from 'lucide-react'
import { expect, test } from 'vitest'
import { matchesOf } from './matches'

const item = (text: string, words?: string) => ({ id: text, text, ...(words && { words }), icon: View, run: () => {} })
const items = [item('Show the plugin in Dify'), item('Add event from a webhook delivery', 'paste JSON, payload')]

test('finds by words that are not shown, and marks only what is', () => {
  const found = matchesOf(items, 'payload')
  expect(found.map(({ item: each, parts }) => [each.text, parts])).toEqual([
    ['Add event from a webhook delivery', [{ text: 'Add event from a webhook delivery', found: false }]],
  ])
  expect(matchesOf(items, 'add paste')[0]?.parts).toEqual([
    { text: 'Add', found: true },
    { text: ' event from a webhook delivery', found: false },
  ])
})

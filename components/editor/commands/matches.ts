import uFuzzy from '@leeoniya/ufuzzy'
import type { PaletteItem } from './commands'

/** An item with the parts of its text that were found. */
export interface Match {
  item: PaletteItem
  parts: readonly { text: string; found: boolean }[]
}

/** More than anybody reads; what is wanted is found by typing on. */
const MOST = 60

/** Up to so many words may stand in any order. */
const MOST_TERMS = 4

const fuzzy = new uFuzzy({ intraMode: 1 })

/** The items that the words fit, the best first; all in their order when there are none. A slip of one letter is forgiven. */
export function matchesOf(items: readonly PaletteItem[], words: string): Match[] {
  const plain = (item: PaletteItem): Match => ({ item, parts: [{ text: item.text, found: false }] })
  if (words.trim() === '') return items.slice(0, MOST).map(plain)
  const texts = items.map(({ text, words: also = '' }) => (also === '' ? text : `${text} ${also}`))
  const [, info, order] = fuzzy.search(texts, words, MOST_TERMS, texts.length)
  if (!info || !order) return []
  return order.slice(0, MOST).flatMap((place): Match[] => {
    const item = items[info.idx[place] ?? -1]
    return item ? [{ item, parts: partsOf(item.text, info.ranges[place] ?? []) }] : []
  })
}

function partsOf(text: string, ranges: readonly number[]): Match['parts'] {
  const parts: { text: string; found: boolean }[] = []
  let end = 0
  for (let index = 0; index < ranges.length; index += 2) {
    // What is found behind the text is not drawn.
    const [from = 0, to = 0] = ranges.slice(index, index + 2).map((place) => Math.min(place, text.length))
    parts.push({ text: text.slice(end, from), found: false }, { text: text.slice(from, to), found: true })
    end = to
  }
  return [...parts, { text: text.slice(end), found: false }].filter((part) => part.text !== '')
}

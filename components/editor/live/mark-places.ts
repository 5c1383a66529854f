import { colorOf } from '@/components/ui/avatar'
import type { Person } from './messages'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'

/**
 * Marks the rows of the outline where others are at their end and, in the open file, their fields before the label: by a style sheet of its
 * own, so that nothing is drawn again and nothing moves. Only a hint for the eye: the names in the bar say the same. Gives the way to take
 * it away.
 */
export function markPlaces(people: readonly Person[], file: string): () => void {
  const rules = people.flatMap(({ name, place }) => {
    const row = `[role="treeitem"][data-id="${CSS.escape(place.file)}"]`
    const field = `[data-field="${CSS.escape(pathFromPointer(place.at).join('.'))}"]`
    return [
      ...bar(row, name, 'right: 0'),
      ...(place.at !== '' && place.file === file ? bar(field, name, 'left: -10px') : []),
    ]
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}

/** In the person's colour, drawn towards that of the text so that it is seen on dark too. */
function bar(selector: string, name: string, at: string): string[] {
  const color = `color-mix(in oklab, ${colorOf(name)} 70%, var(--ink))`
  return [
    `${selector} { position: relative }`,
    `${selector}::after { content: ''; position: absolute; ${at}; inset-block: 0; width: 2px; background: ${color} }`,
  ]
}

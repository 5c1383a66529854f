import { colorOf } from '@/components/ui/avatar'
import type { Person } from './messages'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'

/**
 * Marks the rows of the outline where others are and, in the open file, their fields: by a style sheet of its own, so that nothing is drawn
 * again and nothing moves. Only a hint for the eye: the names in the bar say the same. Gives the way to take it away.
 */
export function markPlaces(people: readonly Person[], file: string): () => void {
  const rules = people.flatMap(({ name, place }) => {
    const row = `[role="treeitem"][data-id="${CSS.escape(place.file)}"]`
    const field = `[data-field="${CSS.escape(pathFromPointer(place.at).join('.'))}"]`
    return [
      `${row} { ${edge(name, 'right')} }`,
      ...(place.at !== '' && place.file === file ? [`${field} { ${edge(name, 'left')} }`] : []),
    ]
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}

function edge(name: string, side: 'left' | 'right'): string {
  const color = colorOf(name)
  return `background-image: linear-gradient(${color}, ${color}); background-size: 2px 100%; background-position: ${side}; background-repeat: no-repeat;`
}

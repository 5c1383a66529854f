import { expect, it } from 'vitest'
import { formatPython } from '../../python/test-ruff'
import { eventTypeHead, eventTypeIn, eventTypeLines, type TypeSource } from './event-type'

const sources: TypeSource[] = [
  [],
  [{ header: 'X-GitHub-Event' }],
  [{ field: ['type'] }],
  [{ field: ['event', 'type'] }],
  [{ header: 'X-GitHub-Event' }, { field: ['action'] }],
  [{ header: `X-${'Long-'.repeat(14)}Event` }, { field: ['action'] }],
]
const methodOf = (lines: readonly string[]) => `class A:\n${[eventTypeHead, ...lines].join('\n')}\n`

it.each(sources.map((source) => [source]))('knows its own method again, and ruff keeps it: %j', (source) => {
  const lines = eventTypeLines(source)
  const python = methodOf(lines)
  expect(formatPython(python)).toBe(python)
  const found = eventTypeIn(`${python}\n    def other(self) -> None:\n        pass\n`)
  expect(found).toMatchObject({ source })
  expect(python.slice(found?.from, found?.to)).toBe(`${lines.join('\n')}\n`)
})

it('sees that an author wrote the method, or that there is none', () => {
  const own = methodOf(['        # Ours.', '        return request.headers.get("X-GitHub-Event", "")'])
  expect(eventTypeIn(own)).toMatchObject({ source: undefined })
  expect(eventTypeIn('class A:\n    pass\n')).toBeUndefined()
})

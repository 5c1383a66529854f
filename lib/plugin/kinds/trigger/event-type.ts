import { call, lay, list, type Code } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { todoMark } from '../../python/module'

/** What tells which event a delivery is: a header of the request, or a field of its JSON. */
export type TypePart = { readonly header: string } | { readonly field: readonly [string, string?] }

/** One part, or several whose words stand together: `issues.opened`. */
export type TypeSource = readonly TypePart[]

export const eventTypeHead = '    def _event_type(self, request: Request, body: dict[str, Any]) -> str:'

const unknown = [
  `        # ${todoMark} return what the service calls the event: a header of the request or a`,
  '        # field of what it sends.',
  '        return str(body.get("type", ""))',
]

/** The lines of `_event_type`; without a source they wait for the author. */
export function eventTypeLines(source: TypeSource = []): string[] {
  const [part] = source
  if (part === undefined) return unknown
  if (source.length > 1)
    return [
      ...lay(
        list(
          'parts = ',
          source.map((each) => readOf(each)),
        ),
        8,
      ),
      '        return ".".join(str(part) for part in parts if part)',
    ]
  if ('header' in part) return lay(call('return request.headers.get', [pythonString(part.header), '""']), 8)
  const [name, inner] = part.field
  if (inner === undefined) return lay(call('return str', [call('body.get', [pythonString(name), '""'])]), 8)
  return [
    ...lay(call('part = body.get', [pythonString(name)]), 8),
    ...lay(
      call('return str', [call('part.get', [pythonString(inner), '""'])], ' if isinstance(part, dict) else ""'),
      8,
    ),
  ]
}

function readOf(part: TypePart): Code {
  return 'header' in part
    ? call('request.headers.get', [pythonString(part.header)])
    : call('body.get', [pythonString(part.field[0])])
}

/** How the `_event_type` of a provider's Python stands: where its lines are, and what they read where they are generated ones. */
export function eventTypeIn(python: string): { from: number; to: number; source: TypeSource | undefined } | undefined {
  const head = python.indexOf(`${eventTypeHead}\n`)
  if (head < 0) return undefined
  const from = head + eventTypeHead.length + 1
  const lines = /^(?: {8}.*\n|\n(?= {8}))*/.exec(python.slice(from))?.[0] ?? ''
  const to = from + lines.length
  const written = lines.replace(/\n$/, '')
  const source = [[], partsIn(written)].find((each) => eventTypeLines(each).join('\n') === written)
  return { from, to, source }
}

/** What the lines read, in order, as far as a look at them tells. */
function partsIn(lines: string): TypeSource {
  const inner = /part\.get\("([^"\\]*)"/.exec(lines)?.[1]
  return [...lines.matchAll(/(request\.headers|body)\.get\(\s*"([^"\\]*)"/g)].map(([, from, name = '']) =>
    from === 'body' ? { field: inner === undefined ? [name] : [name, inner] } : { header: name },
  )
}

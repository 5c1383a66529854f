/** One dependency as a file writes it. */
export interface Requirement {
  /** Normalized: lower case, `-`. Empty for options and bare URLs. */
  name: string
  /** Version part with its operators: `>=0.9.0,<0.11.0`. */
  version: string
  /** The line or string as written. */
  text: string
  from: number
  to: number
  /** `option` for -r, -e and the like; `url` for git+ and direct addresses. */
  kind: 'package' | 'url' | 'option'
}

/** The entries of a `requirements.txt`, comments and blank lines left out (pip's format, one a line). */
export function requirementsOf(text: string): Requirement[] {
  const found: Requirement[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const bare = line.replace(/(^|\s)#.*$/, '').trim()
    const start = offset + Math.max(line.indexOf(bare), 0)
    if (bare !== '') found.push(requirementOf(bare, start))
    offset += line.length + 1
  }
  return found
}

/** Reads one requirement (PEP 508, loosely). */
export function requirementOf(text: string, from: number): Requirement {
  const place = { text, from, to: from + text.length }
  if (/^-/.test(text)) return { ...place, name: '', version: '', kind: 'option' }
  const named = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/s.exec(text)
  const url = /^(?:git\+|https?:|file:|\.{0,2}\/)/.test(text)
  if (url || !named) return { ...place, name: '', version: '', kind: 'url' }
  const rest = (named[2] ?? '')
    .replace(/;.*$/s, '')
    .replace(/\s+--.*$/s, '')
    .trim()
  const name = (named[1] ?? '').toLowerCase().replace(/[-_.]+/g, '-')
  if (rest.startsWith('@')) return { ...place, name, version: '', kind: 'url' }
  return { ...place, name, version: rest.replace(/^\(|\)$/g, '').trim(), kind: 'package' }
}

/**
 * The dependencies of a `pyproject.toml`, read line by line: `project.dependencies`, optional groups, `dependency-groups` and
 * Poetry's tables. Enough for their usual forms; what it cannot read it leaves out.
 */
export function pyprojectRequirements(text: string): Requirement[] {
  const found: Requirement[] = []
  let table = ''
  let list = false
  let offset = 0
  for (const line of text.split('\n')) {
    const header = /^\s*\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/.exec(line)
    if (header && !list) table = (header[1] ?? '').replace(/["\s]/g, '')
    else if (poetry.test(table)) found.push(...poetryEntry(line, offset))
    else {
      const begins = /^\s*(["\w-]+)\s*=\s*\[(.*)$/.exec(line)
      if (begins && !list) list = table === 'project' ? begins[1] === 'dependencies' : lists.test(table)
      if (list || begins) {
        if (list)
          found.push(
            ...quoted(begins ? line.slice(line.indexOf('[')) : line, offset + (begins ? line.indexOf('[') : 0)),
          )
        if (/\]\s*(?:,?\s*(?:#.*)?)$/.test(withoutStrings(line))) list = false
      }
    }
    offset += line.length + 1
  }
  return found
}

const poetry = /^tool\.poetry\.(?:dependencies|dev-dependencies|group\.[^.]+\.dependencies)$/
const lists = /^(?:project\.optional-dependencies|dependency-groups)$/

function withoutStrings(line: string): string {
  return line.replace(/"[^"]*"|'[^']*'/g, '""').replace(/#.*$/, '')
}

function quoted(line: string, offset: number): Requirement[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap((match) => {
    const text = match[1] ?? match[2] ?? ''
    const comment = line
      .slice(0, match.index)
      .replace(/"[^"]*"|'[^']*'/g, '')
      .includes('#')
    return text === '' || comment ? [] : [requirementOf(text, offset + match.index + 1)]
  })
}

function poetryEntry(line: string, offset: number): Requirement[] {
  const match = /^\s*"?([\w.-]+)"?\s*=\s*(?:"([^"]*)"|\{(.*)\})/.exec(line)
  if (!match || match[1] === 'python') return []
  const table = match[3] ?? ''
  const version = match[2] ?? /version\s*=\s*"([^"]*)"/.exec(table)?.[1] ?? ''
  const name = (match[1] ?? '').toLowerCase().replace(/[-_.]+/g, '-')
  const from = offset + line.indexOf(match[1] ?? '')
  const kind = /\b(?:git|url|path)\s*=/.test(table) ? 'url' : 'package'
  return [
    {
      name,
      version: version === '*' ? '' : version,
      text: `${match[1]} = ${version}`,
      from,
      to: offset + line.length,
      kind,
    },
  ]
}

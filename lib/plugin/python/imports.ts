import { childrenOf } from './assignments'
import { importFrom } from './module'
import { parser } from '@lezer/python'

interface Import {
  from: number
  to: number
  /** `from module import …`; undefined for `import …`. */
  module?: string
  /** What it binds, with what it is there: `import urllib.parse` binds `urllib`. */
  names: readonly { readonly name: string; readonly bound: string }[]
  /** Where it is one plain line it can take further names. */
  plain: boolean
}

export type WithImports = { ok: true; source: string } | { ok: false; reason: string }

/**
 * The source with these import lines, as far as it lacks what they bind, each in its group and order. Refused where a name means
 * something else in the file.
 */
export function withImports(source: string, lines: readonly string[]): WithImports {
  let text = source
  for (const line of lines) {
    const [wanted] = importsOf(line)
    if (!wanted) continue
    const there = importsOf(text)
    const missing: string[] = []
    for (const { name, bound } of wanted.names) {
      if (there.some((each) => satisfies(each, wanted, name))) continue
      const other = there.some((each) => each.names.some((own) => own.bound === bound && !isPackageOf(own.name, name)))
      if (other || definesName(text, bound))
        return { ok: false, reason: `\`${bound}\` means something else in this file: rename it there first.` }
      missing.push(name)
    }
    if (missing.length > 0) text = withImport(text, there, wanted.module, missing)
  }
  return { ok: true, source: text }
}

/** The source without the imports that `before` made use of and it does not any more. */
export function withoutUnusedImports(before: string, source: string): string {
  const [usedBefore, used] = [outsideImports(before), outsideImports(source)]
  const gone = (bound: string) => mentions(usedBefore, bound) && !mentions(used, bound)
  return importsOf(source)
    .reverse()
    .reduce((text, { from, to, module, names, plain }) => {
      const kept = names.filter(({ bound }) => !gone(bound))
      if (kept.length === names.length || (kept.length > 0 && (!plain || module === undefined))) return text
      if (kept.length === 0 || module === undefined) return text.slice(0, from) + text.slice(to).replace(/^\r?\n/, '')
      const all = kept.map(({ name, bound }) => (name === bound ? name : `${name} as ${bound}`))
      return text.slice(0, from) + importFrom(module, all) + text.slice(to)
    }, source)
}

function satisfies(each: Import, wanted: Import, name: string): boolean {
  const own = each.names.find((there) => there.name === name)
  if (!own || (each.module === undefined) !== (wanted.module === undefined)) return false
  return wanted.module === undefined ? own.bound === name.split('.')[0] : own.bound === name
}

/** `import urllib.request` binds the package that `import urllib.parse` binds too. */
function isPackageOf(own: string, name: string): boolean {
  return name.includes('.') && own.split('.')[0] === name.split('.')[0]
}

function definesName(source: string, name: string): boolean {
  return new RegExp(`^(?:(?:async )?def|class) ${name}\\b|^${name}\\s*[:=](?!=)`, 'm').test(source)
}

function withImport(
  text: string,
  there: readonly Import[],
  module: string | undefined,
  names: readonly string[],
): string {
  const same = module === undefined ? undefined : there.find((each) => each.plain && each.module === module)
  if (same && module !== undefined) {
    const all = [...same.names.map(({ name, bound }) => (name === bound ? name : `${name} as ${bound}`)), ...names]
    return text.slice(0, same.from) + importFrom(module, [...new Set(all)].sort()) + text.slice(same.to)
  }
  const line = module === undefined ? `import ${names.join(', ')}` : importFrom(module, names)
  const rank = rankOf(module ?? names[0] ?? '', module !== undefined)
  const ranked = there.map((each) => ({
    ...each,
    rank: rankOf(each.module ?? each.names[0]?.name ?? '', each.module !== undefined),
  }))
  const before = ranked.filter((each) => each.rank <= rank).at(-1)
  const after = ranked.find((each) => each.rank > rank && each.from >= (before?.to ?? 0))
  const group = rank.charAt(0)
  const put = (at: number, own: string) => text.slice(0, at) + own + text.slice(at)
  if (before?.rank.charAt(0) === group) return put(before.to, `\n${line}`)
  if (after?.rank.charAt(0) === group) return put(after.from, `${line}\n`)
  if (before) return put(before.to, `\n\n${line}`)
  if (after) return put(after.from, `${line}\n\n`)
  const head = docstringEnd(text)
  return head === 0 ? `${line}\n\n\n${text.replace(/^\n+/, '')}` : put(head, `\n\n${line}`)
}

function docstringEnd(text: string): number {
  const first = parser.parse(text).topNode.firstChild
  return first?.name === 'ExpressionStatement' && /^(?:Continued)?String$/.test(first.firstChild?.name ?? '')
    ? first.to
    : 0
}

/** By group, then `import` before `from`, then by name. */
function rankOf(module: string, from: boolean): string {
  const root = module.split('.')[0] ?? ''
  const group = root === '__future__' ? 0 : root === 'dify_plugin' ? 3 : standard.has(root) ? 1 : 2
  return `${group}${from ? 1 : 0}${module}`
}

const standard = new Set(
  'abc argparse ast asyncio base64 binascii bisect calendar collections concurrent contextlib copy csv dataclasses datetime decimal difflib email enum fnmatch functools glob gzip hashlib heapq hmac html http importlib inspect io itertools json logging math mimetypes operator os pathlib pickle platform queue random re secrets shutil signal socket ssl statistics string struct subprocess sys tempfile textwrap threading time traceback types typing unicodedata urllib uuid warnings weakref xml zipfile zlib'.split(
    ' ',
  ),
)

function importsOf(source: string): Import[] {
  return childrenOf(parser.parse(source).topNode).flatMap((node): Import[] => {
    if (node.name !== 'ImportStatement') return []
    const text = source.slice(node.from, node.to)
    const clean = text
      .replace(/#[^\n]*/g, '')
      .replace(/[()\s\\]+/g, ' ')
      .trim()
    const [, module, list] = /^from ([\w. ]+) import (.*)$/.exec(clean) ?? [
      undefined,
      undefined,
      clean.replace(/^import /, ''),
    ]
    const names = (list ?? '').split(',').flatMap((part) => {
      const [name, alias] = part.trim().split(/ as /)
      return name ? [{ name, bound: alias ?? (module === undefined ? (name.split('.')[0] ?? name) : name) }] : []
    })
    const plain = !/#|\*/.test(text)
    return [
      {
        from: node.from,
        to: node.to,
        names,
        plain,
        ...(module === undefined ? {} : { module: module.replace(/ /g, '') }),
      },
    ]
  })
}

function outsideImports(source: string): string {
  return importsOf(source)
    .reverse()
    .reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), source)
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}\\b`).test(text)
}

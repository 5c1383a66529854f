import { textOf, type Files } from '@/lib/plugin/files'
import { parseYaml, type YamlProblem } from '@/lib/plugin/yaml/parse'

/** What a form shows of a YAML file. */
export interface Reading {
  /** Of the text, or of the last text that parsed; undefined where none ever did. */
  readonly value: unknown
  readonly ok: boolean
  /** Whether `value` can be shown at all. */
  readonly readable: boolean
  readonly problem?: YamlProblem
}

/** Reads one YAML file again and again; values that did not change keep their identity from one reading to the next. */
export function reader(path: string, goodText: (path: string) => string | undefined) {
  let last: { text: string | undefined; reading: Reading } | undefined
  return (files: Files): Reading => {
    const text = textOf(files, path)
    if (last && last.text === text) return last.reading
    const yaml = parseYaml(text ?? '')
    const good = yaml.ok ? text : goodText(path)
    const fresh = good === undefined ? undefined : yaml.ok ? yaml.value : parseYaml(good).value
    const value = shared(last?.reading.value, fresh)
    last = {
      text,
      reading: { value, ok: yaml.ok && text !== undefined, readable: good !== undefined, problem: yaml.problems[0] },
    }
    return last.reading
  }
}

/** The new value, with every part that equals the old one's taken from there. */
export function shared(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (Array.isArray(before) && Array.isArray(after)) {
    const list = after.map((entry: unknown, index) => shared(before[index], entry))
    return list.length === before.length && list.every((entry, index) => Object.is(entry, before[index]))
      ? before
      : list
  }
  if (!isPlain(before) || !isPlain(after)) return after
  const keys = Object.keys(after)
  const old = Object.keys(before)
  let same = keys.length === old.length
  const map: Record<string, unknown> = Object.create(Object.getPrototypeOf(after))
  for (const [index, key] of keys.entries()) {
    const entry = shared(Object.hasOwn(before, key) ? before[key] : undefined, after[key])
    // A key may be `__proto__`: it is data here.
    Object.defineProperty(map, key, { value: entry, enumerable: true, configurable: true, writable: true })
    if (old[index] !== key || !Object.is(entry, before[key])) same = false
  }
  return same ? before : map
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Map)
  )
}

import { Lexer } from 'yaml'
import { insertEntry, insertIn, moveIn, removeIn, setIn, type EditResult } from './edit'
import { identities, mergeValues } from './merge-values'
import { isRecord } from './nodes'
import { parseYaml, type YamlPath } from './parse'
import { sameValue } from './same-value'

export type MergedYaml = { ok: true; text: string } | { ok: false }

const none: MergedYaml = { ok: false }

/**
 * Three-way merge by key, for texts that do not merge by line: what only one side changed is written into `start`, by small edits that
 * leave everything else as it is. There is none where both sides changed one value, where an alias repeats something, or where a
 * comment, a number or a plain word as one side wrote it would not stand in the result.
 */
export function mergeYaml(base: string, ours: string, theirs: string, start = ours): MergedYaml {
  const [old, own, other, begun] = [base, ours, theirs, start].map(parseYaml)
  if (!old?.ok || !own?.ok || !other?.ok) return none
  if ([old, own, other].some(({ repeated }) => repeated.size > 0)) return none
  const merged = mergeValues(old.value, own.value, other.value)
  if (!merged.ok) return none
  if (!begun?.ok) return start === ours ? none : mergeYaml(base, ours, theirs)
  const edited = towards(start, [], begun.value, merged.value)
  const result = edited.ok ? parseYaml(edited.text) : undefined
  const whole =
    result?.ok &&
    sameValue(result.value, merged.value) &&
    [ours, theirs].every((side) => keepsWords(base, side, result.text))
  if (whole) return { ok: true, text: result.text }
  return start === ours ? none : mergeYaml(base, ours, theirs)
}

/** Writes a value over another one by small edits: entries by their keys, items by their identity. */
function towards(text: string, path: YamlPath, from: unknown, to: unknown): EditResult {
  if (sameValue(from, to)) return { ok: true, text }
  if (isRecord(from) && isRecord(to)) return entriesTowards(text, path, from, to)
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0) {
    const [old, wanted] = [identities(from), identities(to)]
    if (old && wanted) return itemsTowards(text, path, old, wanted)
  }
  return setIn(text, path, to)
}

function entriesTowards(
  text: string,
  path: YamlPath,
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): EditResult {
  const [old, wanted] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  let edited: EditResult = { ok: true, text }
  for (const [key, value] of old) {
    if (!edited.ok) return edited
    edited = wanted.has(key)
      ? towards(edited.text, [...path, key], value, wanted.get(key))
      : removeIn(edited.text, [...path, key])
  }
  const keys = [...old.keys()].filter((key) => wanted.has(key))
  let before: string | undefined
  for (const [key, value] of wanted) {
    if (!keys.includes(key)) {
      const at = before === undefined ? 0 : keys.indexOf(before) + 1
      if (!edited.ok) return edited
      edited = insertEntry(edited.text, path, key, value, at)
      keys.splice(at, 0, key)
    }
    before = key
  }
  return edited
}

function itemsTowards(
  text: string,
  path: YamlPath,
  old: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
): EditResult {
  let edited: EditResult = { ok: true, text }
  const keys = [...old.keys()]
  for (const key of [...old.keys()].reverse()) {
    if (wanted.has(key)) continue
    if (!edited.ok) return edited
    edited = removeIn(edited.text, [...path, keys.indexOf(key)])
    keys.splice(keys.indexOf(key), 1)
  }
  for (const [index, [key, value]] of [...wanted].entries()) {
    if (!edited.ok) return edited
    const at = keys.indexOf(key)
    if (at < 0) edited = insertIn(edited.text, path, index, value)
    else if (at !== index) edited = moveIn(edited.text, path, at, index)
    if (at >= 0) keys.splice(at, 1)
    keys.splice(index, 0, key)
    if (edited.ok && at >= 0) edited = towards(edited.text, [...path, index], old.get(key), value)
  }
  return edited
}

/** Whether every comment and plain word that a side has beyond the base stands in the result, as often. */
function keepsWords(base: string, side: string, result: string): boolean {
  const [before, now, after] = [base, side, result].map(wordsOf)
  if (!before || !now || !after) return false
  return [...now].every(([word, count]) => {
    const added = count - (before.get(word) ?? 0)
    return added <= 0 || (after.get(word) ?? 0) >= added
  })
}

const SCALAR = '\x1f'

/** Comments and scalars without quotes as they are written, with how often they occur: what a value does not tell of its text. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>()
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    if (before === SCALAR || lexeme.startsWith('#')) words.set(lexeme.trimEnd(), (words.get(lexeme.trimEnd()) ?? 0) + 1)
    before = lexeme
  }
  return words
}

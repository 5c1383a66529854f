import { isScalar } from 'yaml'
import { manifestPath } from '../files'
import type { By, GateRules, PatternRule, WordRule } from '../schema/gate-rules'
import { readAsGo } from '../yaml/readings'
import { sourceOf } from './nodes'
import { editFix, reportAt, setFix, type Place } from './place'
import { setIn } from '../yaml/edit'
import { judgeReadings } from './readings-differ'
import { consequence, dotted, shown, type Report } from './report'
import { goInteger } from './shapes'

/** Rules on the text or number of a scalar; gates that cannot read it anyway (`already`) are left out. */
export function judgeScalar(place: Place, gates: GateRules, already: readonly By[]): void {
  if (!isScalar(place.node)) return
  const text = sourceOf(place.node)
  const report = (found: Omit<Report, 'path' | 'range'>): void => {
    const by = found.by.filter((gate) => !already.includes(gate) && !already.includes('G1'))
    // Advice is no gate's business, but needs a value that is read.
    if (by.length > 0 || (found.by.length === 0 && already.length === 0)) reportAt(place, { ...found, by })
  }
  const word = gates.words?.find((rule) => breaksWord(rule, text))
  if (word) report(wordReport(place, word, text))
  const pattern = gates.patterns?.find((rule) => (text !== '' || rule.empty) && !new RegExp(rule.pattern).test(text))
  if (pattern) report(patternReport(place, pattern, text, gates))
  if (word || pattern) return
  if (already.length === 0) judgeReadings(place, place.node, gates)
  const name = shown(dotted(place.path))
  const number = gates.go === 'int' || gates.go === 'uint' ? goInteger(place.node) : undefined
  if (gates.notEmpty && (text === '' || number === 0)) {
    report({
      rule: 'empty',
      by: gates.notEmpty,
      message: `Fill in ${name}: it is ${number === 0 ? '0' : 'empty'}, ${consequence(gates.notEmpty)}.`,
      ...addFix(place, gates),
    })
  }
  if (gates.go === 'float' && !Number.isFinite(Number(Object(readAsGo(place.node)).value))) {
    report({
      rule: 'not-storable',
      by: ['G3'],
      message: `Write a number for ${name}: Dify cannot store ${shown(text)} as JSON ("json: unsupported value"), ${consequence(['G3'])}.`,
    })
  }
  if (gates.max && longerThan(text, gates.max.length)) {
    report({
      rule: 'too-long',
      by: gates.max.by,
      message: `Shorten ${name} to at most ${gates.max.length} characters: ${consequence(gates.max.by)}.`,
    })
  }
  const { range } = gates
  if (range && number !== undefined && (number < range.min || number > range.max)) {
    const value = Math.min(Math.max(number, range.min), range.max)
    report({
      rule: 'out-of-range',
      by: range.by,
      message: `Write a number from ${range.min} to ${range.max} for ${name}: ${consequence(range.by)}.`,
      fix: setFix(place, `Write ${value}`, place.path, value),
    })
  }
}

function addFix(place: Place, gates: GateRules): Pick<Report, 'fix'> {
  return gates.add === undefined
    ? {}
    : { fix: setFix(place, `Write ${JSON.stringify(gates.add)}`, place.path, gates.add) }
}

function breaksWord(rule: WordRule, text: string): boolean {
  return !rule.words.includes(text) && (!rule.only || rule.only.includes(text))
}

function wordReport(place: Place, rule: WordRule, text: string): Omit<Report, 'path' | 'range'> {
  const name = shown(dotted(place.path))
  const base = {
    rule: rule.rule,
    by: rule.by,
    ...(rule.since ? { since: rule.since } : {}),
    ...(rule.fixed ? { fixed: rule.fixed } : {}),
  }
  if (rule.fixed)
    return {
      ...base,
      message: `Set meta.minimum_dify_version to ${rule.fixed}: ${rule.why} (${shown(text)} in ${name}).`,
      fix: minimumFix(rule.fixed),
    }
  if (rule.only) return { ...base, message: `Replace ${shown(text)} in ${name}: ${rule.why}.` }
  const right =
    rule.words.find((word) => word.toLowerCase() === text.trim().toLowerCase()) ??
    (rule.words.length === 1 ? rule.words[0] : undefined)
  return {
    ...base,
    message: `Write ${rule.words.length === 1 ? shown(rule.words[0] ?? '') : `one of ${rule.words.join(', ')}`} for ${name}: ${rule.why}; ${shown(text)} is none, ${consequence(rule.by)}.`,
    ...(right ? { fix: setFix(place, `Write ${right}`, place.path, right) } : {}),
  }
}

/** The fix "set minimum_dify_version", which stands in the manifest whatever file needs it. */
export function minimumFix(version: string): NonNullable<Report['fix']> {
  return editFix('Set minimum_dify_version', manifestPath, (text) =>
    setIn(text, ['meta', 'minimum_dify_version'], version),
  )
}

function patternReport(
  place: Place,
  rule: PatternRule,
  text: string,
  gates: GateRules,
): Omit<Report, 'path' | 'range'> {
  const value =
    rule.repair === 'lower-case'
      ? text.toLowerCase()
      : rule.repair === 'name'
        ? text.replace(/[^a-zA-Z0-9_-]+/g, '_').replace(/^_+|_+$/g, '')
        : text
  const works = value !== text && new RegExp(rule.pattern).test(value)
  const by = text === '' ? [...rule.by, ...(gates.notEmpty ?? [])] : rule.by
  return {
    rule: rule.rule,
    by,
    message: rule.message,
    ...(works ? { fix: setFix(place, `Write ${value.slice(0, 40)}`, place.path, value) } : {}),
  }
}

/** Lengths count code points (package-format.md section 1). */
export function longerThan(text: string, most: number): boolean {
  if (text.length <= most) return false
  if (text.length > most * 2) return true
  let count = 0
  for (const _ of text) count += 1
  return count > most
}

import type { Scalar } from 'yaml'
import type { GateRules } from '../schema/gate-rules'
import { readAsCore, readAsGo, readAsPyYaml, type Reading } from '../yaml/readings'
import { isQuoted, sourceOf } from './nodes'
import { reportAt, setFix, type Place } from './place'
import { dotted, shown } from './report'

/**
 * An unquoted scalar that YAML 1.2 (our forms, most editors) reads otherwise than Dify's readers: `yes`, `0755`, `1:30`, dates.
 * The fix writes what Dify reads so that everybody reads it, or quotes what is text.
 */
export function judgeReadings(place: Place, node: Scalar, gates: GateRules): void {
  if (isQuoted(node) || node.tag !== undefined || gates.go === 'time') return
  const [core, go, python] = [readAsCore(node), readAsGo(node), readAsPyYaml(node)]
  if (same(core, go) && same(core, python)) return
  // Dates where JSON or a basic value is wanted are errors of their own.
  if (python.kind === 'time' && (gates.sdk === 'json' || gates.sdk === 'default')) return
  if (go.kind === 'time' && gates.go === 'basic') return
  const text = sourceOf(node)
  const wantsText = gates.go === 'text' || gates.sdk === 'text'
  const written = wantsText ? text : same(go, python) ? plainOf(go) : gates.go === 'bool' ? plainOf(python) : text
  const value = written ?? text
  const name = shown(dotted(place.path))
  const message =
    typeof value === 'string'
      ? `Put ${name} in quotes. Unquoted ${shown(text)} is ${said(core)} for YAML 1.2, ${said(python)} for the SDK and ${wantsText ? 'text' : said(go)} for the daemon.`
      : `Write ${value} for ${name}. ${shown(text)} is ${said(core)} for YAML 1.2 and ${said(python)} for the SDK.`
  reportAt(place, {
    rule: 'yaml-reading',
    by: [],
    message,
    fix: setFix(place, typeof value === 'string' ? 'Put it in quotes' : `Write ${value}`, place.path, value),
  })
}

function same(one: Reading, other: Reading): boolean {
  if (one.kind !== other.kind) return isNumber(one) && isNumber(other) && Number(one.value) === Number(other.value)
  if (one.kind === 'null' || one.kind === 'time') return true
  return (
    'value' in one &&
    'value' in other &&
    (one.value === other.value ||
      (isNumber(one) && isNumber(other) && Object.is(Number(one.value), Number(other.value))))
  )
}

function isNumber(reading: Reading): reading is Extract<Reading, { kind: 'int' | 'float' }> {
  return reading.kind === 'int' || reading.kind === 'float'
}

/** A value that all readers take for what this reading is; none for dates and numbers that cannot be written. */
function plainOf(reading: Reading): boolean | number | undefined {
  if (reading.kind === 'bool') return reading.value
  return isNumber(reading) &&
    Number.isFinite(Number(reading.value)) &&
    Number.isSafeInteger(Math.trunc(Number(reading.value)))
    ? Number(reading.value)
    : undefined
}

function said(reading: Reading): string {
  switch (reading.kind) {
    case 'null':
      return 'nothing'
    case 'bool':
      return String(reading.value)
    case 'int':
    case 'float':
      return `the number ${reading.value}`
    case 'time':
      return 'a date'
    default:
      return 'text'
  }
}

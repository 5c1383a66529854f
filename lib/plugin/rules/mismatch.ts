import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { By, GateRules, GoShape, SdkShape } from '../schema/gate-rules'
import { readAsCore, readAsGo, readAsPyYaml } from '../yaml/readings'
import { isQuoted, sourceOf } from './nodes'
import { setFix, type Place } from './place'
import { consequence, dotted, shown, type Report } from './report'
import { goTakes, sdkTakes } from './shapes'

/** A value that the daemon (G1) or the SDK (G5) cannot read as what the field is; undefined where both can. */
export function mismatch(place: Place, gates: GateRules): Omit<Report, 'path' | 'range'> | undefined {
  const { node } = place
  if (!node) return undefined
  const by: By[] = []
  if (gates.go && !goTakes(gates.go, node)) by.push('G1')
  if (gates.sdk && !sdkTakes(gates.sdk, node)) by.push('G5')
  if (by.length === 0) return undefined
  const name = shown(dotted(place.path) || place.context.file)
  const fix = repair(place, gates)
  const wanted = wantedBy(gates)
  const instead = wanted === goWords.time && isScalar(node) ? shown(sourceOf(node)) : found(node)
  return {
    rule: 'yaml-type',
    by,
    message: fix
      ? `${fix.say(name)} ${ends(by)}`
      : `Write ${name} as ${wanted}, not as ${instead}: ${consequence(by)}.`,
    ...(fix ? { fix: setFix(place, fix.title, place.path, fix.value) } : {}),
  }
}

interface Repair {
  title: string
  value: unknown
  say: (name: string) => string
}

/** Quotes to add or to take off: the only repairs that keep what was meant. */
function repair(place: Place, gates: GateRules): Repair | undefined {
  const { node } = place
  if (!isScalar(node)) return undefined
  const text = sourceOf(node)
  if (gates.sdk === 'text' && !isQuoted(node)) {
    return {
      title: 'Put it in quotes',
      value: text,
      say: (name) => `Put ${name} in quotes. Unquoted ${shown(text)} is ${kindOf(node)}, the SDK wants text.`,
    }
  }
  const wantsNumber = gates.go === 'int' || gates.go === 'uint' || gates.go === 'float'
  const plain = text.trim()
  if (gates.go === 'bool' && isQuoted(node) && /^(?:true|false)$/i.test(plain)) {
    return {
      title: 'Remove the quotes',
      value: plain.toLowerCase() === 'true',
      say: (name) => `Take the quotes off ${name}. In quotes ${shown(text)} is text, the daemon wants true or false.`,
    }
  }
  if (wantsNumber && isQuoted(node) && /^-?\d{1,15}(?:\.\d+)?$/.test(plain)) {
    return {
      title: 'Remove the quotes',
      value: Number(plain),
      say: (name) => `Take the quotes off ${name}. In quotes ${shown(text)} is text, the daemon wants a number.`,
    }
  }
  const number = Number(readAsGo(node).kind === 'float' ? Object(readAsGo(node)).value : Number.NaN)
  if (gates.go === 'int' && Number.isSafeInteger(Math.trunc(number)) && isPlainNumber(node)) {
    return {
      title: 'Write a whole number',
      value: Math.trunc(number),
      say: (name) => `Write ${name} as a whole number: ${shown(text)} is none for the SDK.`,
    }
  }
  return undefined
}

function isPlainNumber(node: Node): boolean {
  return isScalar(node) && !isQuoted(node)
}

function ends(by: readonly By[]): string {
  const result = consequence(by)
  return `${result.charAt(0).toUpperCase()}${result.slice(1)}.`
}

const goWords: Readonly<Record<GoShape, string>> = {
  text: 'text',
  bool: 'true or false',
  int: 'a whole number',
  uint: 'a whole number, not negative',
  float: 'a number',
  time: 'a date with time and zone such as 2025-01-15T09:00:00Z',
  list: 'a list',
  texts: 'a list',
  map: 'a map of keys and values',
  'list-or-map': 'a list or map',
  'list-or-maps': 'a list',
  'map-entry': 'a map of keys and values',
  items: 'a list',
  basic: 'text, a number or true or false',
  free: 'any value',
}
const sdkWords: Readonly<Partial<Record<SdkShape, string>>> = {
  time: goWords.time,
  scalar: goWords.basic,
  default: goWords.basic,
}

function wantedBy(gates: GateRules): string {
  const go =
    gates.go === undefined ||
    gates.go === 'free' ||
    gates.go === 'basic' ||
    gates.go === 'items' ||
    gates.go === 'list-or-map'
      ? undefined
      : goWords[gates.go]
  if (go) return go
  const sdk = gates.sdk
  if (sdk === undefined) return goWords[gates.go ?? 'free']
  return (
    sdkWords[sdk] ??
    (sdk === 'texts' || sdk === 'items'
      ? 'a list'
      : sdk === 'default' || sdk === 'json' || sdk === 'any' || sdk === 'scalar'
        ? 'another value'
        : goWords[sdk])
  )
}

function found(node: Node): string {
  if (isMap(node)) return 'a map'
  if (isSeq(node)) return 'a list'
  return isScalar(node) && isQuoted(node) ? 'text in quotes' : isScalar(node) ? kindOf(node) : 'something else'
}

/** What an unquoted scalar is to YAML readers. */
function kindOf(node: Node): string {
  if (!isScalar(node)) return 'no text'
  const reading = readAsPyYaml(node).kind === 'text' ? readAsCore(node) : readAsPyYaml(node)
  switch (reading.kind) {
    case 'bool':
      return 'true or false'
    case 'int':
    case 'float':
      return 'a number'
    case 'time':
      return 'a date'
    case 'null':
      return 'nothing'
    default:
      return 'text'
  }
}

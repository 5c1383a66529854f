import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import type { GoShape, SdkShape } from '../schema/gate-rules'
import { readAsGo, readAsPyYaml, type Reading } from '../yaml/readings'
import { isQuoted, sourceOf } from './nodes'
import { goTime, pydanticTime } from './times'

/** Whether Go's yaml.v3 decodes a value (not null) into a field of this shape (package-format.md section 4.2). */
export function goTakes(shape: GoShape, node: Node): boolean {
  switch (shape) {
    case 'list':
    case 'texts':
      return isSeq(node)
    case 'map':
      return isMap(node)
    case 'list-or-map':
      return isSeq(node) || isMap(node)
    case 'list-or-maps':
      return isSeq(node) || (isMap(node) && node.items.every(({ value }) => isMap(value) || isAlias(value)))
    case 'items':
    case 'map-entry':
    case 'free':
    case 'basic':
      return true
    case 'time': // a map leaves Go's time as it is: zero
      return isMap(node) || (isScalar(node) && goTakesScalar(shape, node))
    default:
      return isScalar(node) && goTakesScalar(shape, node)
  }
}

function goTakesScalar(shape: GoShape, node: Scalar): boolean {
  const reading = readAsGo(node)
  switch (shape) {
    case 'bool':
      return (
        reading.kind === 'bool' ||
        (reading.kind === 'text' && /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/.test(reading.value))
      )
    case 'int':
      return isNumber(reading) && within(reading, -(2 ** 63), 2 ** 63)
    case 'uint':
      return isNumber(reading) && within(reading, 0, 2 ** 64)
    case 'float':
      return isNumber(reading)
    case 'time':
      return goTime(sourceOf(node), !isQuoted(node) && node.tag === undefined) !== 'refused'
    default:
      return true
  }
}

function isNumber(reading: Reading): reading is Extract<Reading, { kind: 'int' | 'float' }> {
  return reading.kind === 'int' || reading.kind === 'float'
}

function within(reading: { value: number | bigint }, low: number, high: number): boolean {
  const value = Number(reading.value)
  return value >= low && value < high
}

/** The whole number that Go keeps: fractions are cut. */
export function goInteger(node: Node | null): number | undefined {
  const reading = isScalar(node) ? readAsGo(node) : undefined
  return reading && isNumber(reading) ? Math.trunc(Number(reading.value)) : undefined
}

/** Whether pydantic (lax mode) takes what PyYAML makes of a value (not null). */
export function sdkTakes(shape: SdkShape, node: Node): boolean {
  switch (shape) {
    case 'list':
    case 'texts':
    case 'items':
      return isSeq(node)
    case 'map':
      return isMap(node)
    case 'list-or-map':
      return isSeq(node) || isMap(node)
    case 'any':
    case 'default':
    case 'scalar':
    case 'json':
      return true
    default:
      return isScalar(node) && sdkTakesScalar(shape, readAsPyYaml(node))
  }
}

function sdkTakesScalar(shape: SdkShape, reading: Reading): boolean {
  switch (shape) {
    case 'text':
      return reading.kind === 'text'
    case 'bool':
      return (
        reading.kind === 'bool' ||
        (isNumber(reading) && (Number(reading.value) === 0 || Number(reading.value) === 1)) ||
        (reading.kind === 'text' && /^(?:0|off|f|false|n|no|1|on|t|true|y|yes)$/i.test(reading.value))
      )
    case 'int':
      return (
        reading.kind === 'bool' ||
        (isNumber(reading) && Number.isInteger(Number(reading.value))) ||
        (reading.kind === 'text' && /^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/.test(reading.value))
      )
    case 'float':
      return (
        reading.kind === 'bool' ||
        isNumber(reading) ||
        (reading.kind === 'text' &&
          /^\s*[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$|^\s*[+-]?(?:inf|infinity|nan)\s*$/i.test(reading.value))
      )
    case 'time':
      return (
        reading.kind === 'time' ||
        (isNumber(reading) && Number.isFinite(Number(reading.value))) ||
        (reading.kind === 'text' && pydanticTime(reading.value))
      )
    default:
      return true
  }
}

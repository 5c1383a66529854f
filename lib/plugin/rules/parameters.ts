import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { readAsCore, readAsGo, readAsPyYaml } from '../yaml/readings'
import { repeatedNames } from './credentials'
import { entriesOf, resolved, sourceOf } from './nodes'
import { nodeBelow, reportAt, type Place } from './place'
import { shown } from './report'

/** Names of parameters: Python keys and properties of a JSON Schema, each once. */
export function judgeParameterNames(place: Place): void {
  repeatedNames(place, 'parameter')
}

/** A choice without options: nobody can fill it in. */
export function judgeOptions(place: Place, type: string): void {
  if (type === 'select' && optionValues(place).length === 0) {
    reportAt(
      place,
      { rule: 'select-options', by: [], message: 'Add options: a choice without any cannot be filled in.' },
      'options',
    )
  }
}

/** The default of a choice is one of its options (dify-api.md section 3.2). */
export function judgeDefaultOption(place: Place, type: string): void {
  const node = nodeBelow(place, 'default')
  if (!isScalar(node)) return
  const text = sourceOf(node)
  const values = optionValues(place)
  if (type === 'select' && values.length > 0 && text !== '' && !values.includes(text)) {
    reportAt(
      place,
      {
        rule: 'default-option',
        by: [],
        message: `Choose one of the options as default: ${shown(text)} is none of them, so it never counts.`,
      },
      'default',
    )
  }
}

/** A required parameter with a default that counts as missing (dify-api.md section 3.2). */
export function judgeEmptyDefault(place: Place): void {
  const node = nodeBelow(place, 'default')
  if (!isScalar(node) || !readsAsTrue(nodeBelow(place, 'required'))) return
  const reading = readAsCore(node)
  const falsy =
    sourceOf(node) === '' ||
    (reading.kind === 'int' && Number(reading.value) === 0) ||
    (reading.kind === 'bool' && !reading.value)
  if (falsy) {
    reportAt(
      place,
      {
        rule: 'required-default',
        by: [],
        message:
          'Turn off `required` or choose another default: in agents a default of 0, false or empty text counts as missing.',
      },
      'default',
    )
  }
}

/** A number that nothing fits. */
export function judgeLimits(place: Place): void {
  const [low, high] = [numberOf(nodeBelow(place, 'min')), numberOf(nodeBelow(place, 'max'))]
  if (low !== undefined && high !== undefined && low > high) {
    reportAt(
      place,
      {
        rule: 'min-max',
        by: [],
        message: `Swap \`min\` and \`max\`: no number is at least ${low} and at most ${high}.`,
      },
      'min',
    )
  }
}

/** Whether the SDK takes a value for true. */
export function readsAsTrue(node: Node | null): boolean {
  if (!isScalar(node)) return false
  const reading = readAsPyYaml(node)
  return reading.kind === 'bool'
    ? reading.value
    : reading.kind === 'text' && /^(?:true|yes|on|1|t|y)$/i.test(reading.value)
}

/** The values of the options of a choice, as they are written. */
export function optionValues(place: Place): string[] {
  const options = nodeBelow(place, 'options')
  if (!isSeq(options)) return []
  return options.items.flatMap((item) => {
    const option = resolved(place.facts, item)
    const value = isMap(option) ? entriesOf(place.facts, option).find(({ key }) => key === 'value')?.value : null
    return isScalar(value) ? [sourceOf(value)] : []
  })
}

function numberOf(node: Node | null): number | undefined {
  if (!isScalar(node)) return undefined
  const reading = readAsGo(node)
  return reading.kind === 'int' || reading.kind === 'float' ? Number(reading.value) : undefined
}

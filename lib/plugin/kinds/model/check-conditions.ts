import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { entriesOf, resolved, sourceOf } from '../../rules/nodes'
import { nodeBelow, reportAt, setFix, textBelow, type Place } from '../../rules/place'
import { shown } from '../../rules/report'
import { modelTypeVariable } from './show-on'

/**
 * A condition of `show_on` that can never hold: its field is then never asked, its option never offered. No gate looks at it
 * (model.md section 3); the console wants all conditions of a list to hold, each by strict equality.
 */
export function judgeCondition(place: Place): void {
  const variable = textBelow(place, 'variable') ?? ''
  const value = textBelow(place, 'value') ?? ''
  const form = formAround(place)
  if (variable === '' || value === '' || !form) return
  if (variable === modelTypeVariable) judgeType(place, form, value)
  else judgeOther(place, form, variable, value)
  judgeSiblings(place, variable, value)
}

/** The list of fields in which a condition stands. */
function formAround(place: Place): Place | undefined {
  let above = place.parent
  while (above && above.path.at(-1) !== 'credential_form_schemas') above = above.parent
  return above
}

function rootOf(place: Place): Place {
  return place.parent ? rootOf(place.parent) : place
}

/** How the thing ends that waits for the condition. */
function lossOf(place: Place): string {
  return place.path.includes('options') ? 'this option is never offered' : 'this field is never asked'
}

function judgeType(place: Place, form: Place, value: string): void {
  if (form.path[0] !== 'model_credential_schema') {
    const message = `Remove the condition: only the dialog of a model knows \`${modelTypeVariable}\`, so ${lossOf(place)}.`
    reportAt(place, { rule: 'show-on-field', by: [], message }, 'variable')
    return
  }
  const types = textsIn(nodeBelow(rootOf(place), 'supported_model_types'))
  if (types.length === 0 || types.includes(value)) return
  const message = `Write a type that the provider supports (${types.join(', ')}): ${shown(value)} is none of them, so ${lossOf(place)}.`
  reportAt(place, { rule: 'show-on-value', by: [], message, ...near(place, 'value', value, types) }, 'value')
}

function judgeOther(place: Place, form: Place, variable: string, value: string): void {
  const fields = mapsIn(form, form.node)
  const field = fields.find((each) => each.get('variable') === variable)
  if (!field) {
    const names = fields.flatMap((each) => each.get('variable') ?? [])
    const message = `Name a field of this form: none is called ${shown(variable)}, so ${lossOf(place)}.`
    reportAt(place, { rule: 'show-on-field', by: [], message, ...near(place, 'variable', variable, names) }, 'variable')
    return
  }
  const values = mapsIn(form, field.nodes.get('options') ?? null).flatMap((option) => option.get('value') ?? [])
  if (values.length === 0 || values.includes(value)) return
  const message = `Write a value that ${shown(variable)} can have: none of its options is ${shown(value)}, so ${lossOf(place)}.`
  reportAt(place, { rule: 'show-on-value', by: [], message, ...near(place, 'value', value, values) }, 'value')
}

/** Two values for one field: people write that for "or", the console reads it as "and". */
function judgeSiblings(place: Place, variable: string, value: string): void {
  const list = place.parent
  const index = Number(place.path.at(-1))
  if (!list) return
  const other = mapsIn(list, list.node)
    .slice(0, index)
    .find((each) => each.get('variable') === variable && each.get('value') !== value)
  if (!other) return
  const message = `Keep one value for ${shown(variable)}: all conditions must hold at once, and it cannot be ${shown(other.get('value') ?? '')} and ${shown(value)}, so ${lossOf(place)}.`
  reportAt(place, { rule: 'show-on-both', by: [], message }, 'value')
}

/** The maps of a list: texts of their keys, and what stands there. */
export function mapsIn(place: Place, node: Node | null) {
  if (!isSeq(node)) return []
  return node.items.flatMap((item) => {
    const map = resolved(place.facts, item)
    if (!isMap(map)) return []
    const nodes = new Map(entriesOf(place.facts, map).map(({ key, value }) => [key, resolved(place.facts, value)]))
    const get = (key: string) => {
      const found = nodes.get(key)
      return isScalar(found) ? sourceOf(found) : undefined
    }
    return [{ nodes, get }]
  })
}

function textsIn(node: Node | null): string[] {
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [sourceOf(item)] : [])) : []
}

/** The repair where one word alone differs by case and signs only: `API-Key` for `api_key`. */
function near(place: Place, key: string, word: string, words: readonly string[]) {
  const [first, ...others] = words.filter((each) => bare(each) === bare(word))
  if (first === undefined || others.length > 0) return {}
  return { fix: setFix(place, `Write ${first}`, [...place.path, key], first) }
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

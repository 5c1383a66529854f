import { isMap, isScalar, isSeq } from 'yaml'
import type { By } from '../schema/gate-rules'
import { readAsGo, readAsPyYaml } from '../yaml/readings'
import { isQuoted, sourceOf } from './nodes'
import { nodeBelow, reportAt, setFix, type Place } from './place'
import { consequence, dotted, shown } from './report'

/**
 * `default` where Dify takes text, a number or true or false only (tool.md 1.1, agent-strategy.md 3); `by` says who refuses lists
 * and maps. True when something was said.
 */
export function judgePlainDefault(
  place: Place,
  rule: string,
  by: { readonly map: readonly By[]; readonly list: readonly By[] },
): boolean {
  const node = nodeBelow(place, 'default')
  const name = shown(dotted([...place.path, 'default']))
  if (isMap(node) || isSeq(node)) {
    const [what, refused] = isMap(node) ? ['map', by.map] : ['list', by.list]
    const message = `Write ${name} as text, a number or true or false: Dify takes no ${what} there, ${consequence(refused)}.`
    reportAt(place, { rule, by: refused, message }, 'default')
    return true
  }
  if (!isScalar(node) || isQuoted(node)) return false
  const dated: By[] = []
  if (readAsGo(node).kind === 'time') dated.push('struct')
  if (readAsPyYaml(node).kind === 'time') dated.push('G5')
  if (dated.length === 0) return false
  const message = `Put ${name} in quotes. Unquoted ${shown(sourceOf(node))} is a date, ${consequence(dated)}.`
  const fix = setFix(place, 'Put it in quotes', [...place.path, 'default'], sourceOf(node))
  reportAt(place, { rule, by: dated, message, fix }, 'default')
  return true
}

import { isMap, isScalar, isSeq } from 'yaml'
import type { By } from '../schema/gate-rules'
import { readAsGo, readAsPyYaml } from '../yaml/readings'
import { sourceOf, isQuoted, resolved, entriesOf } from './nodes'
import { nodeBelow, reportAt, setFix, textBelow, type Place } from './place'
import { consequence, dotted, shown } from './report'
import { minimumFix } from './scalars'
import { judgeScope } from './scope'

/** One credential or setting: `pkg/entities/plugin_entities/config.go: ProviderConfig` and dify-api.md section 2.2. */
export function judgeCredential(place: Place): void {
  judgeScope(place, 'credential')
  judgeDefault(place)
  const options = nodeBelow(place, 'options')
  if (textBelow(place, 'type') === 'select' && !(isSeq(options) && options.items.length > 0)) {
    reportAt(
      place,
      { rule: 'select-options', by: [], message: 'Add options: a choice without any cannot be filled in.' },
      'options',
    )
  }
}

function judgeDefault(place: Place): void {
  const node = nodeBelow(place, 'default')
  if (!node) return
  const name = shown(dotted([...place.path, 'default']))
  if (isMap(node) || isSeq(node)) {
    const by: By[] = isMap(node) ? ['struct', 'G5', 'G6'] : ['struct', 'G6']
    reportAt(
      place,
      {
        rule: 'credential-default',
        by,
        message: `Write ${name} as text, a number or true or false: Dify takes no ${isMap(node) ? 'map' : 'list'} there, ${consequence(by)}.`,
      },
      'default',
    )
    return
  }
  if (!isScalar(node) || isQuoted(node)) return
  const by: By[] = []
  if (readAsGo(node).kind === 'time') by.push('struct')
  if (readAsPyYaml(node).kind === 'time') by.push('G5')
  if (by.length > 0) {
    const message = `Put ${name} in quotes. Unquoted ${shown(sourceOf(node))} is a date, ${consequence(by)}.`
    reportAt(
      place,
      {
        rule: 'credential-default',
        by,
        message,
        fix: setFix(place, 'Put it in quotes', [...place.path, 'default'], sourceOf(node)),
      },
      'default',
    )
  } else if (readAsGo(node).kind === 'float') {
    const message = `Set meta.minimum_dify_version to 1.7.2: Dify before 1.7.2 refuses the decimal ${shown(sourceOf(node))} in ${name}.`
    reportAt(
      place,
      { rule: 'credential-default-release', by: ['G6'], fixed: '1.7.2', message, fix: minimumFix('1.7.2') },
      'default',
    )
  }
}

/** Items of a list that share a name: said at the second. */
export function repeatedNames(place: Place, noun: string): void {
  if (!isSeq(place.node)) return
  const seen = new Set<string>()
  for (const [index, item] of place.node.items.entries()) {
    const map = resolved(place.facts, item)
    const entry = isMap(map) ? entriesOf(place.facts, map).find(({ key }) => key === 'name')?.value : undefined
    const name = isScalar(entry) ? sourceOf(entry) : undefined
    if (name === undefined) continue
    if (seen.has(name))
      reportAt(
        place,
        {
          rule: 'repeated-name',
          by: [],
          message: `Rename this ${noun}: ${shown(name)} is already taken, and only one of the two can be used.`,
        },
        index,
      )
    seen.add(name)
  }
}

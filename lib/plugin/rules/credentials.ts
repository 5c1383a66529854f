import { isMap, isScalar, isSeq } from 'yaml'
import { readAsGo } from '../yaml/readings'
import { sourceOf, isQuoted, resolved, entriesOf } from './nodes'
import { nodeBelow, reportAt, textBelow, type Place } from './place'
import { judgePlainDefault } from './plain-default'
import { dotted, shown } from './report'
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
  if (judgePlainDefault(place, 'credential-default', { map: ['struct', 'G5', 'G6'], list: ['struct', 'G6'] })) return
  if (!isScalar(node) || isQuoted(node) || readAsGo(node).kind !== 'float') return
  const name = shown(dotted([...place.path, 'default']))
  const message = `Set meta.minimum_dify_version to 1.7.2: Dify before 1.7.2 refuses the decimal ${shown(sourceOf(node))} in ${name}.`
  reportAt(
    place,
    { rule: 'credential-default-release', by: ['G6'], fixed: '1.7.2', message, fix: minimumFix('1.7.2') },
    'default',
  )
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

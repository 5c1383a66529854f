import { isSeq } from 'yaml'
import type { KindChecks } from '../kind-checks'
import { judgeDefaultOption, judgeLimits, judgeOptions } from '../../rules/parameters'
import { judgePlainDefault } from '../../rules/plain-default'
import { reportAt, textBelow, type Place } from '../../rules/place'
import { judgeScope } from '../../rules/scope'

/** Named checks of data sources (`meta.gates.checks`). */
export const datasourceChecks: KindChecks = new Map([
  ['datasource-items', judgeItems],
  ['datasource-parameter', judgeParameter],
])

/** The data sources of a provider: at least one. */
function judgeItems(place: Place): void {
  if (isSeq(place.node) && place.node.items.length === 0)
    reportAt(place, {
      rule: 'no-items',
      by: [],
      message: 'Add a data source: a provider without any offers nothing.',
    })
}

/** One parameter of a data source: `datasource_declaration.go: DatasourceParameter`; no scope is right, since no type has one. */
function judgeParameter(place: Place): void {
  const type = textBelow(place, 'type') ?? ''
  judgeScope(place, 'parameter')
  judgePlainDefault(place, 'parameter-default', { map: ['struct', 'G5'], list: ['struct', 'G5'] })
  judgeOptions(place, type)
  judgeDefaultOption(place, type)
  judgeLimits(place)
}

import { isSeq } from 'yaml'
import type { KindChecks } from '../kind-checks'
import { judgeDefaultOption, judgeEmptyDefault, judgeLimits, judgeOptions } from '../../rules/parameters'
import { judgePlainDefault } from '../../rules/plain-default'
import { reportAt, textBelow, type Place } from '../../rules/place'
import { judgeScope } from '../../rules/scope'

/** Named checks of agent strategies (`meta.gates.checks`). */
export const agentStrategyChecks: KindChecks = new Map([
  ['strategy-items', judgeStrategies],
  ['strategy-parameter', judgeParameter],
])

/** One parameter: agent-strategy.md section 3; Dify fills in defaults in every run (dify-api.md section 3.2). */
function judgeParameter(place: Place): void {
  const type = textBelow(place, 'type') ?? ''
  judgeScope(place, 'parameter')
  if (!judgePlainDefault(place, 'parameter-default', { map: ['struct', 'G5'], list: ['struct', 'G5'] })) {
    judgeDefaultOption(place, type)
    judgeEmptyDefault(place)
  }
  judgeOptions(place, type)
  judgeLimits(place)
}

/** The strategies of a provider: at least one. */
function judgeStrategies(place: Place): void {
  if (!isSeq(place.node) || place.node.items.length > 0) return
  const message = 'Add a strategy: a provider without strategies offers nothing.'
  reportAt(place, { rule: 'no-items', by: [], message })
}

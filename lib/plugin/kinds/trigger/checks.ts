import { isMap, isScalar, isSeq } from 'yaml'
import type { KindChecks } from '../kind-checks'
import { repeatedNames } from '../../rules/credentials'
import { isQuoted, sourceOf } from '../../rules/nodes'
import { judgeDefaultOption, judgeLimits, judgeOptions, optionValues, readsAsTrue } from '../../rules/parameters'
import { editFix, nodeBelow, reportAt, setFix, textBelow, type Place } from '../../rules/place'
import { consequence, dotted, shown } from '../../rules/report'
import { judgePicker } from '../../rules/scope'
import type { By } from '../../schema/gate-rules'
import { pluginTags } from '../../schema/words'
import { removeIn } from '../../yaml/edit'
import { readAsPyYaml } from '../../yaml/readings'

/** Named checks of triggers (`meta.gates.checks`). */
export const triggerChecks: KindChecks = new Map([
  ['event-items', judgeEvents],
  ['event-parameter', judgeParameter],
  ['subscription-constructor', judgeConstructor],
  ['subscription-fields', judgeFields],
  ['trigger-tags', judgeTags],
])

/** One parameter of an event or of the set-up: trigger.md section 4, dify-api.md section 2.5. */
function judgeParameter(place: Place): void {
  const type = textBelow(place, 'type') ?? ''
  const asked = type === 'checkbox' ? 'select' : type
  if (!judgeDefault(place)) {
    judgeDefaultOption(place, asked)
    judgeListDefault(place, type)
  }
  judgeOptions(place, asked)
  judgeLimits(place)
  judgePicker(place, 'parameter')
}

/** True when something was said. */
function judgeDefault(place: Place): boolean {
  const node = nodeBelow(place, 'default')
  const at = [...place.path, 'default']
  const report = { rule: 'parameter-default' }
  if (isMap(node)) {
    const by: By[] = ['G5', 'G6']
    const message = `Write ${shown(dotted(at))} as text, a number or a list: Dify takes no map there, ${consequence(by)}.`
    reportAt(place, { ...report, by, message }, 'default')
    return true
  }
  if (!isScalar(node) || isQuoted(node) || readAsPyYaml(node).kind !== 'time') return false
  const text = sourceOf(node)
  const message = `Put ${shown(dotted(at))} in quotes. Unquoted ${shown(text)} is a date, ${consequence(['G5'])}.`
  reportAt(place, { ...report, by: ['G5'], message, fix: setFix(place, 'Put it in quotes', at, text) }, 'default')
  return true
}

/** The default of a choice and `multiple`: Dify checks neither against the type (dify-api.md section 2.5), its form shows what fits. */
function judgeListDefault(place: Place, type: string): void {
  const node = nodeBelow(place, 'default')
  const several = type === 'checkbox' && readsAsTrue(nodeBelow(place, 'multiple'))
  const at = [...place.path, 'default']
  if (isScalar(node) && several && sourceOf(node) !== '') {
    const fix = setFix(place, 'Make it a list', at, [sourceOf(node)])
    const message = `Write ${shown(dotted(at))} as a list: several options can be chosen.`
    reportAt(place, { rule: 'default-list', by: [], message, fix }, 'default')
  }
  if (!isSeq(node)) return
  if (!several && !/^(array|files|object)$/.test(type) && !readsAsTrue(nodeBelow(place, 'multiple'))) {
    const message = `Switch on \`multiple\` or write ${shown(dotted(at))} as one value: a list chooses several.`
    reportAt(place, { rule: 'default-list', by: [], message }, 'default')
  }
  const options = optionValues(place)
  const strange = node.items.flatMap((item) =>
    isScalar(item) && !options.includes(sourceOf(item)) ? [sourceOf(item)] : [],
  )
  if (options.length > 0 && strange.length > 0) {
    const message = `Choose from the options as default: ${shown(strange.join(', '))} is none of them.`
    reportAt(place, { rule: 'default-option', by: [], message }, 'default')
  }
}

/** The events of a provider: at least one. */
function judgeEvents(place: Place): void {
  if (!isSeq(place.node) || place.node.items.length > 0) return
  reportAt(place, { rule: 'no-items', by: [], message: 'Add an event: a provider without events starts nothing.' })
}

/** A set-up that Dify offers to nobody: it takes an API key or a sign-in (trigger.md section 2). */
function judgeConstructor(place: Place): void {
  const keys = nodeBelow(place, 'credentials_schema')
  const hasKeys = (isMap(keys) || isSeq(keys)) && keys.items.length > 0
  if (hasKeys || isMap(nodeBelow(place, 'oauth_schema'))) return
  const message =
    'Add credentials or a sign-in, or remove the set-up: without either Dify lets people subscribe by hand only and asks for no parameters.'
  reportAt(place, { rule: 'unused-constructor', by: [], message })
}

function judgeFields(place: Place): void {
  repeatedNames(place, 'field')
}

/** Tags of a trigger provider: the SDK takes only `webhooks`, which the daemon does not know (trigger.md section 7). */
function judgeTags(place: Place): void {
  if (!isSeq(place.node) || place.node.items.length === 0) return
  const tags = place.node.items.map((item) => (isScalar(item) ? sourceOf(item) : ''))
  const by: By[] = []
  if (tags.some((tag) => !pluginTags.some((known) => known === tag))) by.push('struct')
  if (tags.some((tag) => tag !== 'webhooks')) by.push('G5')
  const message = `Remove \`tags\`: the SDK and the daemon take no tag of a trigger provider in common, ${consequence(by)}.`
  const fix = editFix('Remove the tags', place.context.file, (text) => removeIn(text, place.path))
  reportAt(place, { rule: 'trigger-tags', by, message, fix })
}

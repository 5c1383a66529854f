import { isScalar, isSeq } from 'yaml'
import type { KindChecks } from '../kind-checks'
import { repeatedNames } from '../../rules/credentials'
import { isNull, resolved, sourceOf } from '../../rules/nodes'
import { reportAt, type Place } from '../../rules/place'
import { consequence, shown } from '../../rules/report'

const converter = /<(?:(?:[a-zA-Z_][a-zA-Z0-9_]*)(?:\([^()]*\))?:)?([a-zA-Z_][a-zA-Z0-9_]*)>/g
const converterName = /<([a-zA-Z_][a-zA-Z0-9_]*)(?:\([^()]*\))?:/g
const converters = ['default', 'string', 'any', 'path', 'int', 'float', 'uuid']

/** Named checks of endpoints (`meta.gates.checks`). */
export const endpointChecks: KindChecks = new Map([
  ['endpoint-items', judgeEndpoints],
  ['endpoint-path', judgeEndpointPath],
  ['endpoint-settings', judgeSettings],
])

/** `path` of an endpoint: a rule of werkzeug, which the SDK builds when it starts (endpoint.md section 2). */
function judgeEndpointPath(place: Place): void {
  if (!isScalar(place.node)) return
  const path = sourceOf(place.node)
  if (!path.startsWith('/') || path.length > 10_000) return
  const names = [...path.matchAll(converter)].map((match) => match[1])
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  const unknown = [...path.matchAll(converterName)]
    .map((match) => match[1] ?? '')
    .find((name) => !converters.includes(name))
  const rest = path.replace(converter, '')
  if (rest.includes('<')) {
    reportAt(place, {
      rule: 'endpoint-path',
      by: ['G5'],
      message: `Close the angle brackets in ${shown(path)} around a name, as in /items/<id>: the SDK's router refuses the path, the plugin does not start.`,
    })
  } else if (unknown !== undefined) {
    reportAt(place, {
      rule: 'endpoint-path',
      by: ['G5'],
      message: `Use one of ${converters.join(', ')} before the colon in ${shown(path)}: the SDK's router does not know ${shown(unknown)}, the plugin does not start.`,
    })
  } else if (repeated !== undefined) {
    reportAt(place, {
      rule: 'endpoint-path',
      by: ['G5'],
      message: `Use the name ${shown(repeated)} only once in ${shown(path)}: the SDK's router refuses it, the plugin does not start.`,
    })
  }
}

/** The endpoints of a group: at least one, and each a path or a map (an empty item is the file `~` for Go). */
function judgeEndpoints(place: Place): void {
  if (!isSeq(place.node)) return
  for (const [index, item] of place.node.items.entries()) {
    if (!isNull(resolved(place.facts, item))) continue
    const by = ['G1', 'G5'] as const
    const message = `Name a file in this item or remove it: it is empty, ${consequence(by)}.`
    reportAt(place, { rule: 'empty', by, message }, index)
  }
  if (place.node.items.length === 0) {
    reportAt(place, {
      rule: 'no-items',
      by: [],
      message: 'Add an endpoint: a group without endpoints answers nothing.',
    })
  }
}

/** Settings of an endpoint group: names must differ, and 64 values are the most (endpoint.md section 3). */
function judgeSettings(place: Place): void {
  if (!isSeq(place.node)) return
  if (place.node.items.length > 64)
    reportAt(place, {
      rule: 'too-many-settings',
      by: [],
      message: `Remove settings: there are ${place.node.items.length}, nobody can set up an endpoint with more than 64 ("too many setting fields").`,
    })
  repeatedNames(place, 'setting')
}

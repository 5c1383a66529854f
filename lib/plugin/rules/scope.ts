import { isScalar } from 'yaml'
import type { By } from '../schema/gate-rules'
import { anyScopes, appScopes, credentialScopes, modelFeatureScopes, modelScopes } from '../schema/words'
import { removeIn } from '../yaml/edit'
import { sourceOf } from './nodes'
import { editFix, nodeBelow, reportAt, setFix, textBelow, type Place } from './place'
import { consequence, shown } from './report'

const words: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['model-selector', modelScopes],
  ['app-selector', appScopes],
  ['any', anyScopes],
])

/**
 * `scope` by the type beside it: `config.go: isScope` (struct rules, where one known word is enough), and in a credential or
 * setting also Dify's API, which takes one word only (dify-api.md section 2.2).
 */
export function judgeScope(place: Place, owner: 'credential' | 'parameter'): void {
  const node = nodeBelow(place, 'scope')
  if (!isScalar(node) || node.value === null) return
  const scope = sourceOf(node)
  const type = textBelow(place, 'type') ?? ''
  const allowed = owner === 'credential' && type === 'any' ? undefined : words.get(type)
  const parts = scope.split('&').map((word) => word.trim())
  const by: By[] = []
  if (!allowed || !parts.some((part) => allowed.includes(part))) by.push('struct')
  if (owner === 'credential' && !credentialScopes.some((word) => word === scope)) by.push('G6')
  const remove = editFix('Remove scope', place.context.file, (text) => removeIn(text, [...place.path, 'scope']))
  const unknown = allowed ? parts.filter((part) => !allowed.includes(part)) : []
  if (by.length === 0) {
    if (unknown.length > 0)
      reportAt(
        place,
        {
          rule: 'scope-word',
          by: [],
          message: `Remove ${shown(unknown.join(', '))} from the scope: Dify knows ${allowed?.join(', ')}.`,
        },
        'scope',
      )
    else if (type === 'model-selector') judgePicker(place, owner)
    return
  }
  if (!allowed) {
    reportAt(
      place,
      {
        rule: 'scope',
        by,
        message: `Remove the scope: only selectors have one, not the type ${shown(type)}; ${consequence(by)}.`,
        fix: remove,
      },
      'scope',
    )
    return
  }
  const few =
    owner === 'credential' ? allowed.filter((word) => credentialScopes.some((known) => known === word)) : allowed
  const how =
    owner === 'credential'
      ? `Write exactly one of ${few.join(', ')} as scope, or remove it`
      : `Write words of ${few.join(', ')} as scope, joined by "&", or remove it`
  reportAt(
    place,
    { rule: 'scope', by, message: `${how}: ${shown(scope)} is refused, ${consequence(by)}.`, fix: remove },
    'scope',
  )
}

/** Dify's picker lists the models of the first type that a scope names, and none where it names features alone (dify-ui.md section 3.2). */
export function judgePicker(place: Place, owner: 'credential' | 'parameter'): void {
  const node = nodeBelow(place, 'scope')
  if (textBelow(place, 'type') !== 'model-selector' || !isScalar(node)) return
  const scope = sourceOf(node)
  const parts = scope.split('&').map((word) => word.trim())
  if (!parts.every((part) => modelFeatureScopes.some((word) => word === part))) return
  // A credential takes one word only.
  const write = owner === 'credential' ? 'llm' : `llm&${parts.join('&')}`
  const path = [...place.path, 'scope']
  const message = `Name a type of models in the scope, for example ${shown(write)}: Dify offers no model at all for ${shown(scope)}.`
  const fix = setFix(place, `Write ${write}`, path, write)
  reportAt(place, { rule: 'scope-type', by: [], message, fix }, 'scope')
}

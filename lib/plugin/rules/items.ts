import type { Finding } from '../document'
import { manifestPath } from '../files'
import { setWithParents } from '../edit/set-with-parents'
import { kinds } from '../kinds/registry'
import { textAt, valueAt } from '../schema/file-reference'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** Rules between a root document and its items: names differ, and some kinds need a permission. */
export function itemRules(view: PluginView): Finding[] {
  return [...repeatedItems(view), ...missingPermissions(view)]
}

/** The SDK keeps the last item of a name (manifest.md section 8.7). */
function repeatedItems(view: PluginView): Finding[] {
  const seen = new Map<string, string>()
  return view.documents.flatMap(({ path, type, value }) => {
    const at = type.namePath?.split('.')
    const name = at && path !== manifestPath ? textAt(value, at) : undefined
    if (name === undefined || !at) return []
    const key = `${type.id} ${name}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, path)
    if (first === undefined || first === path) return []
    return [
      view.finding(path, {
        rule: 'repeated-item',
        by: [],
        message: `Rename this ${type.title.toLowerCase()}: ${first} is called ${shown(name)} too, and only the last of the two can be used.`,
        path: at,
      }),
    ]
  })
}

/** Without its permission nobody can use a kind that needs one (endpoint.md). */
function missingPermissions(view: PluginView): Finding[] {
  return kinds.flatMap(({ manifestKey, title, permission }) => {
    const listed = valueAt(view.manifest, ['plugins', manifestKey])
    if (!permission || !Array.isArray(listed) || listed.length === 0) return []
    const at = ['resource', 'permission', permission.name]
    if (isOn(valueAt(view.manifest, [...at, 'enabled']))) return []
    const what = title.toLowerCase()
    return [
      view.finding(manifestPath, {
        rule: `${permission.name}-permission`,
        by: [],
        message: `Allow ${what} under \`resource.permission\`: without it nobody can set them up ("${permission.refusal}").`,
        path: [...at, 'enabled'],
        fix: editFix(`Allow ${what}`, manifestPath, (text) =>
          setWithParents(text, view.manifest, [...at, 'enabled'], true),
        ),
      }),
    ]
  })
}

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:y|yes|on|true)$/i.test(value))
}

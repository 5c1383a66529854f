import type { Finding } from '../document'
import { textAt, valueAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import { manifestFile, type PluginView } from './plugin-view'
import { shown } from './report'

/** Rules between a root document and its items: names differ, and endpoints need their permission. */
export function itemRules(view: PluginView): Finding[] {
  return [...repeatedItems(view), ...endpointPermission(view)]
}

/** The SDK keeps the last item of a name (manifest.md section 8.7). */
function repeatedItems(view: PluginView): Finding[] {
  const seen = new Map<string, string>()
  return view.documents.flatMap(({ path, type, value }) => {
    const at = type.namePath?.split('.')
    const name = at && type.id !== 'manifest' ? textAt(value, at) : undefined
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

/** Without the permission nobody can set the endpoints up (endpoint.md). */
function endpointPermission(view: PluginView): Finding[] {
  const listed = valueAt(view.manifest, ['plugins', 'endpoints'])
  if (!Array.isArray(listed) || listed.length === 0) return []
  if (isOn(valueAt(view.manifest, ['resource', 'permission', 'endpoint', 'enabled']))) return []
  return [
    view.finding(manifestFile, {
      rule: 'endpoint-permission',
      by: [],
      message:
        'Allow endpoints under `resource.permission`: without it nobody can set them up ("permission denied, you need to enable endpoint access in plugin manifest").',
      path: ['resource', 'permission', 'endpoint', 'enabled'],
      fix: editFix('Allow endpoints', manifestFile, (text) => allowEndpoints(text, view.manifest)),
    }),
  ]
}

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:y|yes|on|true)$/i.test(value))
}

function allowEndpoints(text: string, manifest: unknown) {
  const endpoint = ['resource', 'permission', 'endpoint']
  if (isRecord(valueAt(manifest, endpoint))) return setIn(text, [...endpoint, 'enabled'], true)
  if (isRecord(valueAt(manifest, endpoint.slice(0, 2)))) return setIn(text, endpoint, { enabled: true })
  return setIn(text, endpoint.slice(0, 2), { endpoint: { enabled: true } })
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import type { DocumentType, Finding } from '../document'
import type { KindPermission } from '../kind'
import { manifestPath, textOf, writeFile, type Files } from '../files'
import { setWithParents } from '../edit/set-with-parents'
import { itemLists } from '../item-lists'
import { documentTypeById, kinds } from '../kinds/registry'
import { documentAt } from '../python/plugin-documents'
import { textAt, valueAt } from '../schema/file-reference'
import { removeIn } from '../yaml/edit'
import { isRecord } from '../yaml/nodes'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** Rules between a root document and its items: names differ, and some kinds need a permission. */
export function itemRules(view: PluginView): Finding[] {
  return [...missingLists(view), ...repeatedItems(view), ...repeatedFiles(view), ...missingPermissions(view)]
}

/** A document of a kind that lists items, without a list. */
function missingLists(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, type, value }) => {
    const [list, ...others] = itemLists(type)
    if (!list || others.length > 0 || !isRecord(value) || valueAt(value, list.at.split('.')) !== undefined) return []
    const message = `Add \`${list.at}\` with the file of ${/^[aeiou]/.test(list.noun) ? 'an' : 'a'} ${list.noun}: there is none in ${path}.`
    return [view.finding(path, { rule: 'no-items', by: [], message })]
  })
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
    const refused = refusal(type, name)
    const result = refused ?? 'only the last of the two can be used'
    return [
      view.finding(path, {
        rule: 'repeated-item',
        by: refused === undefined ? [] : ['G5'],
        message: `Rename this ${type.title.toLowerCase()}: ${first} is called ${shown(name)} too, and ${result}.`,
        path: at,
      }),
    ]
  })
}

/** A list that names one file twice: the SDK reads it twice, under one name. Two providers are sections.ts' business. */
function repeatedFiles(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, refs }) => {
    if (path === manifestPath) return []
    const seen = new Set<string>()
    return refs.flatMap((ref) => {
      const type = documentTypeById(ref.as)
      if (!type || ref.pattern) return []
      const key = `${ref.as} ${ref.file}`
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      const item = view.documents.find((use) => use.path === ref.file && use.type === type)
      const name = type.namePath === undefined ? undefined : textAt(item?.value, type.namePath.split('.'))
      const refused = name === undefined ? undefined : refusal(type, name)
      return [
        view.finding(path, {
          rule: 'repeated-file',
          by: refused === undefined ? [] : ['G5'],
          message: `Remove this line: ${ref.file.slice(0, 300)} is listed above already, ${refused ?? 'once is enough'}.`,
          path: ref.at,
          fix: editFix('Remove the line', path, (text) => removeIn(text, ref.at)),
        }),
      ]
    })
  })
}

/** What becomes of a plugin with two items of this name, where the SDK refuses them. */
function refusal(type: DocumentType, name: string): string | undefined {
  return type.repeatedName && `the plugin does not start ("${type.repeatedName.replace('{name}', name.slice(0, 60))}")`
}

/** Without its permissions a kind that needs some is of no use (endpoint.md, agent-strategy.md). */
function missingPermissions(view: PluginView): Finding[] {
  return kinds.flatMap((kind) => {
    const listed = valueAt(view.manifest, ['plugins', kind.manifestKey])
    if (!Array.isArray(listed) || listed.length === 0) return []
    return (kind.permissions ?? []).flatMap((permission) => missingPermission(view, permission))
  })
}

function missingPermission(view: PluginView, { name, keys, what, loss, refusal }: KindPermission): Finding[] {
  const places = keys.map((key) => ['resource', 'permission', ...key.split('.')])
  const missing = places.filter((at) => !isOn(valueAt(view.manifest, at)))
  const [first] = missing
  if (!first) return []
  return [
    view.finding(manifestPath, {
      rule: `${name}-permission`,
      by: [],
      message: `Allow ${what} under \`resource.permission\`: without it ${loss} ("${refusal}").`,
      path: first,
      fix: { title: `Allow ${what}`, apply: (files) => missing.reduce(switchedOn, files) },
    }),
  ]
}

function switchedOn(files: Files, at: readonly string[]): Files {
  const text = textOf(files, manifestPath) ?? ''
  const result = setWithParents(text, documentAt(files, manifestPath), at, true)
  return result.ok ? writeFile(files, manifestPath, result.text) : files
}

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:y|yes|on|true)$/i.test(value))
}

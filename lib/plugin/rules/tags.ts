import type { Finding, InheritedTags } from '../document'
import { manifestPath } from '../files'
import { textAt, valueAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { breaksFrom } from './releases'
import { shown } from './report'
import { minimumFix } from './scalars'

/** Tags that a provider without any inherits from the manifest, where Dify's API takes fewer (manifest.md section 4, G6). */
export function tagRules(view: PluginView): Finding[] {
  const tags = texts(valueAt(view.manifest, ['tags']))
  return view.documents.flatMap(({ path, type, value }): Finding[] => {
    const inherits = type.inheritsTags
    const at = inherits?.at.split('.') ?? []
    if (!inherits || texts(valueAt(value, at)).length > 0) return []
    const bad = tags.find((tag) => inherits.refused.includes(tag))
    if (bad !== undefined) {
      const own = tags.filter((tag) => !inherits.refused.includes(tag))
      const kept = own.length > 0 ? own : ['other']
      const home = valueAt(value, at.slice(0, -1))
      return [
        view.finding(manifestPath, {
          rule: 'inherited-tag',
          by: ['G6'],
          message: `Give ${path} tags of its own, or remove ${shown(bad)} here: the provider inherits it, and Dify's console takes none with it.`,
          path: ['tags', tags.indexOf(bad)],
          ...(typeof home === 'object' && home !== null
            ? { fix: editFix('Give the provider tags', path, (text) => setIn(text, at, kept)) }
            : {}),
        }),
      ]
    }
    return [...youngTags(view, path, tags, inherits), ...(tags.length === 0 ? noTags(view, path, inherits) : [])]
  })
}

function youngTags(view: PluginView, path: string, tags: readonly string[], { since = {} }: InheritedTags): Finding[] {
  return Object.entries(since).flatMap(([tag, release]): Finding[] =>
    tags.includes(tag) && breaksFrom({ fixed: release }, view.minimum) !== 'over'
      ? [
          view.finding(manifestPath, {
            rule: 'tag-release',
            by: ['G6'],
            fixed: release,
            message: `Set meta.minimum_dify_version to ${release}: ${path} inherits the tag \`${tag}\`, which Dify before ${release} does not know.`,
            path: ['tags', tags.indexOf(tag)],
            fix: minimumFix(release),
          }),
        ]
      : [],
  )
}

/** The daemon sends null for the tags then (dify-api.md section 2.5). */
function noTags(view: PluginView, path: string, { noneSince }: InheritedTags): Finding[] {
  if (noneSince === undefined || breaksFrom({ fixed: noneSince }, view.minimum) === 'over') return []
  return [
    view.finding(manifestPath, {
      rule: 'no-tags',
      by: ['G6'],
      fixed: noneSince,
      message: `Add a tag or set meta.minimum_dify_version to ${noneSince}: without any for ${path}, Dify before ${noneSince} refuses the plugin.`,
      path: ['tags'],
      fix: minimumFix(noneSince),
    }),
  ]
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((_, index) => textAt(value, [index]) ?? '') : []
}

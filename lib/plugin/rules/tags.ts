import type { Finding } from '../document'
import { toolTags } from '../schema/words'
import { valueAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import { manifestFile, type PluginView } from './plugin-view'
import { breaksFrom } from './releases'
import { shown } from './report'
import { minimumFix } from './scalars'

/** Tags that a tool provider without any inherits from the manifest, where Dify's API takes fewer (manifest.md section 4, G6). */
export function tagRules(view: PluginView): Finding[] {
  const tags = texts(valueAt(view.manifest, ['tags']))
  return view.documents
    .filter(
      ({ type, value }) => type.id === 'tool.provider' && texts(valueAt(value, ['identity', 'tags'])).length === 0,
    )
    .flatMap(({ path, value }): Finding[] => {
      const bad = tags.find((tag) => tag === 'agent' || tag === 'trigger')
      if (bad) {
        const own = tags.filter((tag) => toolTags.some((word) => word === tag))
        const kept = own.length > 0 ? own : ['other']
        return [
          view.finding(manifestFile, {
            rule: 'inherited-tag',
            by: ['G6'],
            message: `Give the tool provider tags of its own, or remove ${shown(bad)} here: ${path} inherits it, and Dify's console takes no tool provider with it.`,
            path: ['tags', tags.indexOf(bad)],
            ...(typeof valueAt(value, ['identity']) === 'object'
              ? { fix: editFix('Give the provider tags', path, (text) => setIn(text, ['identity', 'tags'], kept)) }
              : {}),
          }),
        ]
      }
      if (!tags.includes('rag') || breaksFrom({ fixed: '1.9.0' }, view.minimum) === 'over') return []
      return [
        view.finding(manifestFile, {
          rule: 'tag-release',
          by: ['G6'],
          fixed: '1.9.0',
          message: `Set meta.minimum_dify_version to 1.9.0: ${path} inherits the tag \`rag\`, which Dify before 1.9.0 does not know.`,
          path: ['tags', tags.indexOf('rag')],
          fix: minimumFix('1.9.0'),
        }),
      ]
    })
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

import type { Finding } from '../document'
import { manifestPath } from '../files'
import { kinds } from '../kinds/registry'
import { textAt, valueAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { compareReleases } from './releases'

/** `meta.version` below the one with which Dify gives a kind all it has (manifest.md section 6). */
export function formatVersionRules(view: PluginView): Finding[] {
  const at = ['meta', 'version']
  const written = textAt(view.manifest, at)
  if (written === undefined || !/^\d/.test(written)) return []
  return kinds.flatMap(({ manifestKey, format }) => {
    const listed = valueAt(view.manifest, ['plugins', manifestKey])
    if (!format || !Array.isArray(listed) || listed.length === 0 || compareReleases(written, format.version) >= 0)
      return []
    return [
      view.finding(manifestPath, {
        rule: 'format-version',
        by: [],
        message: `Write ${format.version} as meta.version: ${format.loss}.`,
        path: at,
        fix: editFix(`Write ${format.version}`, manifestPath, (text) => setIn(text, at, format.version)),
      }),
    ]
  })
}

import type { Finding } from '../document'
import type { Kind } from '../kind'
import { manifestPath } from '../files'
import { kindOfSection } from '../kinds/registry'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { PluginView } from './plugin-view'
import { breaksFrom } from './releases'
import { minimumFix } from './scalars'

/** Kinds that came with a release of Dify: their plugins declare it, so that an older one warns (dify-api.md section 6). */
export function kindReleaseRules(view: PluginView): Finding[] {
  return youngKinds(view).flatMap(({ since, title, manifestKey }): Finding[] => {
    if (since === undefined || breaksFrom({ fixed: since }, view.minimum) === 'over') return []
    return [
      view.finding(manifestPath, {
        rule: 'kind-release',
        by: ['G6'],
        fixed: since,
        message: `Set meta.minimum_dify_version to ${since}: Dify before ${since} does not know ${title.toLowerCase()}.`,
        path: view.minimum === undefined ? ['plugins', manifestKey] : ['meta', 'minimum_dify_version'],
        fix: minimumFix(since),
      }),
    ]
  })
}

/** The kinds of this plugin that older releases of Dify do not know. */
function youngKinds(view: PluginView): Kind[] {
  const listed = valueAt(view.manifest, ['plugins'])
  return isRecord(listed)
    ? Object.entries(listed).flatMap(([key, list]) => {
        const kind = kindOfSection(key)
        return kind?.since !== undefined && Array.isArray(list) && list.length > 0 ? [kind] : []
      })
    : []
}

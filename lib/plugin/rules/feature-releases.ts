import type { Finding } from '../document'
import { highestNeed, neededReleases } from './needed-releases'
import type { PluginView } from './plugin-view'
import { breaksFrom } from './releases'
import { minimumFix } from './scalars'

/** What older releases of Dify leave out without a word: the plugin declares the release that brought it. */
export function featureReleaseRules(view: PluginView): Finding[] {
  const silent = neededReleases(view.files).filter(({ said }) => !said)
  const highest = highestNeed(silent, 'dify')
  if (!highest || breaksFrom({ fixed: highest.release }, view.minimum) === 'over') return []
  const { need, release } = highest
  return [
    view.finding(need.file, {
      rule: 'feature-minimum',
      by: [],
      message: `Set meta.minimum_dify_version to ${release}: Dify before ${release} does not know ${need.what}.`,
      ...(need.path ? { path: need.path } : {}),
      fix: minimumFix(release),
    }),
  ]
}

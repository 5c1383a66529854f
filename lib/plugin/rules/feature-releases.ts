import type { Finding } from '../document'
import { highestNeed, neededDify, neededReleases } from './needed-releases'
import type { PluginView } from './plugin-view'
import { breaksFrom, compareReleases } from './releases'
import { minimumFix } from './scalars'

/** What older releases of Dify leave out without a word: the plugin declares the release that brought it. */
export function featureReleaseRules(view: PluginView): Finding[] {
  const needs = neededReleases(view.files).filter(
    ({ dify }) => dify !== undefined && breaksFrom({ fixed: dify }, view.minimum) !== 'over',
  )
  const lacking = needs.filter(({ said }) => !said)
  const highest = highestNeed(lacking, 'dify')
  const declared = neededDify(lacking)
  if (!highest || declared === undefined) return []
  // A kind that came later than what it uses asks for its own release, and that one has both.
  const kind = highestNeed(
    needs.filter(({ said, refused }) => said && !refused),
    'dify',
  )
  if (kind && compareReleases(kind.release, declared) >= 0) return []
  const { need, release } = highest
  return [
    view.finding(need.file, {
      rule: 'feature-minimum',
      by: [],
      message: `Set meta.minimum_dify_version to ${declared}: Dify before ${release} does not know ${need.what}.`,
      ...(need.path ? { path: need.path } : {}),
      fix: minimumFix(declared),
    }),
  ]
}

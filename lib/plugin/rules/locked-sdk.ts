import type { Finding } from '../document'
import { textOf } from '../files'
import { highestNeed, neededReleases } from './needed-releases'
import type { PluginView } from './plugin-view'
import { compareReleases } from './releases'

const file = 'uv.lock'

/** A lock file counts before every range: Dify installs what it names (`uv sync --frozen`, sdk.md d.6). */
export function lockedSdkRules(view: PluginView): Finding[] {
  const match = /^name = "dify[-_]plugin"\r?\nversion = "([^"\n]+)"/m.exec(textOf(view.files, file) ?? '')
  if (!match) return []
  const [whole, locked = ''] = match
  const lacking = neededReleases(view.files).filter(({ sdk }) => sdk !== undefined && compareReleases(locked, sdk) < 0)
  const refused = highestNeed(
    lacking.filter((need) => need.refused),
    'sdk',
  )
  const highest = refused ?? highestNeed(lacking, 'sdk')
  if (!highest) return []
  const { need, release } = highest
  return [
    view.finding(file, {
      rule: 'sdk-locked',
      by: refused ? ['G5'] : [],
      message: `Run \`uv lock --upgrade-package dify_plugin\`: ${need.what} (${need.file}) came with ${release}, and Dify installs the ${locked} that is locked here.`,
      range: { from: match.index, to: match.index + whole.length },
    }),
  ]
}

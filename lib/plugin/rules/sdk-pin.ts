import { textOf, writeFile, type Files } from '../files'
import { oldestSdk, sdkRange } from '../project/dependencies'
import type { Requirement } from '../project/requirements'
import { highestNeed, neededReleases, neededSdk, type Need } from './needed-releases'
import type { PluginView } from './plugin-view'
import { compareReleases } from './releases'
import { shown, type Report } from './report'
import { allows, lowestOf } from './sdk-range'

/** A range that lets in the releases that the plugin needs and none before (sdk.md e.3), and that the marketplace takes (DP-01). */
export function judgeSdk(view: PluginView, { version, text, from, to }: Requirement): Omit<Report, 'range'>[] {
  const bound = lowestOf(version)
  const range = sdkRange(neededSdk(view.files))
  const fix = { title: `Write ${range}`, apply: (files: Files) => replaceSdk(files, text, range, from, to) }
  const tooOld = newerThan(view, version)
  const published = bound !== undefined && compareReleases(bound, oldestSdk) >= 0
  const severity = published ? 'advice' : 'publish'
  if (tooOld) return [{ ...tooOld, severity, message: `Write ${range}: ${tooOld.message}`, fix }]
  if (published) return []
  const why =
    bound !== undefined
      ? `the marketplace wants at least ${oldestSdk}, this says ${shown(bound)}`
      : 'the marketplace reads only >= and == there, and finds no lower bound'
  return [{ rule: 'sdk-version', by: [], severity, message: `Write ${range}: ${why}.`, fix }]
}

/** What the plugin uses and a release in this range does not have: all of them, or the older ones of a range that is fine for the marketplace. */
function newerThan(view: PluginView, version: string): Pick<Report, 'rule' | 'by' | 'message'> | undefined {
  const needs = neededReleases(view.files)
  const rule = 'sdk-too-old'
  const lacking = (of: readonly Need[]) =>
    highestNeed(
      of.filter(({ sdk }) => sdk !== undefined && !allows(version, sdk)),
      'sdk',
    )
  const refused = lacking(needs.filter((need) => need.refused))
  const lost = refused ?? lacking(needs)
  if (lost) {
    const result = refused ? 'the plugin does not start' : 'it is left out'
    const why = `${saidOf(lost.need)} came with ${lost.release}, which ${shown(version)} keeps out: ${result}.`
    return { rule, by: refused ? ['G5'] : [], message: why }
  }
  const highest = highestNeed(needs, 'sdk')
  const bound = lowestOf(version)
  if (!highest || bound === undefined || compareReleases(bound, oldestSdk) < 0) return undefined
  if (compareReleases(bound, highest.release) >= 0) return undefined
  return {
    rule,
    by: [],
    message: `${saidOf(highest.need)} came with ${highest.release}, and ${shown(version)} lets older ones in.`,
  }
}

function saidOf({ what, file }: Need): string {
  return `${what} (${file})`
}

function replaceSdk(files: Files, text: string, range: string, from: number, to: number): Files {
  for (const file of ['requirements.txt', 'pyproject.toml']) {
    const old = textOf(files, file)
    if (old === undefined || old.slice(from, to) !== text) continue
    return writeFile(files, file, old.slice(0, from) + range + old.slice(to))
  }
  return files
}

import type { Finding } from '../document'
import { textOf, writeFile, type Files } from '../files'
import { pyprojectRequirements } from '../project/requirements'
import type { PluginView } from './plugin-view'
import { compareReleases } from './releases'
import { shown } from './report'
import { allows, lowestOf } from './sdk-range'

const file = 'pyproject.toml'
const right = '>=3.12'

/**
 * `requires-python`: Dify makes an environment of Python 3.12 for `uv sync` (sdk.md d.6), and without a lock file uv looks for
 * packages that take every Python that the range lets in: the SDK from 0.8.0 on takes none below 3.12 (e.3).
 */
export function pythonVersionRules(view: PluginView): Finding[] {
  const text = textOf(view.files, file)
  const found = text === undefined ? undefined : requiresPython(text)
  if (text === undefined || !found) return []
  const { version, from, to } = found
  const lowest = lowestOf(version)
  const excluded = !allows(version, '3.12') || (lowest !== undefined && compareReleases(lowest, '3.13') >= 0)
  if (!excluded && !(letsOlderIn(version) && needsNewer(view, text))) return []
  const why = excluded
    ? `Dify runs plugins on Python 3.12, which ${shown(version)} keeps out`
    : `${shown(version)} lets in versions that dify_plugin does not run on`
  return [
    view.finding(file, {
      rule: 'requires-python',
      by: ['G5'],
      message: `Write requires-python = "${right}": ${why}, uv finds no packages and Dify cannot install the plugin.`,
      range: { from, to },
      fix: { title: `Write ${right}`, apply: (files) => replaced(files, version, from, to) },
    }),
  ]
}

function letsOlderIn(version: string): boolean {
  const lowest = lowestOf(version.replace(/~=/, '>='))
  return lowest !== undefined && compareReleases(lowest, '3.12') < 0
}

function needsNewer(view: PluginView, text: string): boolean {
  if (view.files.has('uv.lock')) return false
  const sdk = pyprojectRequirements(text).find(({ name }) => name === 'dify-plugin')
  const lowest = sdk && lowestOf(sdk.version)
  return lowest !== undefined && compareReleases(lowest, '0.8.0') >= 0
}

/** The version in the table `project`, as written between its quotes. */
function requiresPython(text: string): { version: string; from: number; to: number } | undefined {
  const match = /^\[project\][^]*?^requires-python[ \t]*=[ \t]*(["'])/m.exec(text)
  if (!match || /^\[(?!project\])/m.test(match[0])) return undefined
  const from = match.index + match[0].length
  const to = text.indexOf(match[1] ?? '', from)
  return to === -1 ? undefined : { version: text.slice(from, to), from, to }
}

function replaced(files: Files, version: string, from: number, to: number): Files {
  const text = textOf(files, file)
  return text?.slice(from, to) === version
    ? writeFile(files, file, text.slice(0, from) + right + text.slice(to))
    : files
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isMap, isScalar } from 'yaml'
import type { Finding } from '../document'
import { manifestPath, textOf, writeFile } from '../files'
import { reservedWord } from '../project/names'
import { freshIcons } from '../project/icon'
import { textAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'
import { isRepository } from './forges'
import { highestNeed, neededReleases } from './needed-releases'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { shown, type Report } from './report'

/** What the marketplace wants of the manifest beyond Dify's gates (marketplace.md sections 3.2 and 3.3). */
export function publishManifestRules(view: PluginView): Finding[] {
  if (typeof view.manifest !== 'object' || view.manifest === null || Array.isArray(view.manifest)) return []
  const reports = [
    ...contact(view),
    ...repository(view),
    ...identity(view),
    ...runtime(view),
    ...versionFirst(view),
    ...icons(view),
  ]
  return reports.map((report) => view.finding(manifestPath, { by: [], ...report }))
}

type PublishReport = Omit<Report, 'by'>

function publish(rule: string, path: YamlPath, message: string, fix?: Report['fix']): PublishReport {
  return { rule, severity: 'publish', path, message, ...(fix ? { fix } : {}) }
}

/** MF-12. The fix writes an address to replace, since only its owner knows it: example addresses are still a finding. */
function contact(view: PluginView): PublishReport[] {
  const value = textAt(view.manifest, ['contact'])
  if (value !== undefined && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value)) {
    if (!/@example\.(?:com|org|net)$/i.test(value)) return []
    return [
      publish(
        'contact',
        ['contact'],
        `Replace ${shown(value)} by your own e-mail address: users and reviewers of the marketplace write to it.`,
      ),
    ]
  }
  if (value)
    return [
      publish(
        'contact',
        ['contact'],
        `Write an e-mail address as \`contact\`: ${shown(value)} is none, the marketplace refuses it.`,
      ),
    ]
  return [
    publish(
      'contact',
      ['contact'],
      'Add `contact` with an e-mail address: the marketplace asks for it so that users and reviewers can reach you.',
    ),
  ]
}

/** MF-11. */
function repository(view: PluginView): PublishReport[] {
  const value = textAt(view.manifest, ['repo'])
  if (value !== undefined && isRepository(value)) return []
  const hosts = 'github.com, gitlab.com, bitbucket.org, gitee.com, codeberg.org or git.sr.ht'
  if (value)
    return [
      publish(
        'repo-host',
        ['repo'],
        `Write the address of a repository on ${hosts} as \`repo\`: the marketplace accepts no other than these, ${shown(value)} is none.`,
      ),
    ]
  return [
    publish(
      'repo-missing',
      ['repo'],
      `Add \`repo\` with the address of the source on ${hosts}: the marketplace asks for it.`,
    ),
  ]
}

/** MF-02, MF-03. */
function identity(view: PluginView): PublishReport[] {
  const author = textAt(view.manifest, ['author'])?.toLowerCase() ?? ''
  const found = reservedWord(author)
  const minimum = textAt(view.manifest, ['meta', 'minimum_dify_version'])
  return [
    ...(found
      ? [
          publish(
            'author-reserved',
            ['author'],
            `Choose another author for the marketplace: names with ${shown(found)} are Dify's own.`,
          ),
        ]
      : []),
    ...(minimum === undefined && highestNeed(neededReleases(view.files), 'dify') === undefined
      ? [
          {
            rule: 'minimum-recommended',
            path: ['meta', 'minimum_dify_version'],
            message:
              'Consider `meta.minimum_dify_version`: the marketplace recommends it, older Difys then warn before installing.',
          },
        ]
      : []),
  ]
}

/** MF-20. */
function runtime(view: PluginView): PublishReport[] {
  const version = textAt(view.manifest, ['meta', 'runner', 'version'])
  const entrypoint = textAt(view.manifest, ['meta', 'runner', 'entrypoint'])
  const set = (path: YamlPath, value: string) =>
    editFix(`Write ${value}`, manifestPath, (text) => setIn(text, path, value))
  const versionPath = ['meta', 'runner', 'version']
  return [
    ...(version && version !== '3.12'
      ? [
          publish(
            'runner-version',
            versionPath,
            `Write "3.12" as Python version: Dify runs 3.12 whatever stands here (${shown(version)}), and the marketplace wants it said.`,
            set(versionPath, '3.12'),
          ),
        ]
      : []),
    ...(entrypoint && entrypoint !== 'main'
      ? [
          publish(
            'runner-entrypoint',
            ['meta', 'runner', 'entrypoint'],
            `Name the entry point \`main\`: the marketplace starts the plugin with "python -m main", not ${shown(entrypoint)}.`,
          ),
        ]
      : []),
  ]
}

/** MF-09: one checker takes the first line that looks like `version:`, at any indentation. */
function versionFirst(view: PluginView): PublishReport[] {
  const text = textOf(view.files, manifestPath) ?? ''
  const root = view.manifestYaml?.document.contents
  const entry = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.source === 'version') : undefined
  const first = /^[ \t]*version[ \t]*:/m.exec(text)
  const own = isScalar(entry?.key) ? entry.key.range?.[0] : undefined
  if (!first || own === undefined || first.index >= own) return []
  return [
    publish(
      'version-first',
      ['version'],
      'Move `version` above `meta` in the manifest: the marketplace reads the first line that says "version:" and takes another one for the plugin\'s.',
    ),
  ]
}

const templateMark = 'DIFY_MARKETPLACE_TEMPLATE_ICON_DO_NOT_USE'
const oldTemplate = 'c5c632658121b7e98084a34411b1b683dcae59841429afa50e1570dfb7a8b0a8'

/** IC-02, IC-03. */
function icons(view: PluginView): PublishReport[] {
  return (['icon', 'icon_dark'] as const).flatMap((key) => {
    const name = textAt(view.manifest, [key])
    const file = `_assets/${name ?? ''}`
    const text = name === undefined ? undefined : textOf(view.files, file)
    if (text === undefined || text.length > 1_000_000) return []
    const bare = text.replace(/[ \t\r\n]/g, '')
    const template =
      text.includes(templateMark) || (bare.length === 153 && bytesToHex(sha256(utf8ToBytes(bare))) === oldTemplate)
    if (!template) return []
    const fresh = key === 'icon' ? freshIcons.light : freshIcons.dark
    const fix = {
      title: 'Draw a neutral icon',
      apply: (files: PluginView['files']) => writeFile(files, file, fresh.text),
    }
    return [
      publish(
        'template-icon',
        [key],
        `Replace ${shown(file)} by an icon of your own: it is the one of Dify's template, the marketplace refuses it.`,
        fix,
      ),
    ]
  })
}

import type { Finding, Ref } from '../document'
import { manifestPath, writeFile } from '../files'
import { freshIcons } from '../project/icon'
import type { By } from '../schema/gate-rules'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { isCleanPath } from './references'
import { shown, type Report } from './report'

/** Icons named anywhere stand in `_assets` (`helper.go: CheckAssetsValid` G2, `assets.go: RemapAssets` G3). */
export function iconRules(view: PluginView): Finding[] {
  const folder = [...view.files.keys()].some((path) => path.startsWith('_assets/'))
  const missing = view.documents.flatMap(({ path, refs }) =>
    refs
      .filter((ref) => ref.as === 'asset' && !(isCleanPath(ref.target) && view.files.has(`_assets/${ref.target}`)))
      .map((ref) => missingIcon(view, path, ref, folder)),
  )
  if (folder || missing.length > 0 || !view.files.has(manifestPath)) return missing
  return [
    view.finding(manifestPath, {
      rule: 'assets-missing',
      by: ['G2', 'G5'],
      message: 'Add the folder _assets with an icon: the SDK opens it when it starts and stops where there is none.',
    }),
  ]
}

function missingIcon(view: PluginView, file: string, ref: Ref, folder: boolean): Finding {
  const dark = ref.at.some((step) => /_dark$/.test(String(step)))
  const by: By[] = ref.missing ? [...ref.missing] : file !== manifestPath && dark ? ['G3'] : ['G2', 'G3']
  if (!folder) by.push('G5')
  const bare = ref.target.replace(/^\.?\/?_assets\//, '')
  const fix =
    bare !== ref.target && view.files.has(`_assets/${bare}`)
      ? editFix(`Write ${bare}`, file, (text) => setIn(text, ref.at, bare))
      : freshIcon(ref.target, dark)
  const message =
    bare !== ref.target
      ? `Write the icon's name without the folder: ${shown(ref.target)} is looked for inside _assets and not found, Dify refuses the upload.`
      : `Add ${shown(`_assets/${ref.target}`)} or name another file of _assets as ${dark ? 'icon_dark' : 'icon'}: it is not there, Dify refuses the upload ("failed to remap … icon").`
  return view.finding(file, { rule: 'icon-missing', by, message, path: ref.at, ...(fix ? { fix } : {}) })
}

function freshIcon(name: string, dark: boolean): Report['fix'] {
  if (!isCleanPath(name) || !/\.svg$/i.test(name)) return undefined
  return {
    title: 'Add an icon',
    apply: (files) => writeFile(files, `_assets/${name}`, (dark ? freshIcons.dark : freshIcons.light).text),
  }
}

import type { Files } from '@/lib/plugin/files'

export type FoundPlugin = { ok: true; files: Files } | { ok: false; reason: string }

const manifest = 'manifest.yaml'

/**
 * The plugin among these files: the folder that holds `manifest.yaml`, the highest one; its paths become relative to it.
 * Zips and dropped folders often carry one folder around the plugin.
 */
export function pluginAmong(files: Files, source: string): FoundPlugin {
  const roots = [...files.keys()]
    .filter((path) => path === manifest || path.endsWith(`/${manifest}`))
    .map((path) => path.slice(0, path.length - manifest.length))
    .sort((one, other) => one.split('/').length - other.split('/').length)
  const root = roots[0]
  if (root === undefined) {
    const other = [...files.keys()].find((path) => /(^|\/)manifest\.yml$/.test(path))
    if (other)
      return { ok: false, reason: `Rename ${other} to ${manifest}. Dify reads the manifest only under that name.` }
    return { ok: false, reason: `Choose a plugin: ${source} has no ${manifest}, so it is no Dify plugin.` }
  }
  const level = root.split('/').length
  const beside = roots.filter((other) => other.split('/').length === level)
  if (beside.length > 1) {
    const names = beside.map((path) => path.replace(/\/$/, '')).join(' and ')
    return { ok: false, reason: `Open one plugin at a time: ${source} holds several, in ${names}.` }
  }
  if (root === '') return { ok: true, files }
  const inside = [...files].filter(([path]) => path.startsWith(root))
  return { ok: true, files: new Map(inside.map(([path, content]) => [path.slice(root.length), content])) }
}

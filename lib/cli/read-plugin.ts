import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'

/**
 * What stands at a PATH. `problems` are troubles of the container itself, as findings: an archive that Dify cannot open, a
 * link that leads nowhere. `files` is what Dify would get: of a folder what its ignore rules keep, of an archive all
 * entries; undefined where the contents cannot be had, then `problems` holds an error that says why.
 * Not ok: nothing there to read at all (absent, no permission, a pipe, a device): status 2.
 */
export type PluginRead =
  | { ok: true; from: 'folder' | 'archive'; files: Files | undefined; problems: readonly Finding[] }
  | { ok: false; message: string }

/** Reads a plugin folder, a zip or a `.difypkg`, by content and not by name. Never throws. */
export function readPlugin(path: string): PluginRead {
  return { ok: false, message: `Cannot read ${path}.` }
}

import { mostFiles, type Given } from './dropped-files'
import { pluginAmong, type FoundPlugin } from './plugin-root'

const mostBytes = 50 * 1024 * 1024
const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

/** The plugin's files of what was dropped or chosen; the archive is read here, nothing is sent. */
export async function openPlugin(given: Given): Promise<FoundPlugin> {
  if (given.files.length === 0) return { ok: false, reason: `Choose another folder: ${given.name} has no files.` }
  return given.folder ? openFolder(given) : openArchive(given)
}

async function openFolder({ name, files }: Given): Promise<FoundPlugin> {
  if (files.length > mostFiles) {
    return {
      ok: false,
      reason: `Choose the plugin's own folder: ${name} has more than ${mostFiles} files, a plugin has ${mostFiles} at most.`,
    }
  }
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
  if (bytes > mostBytes) {
    return { ok: false, reason: `Choose a smaller folder: ${name} has ${mib(bytes)}, a plugin has 50 MiB at most.` }
  }
  const { contentFromBytes } = await import('@/lib/plugin/files')
  const contents = await Promise.all(
    files.map(async ({ path, file }) => [path, contentFromBytes(new Uint8Array(await file.arrayBuffer()))] as const),
  )
  return pluginAmong(new Map(contents), name)
}

async function openArchive({ name, files }: Given): Promise<FoundPlugin> {
  const file = files[0]?.file
  if (!file) return { ok: false, reason: `Choose another file: ${name} cannot be read.` }
  if (file.size > mostBytes) {
    return { ok: false, reason: `Choose a smaller file: ${name} has ${mib(file.size)}, a package has 50 MiB at most.` }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    return { ok: false, reason: `Choose a .difypkg, a .zip or a folder: ${name} is no zip archive.` }
  }
  const { readArchive } = await import('@/lib/plugin/package/read-archive')
  const read = readArchive(bytes)
  if (!read.ok)
    return { ok: false, reason: `${name} cannot be opened. ${read.reason}${read.entry ? ` (${read.entry})` : ''}` }
  return pluginAmong(read.files, name)
}

import { existsSync, readFileSync } from 'node:fs'
import { corpusFolder, corpusPlugin, corpusPlugins } from '@/scripts/corpus'
import { bytesOf, type FileContent, type Files } from '@/lib/plugin/files'

/** The corpus' tool plugins with every missing file made up in its real size: text that compresses, media that does not. */
export function paddedToolPlugins(): { name: string; files: Files }[] {
  return corpusPlugins('tools').map((name) => ({ name, files: padded(name) }))
}

function padded(name: string): Files {
  const listing = `${corpusFolder}/${name}/files.txt`
  const files = new Map<string, FileContent>(corpusPlugin(name))
  if (!existsSync(listing)) return files
  for (const line of readFileSync(listing, 'utf8').split('\n').filter(Boolean)) {
    const [size = '0', path = ''] = line.split('\t')
    const have = files.get(path)
    const missing = Number(size) - (have === undefined ? 0 : bytesOf(have).length)
    if (missing > 0)
      files.set(
        path,
        typeof have === 'string' || have === undefined ? grown(path, have ?? '', missing) : noise(Number(size)),
      )
  }
  return files
}

function grown(path: string, start: string, missing: number): FileContent {
  if (/\.(png|jpe?g|gif|ico|webp|mp4|pdf)$/i.test(path)) return noise(missing)
  if (/\.ya?ml$/i.test(path)) return start
  const line = `# ${path} stands for the real file, in a line of about this length\n`
  return start + line.repeat(Math.ceil(missing / line.length)).slice(0, missing)
}

/** Bytes that do not compress, the same every time (xorshift). */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = 0x9e3779b9
  for (let index = 0; index < size; index++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[index] = state & 255
  }
  return bytes
}

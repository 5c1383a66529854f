import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, sep } from 'node:path'
import type { Finding } from '@/lib/plugin/document'
import { bytesOf, contentFromBytes, type FileContent, type Files } from '@/lib/plugin/files'
import { compareByUtf8 } from '@/lib/plugin/package/compare-by-utf8'
import { readEntryName } from '@/lib/plugin/package/entry-name'
import { ignoreFiles, ignoreRule, type IgnoreRule } from '@/lib/plugin/package/ignore'
import { limits, sizeText } from '@/lib/plugin/package/limits'
import { readRegularFile } from './read-file'
import { wordsOf } from './system-error'

export interface FolderRead {
  /** Undefined when the folder is too large to be a plugin. */
  files: Files | undefined
  problems: Finding[]
}

/**
 * The files of a folder that its ignore rules keep, as Dify's packer finds them: in byte-wise order, links to files of the
 * folder followed (package-format.md sections 6 and 7). What is no readable file becomes a problem and is not opened.
 */
export function readFolder(folder: string): FolderRead {
  const dropped = readIgnoreRule(folder)
  const walk: Walk = { folder, root: realpathSync(folder), dropped, files: new Map(), bytes: 0, problems: [] }
  walkFolder(walk, [])
  if (walk.bytes > limits.unpackedBytes) return { files: undefined, problems: [...walk.problems, tooLarge(folder)] }
  const files = new Map([...walk.files].sort(([one], [other]) => compareByUtf8(one, other)))
  return { files, problems: walk.problems }
}

interface Walk {
  folder: string
  /** The folder without links on its way. */
  root: string
  dropped: IgnoreRule
  files: Map<string, FileContent>
  /** Of the files seen so far; beyond the limit nothing more is read. */
  bytes: number
  problems: Finding[]
}

// An ignore file that cannot be read counts as absent, as it does for Dify.
function readIgnoreRule(folder: string): IgnoreRule {
  for (const name of ignoreFiles) {
    const read = readRegularFile(join(folder, name))
    if (read.ok) return ignoreRule(contentFromBytes(read.bytes))
  }
  return ignoreRule(undefined)
}

function walkFolder(walk: Walk, parts: readonly string[]): void {
  const place = join(walk.folder, ...parts)
  let entries: Dirent[]
  try {
    entries = readdirSync(place, { withFileTypes: true })
  } catch (error) {
    const message = `Make the folder ${place} readable: ${wordsOf(error)}.`
    walk.problems.push(unreadable(parts.join('/'), message))
    return
  }
  for (const entry of entries) {
    const inner = [...parts, entry.name]
    if (walk.bytes > limits.unpackedBytes) return
    if (walk.dropped(inner, entry.isDirectory())) continue
    if (entry.isDirectory()) walkFolder(walk, inner)
    else addFile(walk, inner.join('/'), entry)
  }
}

function addFile(walk: Walk, path: string, entry: Dirent): void {
  const place = join(walk.folder, path)
  const { findings } = readEntryName(bytesOf(path))
  walk.problems.push(...findings)
  if (findings.some(({ severity }) => severity === 'error')) return
  const fault = entry.isSymbolicLink() ? faultOfLink(walk.root, place, path) : faultOfType(entry, path)
  const read = fault === undefined ? readRegularFile(place, limits.unpackedBytes - walk.bytes) : undefined
  if (read?.ok) {
    walk.files.set(path, contentFromBytes(read.bytes))
    walk.bytes += read.size
  } else {
    walk.problems.push(unreadable(path, fault ?? reasonOf(path, read?.reason ?? '')))
  }
}

// Node shows what is not UTF-8 in a name as U+FFFD, and then does not find the file by it.
function reasonOf(path: string, reason: string): string {
  return path.includes('\ufffd') ? `Rename ${path}: its name is not UTF-8.` : `Make ${path} readable: ${reason}.`
}

function faultOfType(entry: Dirent, path: string): string | undefined {
  if (entry.isFile()) return undefined
  const what = entry.isFIFO() ? 'a pipe' : entry.isSocket() ? 'a socket' : 'a device'
  return `Replace ${path} by a file: it is ${what}, which cannot be packed.`
}

// Dify's packer follows every link to a file; one that leaves the folder would put something else of this machine into the package.
function faultOfLink(root: string, place: string, path: string): string | undefined {
  try {
    const target = realpathSync(place)
    const about = statSync(target)
    if (about.isDirectory()) {
      return `Replace the link ${path} by a copy or name it in .difyignore: it leads to a folder, and Dify's packer stops there.`
    }
    if (!about.isFile()) return `Replace the link ${path} by a file: it leads to no regular file.`
    if (target.startsWith(root + sep)) return undefined
    return `Replace the link ${path} by a copy of the file: it leads out of the plugin's folder.`
  } catch (error) {
    return `Replace the link ${path} by a file: ${wordsOf(error)}.`
  }
}

function tooLarge(folder: string): Finding {
  const message = `Make the plugin smaller or name what is not needed in .difyignore: ${folder} has more than the ${sizeText(limits.unpackedBytes)} that Dify takes.`
  return { rule: 'package-size', severity: 'error', gates: ['G2', 'G3'], message, file: '' }
}

function unreadable(file: string, message: string): Finding {
  return { rule: 'file-unreadable', severity: 'error', gates: ['G2'], message, file }
}

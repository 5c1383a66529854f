import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs'
import { join, sep } from 'node:path'
import type { Finding } from '@/lib/plugin/document'
import { contentFromBytes, type FileContent, type Files } from '@/lib/plugin/files'
import { compareByUtf8 } from '@/lib/plugin/package/compare-by-utf8'
import { ignoreFiles, ignoreRule, type IgnoreRule } from '@/lib/plugin/package/ignore'
import { limits, sizeText } from '@/lib/plugin/package/limits'
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
  const walk: Walk = {
    root: realpathSync(folder),
    dropped: readIgnoreRule(folder),
    files: new Map(),
    bytes: 0,
    problems: [],
  }
  walkFolder(walk, folder, [])
  if (walk.bytes > limits.unpackedBytes) return { files: undefined, problems: [...walk.problems, tooLarge(folder)] }
  const files = new Map([...walk.files].sort(([one], [other]) => compareByUtf8(one, other)))
  return { files, problems: walk.problems }
}

interface Walk {
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

function walkFolder(walk: Walk, folder: string, parts: readonly string[]): void {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    walk.problems.push(
      problem(
        'file-unreadable',
        parts.join('/'),
        `Make the folder ${parts.join('/') || folder} readable: ${wordsOf(error)}.`,
      ),
    )
    return
  }
  for (const entry of entries) {
    if (walk.bytes > limits.unpackedBytes) return
    const inner = [...parts, entry.name]
    if (walk.dropped(inner, entry.isDirectory())) continue
    if (entry.isDirectory()) walkFolder(walk, join(folder, entry.name), inner)
    else addFile(walk, join(folder, entry.name), inner.join('/'), entry)
  }
}

function addFile(walk: Walk, place: string, path: string, entry: Dirent): void {
  const fault =
    faultOfName(path) ?? (entry.isSymbolicLink() ? faultOfLink(walk.root, place, path) : faultOfType(entry, path))
  const read = fault ? { ok: false as const, reason: '' } : readRegularFile(place, limits.unpackedBytes - walk.bytes)
  if (fault) walk.problems.push(problem('file-unreadable', path, fault))
  else if (read.ok) {
    walk.files.set(path, contentFromBytes(read.bytes))
    walk.bytes += read.size
  } else walk.problems.push(problem('file-unreadable', path, `Make ${path} readable: ${read.reason}.`))
}

function faultOfName(path: string): string | undefined {
  if (path.includes('\\')) return `Rename ${path}: Dify takes a backslash in a name for the end of a folder's name.`
  return path.includes('\ufffd') ? `Rename ${path}: its name is not UTF-8, which Dify does not open.` : undefined
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
    if (statSync(target).isDirectory())
      return `Replace the link ${path} by a copy or name it in .difyignore: it leads to a folder, and Dify's packer stops there.`
    return target.startsWith(root + sep)
      ? undefined
      : `Replace the link ${path} by a copy of the file: it leads out of the plugin's folder.`
  } catch (error) {
    return `Replace the link ${path} by a file: ${wordsOf(error)}.`
  }
}

export type FileRead = { ok: true; bytes: Uint8Array; size: number } | { ok: false; reason: string }

/** The bytes of a regular file; of a larger one than `most` only its size. Pipes and devices are not waited for. */
export function readRegularFile(place: string, most = Infinity): FileRead {
  let descriptor: number | undefined
  try {
    descriptor = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const about = fstatSync(descriptor)
    if (!about.isFile()) return { ok: false, reason: 'it is no regular file' }
    if (about.size > most) return { ok: true, bytes: new Uint8Array(), size: about.size }
    const bytes = readWhole(descriptor, about.size)
    return { ok: true, bytes, size: bytes.length }
  } catch (error) {
    return { ok: false, reason: wordsOf(error) }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function readWhole(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let length = 0
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}

function tooLarge(folder: string): Finding {
  return {
    rule: 'package-size',
    severity: 'error',
    gates: ['G2', 'G3'],
    message: `Make the plugin smaller or name what is not needed in .difyignore: ${folder} has more than the ${sizeText(limits.unpackedBytes)} that Dify takes.`,
    file: '',
  }
}

function problem(rule: string, file: string, message: string): Finding {
  return { rule, severity: 'error', gates: ['G2'], message, file }
}

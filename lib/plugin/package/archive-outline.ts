import type { Finding } from '../document'
import { readDirectory, type ArchiveEntry } from './archive-directory'
import { archiveProblem, noteUnsafe, onlyProblem, type ArchiveProblems } from './archive-problems'
import { readEntryName, type EntryName } from './entry-name'
import { limits, sizeText } from './limits'
import { notAnArchive } from './not-an-archive'

/** What the directory of an archive tells, judged before anything is inflated. */
export interface ArchiveOutline extends ArchiveProblems {
  /** Reading on is out of question. */
  stop: boolean
  /** `first` is false for a second entry of one name. */
  entries: readonly { entry: ArchiveEntry; name: EntryName; first: boolean }[]
  /** Where the directory begins. */
  start: number
}

/** Reads and judges the directory: sizes as declared, number, names and types of the entries, of which it takes `most`. */
export function outlineOf(bytes: Uint8Array, most: number): ArchiveOutline {
  if (bytes.length > limits.packedBytes) return stopped(packageTooLarge(bytes.length))
  const directory = readDirectory(bytes, most)
  if (!directory.ok) return stopped(archiveProblem('unreadable', '', notAnArchive(bytes)))
  if (directory.entries.length > most)
    return stopped(archiveProblem('entries', '', tooManyEntries(most), { gates: [] }))
  const declared = directory.entries.reduce((sum, { size }) => sum + size, 0)
  if (declared > limits.unpackedBytes) return stopped(contentsTooLarge(declared))
  const outline: ArchiveOutline = { stop: false, entries: [], start: directory.start, problems: [], unsafe: [] }
  if (directory.entries.length > limits.entries)
    noteUnsafe(outline, archiveProblem('entries', '', tooManyEntries(limits.entries), { severity: 'advice' }))
  const seen = new Set<string>()
  outline.entries = directory.entries.map((entry) => {
    const name = readEntryName(bytes.subarray(entry.nameStart, entry.nameEnd))
    noteUnsafe(outline, ...name.findings)
    noteType(outline, name, entry)
    const first = name.path === undefined || !seen.has(name.path)
    if (!first) noteUnsafe(outline, duplicate(name.shown))
    if (name.path !== undefined) seen.add(name.path)
    return { entry, name, first }
  })
  noteFolderEntries(outline)
  noteClashes(outline, seen)
  return outline
}

/** The finding on a file that is too large to be read at all. */
export function packageTooLarge(size: number): Finding {
  const message = `Make the package smaller: it is too large with ${sizeText(size)}, and Dify takes ${sizeText(limits.packedBytes)} at most.`
  return archiveProblem('size', '', message)
}

function contentsTooLarge(size: number): Finding {
  const message = `Make the files smaller: unpacked they are too large with ${sizeText(size)}, and Dify takes ${sizeText(limits.unpackedBytes)} at most.`
  return archiveProblem('size', '', message)
}

function stopped(finding: Finding): ArchiveOutline {
  return { stop: true, entries: [], start: 0, ...onlyProblem(finding) }
}

function tooManyEntries(most: number): string {
  const done = most === limits.entries ? 'are not unpacked' : 'are not read'
  return `Put fewer files into the archive: it has more than ${most} entries, which ${done}.`
}

// Dify reads the first of both, other readers the last.
function duplicate(shown: string): Finding {
  const message = `Remove one of the two entries ${shown}: it is in the archive twice, and two readers may see two different plugins.`
  return archiveProblem('duplicate', shown, message, { gates: [] })
}

const fileTypes = { folder: 0o040000, regular: 0o100000, link: 0o120000 } as const

// Dify takes a link for a file whose text is the target.
function noteType(outline: ArchiveOutline, { shown, isFolder }: EntryName, { fileType }: ArchiveEntry): void {
  if (fileType === 0 || fileType === fileTypes.regular || (isFolder && fileType === fileTypes.folder)) return
  const what = fileType === fileTypes.link ? 'a symbolic link' : 'no regular file'
  const message = `Replace the entry ${shown} by a file: it is ${what}, which Dify takes for a text and which is not unpacked.`
  noteUnsafe(outline, archiveProblem('link', shown, message, { severity: 'advice' }))
}

function noteFolderEntries(outline: ArchiveOutline): void {
  const folders = outline.entries.filter(({ name }) => name.isFolder).map(({ name }) => name.shown)
  const [first] = folders
  if (first === undefined) return
  const others = folders.length > 1 ? ` and ${folders.length - 1} more` : ''
  const message = `Pack again without folder entries (${first}${others}): Dify reads every entry as a file and stops at a folder.`
  outline.problems.push(archiveProblem('folder-entry', first, message))
}

/** A name that is a file and a folder: no file system holds both, so the server cannot write the plugin's files. */
function noteClashes(outline: ArchiveOutline, paths: ReadonlySet<string>): void {
  const parents = new Set<string>()
  for (const path of paths) {
    // Longer ones have a finding already, and making all parents of a deep one takes the square of its length.
    if (path.length > 4000) continue
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash)
      if (parents.has(parent)) break
      parents.add(parent)
      if (paths.has(parent)) noteUnsafe(outline, clash(parent))
    }
  }
}

function clash(path: string): Finding {
  const message = `Rename the entry ${path}: it is a file, and other entries make it a folder.`
  return archiveProblem('clash', path, message, { gates: ['G5'] })
}

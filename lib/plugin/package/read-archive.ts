import type { Finding } from '../document'
import { contentFromBytes, type FileContent, type Files } from '../files'
import { readContent } from './archive-content'
import { outlineOf, type ArchiveOutline } from './archive-outline'
import { archiveProblem, noteUnsafe, shortened } from './archive-problems'
import { limits } from './limits'

/** The files of an archive that is safe to unpack anywhere, or a sentence on why it is not, with the entry that it is about. */
export type ArchiveFiles = { ok: true; files: Files } | { ok: false; reason: string; entry?: string }

/**
 * Reads an archive that somebody gives us: ≤ 50 MiB of really inflated bytes, ≤ 5,000 entries, clean and unambiguous names, no
 * links, nothing damaged, else nothing of it. Folder entries are passed over.
 */
export function readArchive(bytes: Uint8Array): ArchiveFiles {
  const outline = outlineOf(bytes, limits.entries)
  const reading = outline.unsafe.length > 0 ? { ...outline, files: undefined } : withContents(bytes, outline)
  const worst = reading.unsafe[0]
  if (worst) return { ok: false, reason: worst.message, ...(worst.file ? { entry: worst.file } : {}) }
  return { ok: true, files: reading.files ?? new Map() }
}

/**
 * What an archive holds and what is wrong with it. `files` is what Dify would see, undefined when it cannot be had; then a
 * problem is an error. `unsafe` are the problems for which `readArchive` refuses it, whether Dify minds or not.
 */
export interface ArchiveReading {
  files: Files | undefined
  problems: readonly Finding[]
  unsafe: readonly Finding[]
}

/** Reads an archive by Dify's rules, to check it. No size in it is believed: at most 50 MiB are ever inflated. */
export function inspectArchive(bytes: Uint8Array): ArchiveReading {
  const outline = outlineOf(bytes, limits.checkedEntries)
  const files = outline.stop ? undefined : withContents(bytes, outline).files
  return { files, ...shortened(outline) }
}

/** Adds what is wrong with the contents to the outline's problems. */
function withContents(bytes: Uint8Array, outline: ArchiveOutline): ArchiveReading {
  const files = new Map<string, FileContent>()
  const spans: Span[] = []
  let complete = true
  for (const { entry, name, first } of outline.entries) {
    // A name that Dify cannot open has no content for it, and a folder has none at all.
    if (name.path === undefined || !first) continue
    const read = readContent(bytes, entry)
    if (read.ok) {
      files.set(name.path, contentFromBytes(read.content))
      spans.push({ start: entry.offset, end: read.end, shown: name.shown })
    } else {
      complete = false
      const message = `Pack the plugin again: the entry ${name.shown} ${read.reason}.`
      noteUnsafe(outline, archiveProblem('damaged', name.shown, message))
    }
  }
  noteOverlap(outline, spans)
  return { files: complete ? files : undefined, problems: outline.problems, unsafe: outline.unsafe }
}

interface Span {
  start: number
  end: number
  shown: string
}

// Dify does not mind; it is how bombs are made small, and two readers may see two different contents.
function noteOverlap(outline: ArchiveOutline, spans: readonly Span[]): void {
  const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
  const found = sorted.find(({ end }, index) => end > Math.min(sorted[index + 1]?.start ?? Infinity, outline.start))
  if (!found) return
  const message = `Pack the plugin again: the data of the entry ${found.shown} overlaps what follows it in the archive.`
  noteUnsafe(outline, archiveProblem('overlap', found.shown, message, { severity: 'advice' }))
}

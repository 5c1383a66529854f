import type { Finding } from '../document'
import { contentFromBytes, type FileContent, type Files } from '../files'
import { readContent } from './archive-content'
import { readDirectory, type ArchiveEntry } from './archive-directory'
import { readEntryName, type EntryName } from './entry-name'
import { limits, sizeText } from './limits'
import { notAnArchive } from './not-an-archive'

/**
 * What an archive holds and what is wrong with it. `files` is what Dify would see, undefined when it cannot be had; then a
 * problem is an error. `unsafe` are the problems for which unpacking is refused, whether Dify minds or not.
 */
export interface ArchiveReading {
  files: Files | undefined
  problems: readonly Finding[]
  unsafe: readonly Finding[]
}

/** Reads an archive by Dify's rules, for a check. No size in it is believed: at most 50 MiB are ever inflated. */
export function inspectArchive(bytes: Uint8Array): ArchiveReading {
  const outline = outlineOf(bytes)
  return outline.stop ? { files: undefined, ...reported(outline) } : withContents(bytes, outline)
}

/**
 * The files of an archive that is safe to unpack anywhere: ≤ 50 MiB of really inflated bytes, ≤ 5,000 entries, clean and
 * unambiguous names, no links, nothing damaged. The reason is a sentence that names the entry. Folder entries are passed over.
 */
export function readArchive(
  bytes: Uint8Array,
): { ok: true; files: Files } | { ok: false; reason: string; entry?: string } {
  const outline = outlineOf(bytes)
  const reading =
    outline.stop || outline.unsafe.length > 0
      ? { files: undefined, ...reported(outline) }
      : withContents(bytes, outline)
  const worst = reading.unsafe[0]
  if (worst) return { ok: false, reason: worst.message, ...(worst.file ? { entry: worst.file } : {}) }
  return { ok: true, files: reading.files ?? new Map() }
}

interface Problems {
  problems: Finding[]
  unsafe: Finding[]
}

/** The names of an archive, judged; `stop` when reading on is out of question. */
interface Outline extends Problems {
  stop: boolean
  entries: readonly { entry: ArchiveEntry; name: EntryName; first: boolean }[]
  start: number
}

function outlineOf(bytes: Uint8Array): Outline {
  const none = { stop: true, entries: [], start: 0 }
  if (bytes.length > limits.packedBytes) return { ...none, ...refusal(tooLarge(bytes.length)) }
  const directory = readDirectory(bytes)
  if (!directory.ok) return { ...none, ...refusal(problem('archive-unreadable', '', notAnArchive(bytes))) }
  const declared = directory.entries.reduce((sum, { size }) => sum + size, 0)
  if (declared > limits.unpackedBytes) return { ...none, ...refusal(tooLargeUnpacked(declared)) }
  const outline: Outline = { stop: false, entries: [], start: directory.start, problems: [], unsafe: [] }
  if (directory.entries.length > limits.entries) {
    note(outline, problem('archive-entries', '', tooManyEntries(directory.entries.length), 'advice'), true)
  }
  const seen = new Set<string>()
  outline.entries = directory.entries.map((entry) => {
    const name = readEntryName(entry.rawName)
    noteName(outline, name)
    noteType(outline, name, entry)
    const first = name.path === undefined || !seen.has(name.path)
    if (!first)
      note(
        outline,
        problem(
          'archive-duplicate',
          name.shown,
          `Remove one of the two entries ${name.shown}: it is in the archive twice, and two readers may see two different plugins.`,
          'error',
          [],
        ),
        true,
      )
    if (name.path !== undefined) seen.add(name.path)
    return { entry, name, first }
  })
  noteFolderEntries(outline)
  noteClashes(outline, seen)
  return outline
}

/** The archive of an archive's size alone, for a file that is too large to be read at all. */
export function tooLarge(size: number): Finding {
  return problem(
    'archive-size',
    '',
    `Make the package smaller: it has ${sizeText(size)}, and Dify takes packages of at most ${sizeText(limits.packedBytes)}.`,
  )
}

function tooLargeUnpacked(size: number): Finding {
  return problem(
    'archive-size',
    '',
    `Make the files smaller: unpacked they are too large with ${sizeText(size)}, and Dify takes at most ${sizeText(limits.unpackedBytes)} together.`,
  )
}

function tooManyEntries(count: number): string {
  return `Put fewer files into the archive: it has ${count} entries, and more than ${limits.entries} are not unpacked.`
}

function noteName(outline: Outline, { shown, faults }: EntryName): void {
  for (const { rule, gates, reason } of faults) {
    const message = `Rename the entry ${shown || '(without a name)'}: it ${reason}.`
    note(outline, problem(`archive-${rule}`, shown, message, gates.length > 0 ? 'error' : 'advice', gates), true)
  }
}

const fileTypes = { folder: 0o040000, regular: 0o100000, link: 0o120000 } as const

// Dify packs and reads a link as a file whose text is the target.
function noteType(outline: Outline, { shown, isFolder }: EntryName, { fileType }: ArchiveEntry): void {
  if (fileType === 0 || fileType === fileTypes.regular || (isFolder && fileType === fileTypes.folder)) return
  const what = fileType === fileTypes.link ? 'a symbolic link' : 'no regular file'
  note(
    outline,
    problem(
      'archive-link',
      shown,
      `Replace the entry ${shown} by a file: it is ${what}, which Dify reads as a text and which is not unpacked.`,
      'advice',
      [],
    ),
    true,
  )
}

function noteFolderEntries(outline: Outline): void {
  const folders = outline.entries.filter(({ name }) => name.isFolder).map(({ name }) => name.shown)
  const [first] = folders
  if (first === undefined) return
  const others = folders.length > 1 ? ` and ${folders.length - 1} more` : ''
  note(
    outline,
    problem(
      'archive-folder-entry',
      first,
      `Pack again without folder entries (${first}${others}): Dify reads every entry as a file and stops at a folder.`,
    ),
    false,
  )
}

/** A name that is a file and a folder: no file system holds both, so the server cannot write the plugin's files. */
function noteClashes(outline: Outline, paths: ReadonlySet<string>): void {
  const clean = new Set<string>()
  for (const path of paths) {
    if (path.length > 4000) continue
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash)
      if (clean.has(parent)) break
      clean.add(parent)
      if (paths.has(parent))
        note(
          outline,
          problem(
            'archive-clash',
            parent,
            `Rename the entry ${parent}: it is a file, and other entries make it a folder.`,
            'error',
            ['G5'],
          ),
          true,
        )
    }
  }
}

function withContents(bytes: Uint8Array, outline: Outline): ArchiveReading {
  const files = new Map<string, FileContent>()
  const spans: { start: number; end: number; shown: string }[] = []
  let complete = true
  for (const { entry, name, first } of outline.entries) {
    // A name that Dify cannot open has no content for it; a folder has none at all.
    if (name.path === undefined || !first) continue
    const read = readContent(bytes, entry)
    if (read.ok) {
      files.set(name.path, contentFromBytes(read.content))
      spans.push({ start: entry.offset, end: read.end, shown: name.shown })
    } else {
      complete = false
      note(
        outline,
        problem('archive-damaged', name.shown, `Pack the plugin again: the entry ${name.shown} ${read.reason}.`),
        true,
      )
    }
  }
  noteOverlaps(outline, spans)
  return { files: complete ? files : undefined, ...reported(outline) }
}

function noteOverlaps(outline: Outline, spans: { start: number; end: number; shown: string }[]): void {
  spans.sort((one, other) => one.start - other.start || one.end - other.end)
  const bad = spans.find(({ end }, index) => end > Math.min(spans[index + 1]?.start ?? Infinity, outline.start))
  if (bad)
    note(
      outline,
      problem(
        'archive-overlap',
        bad.shown,
        `Pack the plugin again: the data of the entry ${bad.shown} overlaps what follows it in the archive.`,
        'advice',
        [],
      ),
      true,
    )
}

function problem(
  rule: string,
  file: string,
  message: string,
  severity: Finding['severity'] = 'error',
  gates: Finding['gates'] = ['G3'],
): Finding {
  return { rule, severity, gates: severity === 'advice' ? [] : gates, message, file }
}

function note(into: Problems, finding: Finding, refused: boolean): void {
  into.problems.push(finding)
  if (refused) into.unsafe.push(finding)
}

function refusal(finding: Finding): Problems {
  return { problems: [finding], unsafe: [finding] }
}

/** Many entries can have the same trouble: the first are enough to know it. */
const shownProblems = 20

function reported({ problems, unsafe }: Problems): Problems {
  const rest = problems.length - shownProblems
  if (rest <= 0) return { problems, unsafe }
  const severity = problems.slice(shownProblems).some((finding) => finding.severity === 'error') ? 'error' : 'advice'
  const more = problem(
    'archive-more',
    '',
    `Pack the plugin again: ${rest} more entries have troubles like these.`,
    severity,
  )
  return { problems: [...problems.slice(0, shownProblems), more], unsafe }
}

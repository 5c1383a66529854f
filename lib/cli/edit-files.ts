import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, sep } from 'node:path'
import { contentFromBytes } from '@/lib/plugin/files'
import { removeIn, setIn } from '@/lib/plugin/yaml/edit'
import { UsageError } from './command'
import { partsOfPointer } from './json-pointer'
import type { Edit } from './read-edits'
import { readRegularFile } from './read-file'
import { wordsOf } from './system-error'
import { writeWhole } from './write-whole'

/** Why an edit was not made. `unusable`: the file could not be had, or the pointer is none. */
export interface EditError {
  file: string
  unusable: boolean
  message: string
  line?: number
  column?: number
}

/** A file that the edits changed, with its text before and after. */
export interface EditedFile {
  file: string
  before: string
  after: string
}

interface Opened {
  place: string
  file: string
  before: string
  text: string
}

const MOST_BYTES = 50 * 1024 * 1024

/**
 * Makes the edits in the files of a folder: each file is read once, its edits apply in order, and only what changed is
 * written. An edit that cannot be made is reported and leaves its place as it was; the others are made.
 */
export function editFiles(folder: string, edits: readonly Edit[]): { edited: EditedFile[]; errors: EditError[] } {
  const root = rootOf(folder)
  const opened = new Map<string, Opened | string>()
  const errors: EditError[] = []
  for (const edit of edits) {
    const file = openFile(root, edit.file, opened)
    if (typeof file === 'string') {
      errors.push({ file: edit.file, unusable: true, message: file })
      continue
    }
    const path = partsOfPointer(edit.pointer)
    if (!path) {
      errors.push({ file: edit.file, unusable: true, message: pointerFault(edit.pointer) })
      continue
    }
    const result = 'remove' in edit ? removeIn(file.text, path) : setIn(file.text, path, edit.value)
    if (result.ok) file.text = result.text
    else
      errors.push({
        file: edit.file,
        unusable: false,
        message: result.reason,
        line: result.line,
        column: result.column,
      })
  }
  const edited: EditedFile[] = []
  for (const file of new Set(opened.values())) {
    if (typeof file === 'string' || file.text === file.before) continue
    const trouble = write(file.place, file.text)
    if (trouble === undefined) edited.push({ file: file.file, before: file.before, after: file.text })
    else errors.push({ file: file.file, unusable: true, message: trouble })
  }
  return { edited, errors }
}

function pointerFault(pointer: string): string {
  return `Begin the pointer "${pointer}" with "/", and write ~ in a key as ~0 and / as ~1.`
}

function rootOf(folder: string): string {
  try {
    if (statSync(folder).isDirectory()) return realpathSync(folder)
  } catch (error) {
    throw new UsageError(`Cannot edit in ${folder}: ${wordsOf(error)}; give a folder.`)
  }
  throw new UsageError(`Cannot edit in ${folder}: it is no folder; give the folder that holds the file.`)
}

/** The file, or a sentence why it cannot be had. Two names of one file give the same. */
function openFile(root: string, file: string, opened: Map<string, Opened | string>): Opened | string {
  const known = opened.get(file)
  if (known !== undefined) return known
  const place = placeOf(root, file)
  const twin = place.ok ? opened.get(place.path) : undefined
  const result = twin ?? (place.ok ? read(place.path, file) : place.reason)
  opened.set(file, result)
  if (place.ok) opened.set(place.path, result)
  return result
}

function placeOf(root: string, file: string): { ok: true; path: string } | { ok: false; reason: string } {
  const parts = file.split(/[\\/]/)
  if (file === '' || isAbsolute(file) || /^[A-Za-z]:/.test(file) || parts.includes('..')) {
    return { ok: false, reason: `Name ${file || 'the file'} by its path inside of the folder: others are not edited.` }
  }
  try {
    const path = realpathSync(join(root, file))
    if (path.startsWith(root.endsWith(sep) ? root : root + sep)) return { ok: true, path }
    return { ok: false, reason: `Name another file than ${file}: its link leads out of the folder.` }
  } catch (error) {
    return { ok: false, reason: `Cannot read ${file}: ${wordsOf(error)}.` }
  }
}

function read(place: string, file: string): Opened | string {
  const read = readRegularFile(place, MOST_BYTES)
  if (!read.ok) return `Cannot read ${file}: ${read.reason}.`
  if (read.size > MOST_BYTES) return `Cannot edit ${file}: it is larger than 50 MiB.`
  const text = contentFromBytes(read.bytes)
  if (typeof text !== 'string') return `Save ${file} as UTF-8 text first: it holds bytes that are none.`
  return { place, file, before: text, text }
}

/** Gives a sentence where it fails; the old text is there then. */
function write(place: string, text: string): string | undefined {
  try {
    writeWhole(place, text)
    return undefined
  } catch (error) {
    return `Cannot write ${place}: ${wordsOf(error)}.`
  }
}

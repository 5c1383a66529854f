import { array, literal, strictObject, string, union } from 'zod'
import { bytesOf, changedPaths, contentFromBytes, type FileContent, type Files } from './files'

/** What becomes of one file. Bytes travel as base64, text as it is. */
export type Change = { path: string; text: string } | { path: string; base64: string } | { path: string; removed: true }

/** How much a project may hold: what a package may unpack to (package-format.md section 2). */
export const projectLimits = { files: 5_000, bytes: 50 * 1024 * 1024, path: 1_024 } as const

const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
const loneSurrogate = /\p{Surrogate}/u
const path = string().superRefine((value, context) => {
  const reason = pathProblem(value)
  if (reason) context.addIssue({ code: 'custom', message: reason })
})

/** Parses a change that came from outside; its path is safe to write below any folder. */
export const changeSchema = union([
  strictObject({ path, text: string() }),
  strictObject({ path, base64: string().refine(isBase64, 'Send the bytes as base64.') }),
  strictObject({ path, removed: literal(true) }),
])

/** A list of changes, at most one a path. */
export const changesSchema = array(changeSchema)
  .max(2 * projectLimits.files)
  .refine((changes) => new Set(changes.map((change) => change.path)).size === changes.length, 'Send one change a file.')

/** Why a path cannot name a file of a plugin, as one sentence; undefined when it can. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'Give the file a name.'
  if (path.length > projectLimits.path) return `Shorten the path: ${projectLimits.path} characters are the most.`
  if (loneSurrogate.test(path)) return 'Remove the broken character from the path: it is half of a pair.'
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'Remove the control characters from the path.'
  if (path.includes('\\')) return 'Use / between folders: Dify refuses a backslash in a path.'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return 'Make the path relative to the plugin: it starts at a root.'
  const bad = path.split('/').find((part) => part === '' || part === '.' || part === '..')
  return bad === undefined ? undefined : 'Write the path without empty parts, “.” and “..”.'
}

/** Why a new file cannot have this path beside those that are there, as one sentence; undefined when it can. */
export function newPathProblem(files: Files, path: string): string | undefined {
  const problem = pathProblem(path)
  if (problem !== undefined) return problem
  if (files.has(path)) return `There is a file ${path} already. Choose another name.`
  if ([...files.keys()].some((each) => each.startsWith(`${path}/`)))
    return `There is a folder ${path} already. Choose another name.`
  const folder = foldersOf(path).find((each) => files.has(each))
  return folder === undefined ? undefined : `Choose another folder: ${folder} is a file.`
}

/** Why these files are too much for one project, as one sentence; undefined when they are not. */
export function limitProblem(files: Files): string | undefined {
  if (files.size > projectLimits.files)
    return `Remove files: a plugin holds ${projectLimits.files} at most, these are ${files.size}.`
  let bytes = 0
  for (const content of files.values()) bytes += typeof content === 'string' ? bytesOf(content).length : content.length
  return bytes > projectLimits.bytes ? 'Remove or shrink files: a plugin holds 50 MiB at most.' : undefined
}

/**
 * Why these paths cannot stand on one disk, as one sentence: one names a file where another has a folder, and no package or archive
 * holds both. Undefined when they can.
 */
export function clashProblem(paths: ReadonlyMap<string, unknown>): string | undefined {
  for (const path of paths.keys()) {
    const folder = foldersOf(path).find((each) => paths.has(each))
    if (folder !== undefined) return `Rename ${folder} or ${path}: a file and a folder cannot have the same name.`
  }
  return undefined
}

/** All folders that a path stands in, the inmost first. */
function foldersOf(path: string): string[] {
  const folders: string[] = []
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    folders.push(path.slice(0, slash))
  return folders
}

/** The changes that make `after` of `before`, in the order of paths. */
export function changesBetween(before: Files, after: Files): Change[] {
  return changedPaths(before, after).map((path) => {
    const content = after.get(path)
    return content === undefined ? { path, removed: true } : changeOf(path, content)
  })
}

/** All files as changes to an empty plugin, in their order. */
export function changesOf(files: Files): Change[] {
  return [...files].map(([path, content]) => changeOf(path, content))
}

/** The files with the changes applied; a file that keeps its path keeps its place. Expects changes of `changesSchema`. */
export function applyChanges(files: Files, changes: readonly Change[]): Files {
  const result = new Map(files)
  for (const change of changes) {
    if ('removed' in change) result.delete(change.path)
    else result.set(change.path, contentOf(change))
  }
  return result
}

function contentOf(change: Exclude<Change, { removed: true }>): FileContent {
  if ('base64' in change) return contentFromBytes(bytesFromBase64(change.base64))
  return change.text.includes('\0') || loneSurrogate.test(change.text)
    ? contentFromBytes(bytesOf(change.text))
    : change.text
}

function changeOf(path: string, content: FileContent): Change {
  return typeof content === 'string' ? { path, text: content } : { path, base64: base64FromBytes(content) }
}

function base64FromBytes(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(binary)
}

function bytesFromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

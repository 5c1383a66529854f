import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { bytesOf, type Files } from '@/lib/plugin/files'
import { UsageError } from './command'
import { wordsOf } from './system-error'

/** A folder to write a plugin into: not there yet, or there and empty. */
export interface Target {
  /** As the user gave it. */
  path: string
  exists: boolean
}

/** Looks whether a folder is fit to be written into; a UsageError says why not. */
export function findTarget(path: string): Target {
  try {
    lstatSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { path, exists: false }
    throw new UsageError(`Cannot write into ${path}: ${wordsOf(error)}.`)
  }
  try {
    if (!statSync(path).isDirectory())
      throw new UsageError(`Cannot write into ${path}: it is a file; give a folder that is new or empty.`)
    if (readdirSync(path).length === 0) return { path, exists: true }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`Cannot write into ${path}: ${wordsOf(error)}.`)
  }
  throw new UsageError(`Cannot write into ${path}: the folder is not empty; give one that is new or empty.`)
}

/**
 * Writes all the files or none: into a folder of their own first, which then takes its place. Paths have to be clean, as
 * readArchive gives them. A failure is a UsageError, and nothing is left.
 */
export function writeFiles(target: Target, files: Files): void {
  const parent = target.exists ? target.path : dirname(resolve(target.path))
  const part = join(parent, `.${basename(resolve(target.path))}.${process.pid}.part`)
  let made: string | undefined
  try {
    made = mkdirSync(parent, { recursive: true })
    mkdirSync(part)
    for (const [path, content] of files) writeFile(part, path, bytesOf(content))
    if (target.exists) moveInto(part, target.path)
    else renameSync(part, target.path)
  } catch (error) {
    rmSync(made ?? part, { recursive: true, force: true })
    throw new UsageError(
      `Cannot write into ${target.path}: ${error instanceof UsageError ? error.message : `${wordsOf(error)}.`}`,
    )
  }
}

// `wx`: where a system takes two names for one (in case, in Unicode form), the second would silently replace the first.
function writeFile(folder: string, path: string, content: Uint8Array): void {
  const place = join(folder, ...path.split('/'))
  try {
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content, { flag: 'wx' })
  } catch (error) {
    throw new UsageError(`the file ${path} cannot be written, because ${wordsOf(error)}.`)
  }
}

// Renaming over the folder would take it away from under a shell that stands in it.
function moveInto(part: string, folder: string): void {
  const moved: string[] = []
  try {
    for (const name of readdirSync(part)) {
      renameSync(join(part, name), join(folder, name))
      moved.push(name)
    }
    rmSync(part, { recursive: true })
  } catch (error) {
    for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true })
    throw error
  }
}

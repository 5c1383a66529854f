import { manifestPath, changedPaths, textOf, writeFile, type Files } from './files'
import { itemLists } from './item-lists'
import { documentTypeById } from './kinds/registry'
import { documentsOf, documentTypeOf, placeOf, readDocument, referencesFrom } from './references'
import { valueAt } from './schema/file-reference'

/**
 * A stub follows its YAML while nobody touched it: every Python file that equals `stub(before)` and that the change itself left
 * alone becomes `stub(after)`. `before` is the last state whose YAML parsed (`readableFiles`); YAML of `after` that does not
 * parse counts as it was there. Of files that moved, `moved` says for the new path which one it was.
 */
export function followPython(before: Files, after: Files, moved: ReadonlyMap<string, string> = new Map()): Files {
  const readable = readableFiles(before, after)
  let files = after
  const made = new Map<string, Stubs>()
  for (const path of concerned(before, readable)) {
    const oldPath = moved.get(path) ?? path
    for (const python of pythonsOf(readable, path)) {
      const oldPython = moved.get(python) ?? python
      if (!pythonsOf(before, oldPath).includes(oldPython)) continue
      if (after.get(python) !== before.get(oldPython) || !isPristine(before, oldPath, oldPython)) continue
      const stubs = stubsOf(readable, path)
      const stub = stubs.get(python)
      made.set(path, stubs)
      if (stub !== undefined && stub !== after.get(python)) files = writeFile(files, python, stub)
    }
  }
  if (readable === after) known.set(files, made)
  return files
}

/**
 * `now`, where every document that does not parse stands as it did in `last`: what the caller keeps to pass as `before` next
 * time. Identical to `now` when everything parses.
 */
export function readableFiles(last: Files, now: Files): Files {
  let result = now
  for (const [path, id] of documentsOf(now)) {
    const old = last.get(path)
    const text = textOf(now, path)
    const type = documentTypeById(id)
    if (old === undefined || old === text || text === undefined || !type || readDocument(text, type).ok) continue
    result = writeFile(result, path, old)
  }
  return result
}

/** The stub that belongs to this document, of its first Python file or the named one; undefined where there is none. */
export function stubAt(files: Files, path: string, python = pythonOf(files, path)): string | undefined {
  return python === undefined ? undefined : stubsOf(files, path).get(python)
}

/** The files with the stubs of this document written; the same files where it has none. */
export function writeStub(files: Files, path: string): Files {
  return [...stubsOf(files, path)].reduce((now, [python, stub]) => writeFile(now, python, stub), files)
}

/** True while the Python of this document, its first file or the named one, is what `stub` writes. */
export function isPristine(files: Files, path: string, python = pythonOf(files, path)): boolean {
  const text = python === undefined ? undefined : textOf(files, python)
  return text !== undefined && stubAt(files, path, python) === text
}

/** The Python file that a document names, as a path of the plugin; the first where it names several. */
export function pythonOf(files: Files, path: string): string | undefined {
  return pythonsOf(files, path)[0]
}

/** All Python files that a document names. */
export function pythonsOf(files: Files, path: string): readonly string[] {
  return referencesFrom(files, path).flatMap((ref) => (ref.as === 'python' ? [ref.file] : []))
}

/** Generated texts of one document, by path. */
type Stubs = ReadonlyMap<string, string>

/** Stubs already made for a state: the stub after one keystroke is the stub before the next. */
const known = new WeakMap<Files, Map<string, Stubs>>()

function stubsOf(files: Files, path: string): Stubs {
  const stubs = known.get(files)?.get(path) ?? freshStubs(files, path)
  known.set(files, (known.get(files) ?? new Map<string, Stubs>()).set(path, stubs))
  return stubs
}

function freshStubs(files: Files, path: string): Stubs {
  const type = documentTypeOf(files, path)
  const python = pythonOf(files, path)
  if (!type || python === undefined) return new Map()
  return type.stubs?.(files, path) ?? new Map(type.stub ? [[python, type.stub(files, path)]] : [])
}

/**
 * Documents whose stub can differ: the changed ones, the items of those that list others than before or that changed in what the
 * stubs of items read, and the lists of items that changed in what their stub reads. All of them where the manifest names other
 * files.
 */
function concerned(before: Files, after: Files): Iterable<string> {
  const documents = documentsOf(after)
  const paths = new Set<string>()
  for (const path of changedPaths(before, after)) {
    const list = placeOf(after, path)?.from
    const readBack = itemLists(list === undefined ? undefined : documentTypeOf(after, list)).flatMap(
      (each) => each.readBack ?? [],
    )
    if (list !== undefined && differs(before, after, path, readBack)) paths.add(list)
    if (!documents.has(path)) continue
    paths.add(path)
    if (itemsFollow(before, after, path)) {
      if (path === manifestPath) return documents.keys()
      for (const ref of referencesFrom(after, path)) if (documents.has(ref.file)) paths.add(ref.file)
    }
  }
  return paths
}

function itemsFollow(before: Files, after: Files, path: string): boolean {
  const old = referencesFrom(before, path)
  const now = referencesFrom(after, path)
  if (old.length !== now.length || now.some((ref, index) => ref.file !== old[index]?.file)) return true
  return differs(
    before,
    after,
    path,
    itemLists(documentTypeOf(after, path)).flatMap((list) => list.read),
  )
}

/** Whether a document says something else at one of these places than before. */
function differs(before: Files, after: Files, path: string, places: readonly string[]): boolean {
  const [oldValue, value] = places.length === 0 ? [] : [valueIn(before, path), valueIn(after, path)]
  return places.some((dotted) => !sameValue(valueAt(oldValue, dotted.split('.')), valueAt(value, dotted.split('.'))))
}

function valueIn(files: Files, path: string): unknown {
  const type = documentTypeOf(files, path)
  const text = textOf(files, path)
  return type && text !== undefined ? readDocument(text, type).value : undefined
}

/** Equal values, with the entries of maps in the same order. */
function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [entries, others] = [Object.entries(one), Object.entries(other)]
  return (
    entries.length === others.length &&
    entries.every(([key, value], index) => key === others[index]?.[0] && sameValue(value, others[index]?.[1]))
  )
}

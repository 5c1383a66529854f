import type { DocumentType } from '../document'
import { changedPaths, textOf, type Files } from '../files'
import { isPristine } from '../follow-python'
import { documentTypeOf, readDocument, referencesFrom, referencesTo } from '../references'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { textAt } from '../schema/file-reference'
import { titleInside } from '../schema/title-inside'
import { changedLines } from './changed-lines'
import { fieldWords, type FieldChange } from './field-words'
import { renamedFiles } from './renamed-files'
import { valueChanges, type ValueChange } from './value-changes'

/** What became of one file, as its author would tell it. */
export interface FileChange {
  path: string
  /** Its path before, where that was another. */
  was?: string
  act: 'added' | 'removed' | 'changed'
  /** Sentences, without full stop: "tool forecast added", "tools/search.py: 12 lines". */
  words: readonly string[]
  /** Of a document that parses on both sides. */
  fields: readonly FieldChange[]
  /** It follows from a document, which says what happened. */
  follows: boolean
}

/**
 * What changed between two states of a plugin, in the words of its documents. `paths` are the files that differ; of the others only YAML
 * needs to have its content, which says what a file is.
 */
export function fileChanges(
  before: Files,
  after: Files,
  paths: readonly string[] = changedPaths(before, after),
): FileChange[] {
  const renamed = renamedFiles(before, after, paths)
  const moved = new Set(renamed.values())
  return paths
    .filter((path) => !moved.has(path))
    .map((path) => fileChange(before, after, path, renamed, paths))
    .sort((one, other) => rank(one) - rank(other))
}

/** Files that came and went first, then documents, what only follows last. */
function rank({ act, fields, follows }: FileChange): number {
  return follows ? 3 : act !== 'changed' ? 0 : fields.length > 0 ? 1 : 2
}

function fileChange(
  before: Files,
  after: Files,
  path: string,
  renamed: ReadonlyMap<string, string>,
  paths: readonly string[],
): FileChange {
  const was = renamed.get(path)
  const old = was ?? path
  const act = !after.has(path) ? 'removed' : before.has(old) ? 'changed' : 'added'
  const base = { path, ...(was === undefined ? {} : { was }), act, fields: [], follows: false } as const
  const type = documentTypeOf(act === 'removed' ? before : after, path) ?? documentTypeOf(before, old)
  if (!type) return { ...base, ...plainWords(before, after, path, old, act) }
  if (act !== 'changed') {
    const name = nameOf(act === 'added' ? after : before, path, type)
    return { ...base, words: [`${titleInside(type.title)} ${name} ${act}`] }
  }
  const [was_, is] = [textOf(before, old), textOf(after, path)]
  if (was_ === undefined || is === undefined) return { ...base, words: [`${path} replaced`] }
  const [one, other] = [readDocument(was_, type), readDocument(is, type)]
  const lines = changedLines(was_, is)
  const moves = was === undefined ? [] : [`${was} moved to ${path}`]
  if (!one.ok || !other.ok)
    return {
      ...base,
      words: [
        ...moves,
        ...(lines > 0 ? [`${path}: ${linesText(lines)}${other.ok ? '' : ', and it does not parse'}`] : []),
      ],
    }
  const changes = valueChanges(one.value, other.value, fieldTree(type))
  const fields = changes
    .filter((change) => !onlyNames(change, before, after, old, path, renamed, paths))
    .map((change) => fieldWords(named(change, type), change.act === 'removed' ? one.value : other.value, type))
  const words = fields.map((field) => field.words)
  // the list of items in their parent says what the items say themselves
  if (changes.length > 0 && fields.length === 0 && lines > 0)
    return { ...base, words: moves, follows: moves.length === 0 }
  const layout = words.length === 0 && lines > 0 ? [`${path}: ${linesText(lines)} of comments or layout`] : []
  const isNamed = changes.some(({ act: each, at }) => each === 'set' && at.join('.') === type.namePath)
  return { ...base, words: [...(isNamed ? [] : moves), ...words, ...layout], fields }
}

/** The document's own name is told as a new name. */
function named(change: ValueChange, type: DocumentType): ValueChange {
  return change.act === 'set' && change.at.join('.') === type.namePath ? { ...change, act: 'renamed' } : change
}

/** Whether a list of files only has other names of files whose own change is told. */
function onlyNames(
  { at, before: was, after: is }: ValueChange,
  before: Files,
  after: Files,
  old: string,
  path: string,
  renamed: ReadonlyMap<string, string>,
  paths: readonly string[],
): boolean {
  const targets = (files: Files, from: string) =>
    referencesFrom(files, from)
      .filter((ref) => at.every((key, index) => ref.at[index] === key))
      .map(({ file }) => file)
  if (!isTexts(was) && !isTexts(is)) return false
  const [olds, news] = [targets(before, old), targets(after, path)]
  const [gone, came] = [olds.filter((file) => !news.includes(file)), news.filter((file) => !olds.includes(file))]
  if (gone.length + came.length === 0) return false
  const told = (file: string) => paths.includes(file) || renamed.has(file)
  return gone.every(told) && came.every(told)
}

function isTexts(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
}

/** Of a file that is no document: what it is for, where something names it, and how much of it. */
function plainWords(
  before: Files,
  after: Files,
  path: string,
  old: string,
  act: FileChange['act'],
): Pick<FileChange, 'words' | 'follows'> {
  const files = act === 'removed' ? before : after
  const ref = referencesTo(files, path)[0]
  const verb = act === 'changed' ? 'replaced' : act
  if (ref?.as === 'asset') {
    const type = documentTypeOf(files, ref.from)
    const title = type && fieldAt(fieldTree(type), ref.at)?.meta.title
    return { words: [`${title ? titleInside(title) : path} ${verb}`], follows: false }
  }
  const follows = ref?.as === 'python' && (act === 'removed' ? !after.has(ref.from) : isPristine(after, ref.from, path))
  const [was, is] = [textOf(before, old), textOf(after, path)]
  const lines = was === undefined || is === undefined ? 0 : changedLines(was, is)
  const words = [
    ...(old === path ? [] : [`${old} moved to ${path}`]),
    ...(act !== 'changed' || (was === undefined && is !== undefined) || is === undefined
      ? [`${path} ${verb}`]
      : lines > 0
        ? [`${path}: ${linesText(lines)}`]
        : []),
  ]
  return { words, follows }
}

function nameOf(files: Files, path: string, type: DocumentType): string {
  const read = readDocument(textOf(files, path) ?? '', type)
  return (type.namePath && textAt(read.value, type.namePath.split('.'))) || path
}

function linesText(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`
}

import type { ItemList, NameChange } from '../item-list'
import { changedPaths, textOf, type Files } from '../files'
import { isPristine } from '../follow-python'
import { itemLists } from '../item-lists'
import { documentTypeById } from '../kinds/registry'
import { documentTypeOf, placeOf, readDocument, referencesFrom } from '../references'
import { textAt } from '../schema/file-reference'

/**
 * What stands beside a list of items in step with their names, where its type asks for that (`namesFollow`): after an edit by which
 * items came, went or got other names. Of files that moved, `moved` says for the new path which one it was.
 */
export function followNames(before: Files, after: Files, moved: ReadonlyMap<string, string> = new Map()): Files {
  const lists = new Set(changedPaths(before, after).flatMap((path) => [path, placeOf(after, path)?.from ?? path]))
  let files = after
  for (const path of lists) {
    if (!before.has(path) || !after.has(path)) continue
    for (const list of itemLists(documentTypeOf(after, path))) {
      const change = list.namesFollow && nameChange(before, after, path, list, moved)
      if (change) files = list.namesFollow?.(files, path, { ...change, touched: !isPristine(before, path) }) ?? files
    }
  }
  return files
}

function nameChange(
  before: Files,
  after: Files,
  path: string,
  list: ItemList,
  moved: ReadonlyMap<string, string>,
): NameChange | undefined {
  const old = namesOf(before, path, list)
  const now = namesOf(after, path, list)
  const kept = [...now].map(([file, name]) => ({ file, name, was: old.get(moved.get(file) ?? file) }))
  const stayed = new Set(kept.map(({ file }) => moved.get(file) ?? file))
  const change = {
    renamed: kept.flatMap(({ name, was }) => (was === undefined || was === name ? [] : [[was, name] as const])),
    added: kept.filter(({ was }) => was === undefined).map(({ name, file }) => ({ name, file })),
    removed: [...old].flatMap(([file, name]) => (stayed.has(file) ? [] : [name])),
    names: [...now.values()],
  }
  return change.renamed.length + change.added.length + change.removed.length > 0 ? change : undefined
}

/** The name of each listed item that there is; empty while it has none. */
function namesOf(files: Files, path: string, list: ItemList): ReadonlyMap<string, string> {
  const type = documentTypeById(list.type)
  return new Map(
    referencesFrom(files, path).flatMap(({ as, file }) => {
      const text = textOf(files, file)
      if (as !== list.type || type?.namePath === undefined || text === undefined) return []
      return [[file, textAt(readDocument(text, type).value, type.namePath.split('.')) ?? ''] as const]
    }),
  )
}

import type { ItemList } from '../item-list'
import type { Files } from '../files'
import { fitsPattern } from '../pattern-refs'
import { referencesFrom } from '../references'
import { valueAt } from '../schema/file-reference'
import { insertIn } from '../yaml/edit'
import { editText, refused, type Edited } from './edited'
import { valueOf } from './place'
import { setWithParents } from './set-with-parents'

/** Lists a file in a document: before the item that has this index now, or at the end. The list is made where it is missing. */
export function listFile(files: Files, parent: string, at: readonly string[], target: string, index?: number): Edited {
  const root = valueOf(files, parent)
  const list = valueAt(root, at)
  if (list === undefined || list === null)
    return editText(files, parent, (text) => setWithParents(text, root, at, [target]))
  if (!Array.isArray(list))
    return refused(`Make "${at.join('.')}" of ${parent} a list first: it holds something else.`, parent)
  return editText(files, parent, (text) => insertIn(text, at, index ?? list.length, target))
}

/** The same for an item that is there already: nothing where a pattern of the list finds it, the list's own pattern where that does. */
export function listItem(files: Files, parent: string, list: ItemList, file: string, index?: number): Edited {
  if (referencesFrom(files, parent).some((ref) => ref.as === list.type && ref.file === file)) return { ok: true, files }
  const { at, pattern = '' } = list
  const fits = fitsPattern({ at: [], target: pattern, file: pattern, as: list.type, pattern: {} }, file)
  return listFile(files, parent, at.split('.'), fits ? pattern : file, index)
}

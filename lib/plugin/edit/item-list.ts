import type { Files } from '../files'
import { valueAt } from '../schema/file-reference'
import { insertIn, setIn } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'
import { editText, refused, type Edited } from './edited'
import { valueOf } from './place'

/** Lists a file in a document: before the item that has this index now, or at the end. The list is made where it is missing. */
export function listFile(files: Files, parent: string, at: YamlPath, target: string, index?: number): Edited {
  const list = valueAt(valueOf(files, parent), at)
  if (list === undefined || list === null) return editText(files, parent, (text) => setIn(text, at, [target]))
  if (!Array.isArray(list))
    return refused(`Make "${at.join('.')}" of ${parent} a list first: it holds something else.`, parent)
  return editText(files, parent, (text) => insertIn(text, at, index ?? list.length, target))
}

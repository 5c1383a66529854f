import type { ItemList } from '../item-list'
import { textOf, writeFile, type Files } from '../files'
import { itemNameOf, namesInOrder, orderFileOf } from '../item-order'
import { scalar } from '../project/scalar'
import { appendIn, insertIn, moveIn, removeIn, setIn } from '../yaml/edit'
import { andThen, editText, refused, type Edited } from './edited'
import { itemsOf, unreadable, valueOf } from './place'
import { setWithParents } from './set-with-parents'

/**
 * Moves an item in the order file of its list, with the comments above its line; the file is made and named where there is none.
 * Of items that it does not name, those are added that stand before the new place.
 */
export function moveInOrder(files: Files, parent: string, list: ItemList, item: string, to: number): Edited {
  const shown = itemsOf(files, parent, list.type)
  const from = shown.indexOf(item)
  const target = shown[Math.max(0, Math.min(to, shown.length - 1))]
  if (from < 0 || target === undefined || target === item) return { ok: true, files, file: item }
  const names = shown.map((each) => itemNameOf(files, each, list) ?? '')
  const [name = '', place = ''] = [names[from], names[shown.indexOf(target)]]
  if (name === '' || place === '') return refused(`Give ${name === '' ? item : target} a name first.`, item)
  const file = orderFileOf(files, parent, list)
  const text = file === undefined ? undefined : textOf(files, file)
  if (file === undefined || text === undefined) {
    const order = names.filter((_, index) => index !== from)
    order.splice(shown.indexOf(target), 0, name)
    return made(files, parent, list, file, order)
  }
  const listed = namesInOrder(text)
  if (!listed)
    return unreadable(files, file) ?? refused(`Make ${file} a list of names first: it holds something else.`, file)
  const last = Math.max(from, shown.indexOf(target))
  const missing = names.slice(0, last + 1).filter((each) => each !== '' && !listed.includes(each))
  const order = [...listed, ...missing]
  return editText(files, file, (before) => {
    const added = missing.length > 0 ? appendIn(before, [], missing) : { ok: true as const, text: before }
    return added.ok ? moveIn(added.text, [], order.indexOf(name), order.indexOf(place)) : added
  })
}

/** Another name takes the place of the old one, unless an item has that still. What cannot be written is left to the check. */
export function renameInOrder(files: Files, parent: string, list: ItemList, old: string, name: string): Files {
  return followed(files, parent, list, (text, listed) =>
    isNamed(files, parent, list, old) || listed.includes(name) || !listed.includes(old)
      ? undefined
      : setIn(text, [listed.indexOf(old)], name),
  )
}

/** A new name goes right behind that of the item it was made from, else to the end. A file without names stays without. */
export function addToOrder(files: Files, parent: string, list: ItemList, name: string, behind?: string): Files {
  return followed(files, parent, list, (text, listed) => {
    if (listed.length === 0 || listed.includes(name)) return undefined
    if (behind === undefined) return appendIn(text, [], [name])
    return listed.includes(behind) ? insertIn(text, [], listed.indexOf(behind) + 1, name) : undefined
  })
}

/** A name goes, unless an item has it still. */
export function removeFromOrder(files: Files, parent: string, list: ItemList, name: string): Files {
  return followed(files, parent, list, (text, listed) =>
    isNamed(files, parent, list, name) || !listed.includes(name)
      ? undefined
      : removeIn(text, [listed.lastIndexOf(name)]),
  )
}

type TextEdit = (text: string, listed: readonly string[]) => ReturnType<typeof setIn> | undefined

function followed(files: Files, parent: string, list: ItemList, edit: TextEdit): Files {
  const file = orderFileOf(files, parent, list)
  const text = file === undefined ? undefined : textOf(files, file)
  const listed = text === undefined ? undefined : namesInOrder(text)
  if (file === undefined || text === undefined || !listed) return files
  const edited = edit(text, listed)
  return edited?.ok ? writeFile(files, file, edited.text) : files
}

function isNamed(files: Files, parent: string, list: ItemList, name: string): boolean {
  return itemsOf(files, parent, list.type).some((item) => itemNameOf(files, item, list) === name)
}

/** An order file with these names, where none is or one that nothing names; the document names it then. */
function made(
  files: Files,
  parent: string,
  list: ItemList,
  named: string | undefined,
  order: readonly string[],
): Edited {
  const { order: where } = list
  if (!where) return refused(`${parent} has no order to write.`, parent)
  const file = named ?? where.file
  const text = textOf(files, file)
  const fresh: Edited = { ok: true, files: writeFile(files, file, order.map((name) => `- ${scalar(name)}\n`).join('')) }
  const written = text === undefined ? fresh : editText(files, file, (before) => setIn(before, [], order))
  if (named !== undefined) return written
  return andThen(
    written,
    (now) =>
      unreadable(now, parent) ??
      editText(now, parent, (yaml) => setWithParents(yaml, valueOf(now, parent), where.at.split('.'), file)),
  )
}

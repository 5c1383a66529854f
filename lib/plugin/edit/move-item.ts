import type { Files } from '../files'
import { documentTypeOf, referencesFrom } from '../references'
import { itemListOf } from '../item-lists'
import { moveIn } from '../yaml/edit'
import { editText, following, refused, type Edited } from './edited'
import { placeOf } from '../references'
import { moveInOrder } from './order'

/** Moves an item among the items of its list: `to` counts from 0. The comments above it move along. */
export function moveItem(files: Files, file: string, to: number): Edited {
  const place = placeOf(files, file)
  const type = documentTypeOf(files, file)
  const from = place?.at.at(-1)
  if (!place || !type || typeof from !== 'number')
    return refused(`${file} is not in a list, so there is nothing to move it in.`, file)
  const list = itemListOf(documentTypeOf(files, place.from), type.id)
  if (list?.order) return moveInOrder(files, place.from, list, file, to)
  // Items written inside the list itself have no file: the position counts those that do.
  const places = referencesFrom(files, place.from).flatMap((ref) => (ref.as === type.id ? [ref.at.at(-1)] : []))
  const target = places[Math.max(0, Math.min(to, places.length - 1))]
  if (typeof target !== 'number') return refused(`${place.from} lists no item to move to.`, place.from)
  const moved = editText(files, place.from, (text) => moveIn(text, place.at.slice(0, -1), from, target))
  return following(files, moved.ok ? { ...moved, file } : moved)
}

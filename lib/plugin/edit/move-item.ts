import type { Files } from '../files'
import { documentTypeOf, referencesFrom } from '../references'
import { moveIn } from '../yaml/edit'
import { editText, following, refused, type Edited } from './edited'
import { placeOf } from '../references'

/** Moves an item among the items of its list: `to` counts from 0. The comments above it move along. */
export function moveItem(files: Files, file: string, to: number): Edited {
  const place = placeOf(files, file)
  const type = documentTypeOf(files, file)
  const from = place?.at.at(-1)
  if (!place || !type || typeof from !== 'number')
    return refused(`${file} is not in a list, so there is nothing to move it in.`, file)
  if (place.pattern)
    return refused(
      `${file} has no place of its own: ${place.from} finds it by the pattern ${place.target}.`,
      place.from,
    )
  // Items written inside the list itself have no file: the position counts those that do.
  const places = referencesFrom(files, place.from).flatMap((ref) => (ref.as === type.id ? [ref.at.at(-1)] : []))
  const target = places[Math.max(0, Math.min(to, places.length - 1))]
  if (typeof target !== 'number') return refused(`${place.from} lists no item to move to.`, place.from)
  const moved = editText(files, place.from, (text) => moveIn(text, place.at.slice(0, -1), from, target))
  return following(files, moved.ok ? { ...moved, file } : moved)
}

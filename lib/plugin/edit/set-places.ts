import { valueAt } from '../schema/file-reference'
import { removeIn, type EditResult } from '../yaml/edit'
import { parseYaml } from '../yaml/parse'
import { setScalars, type PlacedValue } from '../yaml/set-scalars'
import { setWithParents } from './set-with-parents'

/**
 * Many values of one text, with the maps that are missing around them; undefined takes a key out where it is. The last one counts where
 * two are for one place. What can be written in one reading is (`setScalars`).
 */
export function setPlaces(text: string, places: readonly PlacedValue[]): EditResult {
  const last = [...new Map(places.map((place) => [JSON.stringify(place.path), place])).values()]
  const together = setScalars(text, last)
  let result: EditResult = { ok: true, text: together.text }
  for (const { path, value } of together.left) {
    const root: unknown = parseYaml(result.text).value
    const there = valueAt(root, path) !== undefined
    if (value === undefined && !there) continue
    result = value === undefined ? removeIn(result.text, path) : setWithParents(result.text, root, path, value)
    if (!result.ok) return result
  }
  return result
}

import { sameContent, type Files } from '../files'
import { ALIKE, likeness } from '../likeness'

/** More pairs than this are told apart by equal content only. */
const MOST_PAIRS = 400

/** Of paths that went and came: which new one was which old one, since its content is the same or, of texts with one ending, mostly so. */
export function renamedFiles(before: Files, after: Files, paths: readonly string[]): ReadonlyMap<string, string> {
  const gone = new Set(paths.filter((path) => before.has(path) && !after.has(path)))
  const came = paths.filter((path) => !before.has(path) && after.has(path))
  const renamed = new Map<string, string>()
  for (const path of came) {
    const old = [...gone].find((each) => sameContent(before.get(each), after.get(path)))
    if (old === undefined || after.get(path) === '') continue
    renamed.set(path, old)
    gone.delete(old)
  }
  const rest = came.filter((path) => !renamed.has(path))
  if (rest.length * gone.size > MOST_PAIRS) return renamed
  for (const path of rest) {
    const text = after.get(path) ?? ''
    const near = [...gone]
      .filter((old) => endingOf(old) === endingOf(path))
      .map((old) => ({ old, like: likeness(before.get(old) ?? '', text) }))
      .sort((one, other) => other.like - one.like)[0]
    if (!near || near.like < ALIKE) continue
    renamed.set(path, near.old)
    gone.delete(near.old)
  }
  return renamed
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'))
}

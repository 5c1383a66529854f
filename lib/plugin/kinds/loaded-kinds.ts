import { hasSignInPython, loadSignInPython } from '#sign-in-python'
import type { Kind } from '../kind'
import { kindHeads } from './kind-heads'
import { signInPart } from './sign-in-part'

const loaded = new Map<string, Kind>()
const loading = new Map<string, Promise<void>>()

/** The kinds that this page has loaded so far, in the order of `kindHeads`; the list itself stays the same. */
export const kinds: Kind[] = []

/** Whether all kinds with these ids, and the part for sign-ins where it is among them, are loaded. */
export function hasKinds(ids: readonly string[]): boolean {
  return ids.every((id) => (id === signInPart ? hasSignInPython() : loaded.has(id)))
}

/** Loads kinds; the same promise for the same ids. Unknown ids are none. Rejects where a script does not arrive, and can be tried again. */
export function loadKinds(ids: readonly string[]): Promise<void> {
  const key = ids.join(' ')
  const known = loading.get(key)
  if (known) return known
  const heads = kindHeads.filter(({ id }) => ids.includes(id) && !loaded.has(id))
  const part = ids.includes(signInPart) ? loadSignInPython() : undefined
  const all = Promise.all([Promise.all(heads.map(({ load }) => load())), part]).then(([found]) => {
    for (const kind of found) loaded.set(kind.id, kind)
    kinds.splice(0, kinds.length, ...kindHeads.flatMap(({ id }) => loaded.get(id) ?? []))
  })
  loading.set(key, all)
  all.catch(() => loading.delete(key))
  return all
}

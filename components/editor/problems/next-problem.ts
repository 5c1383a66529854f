import { showToast } from '@/components/ui/toast'
import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'
import { goToFinding, listedFindings, nameOfFinding } from './go-to-finding'

/** Where each plugin's round stands: the problem that was gone to last, and its place for when it is mended. */
const rounds = new WeakMap<Store, { name: string; index: number }>()

/** Goes to the next problem of the list, or the one before; after the last comes the first. */
export function nextProblem(store: Store, ui: UiStore, by: 1 | -1): void {
  const findings = listedFindings(store.get().findings)
  const last = rounds.get(store)
  const there = last ? findings.findIndex((finding) => nameOfFinding(finding) === last.name) : -1
  // Where the last one is mended, the one that took its place is the next.
  const from = there >= 0 ? there : last ? last.index - (by === 1 ? 1 : 0) : by === 1 ? -1 : 0
  const index = (from + by + findings.length) % findings.length
  const finding = findings[index]
  if (!finding) return showToast('There is no problem')
  rounds.set(store, { name: nameOfFinding(finding), index })
  goToFinding(store, ui, finding)
}

import { showToast } from '@/components/ui/toast'
import { fixPlugin } from '@/lib/plugin/fix'
import type { Store } from '../store/store'
import { undoNewest } from '../store/undo-newest'

/** Every mechanical repair, as one step of undo that is said. */
export function fixAll(store: Store): void {
  const { files, done } = fixPlugin(store.get().files)
  const what = done.length === 1 ? '1 problem' : `${done.length} problems`
  if (store.change(`Fix ${what}`, () => files)) showToast(`Fixed ${what}`, { label: 'Undo', run: undoNewest(store) })
}

import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'

/** So long is waited for the server, in ms. */
const PATIENCE = 4000

/**
 * Goes to another page. With unsaved work only where the server answers: else the browser would put its own error in place of the page
 * that has the work, and this says so instead.
 */
export async function leaveTo(
  address: string,
  { store, ui, go }: { store: Store; ui: UiStore; go: (address: string) => void },
) {
  const { files, saved } = store.get()
  if (files === saved.files || (await serverAnswers())) return go(address)
  ui.set({ view: undefined, pane: 'form' })
  store.note({
    notice:
      'The server does not answer, so this page stays open with what is not saved yet. Go on working, or try again when it is back.',
  })
}

async function serverAnswers(): Promise<boolean> {
  return fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  )
}

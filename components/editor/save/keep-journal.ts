import { textOf } from '@/lib/plugin/files'
import { afterPaint } from '../store/after-paint'
import type { Store } from '../store/store'
import { isOthers, keptChanges, leftBehind, writeEntry, type JournalEntry } from './journal'
import type { Steps } from './kept-steps'
import { dropLastWords, forgetWork, withLastWords, writeLastWords } from './last-words'
import { replay } from './replay'
import { resume } from './resume'
import { livingTabs, type OpenTab } from './tab'

const FULL =
  'The storage of this browser is full. Until the server has your work it is kept nowhere: free some space, or download the files.'

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

/** Runs when no other tab runs under this name. */
async function alone(name: string, run: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request(name, run) : run()
}

/**
 * Writes every change into this browser within a frame, and takes up what an earlier visit could not save: what the page before a reload
 * left together with its steps, the rest as a step of its own.
 */
export function keepJournal(
  store: Store,
  projectId: string,
  { tab, before }: OpenTab,
  stepsBefore: Promise<Steps | undefined>,
): () => void {
  let stopped = false

  function entryNow(): JournalEntry {
    const { files, saved, sending, self } = store.get()
    const changes = keptChanges(saved.files, files)
    const sent = sending && keptChanges(saved.files, sending)
    const readable = [...store.readable()].flatMap(([path, content]) =>
      typeof content === 'string' && content !== textOf(files, path) ? [{ path, text: content }] : [],
    )
    const [user] = self
    return { projectId, tab, user, base: saved.revision, changes, ...(sent ? { sent } : {}), readable, at: Date.now() }
  }

  async function write(): Promise<boolean> {
    const { files, saved } = store.get()
    const kept = await writeEntry(entryNow()).then(
      () => 'kept' as const,
      (error: unknown) => (isFull(error) ? 'full' : 'refused'),
    )
    const now = store.get()
    // What was typed meanwhile has a write of its own.
    if (kept === 'kept' && (now.files !== files || now.saved !== saved)) return true
    if (now.kept !== kept) store.note({ kept, ...(kept === 'full' ? { notice: FULL } : {}) })
    return kept === 'kept'
  }

  const writing = afterPaint(() => void write())
  const writeLater = () => {
    writing.later()
    if (store.get().kept === 'kept') store.note({ kept: 'soon' })
  }
  if (store.get().files !== store.get().saved.files) writeLater()
  store.subscribe((state, before) => {
    if (!stopped) {
      if (state.files !== before.files || state.saved !== before.saved) writeLater()
    } else if (state.saved !== before.saved && state.files === state.saved.files) {
      // The page was left, and what it had left to save has arrived.
      void forgetWork(projectId, tab).catch(() => {})
    }
  })

  async function takeUpEntry(entry: JournalEntry, steps: Steps | undefined): Promise<boolean> {
    if (steps && (await resume(store, projectId, entry, steps))) return true
    if (steps) store.keepSteps(steps)
    return replay(store, projectId, entry)
  }

  let taking = false
  let resumed = false
  async function takeUp() {
    if (taking) return
    taking = true
    try {
      // Of two tabs that open at once, one takes up what was left.
      await alone(`plugwright-take-up-${projectId}`, takeUpAll)
    } finally {
      taking = false
    }
  }
  async function takeUpAll() {
    const [page, steps] = await Promise.all([before, stepsBefore])
    const isAlive = await livingTabs()
    const entries = withLastWords(projectId, await leftBehind(projectId, isAlive).catch(() => []), isAlive)
    if (stopped) return
    const own = resumed ? undefined : steps
    resumed = true
    if (own && !entries.some((entry) => entry.tab === page)) store.keepSteps(own)
    for (const entry of entries) {
      if (stopped || entry.tab === tab || isOthers(entry, store.get().self)) continue
      // The earlier entry goes only when its work stands in this tab's own.
      if ((await takeUpEntry(entry, entry.tab === page ? own : undefined)) && (await write()))
        await forgetWork(projectId, entry.tab)
    }
  }
  const leave = () => {
    writing.now()
    const entry = entryNow()
    if (entry.changes.length > 0) writeLastWords(entry)
  }
  // A page that comes back out of the browser's cache says it all again.
  const back = () => dropLastWords(projectId, tab)
  const again = () => void takeUp().catch(() => {})
  again()

  addEventListener('online', again)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', back)
  document.addEventListener('visibilitychange', writing.now)
  return () => {
    writing.now()
    stopped = true
    removeEventListener('online', again)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', back)
    document.removeEventListener('visibilitychange', writing.now)
  }
}

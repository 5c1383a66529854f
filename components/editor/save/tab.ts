const lockName = (tab: string) => `plugwright-tab-${tab}`
const keyOf = (projectId: string) => `plugwright-tab ${projectId}`

/** How long a page that reloads may take to go. */
const LEAVE_MS = 2000

/** A name for this page of a tab, held as a lock while it lives or until it is released, so that others know. */
export interface OpenTab {
  readonly tab: string
  readonly release: () => void
  /** The page that was here before, once it is gone: never the original of a duplicated tab, which lives. */
  readonly before: Promise<string | undefined>
  /** From now on a reload comes after this page. */
  readonly remember: () => void
}

export function openTab(projectId: string): OpenTab {
  const tab = crypto.randomUUID()
  let release = () => {}
  const lives = new Promise<void>((resolve) => (release = resolve))
  if ('locks' in navigator) void navigator.locks.request(lockName(tab), () => lives).catch(() => {})
  return {
    tab,
    release,
    before: pageBefore(keyOf(projectId)),
    remember: () => sessionWrite(keyOf(projectId), tab),
  }
}

/** Which tabs live. Without locks none is known to, and what they left is merged like everything else. */
export async function livingTabs(): Promise<(tab: string) => boolean> {
  if (!('locks' in navigator)) return () => false
  const { held = [] } = await navigator.locks.query()
  const names = new Set(held.map((lock) => lock.name))
  return (tab) => names.has(lockName(tab))
}

/** A duplicated tab begins with a copy of what the browser keeps of the session, the name of a page that lives among it. */
async function pageBefore(key: string): Promise<string | undefined> {
  const before = sessionRead(key)
  if (before === undefined || !('locks' in navigator)) return before
  const patience = { signal: AbortSignal.timeout(LEAVE_MS) }
  return navigator.locks.request(lockName(before), patience, () => before).catch(() => undefined)
}

function sessionRead(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function sessionWrite(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Then the next reload begins without steps.
  }
}

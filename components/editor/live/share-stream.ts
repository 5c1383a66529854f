import type { Message } from './messages'
import { readStream } from './read-stream'

const NAME = 'plugwright-events'
/** Tabs that open together are asked for together. */
const GATHER_MS = 50
const FIRST_WAIT_MS = 500
const MOST_WAIT_MS = 8_000
/** Where something holds the stream back, it is tried again after this; until then the beats tell what is new. */
const HELD_BACK_MS = 60_000
/** A tab that reads for the others and is not heard for so long is not waited for; nor does it read for one that is silent so long. */
const LOST_MS = 12_000
/** How often a tab says at most that it is still there, when the one who reads is heard. */
const STILL_MS = 3_000
const WATCH_MS = 1_000

/** What tabs tell each other. */
type Note =
  | { readonly kind: 'want'; readonly tab: string; readonly projectId: string }
  | { readonly kind: 'leave'; readonly tab: string }
  | { readonly kind: 'who' }
  | { readonly kind: 'heard'; readonly message: Message }
  /** The one who reads is there; the stream is, and is read for these tabs. */
  | { readonly kind: 'alive'; readonly tabs: readonly string[] }

export interface Listening {
  /** Something may have changed about the network: try now. */
  readonly wake: () => void
  readonly stop: () => void
}

interface Want {
  readonly projectId: string
  /** When the tab was heard last. */
  readonly at: number
}

/**
 * Hears the events of a project through the one stream that all tabs of this browser share, since a browser opens few connections to a
 * server. Who holds a lock reads for all; when that tab goes the next one gets the lock, and when it hangs, another takes it.
 */
export function shareStream(of: {
  tab: string
  projectId: string
  hear: (message: Message) => void
  /** Whether the stream is there and speaks for this tab too. */
  onCarried: (carried: boolean) => void
}): Listening {
  const channel = new BroadcastChannel(NAME)
  const post = (note: Note) => channel.postMessage(note)
  const wants = new Map<string, Want>()
  const ended = new AbortController()
  let reading: AbortController | undefined
  let round: AbortController | undefined
  let wakeUp = () => {}
  let carried: readonly string[] = []
  let lastSign = Date.now()
  let lastWant = 0
  let resumes = false
  let streams = false
  let queued = false

  function want() {
    lastWant = Date.now()
    post({ kind: 'want', tab: of.tab, projectId: of.projectId })
  }

  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'heard') of.hear(data.message)
    else if (data.kind === 'alive') {
      lastSign = Date.now()
      of.onCarried(data.tabs.includes(of.tab))
      if (lastSign - lastWant > STILL_MS) want()
    } else if (data.kind === 'who') want()
    else if (data.kind === 'leave') wants.delete(data.tab)
    else if (data.kind === 'want') {
      const isNew = !wants.has(data.tab)
      wants.set(data.tab, { projectId: data.projectId, at: Date.now() })
      if (isNew) round?.abort()
    }
  }

  function alive(now: boolean) {
    streams = now
    lastSign = Date.now()
    post({ kind: 'alive', tabs: streams ? carried : [] })
    of.onCarried(streams)
    const wanted = tabsNow()
    if (streams && carried.some((tab) => !wanted.includes(tab))) round?.abort()
  }

  /** This tab and those that were heard of late: one that crashed never says that it goes. */
  function tabsNow(): string[] {
    const now = Date.now()
    wants.set(of.tab, { projectId: of.projectId, at: now })
    for (const [tab, { at }] of wants) if (now - at > LOST_MS) wants.delete(tab)
    return [...wants.keys()]
  }

  /** Until this tab goes, or another one takes the lock. */
  async function read(): Promise<void> {
    const own = new AbortController()
    reading = own
    queued = false
    let failures = 0
    post({ kind: 'who' })
    await pause(GATHER_MS)
    while (!own.signal.aborted) {
      round = new AbortController()
      const { signal } = round
      const stop = () => round?.abort()
      own.signal.addEventListener('abort', stop)
      carried = tabsNow()
      const end = await readStream({
        projects: [...new Set([...wants.values()].map(({ projectId }) => projectId))],
        tabs: carried,
        resumes,
        signal,
        hear(message) {
          post({ kind: 'heard', message })
          of.hear(message)
        },
        onAlive() {
          failures = 0
          resumes = true
          alive(true)
        },
      })
      own.signal.removeEventListener('abort', stop)
      if (own.signal.aborted) return
      if (signal.aborted) continue
      alive(false)
      const wait = end === 'held-back' ? HELD_BACK_MS : Math.min(FIRST_WAIT_MS * 2 ** failures, MOST_WAIT_MS)
      failures += 1
      await pause(wait * (0.5 + Math.random() / 2))
    }
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function take(steal: boolean) {
    lastSign = Date.now()
    if (!steal && queued) return
    queued ||= !steal
    const options = steal ? { steal } : { signal: ended.signal }
    void navigator.locks.request(NAME, options, read).catch(() => {
      // Another tab took it, or this one goes.
      reading?.abort()
      wakeUp()
      reading = undefined
      streams = false
      if (!ended.signal.aborted) take(false)
    })
  }

  const watching = setInterval(() => {
    // Of a stream its own signs of life are passed on.
    if (reading) {
      if (!streams) alive(false)
    } else if (Date.now() - lastSign > LOST_MS) {
      of.onCarried(false)
      if (!document.hidden) take(true)
    }
  }, WATCH_MS)

  take(false)
  want()
  return {
    wake: () => wakeUp(),
    stop() {
      clearInterval(watching)
      ended.abort()
      reading?.abort()
      wakeUp()
      post({ kind: 'leave', tab: of.tab })
      channel.close()
    },
  }
}

import { beatAnswer, type Message } from './messages'

/** Others see within twice this that a tab has gone without a word, and that a stream does not speak for it any more. */
const BEAT_MS = 4_000
/** Whoever walks through fields is shown where they stop. */
const REST_MS = 300

export interface Place {
  readonly file: string
  readonly at: string
}

export interface Beating {
  /** The place may be another, or the network be back. */
  readonly soon: () => void
  readonly stop: () => void
}

/**
 * Says that this tab is here and where: when it comes and moves, and every 4 s as long as no stream speaks for it. The answer says how the
 * project stands: it is heard like the messages of the stream, so that a page goes on where none comes through.
 */
export function keepBeating(of: {
  projectId: string
  tab: string
  place: () => Place
  /** The stream speaks for this tab, once the server knows of it. */
  isCarried: () => boolean
  hear: (message: Message) => void
  onYou: (userId: string) => void
}): Beating {
  const { projectId } = of
  const address = `/api/projects/${projectId}/presence`
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined
  let stopped = false
  let known = false

  async function beat() {
    clearTimeout(timer)
    asked?.abort()
    known = false
    const own = (asked = new AbortController())
    const patience = setTimeout(() => own.abort(), 2 * BEAT_MS)
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tab: of.tab, place: of.place() }),
        signal: own.signal,
      })
      if (response.status === 404) of.hear({ kind: 'gone', projectId })
      else if (response.status === 401) of.hear({ kind: 'signed-out' })
      else if (response.ok) {
        const { you, people, ...head } = beatAnswer.parse(await response.json())
        known = true
        of.onYou(you)
        of.hear({ kind: 'head', projectId, ...head })
        of.hear({ kind: 'people', projectId, people })
      }
    } catch {
      // Offline: the next beat tries again.
    }
    clearTimeout(patience)
    if (asked !== own || stopped) return
    asked = undefined
    later()
  }

  function later() {
    const at = Date.now()
    timer = setTimeout(() => {
      if (known && of.isCarried()) later()
      // A page long out of sight is seldom woken by its browser: it is no longer here, rather than now and then.
      else if (document.hidden && Date.now() - at > 2 * BEAT_MS) leave()
      else void beat()
    }, BEAT_MS)
  }

  function leave() {
    void fetch(`${address}?tab=${of.tab}`, { method: 'DELETE', keepalive: true }).catch(() => {})
  }

  void beat()
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(() => void beat(), REST_MS)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      asked?.abort()
      leave()
    },
  }
}

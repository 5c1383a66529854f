import 'server-only'
import { userOfSession } from '../sessions'
import { subscribe, type Heard } from './events'
import { lookAt, type Look } from './look'
import { watchPeople } from './people-watch'
import { keepTabs } from './presence'
import { holdStream } from './streams'

/** A sign of life, a look at whether the reader may still read, and a word for the tabs that it reads for. */
const BEAT_MS = 4_000
/** A reader that is so many messages behind is closed, and begins anew. */
const MOST_BEHIND = 200

export interface StreamOf {
  readonly sessionId: string
  readonly userId: string
  readonly projects: readonly string[]
  /** Tabs that are there as long as this is read, and need not say so themselves. */
  readonly tabs: readonly string[]
  /** The reader goes on from an earlier stream. */
  readonly resumes: boolean
  readonly signal: AbortSignal
}

/**
 * Server-sent events of some projects: `head` (revision and role, at first and whenever one of them changes), `people`, `comments`,
 * `again` (something may have been missed), `gone` (not shared any more, or not there), `signed-out`. Rights are read anew with every event
 * that may change them, and every few seconds.
 */
export function streamEvents({ sessionId, userId, projects, tabs, resumes, signal }: StreamOf): Response {
  const shown = new Map<string, Look>()
  const told = new Set<string>()
  const watched = new Set<string>()
  const asked = new Set<string>()
  const endings: (() => void)[] = []
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array>
  let looking = false
  let open = true

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
        send('retry: 1000\n: beat\n\n')
        void begin().catch(close)
      },
      cancel: close,
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  )

  async function begin() {
    if (resumes) say('again', {})
    end(await subscribe({ projects: new Set(projects), userId, hear }))
    await look(projects)
    const timer = setInterval(() => void beat().catch(() => {}), BEAT_MS)
    end(() => clearInterval(timer))
  }

  /** Says who is there from the first time that a project is shown: that may be late, where it was deleted and is put back. */
  async function watch(projectId: string) {
    if (watched.has(projectId)) return
    watched.add(projectId)
    end(await watchPeople(projectId, (people) => shown.has(projectId) && say('people', { projectId, people })))
  }

  /** What is to be done at the end, or now where the end came first. */
  function end(ending: () => void) {
    if (open) endings.push(ending)
    else ending()
  }

  function close() {
    if (!open) return
    open = false
    for (const ending of endings) ending()
    try {
      controller.close()
    } catch {
      // The reader has gone.
    }
  }

  function send(text: string) {
    if (!open) return
    if ((controller.desiredSize ?? 0) < -MOST_BEHIND) return close()
    controller.enqueue(encoder.encode(text))
  }

  function say(event: string, data: object) {
    const id = [...shown].map(([projectId, { revision }]) => `${projectId}:${revision}`).join(',')
    send(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  function hear(heard: Heard) {
    if (heard === 'gap') {
      say('again', {})
      return void look(projects)
    }
    if (!('projectId' in heard)) return void beat().catch(() => {})
    if (heard.kind === 'access' || heard.kind === 'project') return void look([heard.projectId])
    const before = shown.get(heard.projectId)
    if (!before) return void look([heard.projectId])
    if (heard.kind === 'saved') tell(heard.projectId, { ...before, revision: heard.revision })
    else if (heard.kind === 'comments') say('comments', { projectId: heard.projectId })
  }

  /** One look after the other, so that what was read last is said last. */
  async function look(at: readonly string[]) {
    for (const projectId of at) asked.add(projectId)
    if (looking) return
    looking = true
    try {
      for (const projectId of asked) {
        asked.delete(projectId)
        const now = await lookAt(userId, projectId)
        if (!open) return
        tell(projectId, now)
      }
    } catch {
      // The next look is a few seconds away.
    } finally {
      looking = false
    }
  }

  function tell(projectId: string, now: Look | undefined) {
    const before = shown.get(projectId)
    if (!now) {
      shown.delete(projectId)
      if (before || !told.has(projectId)) say('gone', { projectId })
      told.add(projectId)
      if (shown.size === 0 && told.size === projects.length) close()
    } else if (before?.revision !== now.revision || before.role !== now.role) {
      shown.set(projectId, now)
      told.add(projectId)
      say('head', { projectId, ...now })
      void watch(projectId).catch(close)
    }
  }

  async function beat() {
    send(': beat\n\n')
    if (await userOfSession(sessionId)) {
      await look(projects)
      if (open && tabs.length > 0) await keepTabs({ tabs, projects: [...shown.keys()], userId })
      return
    }
    say('signed-out', {})
    close()
  }

  signal.addEventListener('abort', close)
  end(() => signal.removeEventListener('abort', close))
  end(holdStream(userId, close))
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither kept nor compressed on the way, and not held back by a proxy that knows this.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

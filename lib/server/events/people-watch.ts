import 'server-only'
import { subscribe } from './events'
import { peopleIn, type Person } from './presence'

/** How often somebody who lost the network is looked for. */
const LOOK_MS = 1_500

type Hear = (people: readonly Person[]) => void

interface Watch {
  readonly hearers: Set<Hear>
  known?: { text: string; people: readonly Person[] }
}

interface Watching {
  readonly watches: Map<string, Watch>
  timer?: ReturnType<typeof setInterval>
  busy: boolean
}

declare global {
  var plugwrightPeople: Watching | undefined
}

const watching = (): Watching => (globalThis.plugwrightPeople ??= { watches: new Map(), busy: false })

/** Tells who is in a project now and whenever that changes; one look for all who watch in this process. Gives the way to stop. */
export async function watchPeople(projectId: string, hear: Hear): Promise<() => void> {
  const own = watching()
  const watch = own.watches.get(projectId) ?? { hearers: new Set() }
  own.watches.set(projectId, watch)
  watch.hearers.add(hear)
  own.timer ??= setInterval(() => void look().catch(() => {}), LOOK_MS)
  own.timer.unref()
  const stop = await subscribe({
    projects: new Set([projectId]),
    hear: (heard) => heard !== 'gap' && heard.kind === 'people' && void look([projectId]).catch(() => {}),
  })
  if (watch.known) hear(watch.known.people)
  else await look([projectId])
  return () => {
    stop()
    watch.hearers.delete(hear)
    if (watch.hearers.size === 0 && own.watches.get(projectId) === watch) own.watches.delete(projectId)
    if (own.watches.size > 0) return
    clearInterval(own.timer)
    own.timer = undefined
  }
}

async function look(projects?: readonly string[]): Promise<void> {
  const own = watching()
  // Looks at all come by themselves; one at a time is enough of them.
  if (!projects && own.busy) return
  own.busy ||= !projects
  try {
    const found = await peopleIn(projects ?? [...own.watches.keys()])
    for (const [projectId, people] of found) {
      const watch = own.watches.get(projectId)
      const text = JSON.stringify(people)
      if (!watch || watch.known?.text === text) continue
      watch.known = { text, people }
      for (const hear of [...watch.hearers]) hear(people)
    }
  } finally {
    if (!projects) own.busy = false
  }
}

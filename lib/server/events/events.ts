import 'server-only'
import { database, openedDatabase, type Database } from '../database'
import { logFault } from '../log'
import { eventFrom, type LiveEvent } from './event'

const CHANNEL = 'plugwright_events'

/** `gap`: events may have been missed; whatever was known is to be read anew. */
export type Heard = LiveEvent | 'gap'

export interface Subscriber {
  readonly projects: ReadonlySet<string>
  readonly userId?: string
  readonly hear: (heard: Heard) => void
}

interface Hub {
  readonly subscribers: Set<Subscriber>
  /** The database that is listened to, once it is. */
  listening?: { to: Database; ready: Promise<unknown> }
}

declare global {
  /** One for the process: modules can be loaded twice. */
  var plugwrightEvents: Hub | undefined
}

const hub = (): Hub => (globalThis.plugwrightEvents ??= { subscribers: new Set() })

/**
 * Tells every process that something happened; to be called after the transaction that did it. Never fails: what is not heard is found
 * at the next look (`stream.ts` looks every few seconds).
 */
export async function publish(event: LiveEvent): Promise<void> {
  try {
    const prisma = await database()
    await prisma.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(event)})`
  } catch (error) {
    if (!globalThis.plugwrightStopping) logFault('An event was not sent', error)
  }
}

/** Hears the events of these projects and of this person's rights, whichever process they happened in; gives the way to stop. */
export async function subscribe(subscriber: Subscriber): Promise<() => void> {
  const { subscribers } = hub()
  subscribers.add(subscriber)
  try {
    await listen()
  } catch (error) {
    subscribers.delete(subscriber)
    throw error
  }
  return () => void subscribers.delete(subscriber)
}

async function listen(): Promise<void> {
  const own = hub()
  const to = await openedDatabase()
  if (own.listening?.to !== to) {
    const ready = to.listen(CHANNEL, { onPayload: (payload) => spread(eventFrom(payload)), onGap: () => spread('gap') })
    own.listening = { to, ready }
    ready.catch(() => (own.listening = undefined))
  }
  await own.listening?.ready
}

function spread(heard: Heard | undefined): void {
  if (heard === undefined) return
  for (const subscriber of [...hub().subscribers]) if (concerns(heard, subscriber)) subscriber.hear(heard)
}

function concerns(heard: Heard, { projects, userId }: Subscriber): boolean {
  if (heard === 'gap') return true
  return 'projectId' in heard ? projects.has(heard.projectId) : heard.userId === userId
}

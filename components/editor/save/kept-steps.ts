import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Entry } from '../store/history'
import { isOthers } from './journal'

/** Steps of one visit of a tab, the newest last: what a reload gives back. */
export interface Steps {
  readonly undo: readonly Entry[]
  readonly redo: readonly Entry[]
}

interface Order {
  readonly session: string
  /** Whose steps they are: nobody else is given them. */
  readonly user?: string
  readonly undo: readonly string[]
  readonly redo: readonly string[]
  readonly at: number
}

interface StepsSchema extends DBSchema {
  steps: { key: [string, string]; value: { session: string; id: string; entry: Entry } }
  orders: { key: string; value: Order }
}

/** So many steps outlive a reload; older ones are not gone back to. */
const MOST_KEPT = 200
const OLDEST_MS = 7 * 24 * 60 * 60 * 1000

let opened: Promise<IDBPDatabase<StepsSchema>> | undefined

function open(): Promise<IDBPDatabase<StepsSchema>> {
  opened ??= openDB<StepsSchema>('plugwright-steps', 1, {
    upgrade(database) {
      database.createObjectStore('steps', { keyPath: ['session', 'id'] })
      database.createObjectStore('orders', { keyPath: 'session' })
    },
  })
  opened.catch(() => (opened = undefined))
  return opened
}

/** Writes steps as they come; each is written once, and goes when it is in no stack any more. */
export function stepKeeper(session: string, user: string | undefined) {
  const ids = new Map<Entry['step'], string>()
  let count = 0
  let writing: Promise<void> = Promise.resolve()

  async function write({ undo, redo }: Steps): Promise<void> {
    const database = await open()
    const transaction = database.transaction(['steps', 'orders'], 'readwrite')
    const [steps, orders] = [transaction.objectStore('steps'), transaction.objectStore('orders')]
    const kept = { undo: undo.slice(-MOST_KEPT), redo: redo.slice(-MOST_KEPT) }
    const present = new Set([...kept.undo, ...kept.redo].map(({ step }) => step))
    for (const [step, id] of ids) {
      if (present.has(step)) continue
      ids.delete(step)
      void steps.delete([session, id])
    }
    const idOf = (entry: Entry): string => {
      const known = ids.get(entry.step)
      if (known !== undefined) return known
      count += 1
      const id = String(count)
      ids.set(entry.step, id)
      void steps.put({ session, id, entry })
      return id
    }
    void orders.put({ session, user, undo: kept.undo.map(idOf), redo: kept.redo.map(idOf), at: Date.now() })
    await transaction.done
  }

  return {
    /** One write after the other, so that the last one stands. */
    write: (steps: Steps) => (writing = writing.then(() => write(steps)).catch(() => undefined)),
  }
}

/** The steps of a session, where they are the person's own; they then are forgotten, and those of sessions that nobody came back to go too. */
export async function takeSteps(session: string, self: readonly string[], now: number): Promise<Steps> {
  const database = await open()
  const order = await database.get('orders', session)
  const entries = await database.getAll('steps', sessionRange(session))
  const byId = new Map(entries.map(({ id, entry }) => [id, entry]))
  const listed = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  for (const { session: old, at } of await database.getAll('orders')) {
    if (old !== session && now - at < OLDEST_MS) continue
    await database.delete('steps', sessionRange(old))
    await database.delete('orders', old)
  }
  if (!order || isOthers(order, self)) return { undo: [], redo: [] }
  return { undo: listed(order.undo), redo: listed(order.redo) }
}

function sessionRange(session: string): IDBKeyRange {
  return IDBKeyRange.bound([session, ''], [session, '\uffff'])
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Change } from '@/lib/plugin/changes'

/** Work of one tab that the server has not acknowledged. */
export interface JournalEntry {
  readonly projectId: string
  /** The tab that writes it; another one leaves it alone while that tab lives. */
  readonly tab: string
  readonly base: string
  readonly changes: readonly Change[]
  /** Of documents that do not parse, the last text that did. */
  readonly readable: readonly { path: string; text: string }[]
  readonly at: number
}

interface JournalSchema extends DBSchema {
  entries: { key: [string, string]; value: JournalEntry; indexes: { project: string } }
}

let opened: Promise<IDBPDatabase<JournalSchema>> | undefined

function open(): Promise<IDBPDatabase<JournalSchema>> {
  opened ??= openDB<JournalSchema>('plugwright', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: ['projectId', 'tab'] }).createIndex('project', 'projectId')
    },
  })
  return opened
}

/** Keeps the work of a tab; without changes there is nothing to keep. */
export async function writeEntry(entry: JournalEntry): Promise<void> {
  const database = await open()
  if (entry.changes.length === 0) await database.delete('entries', [entry.projectId, entry.tab])
  else await database.put('entries', entry)
}

export async function dropEntry(projectId: string, tab: string): Promise<void> {
  await (await open()).delete('entries', [projectId, tab])
}

/** What earlier visits left behind, the oldest first; tabs that still live are left out. */
export async function leftBehind(projectId: string, isAlive: (tab: string) => boolean): Promise<JournalEntry[]> {
  const entries = await (await open()).getAllFromIndex('entries', 'project', projectId)
  return entries.filter((entry) => !isAlive(entry.tab)).sort((one, other) => one.at - other.at)
}

const lockName = (tab: string) => `plugwright-tab-${tab}`

/** A name for this tab, held as a lock while it lives, so that others know. */
export function claimTab(): string {
  const tab = crypto.randomUUID()
  if ('locks' in navigator) void navigator.locks.request(lockName(tab), () => new Promise(() => {})).catch(() => {})
  return tab
}

/** Which tabs live. Without locks none is known to, and what they left is merged like everything else. */
export async function livingTabs(): Promise<(tab: string) => boolean> {
  if (!('locks' in navigator)) return () => false
  const { held = [] } = await navigator.locks.query()
  const names = new Set(held.map((lock) => lock.name))
  return (tab) => names.has(lockName(tab))
}

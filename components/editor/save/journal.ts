import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { applyChanges, type Change } from '@/lib/plugin/changes'
import { changedPaths, type Files } from '@/lib/plugin/files'

/** What became of one file; bytes are kept as they are, so that a large file costs no encoding with every frame. */
export type KeptChange = Change | { path: string; bytes: Uint8Array }

/** Work of one tab that the server has not acknowledged. */
export interface JournalEntry {
  readonly projectId: string
  /** The tab that writes it; another one leaves it alone while that tab lives. */
  readonly tab: string
  /** Whose work it is: nobody else takes it up. Entries of guests had none once, and are nobody's. */
  readonly user?: string
  readonly base: string
  readonly changes: readonly KeptChange[]
  /** Of a save that was on its way: what the server may have of this very work. */
  readonly sent?: readonly KeptChange[]
  /** Of documents that do not parse, the last text that did. */
  readonly readable: readonly { path: string; text: string }[]
  readonly at: number
}

interface JournalSchema extends DBSchema {
  entries: { key: [string, string]; value: JournalEntry; indexes: { project: string } }
}

/** The changes that make `after` of `before`, to be kept. */
export function keptChanges(before: Files, after: Files): KeptChange[] {
  return changedPaths(before, after).map((path) => {
    const content = after.get(path)
    if (content === undefined) return { path, removed: true }
    return typeof content === 'string' ? { path, text: content } : { path, bytes: content }
  })
}

/** The files with kept changes applied. */
export function applyKept(files: Files, changes: readonly KeptChange[]): Files {
  let result = files
  for (const change of changes) {
    result = 'bytes' in change ? new Map(result).set(change.path, change.bytes) : applyChanges(result, [change])
  }
  return result
}

let opened: Promise<IDBPDatabase<JournalSchema>> | undefined

function open(): Promise<IDBPDatabase<JournalSchema>> {
  opened ??= openDB<JournalSchema>('plugwright', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: ['projectId', 'tab'] }).createIndex('project', 'projectId')
    },
  })
  // A browser that refuses once may not refuse for ever.
  opened.catch(() => (opened = undefined))
  return opened
}

/** Keeps the work of a tab; without changes there is nothing to keep. When this is done, it is on the disk: not only handed to the system. */
export async function writeEntry(entry: JournalEntry): Promise<void> {
  const database = await open()
  const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' })
  const { store } = transaction
  const written =
    entry.changes.length === 0 ? store.delete([entry.projectId, entry.tab]) : store.put(entry).then(() => undefined)
  await Promise.all([written, transaction.done])
}

export async function dropEntry(projectId: string, tab: string): Promise<void> {
  await (await open()).delete('entries', [projectId, tab])
}

/** Work or steps of somebody else who used this browser: made under none of the ids of a person. */
export function isOthers({ user }: { user?: string }, self: readonly string[]): boolean {
  return user === undefined || !self.includes(user)
}

/** What earlier visits left behind, the oldest first; tabs that still live are left out. */
export async function leftBehind(projectId: string, isAlive: (tab: string) => boolean): Promise<JournalEntry[]> {
  const entries = await (await open()).getAllFromIndex('entries', 'project', projectId)
  return entries.filter((entry) => !isAlive(entry.tab)).sort((one, other) => one.at - other.at)
}

import { z } from 'zod'
import { changesSchema, type Change } from '@/lib/plugin/changes'
import { bytesOf } from '@/lib/plugin/files'
import { dropEntry, type JournalEntry, type KeptChange } from './journal'

/** A page that goes has no time left for IndexedDB: its last entry is written here, which is done before the call returns. */
const PREFIX = 'plugwright.left.'
/** Browsers give about 5 MB of UTF-16 in all; larger work stands in the journal as of the frame before. */
const MOST_CHARACTERS = 1_500_000

const entrySchema = z.object({
  projectId: z.string(),
  tab: z.string(),
  user: z.string().optional(),
  base: z.string(),
  changes: changesSchema,
  sent: changesSchema.optional(),
  readable: z.array(z.object({ path: z.string(), text: z.string() })),
  at: z.number(),
})

const keyOf = (projectId: string, tab: string) => `${PREFIX}${projectId}.${tab}`

/** Keeps the entry of a page that goes; false where it does not fit or nothing may be kept here. */
export function writeLastWords(entry: JournalEntry): boolean {
  try {
    const text = JSON.stringify({ ...entry, changes: entry.changes.map(asChange), sent: entry.sent?.map(asChange) })
    if (text.length > MOST_CHARACTERS) return false
    localStorage.setItem(keyOf(entry.projectId, entry.tab), text)
    return true
  } catch {
    return false
  }
}

export function dropLastWords(projectId: string, tab: string): void {
  try {
    localStorage.removeItem(keyOf(projectId, tab))
  } catch {
    // Where nothing may be kept, nothing was.
  }
}

/** Forgets the work of a tab, in the journal and here; where the journal refuses, nothing of it is gone. */
export async function forgetWork(projectId: string, tab: string): Promise<void> {
  await dropEntry(projectId, tab)
  dropLastWords(projectId, tab)
}

/** The entries with what their pages last said, where that is newer; also of pages whose journal has nothing. */
export function withLastWords(
  projectId: string,
  entries: readonly JournalEntry[],
  isAlive: (tab: string) => boolean,
): JournalEntry[] {
  const byTab = new Map(entries.map((entry) => [entry.tab, entry]))
  for (const entry of lastWords(projectId)) {
    if (!isAlive(entry.tab) && entry.at >= (byTab.get(entry.tab)?.at ?? 0)) byTab.set(entry.tab, entry)
  }
  return [...byTab.values()].sort((one, other) => one.at - other.at)
}

function lastWords(projectId: string): JournalEntry[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const entry = key.startsWith(keyOf(projectId, '')) ? readEntry(key) : undefined
      return entry ? [entry] : []
    })
  } catch {
    return []
  }
}

/** One that cannot be read hides no other. */
function readEntry(key: string): JournalEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data
  } catch {
    return undefined
  }
}

function asChange(change: KeptChange): Change {
  if (!('bytes' in change)) return change
  let binary = ''
  for (const byte of bytesOf(change.bytes)) binary += String.fromCharCode(byte)
  return { path: change.path, base64: btoa(binary) }
}

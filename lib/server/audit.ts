import 'server-only'
import type { Transaction } from './database'

export interface Deed {
  userId: string
  /** A noun and what was done to it: "link.revoke". */
  action: string
  projectId?: string
  teamId?: string
  /** What it was done to, as people know it. Never a secret: no token, no password, no content of a file. */
  detail?: Readonly<Record<string, string | number | boolean | undefined>>
}

/** Writes down who did what, in the transaction of the deed: one is not there without the other. */
export async function writeAudit(tx: Transaction, deed: Deed): Promise<void> {
  const known = Object.entries(deed.detail ?? {}).filter(([, value]) => value !== undefined)
  await tx.auditEntry.create({ data: { ...deed, detail: Object.fromEntries(known) } })
}

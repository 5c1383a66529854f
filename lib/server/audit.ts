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

/** Writes down who did what, in the transaction of the deeds: one is not there without the other. */
export async function writeAudit(tx: Transaction, ...deeds: readonly Deed[]): Promise<void> {
  const known = ({ detail = {} }: Deed) => Object.entries(detail).filter(([, value]) => value !== undefined)
  await tx.auditEntry.createMany({ data: deeds.map((deed) => ({ ...deed, detail: Object.fromEntries(known(deed)) })) })
}

import type { ActivityProps, ActivityRow } from '@/components/activity/activity-list'
import { auditFilterFrom, auditPeople, listAudit, type AuditRow, type AuditScope } from '@/lib/server/audit-list'

/** Deeds as pages show them. */
export function activityRows(rows: readonly AuditRow[]): ActivityRow[] {
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** A page of deeds with its filters, as the query of an address at `path` asks for it. */
export async function activityPage(
  scope: AuditScope,
  path: string,
  query: Readonly<Record<string, string | string[] | undefined>>,
): Promise<ActivityProps> {
  const filter = auditFilterFrom(query)
  const { rows, next } = await listAudit(scope, filter)
  const { person, kind, after } = filter
  return {
    rows: activityRows(rows),
    next,
    now: new Date().toISOString(),
    filter: { path, people: await auditPeople(scope), person, kind, later: after !== undefined },
  }
}

import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'
import { deedText, isDeedKind, type DeedKind } from '@/lib/deed-text'
import { database } from './database'

/** Whose deeds: those in a project, in a team and its projects, or those of one person's own account. */
export type AuditScope = { projectId: string } | { teamId: string } | { userId: string }

export interface AuditFilter {
  /** Id of a user. */
  person?: string
  kind?: DeedKind
  /** `next` of the page before. */
  after?: string
}

export interface AuditRow {
  id: string
  /** Who did it; undefined when the account is deleted. */
  name?: string
  /** What they did: "made Ben an editor". */
  text: string
  /** The project it was done in, where the list is of several. */
  project?: { id: string; label: string; deleted: boolean }
  at: Date
}

export interface AuditPage {
  rows: AuditRow[]
  /** Where the next page begins; undefined on the last one. */
  next?: string
}

const pageSize = 50

/** A page of deeds, the latest first. */
export async function listAudit(scope: AuditScope, filter: AuditFilter = {}): Promise<AuditPage> {
  const prisma = await database()
  const found = await prisma.auditEntry.findMany({
    where: {
      AND: [
        whereOf(scope),
        filter.person === undefined ? {} : { userId: filter.person },
        filter.kind === undefined ? {} : { action: { startsWith: `${filter.kind}.` } },
        afterOf(filter.after),
      ],
    },
    include: {
      user: { select: { name: true } },
      project: { select: { id: true, label: true, name: true, deletedAt: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ id, action, detail, createdAt, user, project }) => ({
      id,
      name: user?.name,
      text: deedText(action, detail),
      project:
        project && !('projectId' in scope)
          ? { id: project.id, label: project.label || project.name, deleted: project.deletedAt !== null }
          : undefined,
      at: createdAt,
    })),
    next: last && found.length > pageSize ? `${last.createdAt.toISOString()} ${last.id}` : undefined,
  }
}

/** Who did something there, by name. */
export async function auditPeople(scope: AuditScope): Promise<{ id: string; name: string }[]> {
  const prisma = await database()
  const rows = await prisma.auditEntry.findMany({
    where: { AND: [whereOf(scope), { userId: { not: null } }] },
    distinct: ['userId'],
    select: { user: { select: { id: true, name: true } } },
    take: 500,
  })
  return rows.flatMap(({ user }) => user ?? []).sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** A filter from what stands in an address, where anything can stand. */
export function auditFilterFrom(query: Readonly<Record<string, string | string[] | undefined>>): AuditFilter {
  const text = (name: string) => {
    const value = query[name]
    // no database holds NUL in a text
    return typeof value === 'string' && /^[^\0]{1,100}$/.test(value) ? value : undefined
  }
  const kind = text('kind')
  return {
    person: text('person'),
    kind: kind !== undefined && isDeedKind(kind) ? kind : undefined,
    after: text('after'),
  }
}

function whereOf(scope: AuditScope): Prisma.AuditEntryWhereInput {
  if ('projectId' in scope) return { projectId: scope.projectId }
  if ('teamId' in scope) return { OR: [{ teamId: scope.teamId }, { project: { teamId: scope.teamId } }] }
  return { userId: scope.userId, projectId: null, teamId: null }
}

/** What is no `next` of ours begins at the latest. Its years have four digits: no database holds all that Date does. */
function afterOf(after: string | undefined): Prisma.AuditEntryWhereInput {
  const [, time = '', id = ''] = /^(\d{4}-\S+Z) (\S+)$/.exec(after ?? '') ?? []
  const createdAt = new Date(time)
  if (Number.isNaN(createdAt.getTime())) return {}
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }
}

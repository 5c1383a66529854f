import 'server-only'
import { z } from 'zod'
import { allows } from './access'
import { database } from './database'
import { cardFromRow, type ProjectCard } from './projects'

/** How a project came to somebody. */
export type Way = 'own' | 'team' | 'link'

/** A project in somebody's list. */
export interface ListedProject extends ProjectCard {
  /** The nearest of the ways by which it came: a member's own before the team's before a link's. */
  by: Way
  /** Whether package and archive may be taken along. */
  download: boolean
  /** The team that it belongs to, where this person is in it. */
  team?: { id: string; name: string }
  /** Who made the link by which it came. */
  sharedBy?: string
  /** What it is a copy of, as that was called then; `id` where this person may see it. */
  origin?: { id?: string; label: string }
}

type Access = Pick<ListedProject, 'role' | 'by' | 'download' | 'team' | 'sharedBy'>

const rows = z.array(
  z.object({
    id: z.string(),
    role: z.enum(['view', 'comment', 'edit', 'own']),
    by: z.enum(['own', 'team', 'link']),
    download: z.boolean(),
    from: z.string().nullable(),
    teamId: z.string().nullable(),
  }),
)

const nearest: readonly Way[] = ['own', 'team', 'link']

/** The projects that somebody may see, the one changed last first. */
export async function listProjects(userId: string): Promise<ListedProject[]> {
  const ways = await waysOf(userId)
  const prisma = await database()
  const projects = await prisma.project.findMany({
    where: { id: { in: [...ways.keys()] }, deletedAt: null },
    orderBy: { updatedAt: 'desc' },
  })
  const seen = new Set(projects.map(({ id }) => id))
  return projects.flatMap((project) => {
    const found = ways.get(project.id)
    const { originId, originLabel } = project
    const origin =
      originLabel === null
        ? undefined
        : { id: originId && seen.has(originId) ? originId : undefined, label: originLabel }
    return found ? [{ ...cardFromRow(project, found.role), ...found, origin }] : []
  })
}

/** What access.ts says of one project, for all of somebody's in one query, with where each came from. */
async function waysOf(userId: string): Promise<Map<string, Access>> {
  const prisma = await database()
  const found = rows.parse(
    await prisma.$queryRaw`
      SELECT "projectId" AS id, role::text AS role, 'own' AS by, true AS download, NULL AS from, NULL AS "teamId"
      FROM "Member" WHERE "userId" = ${userId}
      UNION ALL
      SELECT project.id, member.role::text, 'team', true, team.name, team.id FROM "TeamMember" member
      JOIN "Team" team ON team.id = member."teamId" JOIN "Project" project ON project."teamId" = team.id
      WHERE member."userId" = ${userId}
      UNION ALL
      SELECT link."projectId", link.role::text, 'link', link.download, maker.name, NULL FROM "ShareGrant" given
      JOIN "ShareLink" link ON link.id = given."linkId" LEFT JOIN "User" maker ON maker.id = link."createdById"
      WHERE given."userId" = ${userId} AND link."revokedAt" IS NULL AND (link."expiresAt" IS NULL OR link."expiresAt" > now())`,
  )
  const ways = new Map<string, Access>()
  for (const { id, role, by, download, from, teamId } of found) {
    const before = ways.get(id)
    const own = {
      role,
      by,
      download,
      team: by === 'team' && teamId !== null ? { id: teamId, name: from ?? '' } : undefined,
      sharedBy: by === 'link' ? (from ?? undefined) : undefined,
    }
    ways.set(id, before ? together(before, own) : own)
  }
  return ways
}

/** The most of two ways to a project. */
function together(one: Access, other: Access): Access {
  const [near, far] = nearest.indexOf(one.by) <= nearest.indexOf(other.by) ? [one, other] : [other, one]
  return {
    ...near,
    role: allows(one.role, other.role) ? one.role : other.role,
    download: one.download || other.download,
    team: near.team ?? far.team,
  }
}

import type { Metadata } from 'next'
import { Home } from '@/components/projects/home'
import { homeGroups } from '@/components/projects/home-groups'
import { currentUser } from '@/lib/server/access'
import { unseenMentions } from '@/lib/server/comments/mentions'
import { listProjects } from '@/lib/server/list-projects'
import { listDeleted } from '@/lib/server/projects'
import { DAYS_KEPT } from '@/lib/server/remove-unused'
import { verdictOf } from '@/lib/server/verdict'
import { kindChoices } from '../kind-choices'
import { currentPerson } from '../person'
import { deleteProject, restoreProject } from '../project-actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Plugins' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function HomePage({ searchParams }: Props) {
  const user = await currentUser()
  const [mentions, deleted, projects] = user
    ? await Promise.all([unseenMentions(user.id), listDeleted(user.id), listProjects(user.id)])
    : [[], [], []]
  const { show } = await searchParams
  const { groups, shown } = homeGroups(projects, typeof show === 'string' ? show : '')
  return (
    <Home
      mentions={mentions.map(({ createdAt, ...mention }) => ({ ...mention, createdAt: createdAt.toISOString() }))}
      person={await currentPerson()}
      groups={groups}
      projects={shown.map(({ revision, ...project }) => ({
        ...project,
        updatedAt: project.updatedAt.toISOString(),
        // The page does not wait for it.
        verdict: revision === undefined ? undefined : verdictOf(project.id, revision).catch(() => undefined),
      }))}
      deleted={deleted.map(({ deletedAt, ...project }) => ({ ...project, deletedAt: deletedAt.toISOString() }))}
      daysKept={DAYS_KEPT}
      kinds={kindChoices()}
      now={new Date().toISOString()}
      actions={{ deleteProject, restoreProject }}
    />
  )
}

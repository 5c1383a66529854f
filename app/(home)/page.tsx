import type { Metadata } from 'next'
import { Home } from '@/components/projects/home'
import { currentUser } from '@/lib/server/access'
import { listProjects } from '@/lib/server/projects'
import { verdictOf } from '@/lib/server/verdict'
import { kindChoices } from '../kind-choices'
import { currentPerson } from '../person'
import { deleteProject, restoreProject } from '../project-actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Plugins' }

export default async function HomePage() {
  const user = await currentUser()
  const projects = user ? await listProjects(user.id) : []
  return (
    <Home
      person={await currentPerson()}
      projects={projects.map(({ revision, ...project }) => ({
        ...project,
        updatedAt: project.updatedAt.toISOString(),
        // The page does not wait for it.
        verdict: revision === undefined ? undefined : verdictOf(project.id, revision).catch(() => undefined),
      }))}
      kinds={kindChoices()}
      now={new Date().toISOString()}
      actions={{ deleteProject, restoreProject }}
    />
  )
}

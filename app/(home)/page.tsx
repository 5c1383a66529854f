import type { Metadata } from 'next'
import { Home } from '@/components/projects/home'
import { currentUser } from '@/lib/server/access'
import { listProjects } from '@/lib/server/projects'
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
      projects={projects.map((project) => ({ ...project, updatedAt: project.updatedAt.toISOString() }))}
      kinds={kindChoices()}
      now={new Date().toISOString()}
      actions={{ deleteProject, restoreProject }}
    />
  )
}

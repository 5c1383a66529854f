import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/components/activity/activity-list'
import { PageSection } from '@/components/ui/page-section'
import { SettingsPage } from '@/components/ui/settings-page'
import { requireAccess } from '@/lib/server/access'
import { loadProject } from '@/lib/server/projects'
import { activityPage } from '../../../activity-rows'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Activity' }

interface Props {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who did what with a plugin; for its owners. */
export default async function ProjectActivityPage({ params, searchParams }: Props) {
  const { projectId } = await params
  await requireAccess(projectId, 'own')
  const { project } = (await loadProject(projectId)) ?? notFound()
  const name = project.label || project.name || 'Plugin without a name'
  const path = `/projects/${projectId}/activity`
  return (
    <SettingsPage title="Activity" crumbs={[{ href: `/projects/${projectId}`, text: name }]}>
      <PageSection id="activity" title={name} note="Who did what besides editing. Its owners see this.">
        <ActivityList {...await activityPage({ projectId }, path, await searchParams)} />
      </PageSection>
    </SettingsPage>
  )
}

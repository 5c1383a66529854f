import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/components/activity/activity-list'
import { PageSection } from '@/components/ui/page-section'
import { SettingsPage } from '@/components/ui/settings-page'
import { requireTeam } from '@/lib/server/access'
import { teamNameOf } from '@/lib/server/teams/teams'
import { activityPage } from '../../../activity-rows'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Activity' }

interface Props {
  params: Promise<{ teamId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who did what in a team and its plugins; for its owners. */
export default async function TeamActivityPage({ params, searchParams }: Props) {
  const { teamId } = await params
  await requireTeam(teamId, 'own')
  const name = (await teamNameOf(teamId)) ?? notFound()
  const path = `/teams/${teamId}/activity`
  return (
    <SettingsPage
      title="Activity"
      crumbs={[
        { href: '/teams', text: 'Teams' },
        { href: `/teams/${teamId}`, text: name },
      ]}
    >
      <PageSection id="activity" title={name} note="Who did what in the team and its plugins. Its owners see this.">
        <ActivityList {...await activityPage({ teamId }, path, await searchParams)} />
      </PageSection>
    </SettingsPage>
  )
}

import type { Metadata } from 'next'
import { JoinTeam } from '@/components/teams/join-team'
import { PageSection } from '@/components/ui/page-section'
import { SettingsPage } from '@/components/ui/settings-page'
import { currentUser } from '@/lib/server/access'
import { acceptInvitation, readInvitation } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Join a team' }

/** Where the link of an invitation leads; its token stands in the fragment, which no server sees. */
export default async function JoinPage() {
  const user = await currentUser()
  return (
    <SettingsPage title="Join a team" crumbs={[{ href: '/teams', text: 'Teams' }]}>
      <PageSection id="invitation" title="Invitation">
        <JoinTeam
          who={user ? (user.guest ? 'guest' : 'account') : 'visitor'}
          readInvitation={readInvitation}
          acceptInvitation={acceptInvitation}
        />
      </PageSection>
    </SettingsPage>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { TeamList } from '@/components/teams/team-list'
import { buttonStyle } from '@/components/ui/button-style'
import { SettingsPage } from '@/components/ui/settings-page'
import { currentUser } from '@/lib/server/access'
import { listTeams } from '@/lib/server/teams/teams'
import { makeTeam } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Teams' }

export default async function TeamsPage() {
  const user = await currentUser()
  return (
    <SettingsPage title="Teams" note="People who have plugins together, each with a role.">
      {user && !user.guest ? (
        <TeamList teams={await listTeams(user.id)} makeTeam={makeTeam} />
      ) : (
        <>
          <p className="mt-4 max-w-[64ch] text-ink-2">
            A team needs an account, so that it does not end with the data of a browser.
          </p>
          <Link href="/sign-in?next=/teams" className={buttonStyle({ className: 'mt-3' })}>
            {user ? 'Make an account' : 'Sign in'}
          </Link>
        </>
      )}
    </SettingsPage>
  )
}

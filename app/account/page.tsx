import type { Metadata } from 'next'
import Link from 'next/link'
import { Account } from '@/components/account/account'
import { buttonStyle } from '@/components/ui/button-style'
import { SettingsPage } from '@/components/ui/settings-page'
import { currentUser } from '@/lib/server/access'
import { deleteWord, deletionOf } from '@/lib/server/account/delete-account'
import { listAudit } from '@/lib/server/audit-list'
import { sessionIdOfRequest } from '@/lib/server/session-cookie'
import { listSessions } from '@/lib/server/sessions'
import { activityRows } from '../activity-rows'
import * as actions from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const user = await currentUser()
  if (!user)
    return (
      <SettingsPage title="Account" note="Nobody is signed in here. A guest account is made when you start a plugin.">
        <Link href="/sign-in?next=/account" className={buttonStyle({ className: 'mt-4' })}>
          Sign in
        </Link>
      </SettingsPage>
    )
  const current = await sessionIdOfRequest()
  const sessions = await listSessions(user.id)
  const { rows } = await listAudit({ userId: user.id })
  return (
    <SettingsPage title="Account">
      <Account
        person={{ name: user.name, email: user.email ?? undefined, guest: user.guest }}
        password={user.passwordHash !== null}
        sessions={sessions.map(({ id, userAgent, seenAt }) => ({
          id,
          userAgent,
          seenAt: seenAt.toISOString(),
          current: id === current,
        }))}
        deeds={activityRows(rows.slice(0, 10))}
        deletion={await deletionOf(user.id)}
        deleteWord={deleteWord}
        now={new Date().toISOString()}
        actions={{ ...actions }}
      />
    </SettingsPage>
  )
}

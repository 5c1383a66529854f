import type { Metadata } from 'next'
import Link from 'next/link'
import { Account } from '@/components/account/account'
import { buttonStyle } from '@/components/ui/button-style'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import { currentUser } from '@/lib/server/access'
import { sessionIdOfRequest } from '@/lib/server/session-cookie'
import { listSessions } from '@/lib/server/sessions'
import { endSession } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const user = await currentUser()
  const current = await sessionIdOfRequest()
  const sessions = user ? await listSessions(user.id) : []
  return (
    <>
      <TopBar
        crumbs={[
          <Link key="home" href="/" className="rounded-tag hover:text-ink">
            Plugins
          </Link>,
          'Account',
        ]}
      >
        <ThemeMenu />
      </TopBar>
      <main className="mx-auto w-full max-w-[680px] px-4 py-8">
        <h1 className="text-20 font-semibold tracking-[-0.01em]">Account</h1>
        {user ? (
          <Account
            person={{ name: user.name, email: user.email ?? undefined, guest: user.guest }}
            sessions={sessions.map(({ id, userAgent, seenAt }) => ({
              id,
              userAgent,
              seenAt: seenAt.toISOString(),
              current: id === current,
            }))}
            now={new Date().toISOString()}
            endSession={endSession}
          />
        ) : (
          <>
            <p className="mt-1 text-ink-2">
              Nobody is signed in here. A guest account is made when you start a plugin.
            </p>
            <Link href="/sign-in?next=/account" className={buttonStyle({ className: 'mt-4' })}>
              Sign in
            </Link>
          </>
        )}
      </main>
    </>
  )
}

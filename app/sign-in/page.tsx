import type { Metadata } from 'next'
import Link from 'next/link'
import { SignInPanel } from '@/components/account/sign-in-panel'
import { buttonStyle } from '@/components/ui/button-style'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import { currentUser } from '@/lib/server/access'
import { environment } from '@/lib/server/environment'
import { listProjects } from '@/lib/server/list-projects'
import { localAddress } from './local-address'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next, callbackUrl, error } = await searchParams
  const user = await currentUser()
  const guestPlugins = user?.guest ? (await listProjects(user.id)).filter(({ by }) => by === 'own').length : undefined
  return (
    <>
      <TopBar>
        <ThemeMenu />
      </TopBar>
      <main className="mx-auto w-full max-w-[480px] px-4 py-10">
        {user && !user.guest ? (
          <>
            <h1 className="mb-1 text-20 font-semibold tracking-[-0.01em]">You are signed in</h1>
            <p className="text-ink-2">
              This browser belongs to {user.name}. Sign out on the account page to use another account.
            </p>
            <div className="mt-4 flex gap-2">
              <Link href="/" className={buttonStyle()}>
                All plugins
              </Link>
              <Link href="/account" className={buttonStyle({ look: 'ghost' })}>
                Account
              </Link>
            </div>
          </>
        ) : (
          <>
            <h1 className="mb-5 text-20 font-semibold tracking-[-0.01em]">
              {user ? 'Keep the work with an account' : 'Sign in to Plugwright'}
            </h1>
            <SignInPanel
              next={localAddress(next ?? callbackUrl)}
              github={environment().github !== undefined}
              guestPlugins={guestPlugins}
              problem={error ? 'The sign-in was not completed. Try again or choose another way.' : undefined}
            />
          </>
        )}
      </main>
    </>
  )
}

'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Role } from '@/lib/generated/prisma/enums'
import { roleWords } from '@/lib/roles'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { InlineMessage } from '@/components/ui/inline-message'
import { takeSecret } from '@/components/ui/take-secret'
import { useDeed, type Answer } from '@/components/ui/use-deed'

export interface InvitationView {
  team: string
  teamId: string
  role: Role
  invitedBy?: string
  member?: Role
}

type Read = Answer<{ ok: true; invitation: InvitationView }>

/** Where the link of an invitation leads: what it is, and joining. Without an account the way leads over signing in and back here. */
export function JoinTeam({
  who,
  readInvitation,
  acceptInvitation,
}: {
  who: 'visitor' | 'guest' | 'account'
  readInvitation: (given: { token: string }) => Promise<Read>
  acceptInvitation: (given: { token: string }) => Promise<Answer<{ ok: true; teamId: string }>>
}) {
  const router = useRouter()
  const { busy, problem, run } = useDeed()
  const [token, setToken] = useState('')
  const [read, setRead] = useState<Read>()

  useEffect(() => {
    const look = () => {
      const kept = takeSecret('plugwright-join')
      const lost: Read = { ok: false, reason: 'The server cannot be reached. Reload the page.' }
      const asking: Promise<Read> = kept ? readInvitation({ token: kept }).catch(() => lost) : Promise.resolve(false)
      void asking.then((answer) => {
        setToken(kept)
        setRead(answer)
      })
    }
    look()
    // another link that is opened where this page stands already
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [readInvitation])

  if (read === undefined) return <p className="animate-later text-ink-3">Reading the invitation</p>
  if (read === false || !read.ok)
    return (
      <InlineMessage kind="error" title="No invitation is here.">
        {read === false ? 'Open the whole link that you were given.' : read.reason}
      </InlineMessage>
    )
  const { team, teamId, role, invitedBy, member } = read.invitation
  return (
    <>
      <p className="max-w-[64ch] text-ink-2">
        {invitedBy ?? 'Somebody who left since'} invites you to the team <b className="text-ink">{team}</b> as{' '}
        {roleWords[role].title.toLowerCase()}. {roleWords[role].means}
      </p>
      {problem && (
        <InlineMessage kind="error" title="Not joined." className="mt-4">
          {problem}
        </InlineMessage>
      )}
      {member ? (
        <>
          <InlineMessage kind="advice" title="You are in this team already." className="mt-4">
            Your role is {roleWords[member].title.toLowerCase()}; the invitation stays for somebody else.
          </InlineMessage>
          <Link href={`/teams/${teamId}`} className={buttonStyle({ className: 'mt-4' })}>
            Open the team
          </Link>
        </>
      ) : who === 'account' ? (
        <Button
          look="primary"
          size="large"
          className="mt-4 max-sm:h-11"
          busy={busy === 'join' && 'Joining'}
          onClick={() =>
            void run('join', () => acceptInvitation({ token })).then((joined) => {
              if (!joined) return
              takeSecret('plugwright-join', true)
              router.push(`/teams/${joined.teamId}`)
            })
          }
        >
          Join {team}
        </Button>
      ) : (
        <>
          <Link
            href="/sign-in?next=/join"
            className={buttonStyle({ look: 'primary', size: 'large', className: 'mt-4 max-sm:h-11' })}
          >
            {who === 'guest' ? 'Make an account to join' : 'Sign in to join'}
          </Link>
          <p className="mt-2 max-w-[64ch] text-12 text-ink-3">
            A team needs an account, so that it does not end with the data of a browser. You come back here
            {who === 'guest' ? ', and your plugins come along.' : '.'}
          </p>
        </>
      )}
    </>
  )
}

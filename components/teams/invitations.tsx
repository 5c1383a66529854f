'use client'

import { useState, type FormEvent } from 'react'
import type { Role } from '@/lib/generated/prisma/enums'
import { isRole, roles, roleWords } from '@/lib/roles'
import { TimeAgo } from '@/components/projects/time-ago'
import { Button } from '@/components/ui/button'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useDeed } from '@/components/ui/use-deed'
import { MadeLink } from './made-link'
import type { Invited, TeamActions } from './team-actions'

export interface InvitationRow {
  id: string
  role: Role
  email?: string
  invitedBy?: string
  /** RFC 3339. */
  createdAt: string
}

/** Invites somebody by e-mail address or by a link, and lists the invitations that are open. */
export function Invitations({
  teamId,
  invitations,
  mails,
  now,
  actions,
}: {
  teamId: string
  invitations: readonly InvitationRow[]
  /** A mail server is set. */
  mails: boolean
  now: string
  actions: Pick<TeamActions, 'invite' | 'revokeInvitation'>
}) {
  const { busy, problem, run } = useDeed()
  const [role, setRole] = useState<Role>('edit')
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<Invited>()

  async function send(event: FormEvent<HTMLFormElement>) {
    const text = formTexts(event)
    setMade(undefined)
    const answer = await run('invite', () => actions.invite({ teamId, role, email: text('email') }))
    if (!answer) return
    setMade(answer)
    setEmail('')
  }

  const makes = mails && email.trim() !== '' ? 'Mail an invitation' : 'Make a link'
  return (
    <>
      <form noValidate onSubmit={(event) => void send(event)} className="flex flex-wrap items-start gap-2">
        <label className="min-w-52 flex-1">
          <span className="sr-only">E-mail address, or nothing for a link</span>
          <Input
            name="email"
            type="email"
            autoComplete="off"
            placeholder="name@example.com, or nothing for a link"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <div className="w-36">
          <Select
            aria-label="Role"
            value={role}
            onValueChange={(value) => isRole(value) && setRole(value)}
            choices={roles.map((each) => ({ value: each, label: roleWords[each].title }))}
          />
        </div>
        <Button type="submit" busy={busy === 'invite' && 'Inviting'} className="max-sm:h-10">
          {makes}
        </Button>
      </form>
      <p className="mt-1 text-12 text-ink-3">{roleWords[role].means}</p>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="mt-3">
          {problem}
        </InlineMessage>
      )}
      {made?.mailed && (
        <InlineMessage kind="advice" title="Invitation mailed." className="mt-3">
          {made.mailed} has 7 days to take it.
        </InlineMessage>
      )}
      {made?.url && <MadeLink url={made.url} why={made.why} />}
      <ul className="mt-4 border-t border-line empty:hidden" aria-label="Open invitations">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex min-h-9 items-center gap-2.5 border-b border-line py-1">
            <span className="min-w-0 flex-1 truncate" title={invitation.email}>
              {invitation.email ?? 'Whoever has the link'}
            </span>
            <span className="text-12 text-ink-3 max-sm:hidden">
              {invitation.invitedBy && `${invitation.invitedBy} · `}
              <TimeAgo time={invitation.createdAt} now={now} />
            </span>
            <span className="text-12 text-ink-2">{roleWords[invitation.role].title}</span>
            <Button
              size="compact"
              className="max-sm:h-10"
              busy={busy === invitation.id && 'Revoking'}
              aria-label={`Revoke the invitation of ${invitation.email ?? 'whoever has the link'}`}
              onClick={() =>
                void run(invitation.id, () => actions.revokeInvitation({ teamId, invitationId: invitation.id }))
              }
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

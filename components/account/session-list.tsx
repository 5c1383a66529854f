'use client'

import { TimeAgo } from '@/components/projects/time-ago'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Tag } from '@/components/ui/tag'
import { useDeed, type Answer } from '@/components/ui/use-deed'
import type { AccountActions } from './account-actions'
import { deviceText } from './device-text'

export interface SessionRow {
  id: string
  userAgent: string
  /** RFC 3339. */
  seenAt: string
  current: boolean
}

/** The browsers that are signed in; each other one can be signed out, or all of them. */
export function SessionList({
  sessions,
  now,
  actions,
}: {
  sessions: readonly SessionRow[]
  now: string
  actions: Pick<AccountActions, 'endSession' | 'endOtherSessions'>
}) {
  const { busy, problem, run } = useDeed()
  const goesOn: Answer = { ok: false, reason: 'The session goes on. Check the connection and try again.' }
  const end = async (id: string): Promise<Answer> =>
    (await actions.endSession(id).catch(() => false)) ? { ok: true } : goesOn
  return (
    <>
      {problem && (
        <InlineMessage kind="error" title="Not ended." className="mb-3">
          {problem}
        </InlineMessage>
      )}
      <ul className="border-t border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-9 items-center gap-2.5 border-b border-line py-1">
            <span className="min-w-0 truncate" title={session.userAgent}>
              {deviceText(session.userAgent)}
            </span>
            {session.current && <Tag look="on">this one</Tag>}
            <span className="flex-1" />
            <span className="text-12 text-ink-3">
              <TimeAgo time={session.seenAt} now={now} />
            </span>
            {!session.current && (
              <Button
                size="compact"
                className="max-sm:h-10"
                busy={busy === session.id && 'Ending'}
                onClick={() => void run(session.id, () => end(session.id))}
                aria-label={`End the session of ${deviceText(session.userAgent)}`}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="mt-3 max-sm:h-10"
          busy={busy === 'others' && 'Signing out'}
          onClick={() => void run('others', actions.endOtherSessions)}
        >
          Sign out everywhere else
        </Button>
      )}
    </>
  )
}

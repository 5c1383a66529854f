'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { FieldRow } from '@/components/ui/field-row'
import { InlineMessage } from '@/components/ui/inline-message'
import { Segments } from '@/components/ui/segments'
import { Tag } from '@/components/ui/tag'
import { chooseTheme, useThemeChoice, type ThemeChoice } from '@/components/ui/theme'
import { endSession as signOutHere } from '@/components/projects/end-session'
import { TimeAgo } from '@/components/projects/time-ago'
import type { Person } from '@/components/projects/account-menu'
import { deviceText } from './device-text'

export interface SessionRow {
  id: string
  userAgent: string
  /** RFC 3339. */
  seenAt: string
  current: boolean
}

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
]
const isTheme = (value: string): value is ThemeChoice => themes.some((theme) => theme.value === value)

/** Who is signed in, where, and how it looks. */
export function Account({
  person,
  sessions,
  now,
  endSession,
}: {
  person: Person
  sessions: readonly SessionRow[]
  now: string
  endSession: (id: string) => Promise<boolean>
}) {
  const router = useRouter()
  const theme = useThemeChoice()
  const [problem, setProblem] = useState<string>()
  const [ending, setEnding] = useState<string>()

  async function end(id: string) {
    setEnding(id)
    setProblem(undefined)
    const done = await endSession(id).catch(() => false)
    setEnding(undefined)
    if (!done) return setProblem('The session goes on. Check the connection and try again.')
    router.refresh()
  }

  return (
    <>
      <section aria-labelledby="person-title" className="grid gap-3 border-b border-line py-6">
        <h2 id="person-title" className="text-15 font-semibold">
          {person.guest ? 'Guest' : 'You'}
        </h2>
        {person.guest ? (
          <>
            <p className="max-w-[64ch] text-ink-2">
              Your plugins belong to this browser and are gone when its data is cleared. An account keeps them.
            </p>
            <Link href="/sign-in" className={buttonStyle({ className: 'justify-self-start' })}>
              Keep the work with an account
            </Link>
          </>
        ) : (
          <>
            <FieldRow label="Name">
              <p className="pt-1">{person.name}</p>
            </FieldRow>
            {person.email && (
              <FieldRow label="E-mail">
                <p className="break-all pt-1">{person.email}</p>
              </FieldRow>
            )}
            <FieldRow label="">
              <Button onClick={() => void signOutHere()}>Sign out</Button>
            </FieldRow>
          </>
        )}
      </section>
      <section aria-labelledby="look-title" className="grid gap-3 border-b border-line py-6">
        <h2 id="look-title" className="text-15 font-semibold">
          Look
        </h2>
        <FieldRow label={<span id="theme-label">Theme</span>}>
          <Segments
            aria-labelledby="theme-label"
            choices={themes}
            value={theme}
            onValueChange={(value) => isTheme(value) && chooseTheme(value)}
          />
        </FieldRow>
      </section>
      <section aria-labelledby="sessions-title" className="py-6">
        <h2 id="sessions-title" className="text-15 font-semibold">
          Sessions
        </h2>
        <p className="mb-3 text-ink-2">
          Browsers that are signed in. Ending one signs it out at its next request; what it saved stays.
        </p>
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
                  busy={ending === session.id && 'Ending'}
                  onClick={() => void end(session.id)}
                  aria-label={`End the session of ${deviceText(session.userAgent)}`}
                >
                  End
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

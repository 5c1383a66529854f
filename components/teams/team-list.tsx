'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { Role } from '@/lib/generated/prisma/enums'
import { roleWords } from '@/lib/roles'
import { Button } from '@/components/ui/button'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { useDeed, type Answer } from '@/components/ui/use-deed'

export interface TeamRow {
  id: string
  name: string
  role: Role
  members: number
  projects: number
}

/** The teams of a person, and a new one. */
export function TeamList({
  teams,
  makeTeam,
}: {
  teams: readonly TeamRow[]
  makeTeam: (given: { name: string }) => Promise<Answer<{ ok: true; id: string }>>
}) {
  const router = useRouter()
  const { busy, problem, run } = useDeed()
  return (
    <>
      {teams.length === 0 && (
        <p className="mt-4 max-w-[64ch] text-ink-2">
          You are in no team yet. Make one, invite people, and move plugins into it; or open the link of an invitation.
        </p>
      )}
      <ul className="mt-5 border-t border-line empty:hidden">
        {teams.map(({ id, name, role, members, projects }) => (
          <li key={id} className="relative flex min-h-9 items-center gap-3 border-b border-line py-1 hover:bg-hover">
            <Link
              href={`/teams/${id}`}
              className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0 after:content-['']"
              title={name}
            >
              {name}
            </Link>
            <span className="text-12 text-ink-3 max-sm:hidden">
              {members === 1 ? '1 member' : `${members} members`} ·{' '}
              {projects === 1 ? '1 plugin' : `${projects} plugins`}
            </span>
            <span className="w-20 text-right text-12 text-ink-2">{roleWords[role].title}</span>
          </li>
        ))}
      </ul>
      {problem && (
        <InlineMessage kind="error" title="No team made." className="mt-4">
          {problem}
        </InlineMessage>
      )}
      <form
        className="mt-4 flex flex-wrap gap-2"
        onSubmit={(event) => {
          const text = formTexts(event)
          void run('make', () => makeTeam({ name: text('name') })).then(
            (made) => made && router.push(`/teams/${made.id}`),
          )
        }}
      >
        <label className="min-w-52 flex-1">
          <span className="sr-only">Name of a new team</span>
          <Input name="name" required maxLength={100} placeholder="Name of a new team" autoComplete="off" />
        </label>
        <Button type="submit" busy={busy === 'make' && 'Making'} className="max-sm:h-10">
          Make a team
        </Button>
      </form>
    </>
  )
}

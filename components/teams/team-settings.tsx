'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FieldRow } from '@/components/ui/field-row'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { useDeed } from '@/components/ui/use-deed'
import { DeleteTeam } from './delete-team'
import type { TeamActions } from './team-actions'
import type { ProjectRow } from './team-projects'

/** Its name, and the ways out: leaving it, and for owners deleting it. */
export function TeamSettings({
  teamId,
  name,
  owner,
  projects,
  actions,
}: {
  teamId: string
  name: string
  owner: boolean
  projects: readonly ProjectRow[]
  actions: Pick<TeamActions, 'renameTeam' | 'leaveTeam' | 'deleteTeam'>
}) {
  const router = useRouter()
  const { busy, problem, run } = useDeed()
  const [deleting, setDeleting] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const gone = () => router.push('/teams')
  return (
    <div className="grid gap-3">
      {problem && (
        <InlineMessage kind="error" title="Nothing changed.">
          {problem}
        </InlineMessage>
      )}
      {owner && (
        <form
          onSubmit={(event) => {
            const text = formTexts(event)
            void run('rename', () => actions.renameTeam({ teamId, name: text('name') }))
          }}
        >
          <FieldRow label="Name" htmlFor="team-name">
            <div className="flex gap-2">
              <Input id="team-name" name="name" required maxLength={100} defaultValue={name} key={name} />
              <Button type="submit" busy={busy === 'rename' && 'Renaming'} className="max-sm:h-10">
                Rename
              </Button>
            </div>
          </FieldRow>
        </form>
      )}
      <FieldRow label="Leave">
        <div className="flex flex-wrap items-center gap-3">
          <Button look="danger" className="max-sm:h-10" onClick={() => setLeaving(true)}>
            Leave the team
          </Button>
          <span className="text-12 text-ink-3">You lose its plugins at once. Somebody has to invite you again.</span>
        </div>
      </FieldRow>
      {leaving && (
        <ConfirmDialog
          title={`Leave ${name}?`}
          keep="Stay"
          verb="Leave the team"
          busy={busy === 'leave' && 'Leaving'}
          onKeep={() => setLeaving(false)}
          onConfirm={() =>
            void run('leave', () => actions.leaveTeam({ teamId })).then((left) => {
              setLeaving(false)
              if (left) gone()
            })
          }
        >
          You lose its plugins at once, and nothing but an invitation brings you back. Share links and invitations that
          you made there end for everybody who has them. What you changed and said stays, with your name.
        </ConfirmDialog>
      )}
      {owner && (
        <FieldRow label="Delete">
          {deleting ? (
            <DeleteTeam
              name={name}
              projects={projects}
              busy={busy === 'delete'}
              onCancel={() => setDeleting(false)}
              onDelete={(fate) =>
                void run('delete', () => actions.deleteTeam({ teamId, fate, count: projects.length })).then(
                  (deleted) => deleted && gone(),
                )
              }
            />
          ) : (
            <Button look="danger" className="max-sm:h-10" onClick={() => setDeleting(true)}>
              Delete the team
            </Button>
          )}
        </FieldRow>
      )}
    </div>
  )
}

'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { InlineMessage } from '@/components/ui/inline-message'
import { Select } from '@/components/ui/select'
import { useDeed } from '@/components/ui/use-deed'
import type { TeamActions } from './team-actions'

export interface ProjectRow {
  id: string
  label: string
}

/** The plugins of the team. Owners take one out; whoever may change plugins here moves own ones in. */
export function TeamProjects({
  teamId,
  projects,
  own,
  owner,
  editor,
  actions,
}: {
  teamId: string
  projects: readonly ProjectRow[]
  /** Plugins of this person that are in no team. */
  own: readonly ProjectRow[]
  owner: boolean
  editor: boolean
  actions: Pick<TeamActions, 'moveProject'>
}) {
  const { busy, problem, run } = useDeed()
  const [chosen, setChosen] = useState<string>()
  const moved = own.find(({ id }) => id === chosen)
  const box = useRef<HTMLDivElement>(null)
  const [takenOut, setTakenOut] = useState<ProjectRow>()
  async function takeOut({ id }: ProjectRow) {
    await run(id, () => actions.moveProject({ projectId: id, teamId: null }))
    setTakenOut(undefined)
    // The button that asked is gone with its row.
    setTimeout(() => box.current?.focus())
  }
  return (
    <div ref={box} tabIndex={-1} className="outline-none focus-visible:shadow-none">
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="mb-3">
          {problem}
        </InlineMessage>
      )}
      {projects.length === 0 && <p className="mb-3 text-ink-3">No plugin is in this team yet.</p>}
      <ul className="border-t border-line empty:hidden">
        {projects.map(({ id, label }) => (
          <li key={id} className="flex min-h-9 items-center gap-2.5 border-b border-line py-1">
            <Link href={`/projects/${id}`} prefetch={false} className="link min-w-0 truncate" title={label}>
              {label || 'Plugin without a name'}
            </Link>
            <span className="flex-1" />
            {owner && (
              <Button
                size="compact"
                className="max-sm:h-10"
                aria-label={`Move ${label} to your own plugins`}
                onClick={() => setTakenOut({ id, label })}
              >
                Move to your own
              </Button>
            )}
          </li>
        ))}
      </ul>
      {takenOut && (
        <ConfirmDialog
          title={`Move ${takenOut.label || 'the plugin without a name'} to your own plugins?`}
          keep="Keep it here"
          verb="Move"
          busy={busy === takenOut.id && 'Moving'}
          onKeep={() => setTakenOut(undefined)}
          onConfirm={() => void takeOut(takenOut)}
        >
          Nobody else of the team has it then. Share links that others made of it end for everybody who has them.
        </ConfirmDialog>
      )}
      {editor && own.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2">
          <div className="min-w-52 flex-1">
            <Select
              aria-label="Your own plugin"
              placeholder="Choose one of your own plugins"
              value={moved?.id}
              onValueChange={setChosen}
              choices={own.map(({ id, label }) => ({ value: id, label: label || 'Plugin without a name' }))}
            />
          </div>
          <Button
            className="max-sm:h-10"
            busy={busy === 'in' && 'Moving'}
            disabledReason={moved ? undefined : 'Choose a plugin first.'}
            onClick={() => moved && void run('in', () => actions.moveProject({ projectId: moved.id, teamId }))}
          >
            Move into the team
          </Button>
          <p className="w-full text-12 text-ink-3">
            From then on the roles of the team hold for it: its owners decide, and only share links of owners go on.
          </p>
        </div>
      )}
    </div>
  )
}

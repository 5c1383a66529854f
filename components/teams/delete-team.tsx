'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segments } from '@/components/ui/segments'
import type { ProjectRow } from './team-projects'

type Fate = 'keep' | 'delete'
const isFate = (value: string): value is Fate => value === 'keep' || value === 'delete'

/** What becomes of the plugins, chosen and said before the team goes. */
export function DeleteTeam({
  name,
  projects,
  busy,
  onDelete,
  onCancel,
}: {
  name: string
  projects: readonly ProjectRow[]
  busy: boolean
  onDelete: (fate: Fate) => void
  onCancel: () => void
}) {
  const [fate, setFate] = useState<Fate>('keep')
  const count = projects.length === 1 ? 'Its plugin' : `Its ${projects.length} plugins`
  const become = fate === 'delete' ? (projects.length === 1 ? 'is deleted' : 'are deleted') : 'will be yours alone'
  return (
    <div role="group" aria-label={`Delete ${name}`} className="grid gap-2">
      {projects.length > 0 && (
        <>
          <Segments
            aria-label="Its plugins"
            className="justify-self-start"
            value={fate}
            onValueChange={(value) => isFate(value) && setFate(value)}
            choices={[
              { value: 'keep', label: 'Keep its plugins' },
              { value: 'delete', label: 'Delete them too' },
            ]}
          />
          <p className="text-ink-2">
            {count} {become}: {projects.map(({ label }) => label || 'one without a name').join(', ')}.
          </p>
        </>
      )}
      <p className="text-ink-2">Everybody leaves the team, open invitations end, and its list of activity goes.</p>
      <div className="flex gap-2">
        <Button look="danger" busy={busy && 'Deleting'} onClick={() => onDelete(fate)} className="max-sm:h-10">
          Delete {name}
        </Button>
        <Button look="ghost" onClick={onCancel} autoFocus className="max-sm:h-10">
          Keep it
        </Button>
      </div>
    </div>
  )
}

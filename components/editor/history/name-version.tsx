'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldNote } from '@/components/ui/field-note'
import { Input } from '@/components/ui/input'
import { sendName, type ComparedSide } from './fetch-history'

/** The name of a version, typed: Enter keeps it, Escape does not, an empty one is none. */
export function NameVersion({
  projectId,
  version,
  onDone,
}: {
  projectId: string
  version: ComparedSide
  onDone: () => void
}) {
  const queries = useQueryClient()
  const [name, setName] = useState(version.name ?? '')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function send() {
    setBusy(true)
    try {
      await sendName(projectId, version.id, name)
      await queries.invalidateQueries()
      onDone()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The name was not kept.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="flex w-full flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <div className="w-60">
        <Input
          autoFocus
          aria-label="Name of this version"
          aria-invalid={problem !== undefined}
          aria-describedby="version-name-note"
          placeholder="1.2 as published"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <FieldNote id="version-name-note" error={problem} />
      </div>
      <Button type="submit" busy={busy && 'Keeping'}>
        Keep the name
      </Button>
      <Button look="ghost" onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}

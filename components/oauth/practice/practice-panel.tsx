'use client'

import { Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Segments } from '@/components/ui/segments'
import { Select } from '@/components/ui/select'
import { practiceClients, practiceFailures } from '@/lib/oauth/practice'
import { Labelled } from '../settings/labelled'
import { askThePerson, type PracticeChoice, type PracticeSignIn } from './practice-settings'

const signIns = [
  { value: 'post', label: 'Body' },
  { value: 'basic', label: 'Basic' },
  { value: 'none', label: 'Public' },
] as const

/** Select of radix knows no empty value. */
const nothing = 'nothing'

const failures = [
  { value: nothing, label: 'Nothing' },
  { value: askThePerson, label: 'Nothing, and the person is asked' },
  ...practiceFailures.map(({ id, title }) => ({ value: id, label: title })),
]

/** The practice provider: which of its clients signs in, what is to go wrong, and all of it with one click. */
export function PracticePanel({
  choice,
  progress,
  busy,
  onChoose,
  onTry,
}: {
  choice: PracticeChoice
  progress: string
  busy: boolean
  onChoose: (choice: PracticeChoice) => void
  onTry: () => void
}) {
  return (
    <div className="grid gap-3 border-b border-line bg-chrome px-4 py-4">
      <p className="text-12 text-ink-2">
        A real authorization server inside Plugwright: its one person, Pat Practice, and its clients live here only.
      </p>
      <Labelled id="practice-client" label="Its client">
        <Segments
          aria-labelledby="practice-client-label"
          value={choice.signIn}
          onValueChange={(value) => isSignIn(value) && onChoose({ ...choice, signIn: value })}
          choices={signIns}
        />
      </Labelled>
      <Labelled id="practice-failure" label="What goes wrong">
        <Select
          id="practice-failure"
          aria-labelledby="practice-failure-label"
          value={choice.failure || nothing}
          onValueChange={(value) => onChoose({ ...choice, failure: value === nothing ? '' : value })}
          choices={failures}
        />
      </Labelled>
      <div>
        <Button look="primary" icon={Play} className="w-full max-sm:h-11" busy={busy && 'Running'} onClick={onTry}>
          Try the whole flow
        </Button>
        <p role="status" className="mt-1.5 min-h-8 text-12 text-ink-2">
          {progress}
        </p>
      </div>
    </div>
  )
}

function isSignIn(value: string): value is PracticeSignIn {
  return value in practiceClients
}

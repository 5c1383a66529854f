'use client'

import { Check, CloudOff, GitMerge, LoaderCircle, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { SaveState } from '../store/store'
import { useEditor } from '../store/use-editor'

const looks: Record<SaveState['kind'], { icon: LucideIcon; text: string; color: string }> = {
  saved: { icon: Check, text: 'Saved', color: 'text-accent' },
  waiting: { icon: LoaderCircle, text: 'Saving', color: 'text-ink-3' },
  saving: { icon: LoaderCircle, text: 'Saving', color: 'text-ink-3' },
  merged: { icon: GitMerge, text: 'Others’ changes merged', color: 'text-accent' },
  offline: { icon: CloudOff, text: 'Offline, kept here', color: 'text-publish' },
  unreached: { icon: CloudOff, text: 'Server not reached, kept here', color: 'text-publish' },
  limited: { icon: CloudOff, text: 'Kept here', color: 'text-publish' },
  failed: { icon: OctagonX, text: 'Not saved.', color: 'text-error' },
  conflict: { icon: TriangleAlert, text: 'Conflict', color: 'text-error' },
}

/** Nothing is called kept before it is on the disk. */
const keptSoon: Partial<Record<SaveState['kind'], { text: string }>> = {
  offline: { text: 'Offline, keeping' },
  unreached: { text: 'Server not reached, keeping' },
  limited: { text: 'Keeping' },
}

/** Where the browser keeps nothing, only a download does. */
const notKept: Partial<Record<SaveState['kind'], { text: string; color: string }>> = {
  offline: { text: 'Offline, not kept: download the files', color: 'text-error' },
  unreached: { text: 'Server not reached, not kept: download the files', color: 'text-error' },
  limited: { text: 'Not kept: download the files', color: 'text-error' },
  waiting: { text: 'Saving, kept nowhere yet', color: 'text-publish' },
  saving: { text: 'Saving, kept nowhere yet', color: 'text-publish' },
  failed: { text: 'Not saved and not kept: download the files.', color: 'text-error' },
}

/** Whether the work is on the server, in a word beside the name. Called out is only that it is not, and that it is again. */
export function SaveStatus({ saveNow }: { saveNow: () => void }) {
  const save = useEditor((state) => state.save)
  const kept = useEditor((state) => state.kept)
  const readOnly = useEditor((state) => state.readOnly)
  const look = { ...looks[save.kind], ...(kept === 'kept' ? {} : kept === 'soon' ? keptSoon : notKept)[save.kind] }
  const text = save.kind === 'limited' ? `${look.text}. ${save.reason}` : look.text
  const said = useSaid(save.kind, text, kept === 'soon')
  if (readOnly) return null
  const bad = save.kind === 'failed' || save.kind === 'conflict'
  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      <span
        role="group"
        aria-label="Save state"
        className={classNames(
          'flex shrink-0 items-center gap-1.5 whitespace-nowrap text-12',
          bad ? 'text-error' : 'text-ink-3',
        )}
        title={'reason' in save ? save.reason : undefined}
      >
        <Icon of={look.icon} size={14} className={look.color} />
        <span className="max-sm:sr-only">{text}</span>
        {save.kind === 'failed' && (
          <button type="button" className="link" onClick={saveNow}>
            Try again
          </button>
        )}
      </span>
    </>
  )
}

const troubles = new Set<SaveState['kind']>(['offline', 'unreached', 'limited', 'failed', 'conflict'])

/** For screen readers: a trouble, once it is known whether the work is kept here, and its end. Every other save goes without words. */
function useSaid(kind: SaveState['kind'], text: string, unsure: boolean): string {
  const [said, setSaid] = useState({ text: '', trouble: false })
  let next = said
  if (troubles.has(kind)) next = unsure ? said : { text, trouble: true }
  else if (said.trouble && (kind === 'saved' || kind === 'merged')) next = { text: 'Saved again', trouble: false }
  if (next.text !== said.text || next.trouble !== said.trouble) setSaid(next)
  return next.text
}

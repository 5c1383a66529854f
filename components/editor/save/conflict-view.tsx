'use client'

import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { overlapsOf } from '@/lib/plugin/merge'
import { useEditor, useStore } from '../store/use-editor'
import { settle } from './absorb'
import { choicesByPath, placesOf, useChoices } from './conflict-choices'
import { ConflictFile } from './conflict-file'

/** Both sides of a save that overlaps, hunk by hunk. Until all are chosen and applied nothing is written over. */
export function ConflictView({ onClose }: { onClose: () => void }) {
  const store = useStore()
  const conflict = useEditor((state) => state.conflict)
  const files = useEditor((state) => state.files)
  const readOnly = useEditor((state) => state.readOnly)
  const [chosen, choose] = useChoices(conflict)
  const { files: merged, overlaps } = useMemo(
    () => (conflict ? overlapsOf(conflict.base, files, conflict.head.files) : { files, overlaps: [] }),
    [conflict, files],
  )
  if (!conflict) return null
  const { base, head } = conflict
  const open = overlaps.flatMap(placesOf).filter((place) => !chosen.has(place)).length

  function use() {
    const choices = choicesByPath(overlaps, chosen)
    // A step of its own: undo brings my side back.
    store.absorb(merged, head)
    store.change('Choose between both sides', () => settle({ base, ours: files, theirs: head.files, choices }))
    store.note({ conflict: undefined, save: { kind: 'waiting' } })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      wide
      title="Which side shall stay?"
      answers={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button
            look="primary"
            disabledReason={readOnly ? 'You can look now, not change.' : open > 0 ? stillOpen(open) : undefined}
            onClick={use}
          >
            Use these
          </Button>
        </>
      }
    >
      <p>
        While you worked, the same lines were changed by somebody else or in another tab of yours. Everything else is
        merged. Your text stays here until you choose, and a choice can be changed until you use it.
      </p>
      {overlaps.map((overlap) => (
        <ConflictFile key={overlap.path} overlap={overlap} chosen={chosen} onChoose={choose} />
      ))}
    </Dialog>
  )
}

function stillOpen(count: number): string {
  return `Choose for ${count === 1 ? 'one more place' : `${count} more places`}`
}

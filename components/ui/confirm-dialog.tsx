'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

/** Asks before something that cannot be taken back is done; keeping everything as it is has the focus. */
export function ConfirmDialog({
  title,
  children,
  keep,
  verb,
  busy,
  onKeep,
  onConfirm,
}: {
  title: string
  /** What becomes of what. */
  children: ReactNode
  /** What the button says that changes nothing. */
  keep: string
  verb: string
  /** Says that it is being done. */
  busy?: string | false
  onKeep: () => void
  onConfirm: () => void
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onKeep()}
      title={title}
      answers={
        <>
          <Button onClick={onKeep} className="max-sm:h-10">
            {keep}
          </Button>
          <Button look="danger" busy={busy} onClick={onConfirm} className="max-sm:h-10">
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

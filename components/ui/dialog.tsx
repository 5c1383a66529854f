'use client'

import * as Primitive from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { useFocusBack } from './use-focus-back'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question: "Replace your file with Marek's?" */
  title: string
  children: ReactNode
  /** The buttons are its answers; the primary one last. */
  answers: ReactNode
  /** 400 px unless the question needs to show more. */
  wide?: boolean
}

/** Only to choose between losing and keeping. Everything else fits inline. */
export function Dialog({ open, onOpenChange, title, children, answers, wide }: DialogProps) {
  const focusBack = useFocusBack()
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className={classNames(
            'fixed left-1/2 top-1/2 z-(--z-dialog) flex max-h-[calc(100vh-32px)] w-[400px] max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-layer bg-raised shadow-lift-high outline-none focus-visible:shadow-lift-high',
            wide && 'w-[880px]',
          )}
        >
          <div className="min-h-0 overflow-auto px-5 pb-4 pt-5">
            <Primitive.Title className="mb-1.5 break-words text-15 font-semibold">{title}</Primitive.Title>
            <div className="break-words text-ink-2">{children}</div>
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{answers}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

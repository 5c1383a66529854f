'use client'

import { useEffect } from 'react'
import { toast, Toaster } from 'sonner'
import { Button } from './button'
import { takeToasts, type ToastRequest } from './toast'

/** Draws toasts bottom left, above everything but tooltips. A default export because ToastHost loads it lazily. */
export default function ToastLayer() {
  useEffect(() => takeToasts(draw), [])
  return (
    <Toaster
      position="bottom-left"
      offset={16}
      mobileOffset={12}
      duration={6000}
      gap={8}
      style={{ zIndex: 'var(--z-toast)', fontFamily: 'var(--font-sans)' }}
      toastOptions={{ unstyled: true }}
    />
  )
}

function draw({ text, action }: ToastRequest): void {
  toast.custom((id) => (
    <div className="flex h-9 w-max max-w-[calc(100vw-24px)] items-center gap-3 rounded-layer bg-raised pl-3 pr-1.5 shadow-lift">
      <span className="truncate pr-1.5">{text}</span>
      {action && (
        <Button
          look="ghost"
          size="compact"
          className="text-accent hover:text-accent"
          onClick={() => {
            toast.dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  ))
}

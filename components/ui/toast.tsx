'use client'

import { toast } from 'sonner'
import { Button } from './button'

export interface ToastAction {
  label: string
  run: () => void
}

/** Says what happened elsewhere or can be undone, for 6 s. Never an error: those stand where they belong. */
export function showToast(text: string, action?: ToastAction): void {
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

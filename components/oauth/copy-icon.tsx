'use client'

import { Check, Copy } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useCopy } from '@/components/ui/use-copy'

/** Copies a text; says so for a moment, and where the browser forbids it. */
export function CopyIcon({ text, label }: { text: string; label: string }) {
  const { copy, said, done } = useCopy()
  return (
    <>
      <IconButton size="compact" icon={done ? Check : Copy} label={label} onClick={() => copy(text)} />
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

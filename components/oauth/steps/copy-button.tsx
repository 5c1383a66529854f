'use client'

import { Check, Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCopy } from '@/components/ui/use-copy'

/** The same as `CopyIcon`, with words. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const { copy, said, done } = useCopy()
  return (
    <>
      <Button look="ghost" size="compact" icon={done ? Check : Copy} onClick={() => copy(text)}>
        {children}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useCopy } from '@/components/ui/use-copy'

/** The link that was just made: the only time that anybody sees it. */
export function MadeLink({ token }: { token: string }) {
  const { copy, said, done } = useCopy()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const address = `${location.origin}/share#${token}`
  return (
    <div role="group" aria-labelledby="share-made" className="grid gap-2 border-l-2 border-accent bg-accent-soft p-3">
      <p id="share-made">
        <span className="font-medium">Copy the link now.</span>{' '}
        <span className="text-ink-2">It is shown this once: only a fingerprint of it is kept.</span>
      </p>
      <div className="flex gap-2">
        <Input
          readOnly
          mono
          aria-label="The link"
          value={address}
          edge="flex-1 border-control! bg-surface! px-2!"
          onFocus={(event) => event.target.select()}
        />
        <Button
          ref={button}
          look="primary"
          icon={done ? Check : Copy}
          onClick={() => copy(address)}
          className="max-sm:h-10"
        >
          Copy
        </Button>
      </div>
      <p role="status" className="text-12 text-ink-2 empty:hidden">
        {said}
      </p>
    </div>
  )
}

'use client'

import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useCopy } from '@/components/ui/use-copy'

/** The link of an invitation, shown once: only its hash is kept. `why` it was not mailed. */
export function MadeLink({ url, why }: { url: string; why?: string }) {
  const { copy, said } = useCopy()
  return (
    <div role="status" className="mt-3 border-l-2 border-accent py-1 pl-3">
      <p className="mb-2 text-ink-2">
        {why} Give this link to one person. It works once, for 7 days, and is shown only now.
      </p>
      <div className="flex gap-2">
        <Input
          mono
          readOnly
          aria-label="Link of the invitation"
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => copy(url)} className="min-w-20 max-sm:h-10">
          {said || 'Copy'}
        </Button>
      </div>
    </div>
  )
}
